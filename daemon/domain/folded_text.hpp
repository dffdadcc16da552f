#pragma once

#include <string>
#include <string_view>

namespace redress::domain {

/// Of a word: a letter or a digit of ASCII, or any byte of another character.
constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80U;
}

/// Words in small letters (of ASCII) with one space before, between and after them: two texts that
/// differ in punctuation and spaces only are the same.
std::string folded(std::string_view text);

}  // namespace redress::domain
