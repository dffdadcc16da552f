#include "config/readers.hpp"
#include "config/section.hpp"
#include "config/server_reader.hpp"
#include "config/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

StaffMember read_member(const Section& section) {
  section.check_keys();
  StaffMember member{.name = section.text_or("name", ""),
                     .email = read_address(section, "email"),
                     .roles = section.texts("roles"),
                     .manager = section.text_or("manager", ""),
                     .deputy = section.text_or("deputy", ""),
                     .away = {}};
  if (section.has("roles") && member.roles.empty()) {
    section.add("roles", "this person has no role; write one like [\"complaints-manager\"]");
  }
  for (const auto& role : member.roles) {
    if (is_plain_name(role)) continue;
    section.add("roles",
                fmt::format("{} is no role; use letters, digits and \"-\"", in_quotes(role)));
  }
  for (const auto& text : section.texts("away")) {
    auto absence = parse_absence(text);
    if (absence) {
      member.away.push_back(*absence);
    } else {
      section.add("away", absence.error().text);
    }
  }
  return member;
}

void check_apart(const StaffMember& member, const std::vector<StaffMember>& earlier,
                 const Section& section) {
  for (const auto& other : earlier) {
    if (other.name == member.name) {
      section.add("name", fmt::format("{} stands here twice; take one out or tell them apart",
                                      in_quotes(member.name)));
    }
    if (other.email == member.email) {
      section.add("email",
                  fmt::format("{} has this address already; take one out", in_quotes(other.name)));
    }
  }
}

/// Somebody named as manager or deputy must be there, and be somebody else.
void check_named(const Section& section, std::string_view key, const std::string& named,
                 const StaffMember& member, const std::vector<StaffMember>& staff) {
  if (named.empty()) return;
  const bool known = std::any_of(staff.begin(), staff.end(),
                                 [&](const StaffMember& other) { return other.name == named; });
  if (!known) {
    section.add(key, fmt::format("{} is nobody of [[staff]]; add that person, or mend the name",
                                 in_quotes(named)));
  } else if (named == member.name) {
    section.add(key, "this is the same person; name somebody else");
  }
}

}  // namespace

std::vector<StaffMember> read_staff(const File& file) {
  const auto sections = file.sections("staff");
  std::vector<StaffMember> staff;
  for (const auto& section : sections) {
    auto member = read_member(section);
    check_apart(member, staff, section);
    staff.push_back(std::move(member));
  }
  for (std::size_t i = 0; i < staff.size(); ++i) {
    check_named(sections[i], "manager", staff[i].manager, staff[i], staff);
    check_named(sections[i], "deputy", staff[i].deputy, staff[i], staff);
  }
  return staff;
}

}  // namespace redress::config
