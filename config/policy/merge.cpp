#include "config/server_reader.hpp"
#include "config/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {

std::vector<std::string> policy_candidates(const Settings& settings, const std::string& share) {
  const auto& policy = settings.organisation.policy;
  auto first = beside(settings.file, policy);
  if (policy.starts_with('/')) return {first};
  return {first, fmt::format("{}/{}", share, policy)};
}

domain::Policy with_settings(domain::Policy policy, const Settings& settings) {
  const auto& organisation = settings.organisation;
  if (!organisation.policy_url.empty()) policy.url = organisation.policy_url;
  auto& closed = policy.closure_days;
  for (const auto& day : organisation.closure_days) {
    if (std::find(closed.begin(), closed.end(), day) == closed.end()) closed.push_back(day);
  }
  for (const auto& given : settings.bodies) {
    for (auto& body : policy.bodies) {
      if (body.name == given.name) body.contact = given.contact;
    }
  }
  return policy;
}

}  // namespace redress::config
