#include "parsers/text/quote_lines.hpp"

#include "parsers/ascii.hpp"
#include "parsers/text/html_text.hpp"
#include "parsers/text/quote_tables.hpp"

#include <algorithm>

namespace redress::parsers {
namespace {

constexpr std::size_t k_header_line_bytes = 1000;
constexpr std::size_t k_label_bytes = 40;
constexpr std::size_t k_separator_bytes = 120;
constexpr std::size_t k_device_line_bytes = 120;
constexpr std::size_t k_disclaimer_label_bytes = 40;  // "Example Council Disclaimer: …"
constexpr std::size_t k_initials = 3;
constexpr std::string_view k_wide_colon = "\xEF\xBC\x9A";
constexpr std::string_view k_hard_blank = "\xC2\xA0";
constexpr std::string_view k_tracker_sign = "\xE1\x90\xA7";  // U+1427, left by a tracking program

template <class Table>
bool starts_with_any(std::string_view line, const Table& table) {
  return std::any_of(table.begin(), table.end(),
                     [line](auto start) { return ascii::starts_with(line, start); });
}

/// Without emphasis ("*From:*") and quotation dashes around it.
std::string_view bare(std::string_view line, std::string_view around) {
  const auto first = line.find_first_not_of(around);
  if (first == line.npos) return {};
  return line.substr(first, line.find_last_not_of(around) - first + 1);
}

/// What stands before the colon of a header line; empty where there is none.
std::string_view label(std::string_view line) {
  if (line.size() > k_header_line_bytes) return {};
  const auto start = bare(line, " \t*_>|\x01").substr(0, k_label_bytes);
  const auto colon = std::min(start.find(':'), start.find(k_wide_colon));
  if (colon == start.npos) return {};
  auto name = bare(start.substr(0, colon), " \t*_");
  if (name.ends_with(k_hard_blank)) name.remove_suffix(k_hard_blank.size());
  return name;
}

template <class Table>
bool is_any(std::string_view text, const Table& table) {
  return std::any_of(table.begin(), table.end(),
                     [text](auto one) { return ascii::equal(text, one); });
}

/// "JB> …", as some programs mark whom they quote.
bool has_initials(std::string_view line) {
  std::size_t letters = 0;
  while (letters < line.size() && line[letters] >= 'A' && line[letters] <= 'Z') ++letters;
  if (letters == 0 || letters > k_initials || letters >= line.size()) return false;
  const auto rest = line.substr(letters);
  return rest == ">" || rest.starts_with("> ");
}

/// ">>> Jo <jo@example.org> 01/10/2026 16:12 >>>", below which nothing is marked.
bool is_arrowed(std::string_view line) {
  constexpr std::string_view k_arrows = ">>>";
  const auto text = ascii::trimmed(line);
  if (text.size() > k_separator_bytes || text.size() < 2 * k_arrows.size()) return false;
  return text.starts_with(k_arrows) && text.ends_with(k_arrows) &&
         text.find_first_of("@0123456789") != text.npos;
}

}  // namespace

bool is_quoted_line(std::string_view line) {
  if (line.starts_with(k_quote_mark)) return true;
  if (is_arrowed(line)) return false;
  const auto text = line.find_first_not_of(" \t");
  return text != line.npos && text <= 3 && (line[text] == '>' || has_initials(line.substr(text)));
}

bool is_quote_separator(std::string_view line) {
  if (is_arrowed(line)) return true;
  const auto text = bare(line, " \t*");
  if (text.size() > k_separator_bytes) return false;
  if (starts_with_any(text, k_bare_separators)) return true;
  const auto phrase = bare(text, " \t-_*=#~");
  // Dashes must stand there: "the original message was rude" is somebody's sentence.
  if (!text.starts_with("--") && !text.starts_with("__") && !text.starts_with("==") &&
      !text.starts_with("##") && !text.starts_with("~~")) {
    return false;
  }
  return std::any_of(k_separators.begin(), k_separators.end(),
                     [phrase](auto words) { return ascii::contains(phrase, words); });
}

bool is_quoted_from(std::string_view line) {
  return is_any(label(line), k_from_labels);
}

bool is_quoted_header(std::string_view line) {
  return is_any(label(line), k_header_labels);
}

bool is_quoted_sent(std::string_view line) {
  const auto name = label(line);
  return ascii::equal(name, "sent") || ascii::equal(name, "gesendet") ||
         ascii::equal(name, "message du");
}

bool is_signature_delimiter(std::string_view line) {
  return line == "-- " || line == "--" || line == "--\xC2\xA0" || line == "- -- ";
}

bool is_device_signature(std::string_view line, bool apart) {
  const auto text = bare(line, " \t<([");
  if (text.size() > k_device_line_bytes) return false;
  if (text == k_tracker_sign || starts_with_any(text, k_devices)) return true;
  return apart && !text.ends_with('.') && !text.ends_with(':') &&
         starts_with_any(text, k_loose_devices);
}

bool starts_disclaimer(std::string_view line) {
  const auto text = bare(line, " \t*_-");
  if (ascii::contains(text.substr(0, k_disclaimer_label_bytes), "disclaimer:")) return true;
  return starts_with_any(text, k_disclaimers);
}

}  // namespace redress::parsers
