#include "daemon/domain/command/grammar_values.hpp"

#include "daemon/domain/command/grammar_nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace redress::domain {
namespace {

using Values = std::vector<KnownValue>;
using A = ArgumentKind;

/// Words before a choice that people leave out: "by post".
constexpr std::array<std::string_view, 3> k_small_words{"by-", "on-", "in-"};

void add_choice(Values& values, std::string_view choice) {
  const auto key = key_of(choice);
  KnownValue value{std::string{choice}, std::string{choice}, {key}, {}};
  for (const auto small : k_small_words) {
    if (key.starts_with(small)) value.loose.push_back(key.substr(small.size()));
  }
  values.push_back(std::move(value));
}

Values choices(const ArgumentRow& argument) {
  Values values;
  for (const auto choice : argument.choices) add_choice(values, choice);
  if (!argument.choices.empty()) return values;
  for (const auto& row : verbs()) {
    const std::string name{row.name};
    values.push_back({name, name, {name, "/" + name}, {}});
  }
  return values;
}

/// Roles that somebody has, and those that the policy or the product speaks of.
std::set<std::string> roles_of(const CommandContext& context) {
  std::set<std::string> roles;
  const auto add = [&](const std::vector<std::string>& names) {
    roles.insert(names.begin(), names.end());
  };
  for (const auto name :
       {k_administrator, k_complaints_manager, k_manager, k_senior_management, k_duty}) {
    roles.emplace(name);
  }
  for (const auto& member : context.staff) add(member.roles);
  for (const auto& stage : context.policy.stages) roles.insert(stage.owner_role);
  for (const auto& area : context.policy.areas) roles.insert(area.owner_role);
  for (const auto& measure : context.policy.measures) add(measure.decided_by);
  for (const auto& referral : context.policy.referrals) {
    roles.insert(referral.role);
    add(referral.decided_by);
  }
  roles.erase("");
  return roles;
}

KnownValue value_of(const StaffMember& member) {
  KnownValue value{member.email.key(), member.name, {key_of(member.email.key())}, {}};
  const auto key = key_of(member.name);
  value.exact.push_back(key);
  const auto words = words_of(fold_head(member.name).text);
  if (words.size() > 1) {
    value.loose = {key_of(words.front().text), key_of(words.back().text)};
  }
  value.loose.push_back(key_of(member.email.key().substr(0, member.email.key().find('@'))));
  return value;
}

Values people_and_roles(const CommandContext& context) {
  Values values;
  for (const auto& member : context.staff) values.push_back(value_of(member));
  for (const auto& role : roles_of(context)) values.push_back({role, role, {key_of(role)}, {}});
  return values;
}

/// Rules of the policy by their names; titles serve too, where there are any.
template <class Rule>
Values named(const std::vector<Rule>& rules, std::string Rule::*name,
             std::string Rule::*title = nullptr) {
  Values values;
  for (const auto& rule : rules) {
    KnownValue value{rule.*name, rule.*name, {key_of(rule.*name)}, {}};
    if (title != nullptr) value.loose.push_back(key_of(rule.*title));
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace

bool is_counted(ArgumentKind kind) {
  switch (kind) {
    case A::staff:
    case A::choice:
    case A::priority:
    case A::area:
    case A::body:
    case A::behaviour:
    case A::measure:
    case A::referral: return true;
    default: return false;
  }
}

bool may_lack_address(const ArgumentRow& argument) {
  return argument.kind == A::person && shown_lead(argument) == "from";
}

std::vector<KnownValue> known_values(const ArgumentRow& argument, const CommandContext& context) {
  const auto& policy = context.policy;
  switch (argument.kind) {
    case A::choice: return choices(argument);
    case A::staff: return people_and_roles(context);
    case A::priority: return named(policy.priorities, &Priority::name);
    case A::area: return named(policy.areas, &Area::name, &Area::title);
    case A::body: return named(policy.bodies, &OtherBody::name);
    case A::behaviour:
      return named(policy.behaviours, &BehaviourRule::category, &BehaviourRule::title);
    case A::measure: return named(policy.measures, &Measure::name, &Measure::title);
    case A::referral: return named(policy.referrals, &Referral::name, &Referral::title);
    default: return {};
  }
}

std::size_t leads_before(const ArgumentRow& argument, std::span<const Word> words) {
  const auto leads = words_of(argument.leads);
  std::size_t count = 0;
  const auto passes = [&](const Word& word) {
    return (count > 0 && word.text == "the") ||
           std::any_of(leads.begin(), leads.end(),
                       [&](const Word& lead) { return lead.text == word.text; });
  };
  while (count < words.size() && passes(words[count])) ++count;
  return count;
}

std::string kind_text(const ArgumentRow& argument) {
  switch (argument.kind) {
    case A::staff: return "a member of staff by name or address, or a role";
    case A::date: return "a date, such as 12 March, 2027-03-12 or \"in 5 working days\"";
    case A::moment: return "when it was, such as 3 March 10:15 or yesterday 9am";
    case A::number: return "a whole number";
    case A::message: return "the number of a message, such as \"message 17\"";
    case A::person:
      return fmt::format("a person, such as Ann Example <ann@example.net>{}",
                         may_lack_address(argument) ? ", or a name alone" : "");
    case A::reference: return "another case's reference, such as CIM-2026-000123";
    default: break;
  }
  const std::vector<std::string> choices(argument.choices.begin(), argument.choices.end());
  if (argument.kind != A::choice) return fmt::format("a {} of the policy", argument.name);
  return choices.empty() ? "the name of a command" : one_of(choices);
}

std::string what_may_stand(const ArgumentRow& argument, const CommandContext& context) {
  if (!is_counted(argument.kind) || argument.kind == A::staff || argument.kind == A::choice) {
    return kind_text(argument);
  }
  std::vector<std::string> names;
  for (const auto& value : known_values(argument, context)) names.push_back(value.shown);
  if (names.empty()) return fmt::format("{}, which has none", kind_text(argument));
  return fmt::format("{}: {}", kind_text(argument), one_of(names));
}

}  // namespace redress::domain
