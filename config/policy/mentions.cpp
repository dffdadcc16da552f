#include "config/policy_file.hpp"
#include "config/values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

/// English needs no sign in a template's name.
constexpr std::string_view k_standard_language = "en";

bool contains(std::span<const std::string> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether anybody has the role. "manager" is any manager, by a role or as somebody's manager.
bool is_staffed(const domain::Staff& staff, std::string_view role) {
  if (domain::is_role_of(staff, role)) return true;
  if (role != domain::k_manager) return false;
  return domain::is_role_of(staff, domain::k_complaints_manager) ||
         domain::is_role_of(staff, domain::k_senior_management) ||
         std::any_of(staff.begin(), staff.end(),
                     [](const StaffMember& one) { return !one.manager.empty(); });
}

/// What is wrong with a letter, a language or a body; nothing where it is there.
std::string missing(const Mention& mention, const domain::Policy& policy, const Settings& settings,
                    std::span<const std::string> letters, std::span<const std::string> templates) {
  const auto& name = mention.names.front();
  switch (mention.what) {
    case Mention::What::letter:
      if (contains(letters, name)) return {};
      return fmt::format("there is no letter {}; write one of {}", in_quotes(name),
                         fmt::join(letters, ", "));
    case Mention::What::language: {
      const auto wanted = fmt::format("acknowledgement.{}.text", name);
      if (name == k_standard_language || contains(templates, wanted)) return {};
      return fmt::format(
          "no acknowledgement is written in {}; add the template {}.mustache, or "
          "take the language out",
          in_quotes(name), wanted);
    }
    case Mention::What::body: {
      const auto body =
          std::find_if(policy.bodies.begin(), policy.bodies.end(),
                       [&](const domain::OtherBody& one) { return one.name == name; });
      if (body == policy.bodies.end() || !body->contact.empty()) return {};
      return fmt::format(
          "the policy does not say how {} is reached; add [[body]] with name = {} "
          "and contact = [\"…\"] to {}",
          in_quotes(name), in_quotes(name), settings.file);
    }
    case Mention::What::role: break;
  }
  return {};
}

/// A `[[body]]` of the settings stands for one of the policy.
Result<void> check_bodies(const domain::Policy& policy, const Settings& settings) {
  for (const auto& body : settings.bodies) {
    std::vector<std::string> known;
    for (const auto& one : policy.bodies) known.push_back(in_quotes(one.name));
    if (contains(known, in_quotes(body.name))) continue;
    const auto mend = known.empty() ? std::string{"take the table out"}
                                    : fmt::format("it names {}", fmt::join(known, ", "));
    return fail(ErrorCode::settings,
                fmt::format("{}:{}: body.name: the policy does not name {}; {}", settings.file,
                            body.line, in_quotes(body.name), mend));
  }
  return {};
}

}  // namespace

Result<std::vector<std::string>> check_mentions(const PolicyFile& file,
                                                const domain::Policy& policy,
                                                const Settings& settings,
                                                std::span<const std::string> letters,
                                                std::span<const std::string> templates) {
  if (const auto bodies = check_bodies(policy, settings); !bodies) return bodies.error();
  std::vector<std::string> warnings;
  for (const auto& mention : file.mentions) {
    if (mention.what != Mention::What::role) {
      const auto wrong = missing(mention, policy, settings, letters, templates);
      if (wrong.empty()) continue;
      return fail(ErrorCode::settings, fmt::format("{}: {}", mention.place, wrong));
    }
    const auto& roles = mention.names;
    if (std::any_of(roles.begin(), roles.end(),
                    [&](const std::string& role) { return is_staffed(settings.staff, role); })) {
      continue;
    }
    warnings.push_back(fmt::format("{}: nobody has the role \"{}\"; give it to one [[staff]] of {}",
                                   mention.place, fmt::join(roles, "\" or \""), settings.file));
  }
  return warnings;
}

}  // namespace redress::config
