#pragma once

#include "config/policy_file.hpp"
#include "tests/unit/config/support.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace redress::test {

/// A pack as it is shipped, with the files that it includes.
inline config::PolicyFile shipped(const std::string& pack) {
  const auto folder = "config/policies/" + pack + "/";
  auto policy = config::read_policy_file(
      source_file(folder + "policy.toml"), folder + "policy.toml", [&](const std::string& path) {
        return domain::Result<config::IncludedText>{
            config::IncludedText{folder + path, source_file(folder + path)}};
      });
  if (!policy) throw std::runtime_error(policy.error().text);
  return std::move(*policy);
}

/// The least that a policy must hold: five lines.
inline constexpr std::string_view k_least_policy = R"(title = "Policy"
[[stage]]
name = "One"
owner = "complaints-manager"
handled_by = "the manager"
)";

/// Files that exist in the test alone, by the path that `include` names.
using Texts = std::map<std::string, std::string>;

inline domain::Result<config::PolicyFile> read_with(std::string_view text, const Texts& texts) {
  return config::read_policy_file(
      text, "p.toml", [&](const std::string& path) -> domain::Result<config::IncludedText> {
        const auto found = texts.find(path);
        if (found != texts.end()) return config::IncludedText{path, found->second};
        return domain::fail(domain::ErrorCode::settings, "there is no file " + path + "; mend it");
      });
}

}  // namespace redress::test
