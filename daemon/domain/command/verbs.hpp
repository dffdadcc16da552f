#pragma once

#include "daemon/domain/case.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// The words of staff's command language. One row of `verbs()` defines each: grammar, help, manual
/// page, completion and tests are made from it.
enum class Verb {
  assign,
  priority,
  area,
  standing,
  note,
  record,
  ack,
  waive_ack,
  contacted,
  ask,
  pause,
  resume,
  extend,
  investigate,
  outcome,
  respond,
  no_further,
  close,
  escalate,
  stage,
  reopen,
  merge,
  withdraw,
  redirect,
  not_a_complaint,
  complaint,
  third_party,
  adjust,
  staff_named,
  tell,
  heard,
  manager,
  incident,
  warn,
  restrict,
  lift,
  refer,
  action,
  done,
  release,
  discard,
  log,
  show,
  help,
};

/// Who may. The owner of a case counts as `owner`, and so do whoever has the role of its stage or
/// area; `manager` is the owner's line manager too.
enum class Rank {
  staff,    ///< anybody whom the case concerns
  owner,    ///< owner, role of the stage or area, complaints-manager, administrator
  manager,  ///< complaints-manager, manager, senior-management, the owner's line manager
  rule,     ///< whom the policy's rule names (measure, referral)
};
std::string_view to_string(Rank rank);  ///< as help says it

enum class ArgumentKind {
  staff,      ///< name or address of a member of staff, or a role
  choice,     ///< one of `choices`
  priority,   ///< of the policy
  area,       ///< of the policy
  body,       ///< of the policy: out of scope, or first elsewhere
  behaviour,  ///< category of the policy
  measure,    ///< of the policy
  referral,   ///< of the policy
  date,       ///< "12 March", "2026-03-12", "in 5 working days", "tomorrow"
  moment,     ///< a date with or without a time of day: "3 March 10:15"
  number,     ///< whole, from 1
  message,    ///< "message 17": a row of the ledger
  person,     ///< "Ann Example <ann@example.net>"
  reference,  ///< another case
};

struct ArgumentRow {
  std::string_view name;  ///< key of Command::words, and as help shows it
  ArgumentKind kind{};
  bool required{};
  /// Words that may stand before it ("until", "by"), separated by spaces; they are passed over. The
  /// first one is shown; where a space comes first, none is.
  std::string_view leads{};
  std::span<const std::string_view> choices{};  ///< of kind choice
};

enum class TextNeed { none, optional, required };

/// A set of states.
struct States {
  std::uint16_t bits{};
  constexpr States(std::initializer_list<CaseStatus> states) {
    for (const auto state : states) bits = static_cast<std::uint16_t>(bits | bit(state));
  }
  constexpr bool has(CaseStatus state) const { return (bits & bit(state)) != 0; }
  static constexpr std::uint16_t bit(CaseStatus state) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(state));
  }
};

struct VerbRow {
  Verb verb{};
  std::string_view name;  ///< without the slash: "waive-ack"
  std::span<const ArgumentRow> arguments;
  TextNeed text{};             ///< after ":" or "because"
  std::string_view text_name;  ///< what the text is: "reason", "the letter's words"
  Rank rank{};
  States states;  ///< in which it may be given
  std::optional<CaseStatus>
      leads_to{};            ///< the state after it; absent: see its handler, or the same
  bool outward{};            ///< writes to somebody outside
  bool confirm{};            ///< wants a "yes": it cannot simply be undone
  std::string_view event;    ///< in the audit trail: "assigned"; empty: changes nothing
  std::string_view undo;     ///< the command that takes it back; empty: none does
  std::string_view instead;  ///< what would be allowed where the state forbids it
  std::string_view help;     ///< one sentence
};

std::span<const VerbRow> verbs();
const VerbRow& row_of(Verb verb);

/// Rows that help shows under one title; together they are the table, in its order.
struct VerbGroup {
  std::string_view title;
  std::span<const VerbRow> rows;
};
std::vector<VerbGroup> verb_groups();

/// By name, in any case of letters, "_" and spaces as "-". Null where it is none.
const VerbRow* find_verb(std::string_view name);
/// The lead that is shown before an argument: "until"; may be empty.
std::string_view shown_lead(const ArgumentRow& argument);
/// What stands for an argument: "STAFF", "upheld|partly upheld|not upheld", "DATE".
std::string placeholder(const ArgumentRow& argument);
/// Whether its text follows "because" rather than ":".
bool gives_reason(const VerbRow& row);
/// "/assign to STAFF [because REASON]".
std::string usage(const VerbRow& row);

}  // namespace redress::domain
