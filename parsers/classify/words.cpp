#include "parsers/classify/words.hpp"

#include "parsers/ascii.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

namespace redress::parsers {
namespace {

/// Base letters of U+00C0 to U+017F, in order; '?' keeps the character as it is.
constexpr std::string_view k_base_letters =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllll"
    "llnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(k_base_letters.size() == 0x180 - 0xC0);

constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
/// Letters and digits of ASCII, lower-cased; every other byte 0.
constexpr auto k_folded = [] {
  std::array<char, 256> folded{};
  for (char c = '0'; c <= '9'; ++c) folded[static_cast<unsigned char>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) {
    folded[static_cast<unsigned char>(c)] = c;
    folded[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  }
  return folded;
}();
constexpr unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

enum class Mark { letter, apostrophe, gap, stop };

/// One character as the word reader sees it.
struct Character {
  Mark mark{Mark::gap};
  std::size_t size{1};
  std::string_view folded;   ///< where mark is letter; empty: the bytes themselves
  bool other_script{false};  ///< to be folded by fold()
};

/// General punctuation (U+2000-U+206F): apostrophes join, everything else parts.
Character punctuation(unsigned low) {
  if (low == 0x98 || low == 0x99) return {Mark::apostrophe, 3, {}};
  if (low == 0xA6) return {Mark::stop, 3, {}};
  return {Mark::gap, 3, {}};
}

/// Greek and Cyrillic (U+0370-U+052F): lower case, without the accents that people leave out.
std::string fold(std::string_view two_bytes) {
  UChar32 code = ((two_bytes[0] & 0x1F) << 6) | (two_bytes[1] & 0x3F);
  code = u_tolower(code);
  constexpr std::array<std::pair<UChar32, UChar32>, 13> k_plain{{{0x03AC, 0x03B1},
                                                                 {0x03AD, 0x03B5},
                                                                 {0x03AE, 0x03B7},
                                                                 {0x03AF, 0x03B9},
                                                                 {0x0390, 0x03B9},
                                                                 {0x03CA, 0x03B9},
                                                                 {0x03CC, 0x03BF},
                                                                 {0x03CD, 0x03C5},
                                                                 {0x03B0, 0x03C5},
                                                                 {0x03CB, 0x03C5},
                                                                 {0x03CE, 0x03C9},
                                                                 {0x03C2, 0x03C3},
                                                                 {0x0451, 0x0435}}};
  for (const auto& [accented, plain] : k_plain) {
    if (code == accented) code = plain;
  }
  if (code < 0x80 || code > 0x7FF) return std::string{two_bytes};
  return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
}

Character wide_character(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const unsigned next = byte_at(text, at + 1);
  if (lead == 0xC2) return {Mark::gap, 2, {}};  // signs of Latin-1, no-break space among them
  if (lead >= 0xC3 && lead <= 0xC5 && next >= 0x80 && next < 0xC0) {
    const std::size_t code = ((lead & 0x1FU) << 6U) | (next & 0x3FU);
    const auto base = k_base_letters.substr(code - 0xC0, 1);
    return {Mark::letter, 2, base == "?" ? std::string_view{} : base};
  }
  if (lead >= 0xCD && lead <= 0xD4 && next >= 0x80 && next < 0xC0) {
    // U+0340-U+036F combine with the letter before them, which is then without its accent.
    if (lead == 0xCD && next < 0xB0) return {Mark::apostrophe, 2, {}};
    return {Mark::letter, 2, {}, true};
  }
  if (lead == 0xCC) return {Mark::apostrophe, 2, {}};  // U+0300-U+033F combine, too
  if (lead == 0xC8 && next >= 0x98 && next <= 0x9B) {
    return {Mark::letter, 2, next <= 0x99 ? "s" : "t"};  // Romanian, with a comma below
  }
  if (lead == 0xE2 && (next == 0x80 || next == 0x81)) return punctuation(byte_at(text, at + 2));
  return {Mark::letter, 1, {}};
}

/// Whether the mark at `at` ends a sentence: not the dot of a number, an address or "e.g.".
bool ends_sentence(std::string_view text, std::size_t at) {
  const auto next = byte_at(text, at + 1);
  return next == 0 || next == ' ' || next == '\n' || next == '"' || next == ')' || next == '\'' ||
         next == '.' || next == '!' || next == '?' || next >= 0x80;
}

Character character(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80) return wide_character(text, at);
  if (is_letter(c) || is_digit(c)) return {Mark::letter, 1, {}};
  if (c == '\'' || c == '`') return {Mark::apostrophe, 1, {}};
  if ((c == '.' || c == '!' || c == '?' || c == ':' || c == ';') && ends_sentence(text, at)) {
    return {Mark::stop, 1, {}};
  }
  if (c == '\n' && byte_at(text, at + 1) == '\n') return {Mark::stop, 1, {}};
  return {Mark::gap, 1, {}};
}

/// Collects words while characters go by.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  std::vector<Word> read() {
    words_.reserve(text_.size() / k_usual_word_bytes);
    for (std::size_t at = take_plain(0); at < text_.size(); at = take_plain(at)) {
      const auto next = next_character(at);
      take(next, at);
      at += next.size;
    }
    finish(text_.size());
    return std::move(words_);
  }

 private:
  static constexpr std::size_t k_usual_word_bytes = 6;  // with the space after it

  /// Most of a text, at once: letters and digits of ASCII from `at` on. Returns where they end.
  std::size_t take_plain(std::size_t at) {
    const auto begin = at;
    while (at < text_.size() && k_folded[ascii::byte(text_[at])] != 0) ++at;
    if (at == begin) return at;
    if (word_.text.empty()) word_.begin = begin;
    const auto had = word_.text.size();
    const auto more = std::min(at - begin, k_word_bytes - std::min(had, k_word_bytes));
    word_.text += text_.substr(begin, more);
    for (auto i = had; i < word_.text.size(); ++i) {
      word_.text[i] = k_folded[ascii::byte(word_.text[i])];
    }
    return at;
  }

  /// Stars that hide letters of a swear word are letters: "f***", "sh*t".
  Character next_character(std::size_t at) const {
    if (text_[at] == '*' && !word_.text.empty()) return {Mark::letter, 1, {}};
    return character(text_, at);
  }

  void take(const Character& next, std::size_t at) {
    if (next.mark == Mark::letter) {
      if (word_.text.empty()) word_.begin = at;
      append(next, at);
      return;
    }
    if (next.mark == Mark::apostrophe && !word_.text.empty()) return;
    finish(at);
    if (next.mark == Mark::stop) ++sentence_;
  }

  void append(const Character& next, std::size_t at) {
    starred_ = starred_ || text_[at] == '*';
    if (word_.text.size() >= k_word_bytes) return;
    if (!next.folded.empty()) {
      word_.text += next.folded;
      return;
    }
    if (next.other_script) {
      word_.text += fold(text_.substr(at, next.size));
      return;
    }
    for (const char c : text_.substr(at, next.size)) {
      word_.text += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }

  void finish(std::size_t at) {
    if (word_.text.empty()) return;
    if (starred_) drop_emphasis();
    starred_ = false;
    word_.end = at;
    word_.sentence = sentence_;
    word_.head = head_of(word_.text);
    words_.push_back(std::move(word_));
    word_.text.clear();
  }

  /// "urgent*" and "urgent**" are emphasis, "f***" is a word.
  void drop_emphasis() {
    const auto letters = word_.text.find('*');
    if (letters != std::string::npos && letters > 2 &&
        word_.text.find_first_not_of('*', letters) == std::string::npos) {
      word_.text.resize(letters);
    }
  }

  std::string_view text_;
  std::vector<Word> words_;
  Word word_;
  bool starred_{false};  // the word holds a star
  std::uint32_t sentence_{0};
};

}  // namespace

std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < k_head_bytes; ++i) {
    head = head << k_head_byte_bits | (i < text.size() ? ascii::byte(text[i]) : 0U);
  }
  return head;
}

std::vector<Word> words_of(std::string_view text) {
  return WordReader{text.substr(0, k_phrase_text_bytes)}.read();
}

std::vector<Quotation> quotations_of(std::string_view text) {
  constexpr std::size_t k_longest = 400;  // a mark that is never closed quotes nothing
  constexpr std::string_view k_open = "\u201c";
  constexpr std::string_view k_close = "\u201d";
  text = text.substr(0, k_phrase_text_bytes);
  std::vector<Quotation> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '"' && text[at] != k_open.front()) continue;
    const bool curly = text[at] != '"';
    if (curly && !text.substr(at).starts_with(k_open)) continue;
    const auto begin = at + (curly ? k_open.size() : 1);
    const auto inside = text.substr(begin, k_longest);
    const auto length = curly ? inside.find(k_close) : inside.find('"');
    if (length == std::string_view::npos) continue;
    if (inside.substr(0, length).find(' ') != std::string_view::npos) {
      out.push_back({begin, begin + length});
    }
    at = begin + length;
  }
  return out;
}

bool is_quoted(const std::vector<Quotation>& quotations, std::size_t at) {
  const auto next = std::upper_bound(
      quotations.begin(), quotations.end(), at,
      [](std::size_t place, const Quotation& quotation) { return place < quotation.begin; });
  return next != quotations.begin() && at < std::prev(next)->end;
}

}  // namespace redress::parsers
