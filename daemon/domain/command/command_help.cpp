#include "daemon/domain/command/command_help.hpp"

#include "daemon/domain/command/command.hpp"
#include "daemon/domain/command/grammar_nearest.hpp"
#include "daemon/domain/command/grammar_values.hpp"

#include <fmt/format.h>

#include <vector>

namespace redress::domain {
namespace {

constexpr std::size_t k_label = 10;  ///< columns before what a line of one verb's help says

std::string labelled(std::string_view label, std::string_view text) {
  auto lines = wrapped(text, k_label);
  return lines.replace(2, label.size(), label);
}

std::string in_words(CaseStatus status) {
  std::string out{to_string(status)};
  for (auto& c : out) c = c == '_' ? ' ' : c;
  return out;
}

/// Long lists of choices may break between them.
std::string usage_lines(const VerbRow& row, std::size_t indent) {
  constexpr std::size_t k_short = 64;
  std::string text;
  for (const char c : usage(row)) text += c == '|' ? std::string{" | "} : std::string{c};
  return wrapped(text.size() <= k_short ? usage(row) : text, indent).erase(0, 4);
}

std::string page() {
  std::string out =
      wrapped(
          "A command is a word with a slash, what it takes, and a text after \":\" or "
          "\"because\". What stands in square brackets may be left out; the order and the case of "
          "letters do not matter.",
          0) +
      "\n" +
      wrapped(
          "DATE: 12 March, 2027-03-12, Friday, in 5 working days. TIME: 3 March 10:15, yesterday "
          "9am. STAFF: a name, a first name, an address or a role.",
          0);
  for (const auto& group : verb_groups()) {
    out += fmt::format("\n{}\n", group.title);
    for (const auto& row : group.rows) {
      out += usage_lines(row, 6);
      out += wrapped(row.help, 6);
    }
  }
  return out + "\n/help COMMAND says more of one.\n";
}

std::string of_one(const VerbRow& row) {
  auto out = usage_lines(row, 4);
  out += "\n" + wrapped(row.help, 2) + "\n";
  for (const auto& argument : row.arguments) {
    if (argument.kind == ArgumentKind::choice && !argument.choices.empty()) continue;
    out += labelled("Takes", fmt::format("{}: {}.", placeholder(argument), kind_text(argument)));
  }
  out += labelled("Who", fmt::format("{}.", to_string(row.rank)));
  out += labelled("When", fmt::format("{}.", states_text(row.states)));
  if (!row.instead.empty()) out += labelled("Else", fmt::format("{}.", row.instead));
  if (row.leads_to)
    out += labelled("Then", fmt::format("the case is {}.", in_words(*row.leads_to)));
  out += labelled("Effect", effect_text(row));
  if (row.confirm)
    out += labelled("Wants", "\"yes\" before its text, because it cannot simply be undone.");
  if (!row.undo.empty()) out += labelled("Undo", fmt::format("{}.", row.undo));
  out += "\n  Examples\n";
  for (const auto example : examples_of(row.verb)) out += wrapped(example, 6).erase(0, 2);
  return out;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (const auto& word : words_of(text)) {
    const auto written = text.substr(word.begin, word.end - word.begin);
    if (column > 0 && column + 1 + written.size() > width) {
      out += '\n';
      column = 0;
    }
    out += column == 0 ? std::string(indent, ' ') : std::string{' '};
    column += (column == 0 ? indent : 1) + written.size();
    out += written;
  }
  return out + "\n";
}

std::string states_text(const States& states) {
  std::vector<std::string> names;
  bool open = true;
  for (const auto status : k_case_statuses) {
    if (states.has(status)) names.push_back(in_words(status));
    open = open && states.has(status) == is_open(status);
  }
  if (names.size() == k_case_statuses.size()) return "always";
  return open ? "while the case is open" : fmt::format("while the case is {}", one_of(names));
}

std::string effect_text(const VerbRow& row) {
  if (row.event.empty()) return "changes nothing.";
  return fmt::format("{}the trail says \"{}\".", row.outward ? "may write to people outside; " : "",
                     row.event);
}

std::string command_help(const VerbRow* only) {
  return only == nullptr ? page() : of_one(*only);
}

}  // namespace redress::domain
