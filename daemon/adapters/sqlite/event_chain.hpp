#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"

#include <cstdint>

namespace redress::adapters {

/// Appends one row to the audit trail, inside the caller's transaction. `salt` is random text, made
/// for this event alone; it is kept where the event has a personal payload, and goes with it.
void append_event(Connection& connection, const domain::NewEvent& event, const std::string& salt);

/// Recomputes the whole chain: every hash, every commitment whose payload is still there, and that
/// no row is missing at either end or between. Returns the number of events. Error: store_damaged,
/// naming the first event that does not fit.
domain::Result<std::int64_t> verify_chain(Connection& connection);

}  // namespace redress::adapters
