#include "daemon/domain/command/command.hpp"
#include "daemon/domain/command/command_help.hpp"
#include "daemon/domain/command/grammar_values.hpp"

#include <fmt/format.h>

namespace redress::domain {
namespace {

/// Text in roff (groff_man(7)): hyphens that stay what they are, no line that is a request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-' || c == '\\') out += '\\';
    out += c == '\\' ? 'e' : c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string entry(const VerbRow& row) {
  auto out = fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(usage(row)), roff(row.help));
  out += roff(fmt::format("Who: {}. {}. {}", to_string(row.rank), capital(states_text(row.states)),
                          capital(effect_text(row))));
  if (!row.undo.empty()) out += roff(fmt::format(" Undo: {}.", row.undo));
  out += "\n.br\n";
  const auto examples = examples_of(row.verb);
  return out +
         fmt::format("Examples: \\fI{}\\fR; \\fI{}\\fR\n", roff(examples[0]), roff(examples[1]));
}

}  // namespace

std::string command_manual() {
  std::string out;
  for (const auto& group : verb_groups()) {
    out += fmt::format(".SS {}\n", group.title);
    for (const auto& row : group.rows) out += entry(row);
  }
  return out;
}

}  // namespace redress::domain
