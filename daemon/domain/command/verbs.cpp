#include "daemon/domain/command/verb_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

using A = ArgumentKind;
using verb_table::k_verbs;

/// Lower case, with "-" for "_" and spaces.
std::string plain(std::string_view name) {
  std::string out{name};
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == '_' || c == ' ') c = '-';
  }
  return out;
}

std::string upper(std::string_view name) {
  std::string out{name};
  for (auto& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return out;
}

/// A group begins with its first row.
struct GroupStart {
  std::string_view title;
  Verb first;
};
constexpr std::array k_groups{
    GroupStart{"Handling", Verb::assign},    GroupStart{"Acknowledgement", Verb::ack},
    GroupStart{"Time", Verb::ask},           GroupStart{"Finding out", Verb::investigate},
    GroupStart{"The answer", Verb::outcome}, GroupStart{"Other ends", Verb::merge},
    GroupStart{"People", Verb::third_party}, GroupStart{"Behaviour", Verb::incident},
    GroupStart{"The desk", Verb::release},
};

}  // namespace

std::span<const VerbRow> verbs() {
  return k_verbs;
}

const VerbRow& row_of(Verb verb) {
  return *std::find_if(k_verbs.begin(), k_verbs.end(),
                       [&](const VerbRow& row) { return row.verb == verb; });
}

const VerbRow* find_verb(std::string_view name) {
  const auto wanted = plain(name);
  const auto found = std::find_if(k_verbs.begin(), k_verbs.end(),
                                  [&](const VerbRow& row) { return row.name == wanted; });
  return found == k_verbs.end() ? nullptr : &*found;
}

std::string_view to_string(Rank rank) {
  switch (rank) {
    case Rank::staff: return "everybody who deals with the case";
    case Rank::owner: return "its owner, the role of its stage or area, a complaints manager";
    case Rank::manager: return "a manager";
    case Rank::rule: return "whoever the policy names for it";
  }
  return {};
}

std::vector<VerbGroup> verb_groups() {
  std::vector<VerbGroup> groups;
  for (const auto& row : k_verbs) {
    const auto start = std::find_if(k_groups.begin(), k_groups.end(), [&](const GroupStart& group) {
      return group.first == row.verb;
    });
    if (start != k_groups.end()) groups.push_back({start->title, {&row, 0}});
    auto& rows = groups.back().rows;
    rows = {rows.data(), rows.size() + 1};
  }
  return groups;
}

std::string_view shown_lead(const ArgumentRow& argument) {
  return argument.leads.substr(0, argument.leads.find(' '));
}

std::string placeholder(const ArgumentRow& argument) {
  switch (argument.kind) {
    case A::date: return "DATE";
    case A::moment: return "TIME";
    case A::number: return "NUMBER";
    case A::message: return "message NUMBER";
    case A::person: return "NAME <ADDRESS>";
    case A::reference: return "REFERENCE";
    default: break;
  }
  if (argument.choices.empty()) return upper(argument.name);
  return fmt::format("{}", fmt::join(argument.choices, "|"));
}

bool gives_reason(const VerbRow& row) {
  return row.text_name == "reason";
}

std::string usage(const VerbRow& row) {
  auto out = fmt::format("/{}", row.name);
  for (const auto& argument : row.arguments) {
    const auto lead = shown_lead(argument);
    const auto text = fmt::format("{}{}{}", lead, lead.empty() ? "" : " ", placeholder(argument));
    out += argument.required ? fmt::format(" {}", text) : fmt::format(" [{}]", text);
  }
  if (row.confirm) out += " yes";
  const auto text = fmt::format("{} {}", gives_reason(row) ? "because" : ":", upper(row.text_name));
  if (row.text == TextNeed::required) out += (gives_reason(row) ? " " : "") + text;
  if (row.text == TextNeed::optional) out += fmt::format(" [{}]", text);
  return out;
}

}  // namespace redress::domain
