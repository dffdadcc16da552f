#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"

namespace redress::adapters {

/// The parts of a change that concern messages, cases and deadlines. Each writes within the
/// caller's transaction and throws as `apply_change` says.

void insert_case(Connection& connection, const domain::NewCase& opened);

/// Fills the ledger row. What an earlier verdict on it left owed is superseded.
void record_verdict(Connection& connection, const domain::MessageVerdict& verdict);

/// quarantined -> journalled.
void replay_message(Connection& connection, domain::MessageRowId message);

void insert_owed(Connection& connection, const domain::MessageOwed& owed);

/// Closes the earliest open deadline of the kind, where there is one. Meeting `acknowledge` makes
/// the case acknowledged.
void meet_deadline(Connection& connection, const domain::DeadlineMet& met);

/// The last met deadline of the kind counts no more, and a new open row stands for it; where one is
/// open already, nothing changes. Re-opening `acknowledge` makes the case unacknowledged.
void reopen_deadline(Connection& connection, const domain::DeadlineReopened& reopened);

/// A message that a person put to a case: recorded with it, and what it was owed is dealt with.
void adopt_message(Connection& connection, const domain::MessageAdopted& adopted,
                   std::optional<domain::Instant> at);

/// One open deadline, or a met one, of a case.
void insert_case_deadline(Connection& connection, std::int64_t owner,
                          const domain::CaseDeadline& one);

/// What the message was owed is dealt with at that time; held -> recorded.
void settle_message(Connection& connection, domain::MessageRowId message,
                    std::optional<domain::Instant> at);

/// Changes nothing where the case is not in the status that the change starts from.
void set_status(Connection& connection, const domain::StatusChange& change);

}  // namespace redress::adapters
