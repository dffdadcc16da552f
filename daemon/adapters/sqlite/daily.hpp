#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"
#include "daemon/domain/reminders/day.hpp"

#include <functional>

namespace redress::adapters {

/// See ports::Daily.
bool is_daily_done(Connection& connection, domain::Date day, domain::Instant now);
/// One transaction, with its event.
std::size_t take_back_daily(Connection& connection, domain::Instant before, domain::Instant now);
domain::HouseDay read_day(Connection& connection, const domain::DayQuery& query,
                          const std::function<void(const domain::DayRow&)>& each);
/// The round, and who was reminded; what a clock that ran ahead has left goes. Throws where the day
/// has one.
void write_daily(Connection& connection, const domain::DailyRound& round);

}  // namespace redress::adapters
