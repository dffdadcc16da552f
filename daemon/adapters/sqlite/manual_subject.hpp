#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/manual.hpp"

namespace redress::adapters {

/// The row that a person's order names, as it stands in the caller's transaction.
domain::ManualSubject read_manual_subject(Connection& connection, const domain::ManualOrder& order);

}  // namespace redress::adapters
