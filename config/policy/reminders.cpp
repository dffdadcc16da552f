#include "config/policy/parts.hpp"
#include "daemon/domain/deadline.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::config {
namespace {

constexpr int k_days_most = 60;

constexpr auto k_kinds = domain::name_table<domain::DeadlineKind>({
    {domain::DeadlineKind::acknowledge, "acknowledge"},
    {domain::DeadlineKind::contact, "contact"},
    {domain::DeadlineKind::respond, "respond"},
    {domain::DeadlineKind::act, "act"},
    {domain::DeadlineKind::review, "review"},
});

bool is_of_the_owner(std::string_view to) {
  return to == domain::k_to_owner || to == domain::k_to_deputy || to == domain::k_to_manager;
}

domain::ReminderRule read_rung(const Section& section, PolicyFile& out) {
  section.check_keys();
  domain::ReminderRule rule;
  rule.at = static_cast<int>(section.number("at", -k_days_most, k_days_most).value_or(0));
  rule.to = is_of_the_owner(section.text_or("to", "")) ? section.text_or("to", "")
                                                       : read_role(section, "to", out);
  if (section.has("kind")) {
    rule.kind = section.choice("kind", k_kinds, domain::DeadlineKind::respond);
  }
  return rule;
}

}  // namespace

void read_ladder(const File& input, PolicyFile& out) {
  if (!input.has("reminder")) return;
  auto& ladder = out.policy.reminders;
  ladder.clear();
  for (const auto& section : input.sections("reminder")) {
    auto rule = read_rung(section, out);
    const bool twice = std::any_of(ladder.begin(), ladder.end(), [&](const auto& other) {
      return other.at == rule.at && other.to == rule.to && other.kind == rule.kind;
    });
    if (twice && !rule.to.empty()) {
      section.add("at", fmt::format("the reminder of {} at {} stands here twice; take one out",
                                    in_quotes(rule.to), rule.at));
    }
    ladder.push_back(std::move(rule));
  }
}

}  // namespace redress::config
