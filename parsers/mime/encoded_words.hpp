#pragma once

#include "parsers/defects.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// One encoded word where it stands in a field.
struct EncodedWord {
  std::size_t start{};
  std::size_t end{};         ///< behind "?="
  std::string_view charset;  ///< without a language (RFC 2231, 5)
  char encoding{};           ///< 'b' or 'q'
  std::string_view text;
};

/// Finds encoded words from left to right (RFC 2047, 2); blanks inside are borne. Asking at rising
/// positions is linear over the whole field.
class EncodedWordFinder {
 public:
  explicit EncodedWordFinder(std::string_view field) : field_(field) {}
  /// The word that starts exactly at `at`; false where there is none.
  bool at(std::size_t at, EncodedWord& word);

 private:
  std::string_view field_;
  std::size_t next_end_{};  ///< position of a "?=", found once
};

/// A field's text as UTF-8 (RFC 2047, 6.2): blanks between neighbouring words vanish, and bytes of
/// neighbours with one charset are joined before they are converted, as a character may be split.
/// Raw 8-bit bytes are read as UTF-8, else windows-1252. Control characters become blanks, so a
/// decoded value can never break a line.
std::string decode_encoded_words(std::string_view field, DefectLog& defects);

}  // namespace redress::parsers
