#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// A command as it may be read: UTF-8 (a byte that is none becomes "?"), lines ended by LF, every
/// kind of space a space, no control characters and no marks of direction; nothing blank at its
/// ends. Cleaning twice changes nothing, and never makes it longer.
std::string clean_command(std::string_view text);

/// The beginning of a clean command, made simple for comparing: quotation marks are spaces, curly
/// apostrophes, dashes and wide colons their ASCII likes. `origin[i]` is where byte i came from;
/// one more stands for the end.
struct FoldedHead {
  std::string text;
  std::vector<std::size_t> origin;
};
FoldedHead fold_head(std::string_view clean);

/// A word of a folded text: without punctuation at its ends, in lower case (ASCII).
struct Word {
  std::string text;
  std::size_t begin{}, end{};  ///< in the folded text, with the punctuation
};
std::vector<Word> words_of(std::string_view folded);

/// The same in lower case, with "-" for every run of spaces, "_" and "-", and without punctuation
/// at the ends of words: two spellings of one name have one key.
std::string key_of(std::string_view name);

std::string lower_case(std::string_view text);  ///< ASCII letters only
std::string_view trimmed(std::string_view text);
bool is_blank(char c);
bool is_digit(char c);
/// At most `bytes` of a text for an error: whole characters, with "…" where some are missing.
std::string excerpt(std::string_view text, std::size_t bytes = 60);

}  // namespace redress::domain
