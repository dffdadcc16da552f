#pragma once

#include "daemon/domain/command/verb_table.hpp"

#include <algorithm>

/// What must hold of the table of words. A row that breaks it does not compile.
namespace redress::domain::verb_table {

constexpr bool reads_only(const VerbRow& row) {
  return row.verb == Verb::show || row.verb == Verb::help;
}

constexpr bool one_row_a_verb() {
  for (const auto& row : k_verbs) {
    const auto same = [&](const VerbRow& other) {
      return other.verb == row.verb || other.name == row.name;
    };
    if (std::count_if(k_verbs.begin(), k_verbs.end(), same) != 1) return false;
  }
  return k_verbs.size() == static_cast<std::size_t>(Verb::help) + 1;
}
static_assert(one_row_a_verb(), "every verb has one row, and every row a name of its own");

constexpr bool every_change_has_its_event() {
  for (const auto& row : k_verbs) {
    if (row.event.empty() != reads_only(row)) return false;
  }
  return true;
}
static_assert(every_change_has_its_event(), "what a person does stands in the audit trail");

/// A refusal says what would be allowed; what is allowed anywhere is never refused for its state.
constexpr bool every_refusal_says_what_instead() {
  for (const auto& row : k_verbs) {
    const bool anywhere = std::all_of(k_case_statuses.begin(), k_case_statuses.end(),
                                      [&](CaseStatus status) { return row.states.has(status); });
    if (row.instead.empty() != anywhere) return false;
  }
  return true;
}
static_assert(every_refusal_says_what_instead());

constexpr bool what_takes_back_is_a_verb() {
  for (const auto& row : k_verbs) {
    if (row.undo.empty()) continue;
    const auto is_it = [&](const VerbRow& other) { return other.name == row.undo.substr(1); };
    if (row.undo.front() != '/' || std::none_of(k_verbs.begin(), k_verbs.end(), is_it)) {
      return false;
    }
  }
  return true;
}
static_assert(what_takes_back_is_a_verb());

/// The states that some verb leads to from this one.
constexpr States states_after(CaseStatus status) {
  States after{};
  for (const auto& row : k_verbs) {
    if (row.states.has(status) && row.leads_to) after.bits |= States::bit(*row.leads_to);
  }
  return after;
}

/// Where a case may get to from this state, in any number of steps.
constexpr States reached_from(CaseStatus status) {
  auto reached = states_after(status);
  for (std::size_t round = 0; round < k_case_statuses.size(); ++round) {
    for (const auto next : k_case_statuses) {
      if (reached.has(next)) reached.bits |= states_after(next).bits;
    }
  }
  return reached;
}

constexpr bool every_state_has_a_way_on_and_an_end() {
  return std::all_of(k_case_statuses.begin(), k_case_statuses.end(), [](CaseStatus status) {
    const auto elsewhere = states_after(status).bits & ~States::bit(status);
    return elsewhere != 0 && reached_from(status).has(CaseStatus::closed);
  });
}
static_assert(every_state_has_a_way_on_and_an_end());

}  // namespace redress::domain::verb_table
