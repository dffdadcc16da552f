#include "daemon/domain/staff_mail/orders.hpp"

#include "daemon/domain/command/grammar_words.hpp"
#include "daemon/domain/command/verbs.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace redress::domain {
namespace {

constexpr std::string_view k_blanks = " \t\r";

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(k_blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(k_blanks) - first + 1);
}

/// The marker without its ornaments, which mail programs take for formatting: those are left alone.
std::string_view marker_words() {
  auto words = k_answer_marker;
  words.remove_prefix(words.find_first_not_of("= "));
  return words.substr(0, words.find_last_not_of("= ") + 1);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "/assign jo" and no path or fraction: a slash, and a letter behind it.
bool begins_command(std::string_view line) {
  return line.size() > 1 && line[0] == '/' && is_letter(line[1]);
}

/// Whether lines below it are its text. An unknown word keeps them, so that the letter under a
/// misspelt "/repsond" comes back whole in the answer and is not taken for a note.
bool takes_lines(std::string_view command) {
  const auto end = command.find_first_of(" \t:");
  const auto* row = find_verb(command.substr(1, end == std::string_view::npos ? end : end - 1));
  if (row == nullptr) return true;
  return row->text != TextNeed::none && !gives_reason(*row);
}

/// How people close a mail; in small letters, without what comes behind.
constexpr std::array<std::string_view, 12> k_closes{
    "kind regards", "best regards",    "regards",          "warm regards",
    "best wishes",  "yours sincerely", "yours faithfully", "many thanks",
    "thanks",       "thank you",       "all the best",     "with best wishes"};
constexpr std::size_t k_signature_lines = 8;

bool is_close(std::string_view line) {
  auto words = lower_case(without_blanks(line));
  words.erase(words.find_last_not_of(",.!") + 1);
  return std::find(k_closes.begin(), k_closes.end(), words) != k_closes.end();
}

void trim_end(std::string& text) {
  const auto last = text.find_last_not_of(" \t\r\n");
  text.erase(last == std::string::npos ? 0 : last + 1);
}

}  // namespace

StaffOrders read_orders(std::string_view text) {
  StaffOrders out;
  bool within = false;  // the lines belong to the last command
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = without_blanks(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.find(marker_words()) != std::string_view::npos) break;
    if (line.starts_with('>')) continue;
    if (begins_command(line)) {
      if (out.commands.size() == k_orders_max) {
        out.too_many = true;
        break;
      }
      out.commands.emplace_back(line);
      within = takes_lines(line);
      continue;
    }
    auto& into = within ? out.commands.back() : out.note;
    if (!into.empty()) into += '\n';
    into += line;
  }
  for (auto& command : out.commands) trim_end(command);
  trim_end(out.note);
  return out;
}

std::string without_sign_off(std::string_view text, std::string_view writer) {
  std::string kept{text};
  const auto name = lower_case(writer);
  std::size_t below = 0;
  bool named = false;
  for (auto end = text.size(); end > 0 && below <= k_signature_lines; ++below) {
    const auto start = text.rfind('\n', end - 1);
    if (start == std::string_view::npos) break;  // the command's own line
    const auto line = text.substr(start + 1, end - start - 1);
    if (is_close(line)) {
      if (named) kept.erase(start);
      break;
    }
    named = named || (!name.empty() && lower_case(line).find(name) != std::string::npos);
    end = start;
  }
  trim_end(kept);
  return kept;
}

}  // namespace redress::domain
