#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/domain/report.hpp"

#include <optional>
#include <string>

namespace redress::adapters {

/// All cases with their courses, and the enquiries and compliments: a message that a person
/// corrected counts as what it was corrected to, a duplicate not at all.
domain::ReportMaterial read_report_material(Connection& connection);

bool is_noted(Connection& connection, const std::string& key);
std::optional<domain::Instant> in_use_since(Connection& connection);

}  // namespace redress::adapters
