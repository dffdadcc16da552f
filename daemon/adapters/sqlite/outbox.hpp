#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/ports/store.hpp"

namespace redress::adapters {

/// The outbox on the store thread: ports::Outbox, call by call, synchronous. Those that write are
/// one transaction each. They throw SQLite::Exception and StoreFailure.

/// Alerts to the duty role first, then by time. A claim counts as an attempt, so that one that ends
/// in a crash is seen.
std::vector<ports::DueMail> claim_mail(Connection& connection, domain::Instant now,
                                       std::size_t count);
std::size_t recover_mail(Connection& connection);
/// A deadline is due the second after its last one.
std::optional<domain::Instant> next_due_time(Connection& connection);
std::vector<ports::OverdueDeadline> overdue_deadlines(Connection& connection, domain::Instant now);
std::vector<ports::UntoldNotice> untold_notices(Connection& connection);

}  // namespace redress::adapters
