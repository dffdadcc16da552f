#pragma once

#include "daemon/domain/policy.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace redress::ctl {

/// "2 working days".
std::string limit_length(const domain::Limit& limit);
/// "2 working days from receipt".
std::string limit_text(const domain::Limit& limit);

/// The whole policy for a person, to standard output: stages with their limits and clauses first,
/// then who decides what.
void print_policy(const domain::Policy& policy);

/// The whole policy, under the names of redress-policy(5) where they say enough.
nlohmann::ordered_json to_json(const domain::Policy& policy);

}  // namespace redress::ctl
