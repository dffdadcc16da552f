#pragma once

#include "daemon/domain/staff.hpp"
#include "tests/unit/domain/calendar_support.hpp"

namespace redress::test {

inline domain::StaffMember person(const std::string& name, std::vector<std::string> roles,
                                  std::string deputy = {}, std::string manager = {}) {
  return {.name = name,
          .email = domain::MailAddress::parse(name + "@example.org").value(),
          .roles = std::move(roles),
          .manager = std::move(manager),
          .deputy = std::move(deputy),
          .away = {}};
}

/// Two of customer service, who stand in for each other; their manager; complaints manager and
/// administrator; a head whom nobody names.
inline domain::Staff house() {
  return {person("ann", {"customer-service"}, "bob", "max"),
          person("bob", {"customer-service"}, "ann", "max"),
          person("max", {"manager"}, "", "head"),
          person("jo", {"complaints-manager"}, "ann"),
          person("root", {"administrator"}),
          person("head", {"senior-management"})};
}

inline domain::MailAddress address(const std::string& name) {
  return domain::MailAddress::parse(name + "@example.org").value();
}

inline std::string names_of(const std::vector<const domain::StaffMember*>& people) {
  std::string names;
  for (const auto* one : people) names += (names.empty() ? "" : " ") + one->name;
  return names;
}

}  // namespace redress::test
