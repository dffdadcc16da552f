#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/reminders/day.hpp"

#include <functional>

namespace redress::adapters {

/// What the daily mails told last. A time that is still to come, of a clock that ran ahead, does
/// not count; an hour of it does, so that a clock which is put right repeats nothing.
struct ToldDay {
  std::int64_t newest_case{}, newest_message{};
  bool first{};           ///< nothing was told before
  domain::Instant until;  ///< what was told later was not told
};

/// The rows of a morning, each kind in order of its time (ports::Daily).
void read_day_rows(Connection& connection, const domain::DayQuery& asked, const ToldDay& told,
                   const std::function<void(const domain::DayRow&)>& each);

}  // namespace redress::adapters
