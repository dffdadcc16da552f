#pragma once

#include "daemon/adapters/sqlite/erasure_scope.hpp"
#include "daemon/domain/change.hpp"
#include "daemon/ports/personal_data.hpp"

namespace redress::adapters {

/// Name of the event that says what a run would erase.
inline constexpr std::string_view k_retention_listed = "retention_listed";

/// Throws StoreFailure (not_allowed) unless the newest list of that day, for the same moment, named
/// at least as many cases and messages: nothing goes that nobody could have seen.
void require_listed(Connection& connection, const ports::RetentionRun& run,
                    const ErasureScope& scope);

}  // namespace redress::adapters
