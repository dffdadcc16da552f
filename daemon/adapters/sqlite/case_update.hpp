#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"

namespace redress::adapters {

/// Writes how a case stands into its tables, within the caller's transaction. `fresh`: the case was
/// inserted in this transaction, with its complainant, and has no other rows yet. Deadlines: a row
/// that is as it was stays; one that moved is superseded and a new one stands for it; one whose
/// promise was taken back counts as reopened. Throws as `apply_change` says.
void write_case(Connection& connection, const domain::CaseUpdate& update, bool fresh);

}  // namespace redress::adapters
