#include "templates/names.hpp"

#include "templates/text.hpp"

namespace redress::templates {
namespace {

constexpr std::size_t k_greeting_chars = 50;
constexpr std::size_t k_greeting_words = 6;  // a name, not a sentence

constexpr bool is_ascii_letter(char32_t code) {
  return (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z');
}

/// Letters and marks, roughly: what lies outside ASCII and is no punctuation, symbol or private
/// use.
constexpr bool is_letter(char32_t code) {
  if (code < 0x80) return is_ascii_letter(code);
  const bool symbol = (code >= 0x80 && code < 0xC0) || code == 0xD7 || code == 0xF7 ||
                      (code >= 0x2000 && code < 0x2C00) || (code >= 0x2E00 && code < 0x3005) ||
                      (code >= 0xE000 && code < 0xF900) || (code >= 0xFE00 && code < 0xFE70) ||
                      (code >= 0xFF00 && code < 0xFF21) || (code >= 0xFFF0 && code < 0x10000) ||
                      (code >= 0x1D000 && code < 0x20000) || code >= 0xE0000;
  return !symbol;
}

constexpr bool is_apostrophe(char32_t code) {
  return code == U'\'' || code == 0x2019;
}

}  // namespace

std::string greeting_name(std::string_view display_name) {
  std::string name = one_line(display_name, k_greeting_chars + 1);
  if (character_count(name) > k_greeting_chars) return {};
  std::size_t words = 1;
  bool any_letter = false;
  bool stop = false;  // the character before was a full stop: only a space may follow ("J. Smith")
  for (std::string_view rest = name; !rest.empty();) {
    const Character next = first_character(rest);
    rest.remove_prefix(next.bytes);
    const bool space = next.code == U' ';
    const bool letter = is_letter(next.code);
    if (stop && !space) return {};
    if (!letter && !space && next.code != U'-' && next.code != U'.' && !is_apostrophe(next.code)) {
      return {};
    }
    stop = next.code == U'.';
    any_letter = any_letter || letter;
    if (space) ++words;
  }
  return any_letter && words <= k_greeting_words ? name : std::string{};
}

}  // namespace redress::templates
