#pragma once

#include "daemon/adapters/sqlite/automatic_counts.hpp"
#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/change.hpp"

namespace redress::adapters {

/// What `decide` may know, as it stands in the caller's transaction, whose `counts` these are.
domain::Snapshot read_snapshot(Connection& connection, const domain::SnapshotQuery& query,
                               AutomaticCounts& counts);

/// For a new case of that prefix and year.
std::uint32_t next_case_number(Connection& connection, const std::string& prefix, int year);

/// Values as the database holds them. Each throws StoreFailure (store_damaged) for text that the
/// program cannot have written.
domain::MailAddress stored_address(const std::string& text);
domain::CaseReference stored_reference(const std::string& text);
template <class Value>
Value stored(std::optional<Value> value) {
  if (value) return *value;
  throw StoreFailure{domain::ErrorCode::store_damaged,
                     "the database holds a name that this program does not know; check the disk, "
                     "then restore a backup"};
}

}  // namespace redress::adapters
