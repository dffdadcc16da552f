#pragma once

#include "daemon/domain/command/command.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <string>
#include <string_view>

namespace redress::test {

/// A house with two people called Sam, on Friday 27 November 2026, 10:30 in London.
struct Desk {
  domain::Policy policy;
  domain::Staff staff;
  domain::WorkingCalendar calendar{calendar_of(domain::Nation::england_and_wales)};
  domain::TimeZone zone{domain::TimeZone::find("Europe/London").value()};
  domain::Instant now{domain::parse_rfc3339("2026-11-27T10:30:00Z").value()};

  Desk();
  domain::CommandContext context() const { return {policy, staff, calendar, zone, now}; }
  domain::Result<domain::Command> read(std::string_view text) const {
    return domain::parse_command(text, context());
  }
  /// The normal form, or "error: " and its text.
  std::string understood(std::string_view text) const {
    const auto command = read(text);
    return command ? command->understood : "error: " + command.error().text;
  }
};

inline domain::StaffMember member(std::string name, std::string_view address,
                                  std::vector<std::string> roles = {}) {
  return {
      std::move(name), domain::MailAddress::parse(address).value(), std::move(roles), {}, {}, {}};
}

inline Desk::Desk() {
  staff = {member("Jo Bloggs", "jo@example.org", {"complaints-manager"}),
           member("Sam Smith", "sam.smith@example.org", {"department-manager"}),
           member("Sam O'Brien", "sam.obrien@example.org"),
           member("Ann-Marie van Dyke", "am@example.org", {"customer service"})};
  policy.stages.push_back({.number = 1, .name = "First", .owner_role = "customer service"});
  policy.priorities = {{.name = "low"}, {.name = "medium", .standard = true}, {.name = "high"}};
  policy.areas = {{.name = "qualifications", .title = "Qualifications and assessment"},
                  {.name = "events", .title = "Events"}};
  policy.bodies = {{.name = "Example Study Centre"}, {.name = "Example Study Centre North"}};
  policy.behaviours = {{.category = "threat", .title = "Threats of harm"}, {.category = "insult"}};
  policy.measures = {
      {.name = "end-contact", .decided_by = {"manager"}},
      {.name = "end-contact-on-matter", .decided_by = {"manager"}},
      {.name = "route-contact", .decided_by = {"manager"}},
  };
  policy.referrals = {{.name = "police"}, {.name = "institute-secretary", .role = "secretary"}};
}

}  // namespace redress::test
