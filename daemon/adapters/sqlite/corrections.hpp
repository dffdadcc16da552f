#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/adapters/sqlite/register_rows.hpp"

namespace redress::adapters {

/// What a person says that a message is, with what was read in it until now.
void insert_correction(Connection& connection, const domain::Correction& correction);

/// The newest correction of each message, oldest message first.
std::vector<CorrectionRow> read_corrections(Connection& connection);

}  // namespace redress::adapters
