#include "daemon/domain/command/grammar_words.hpp"

#include <array>
#include <cstdint>

namespace redress::domain {
namespace {

struct Character {
  char32_t code{};
  std::size_t bytes{1};
};

constexpr char32_t k_invalid = 0xFFFFFFFF;

/// RFC 3629: shortest forms only, no surrogates.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {k_invalid, 1};
  constexpr std::array<unsigned, 5> k_bits{0, 0, 0x1F, 0x0F, 0x07};
  char32_t code = first & k_bits[length];
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {k_invalid, 1};
    code = (code << 6U) | (byte(at + i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> k_least{0, 0, 0x80, 0x800, 0x10000};
  const bool good = code >= k_least[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  return good ? Character{code, length} : Character{k_invalid, 1};
}

constexpr bool between(char32_t code, char32_t first, char32_t last) {
  return code >= first && code <= last;
}

bool is_space(char32_t code) {
  return code == ' ' || code == '\t' || code == 0xA0 || code == 0x1680 ||
         between(code, 0x2000, 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000;
}

bool ends_line(char32_t code) {
  return code == '\n' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/// What is not seen: control characters, marks of direction, soft hyphens.
bool is_unseen(char32_t code) {
  return code < 0x20 || between(code, 0x7F, 0x9F) || code == 0xAD || code == 0x200B ||
         code == 0x200E || code == 0x200F || code == 0x061C || between(code, 0x202A, 0x202E) ||
         between(code, 0x2060, 0x2069) || code == 0xFEFF || between(code, 0xE0000, 0xE007F);
}

/// What stands for a character in a head, or 0 for the character itself.
char simple(char32_t code) {
  if (code == '"' || between(code, 0x201C, 0x201F) || code == 0xAB || code == 0xBB) return ' ';
  if (code == 0x2018 || code == 0x2019 || code == 0x201B || code == 0xB4 || code == '`')
    return '\'';
  if (between(code, 0x2010, 0x2015) || code == 0x2212) return '-';
  return code == 0xFF1A ? ':' : '\0';
}

bool joins(char32_t code) {
  return code == 0x200C || code == 0x200D;
}

constexpr std::string_view k_before_word = "'([";
constexpr std::string_view k_after_word = ",.;!')]";

std::string_view bare(std::string_view word) {
  const auto first = word.find_first_not_of(k_before_word);
  if (first == std::string_view::npos) return {};
  word.remove_prefix(first);
  const auto last = word.find_last_not_of(k_after_word);
  return last == std::string_view::npos ? std::string_view{} : word.substr(0, last + 1);
}

}  // namespace

bool is_blank(char c) {
  return c == ' ' || c == '\n';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower_case(std::string_view text) {
  std::string out{text};
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

std::string clean_command(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto [code, bytes] = character_at(text, i);
    const bool before_line_feed = i + 1 < text.size() && text[i + 1] == '\n';
    if (code == k_invalid) {
      out += '?';
    } else if (ends_line(code) || (code == '\r' && !before_line_feed)) {
      out += '\n';
    } else if (is_space(code)) {
      out += ' ';
    } else if (!is_unseen(code)) {
      out += text.substr(i, bytes);
    }
    i += bytes;
  }
  return std::string{trimmed(out)};
}

FoldedHead fold_head(std::string_view clean) {
  FoldedHead out;
  for (std::size_t i = 0; i < clean.size();) {
    const auto [code, bytes] = character_at(clean, i);
    const auto as = simple(code);
    const auto kept = as != '\0' ? std::string_view{&as, 1} : clean.substr(i, bytes);
    if (!joins(code)) {
      out.text += kept;
      out.origin.insert(out.origin.end(), kept.size(), i);
    }
    i += bytes;
  }
  out.origin.push_back(clean.size());
  return out;
}

std::vector<Word> words_of(std::string_view folded) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < folded.size();) {
    if (is_blank(folded[i])) {
      ++i;
      continue;
    }
    auto end = i;
    while (end < folded.size() && !is_blank(folded[end])) ++end;
    const auto word = bare(folded.substr(i, end - i));
    if (!word.empty()) words.push_back({lower_case(word), i, end});
    i = end;
  }
  return words;
}

std::string key_of(std::string_view name) {
  std::string key;
  for (const auto& word : words_of(fold_head(name).text)) {
    if (!key.empty()) key += '-';
    key += word.text;
  }
  std::string out;
  for (const char c : key) {
    const bool gap = c == '-' || c == '_';
    if (!gap) out += c;
    if (gap && !out.empty() && out.back() != '-') out += '-';
  }
  return out;
}

std::string excerpt(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string{text};
  std::size_t end = 0;
  while (end + character_at(text, end).bytes <= bytes) end += character_at(text, end).bytes;
  return std::string{text.substr(0, end)} + "…";
}

}  // namespace redress::domain
