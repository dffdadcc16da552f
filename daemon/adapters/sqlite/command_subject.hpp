#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/ports/store.hpp"

namespace redress::adapters {

/// A case as its events tell it; nothing where there is no such case. Throws StoreFailure
/// (store_damaged) where the trail does not begin with the case's opening.
std::optional<domain::CaseFile> read_case_file(Connection& connection,
                                               const domain::CaseReference& reference);

/// The trail of a case, oldest first; none where there is no such case.
std::vector<domain::CaseEvent> read_case_trail(Connection& connection,
                                               const domain::CaseReference& reference);

/// Replays every case, and compares it with the tables that are written from it. Error:
/// store_damaged, naming the first case that differs.
domain::Result<void> verify_cases(Connection& connection);

/// What a person's command looks at.
ports::CommandSubject read_command_subject(Connection& connection,
                                           const ports::CommandQuery& query);

}  // namespace redress::adapters
