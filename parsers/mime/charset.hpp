#pragma once

#include "parsers/defects.hpp"

#include <string>
#include <string_view>

namespace redress::parsers {

/// Whether the bytes are well-formed UTF-8 (RFC 3629).
bool is_utf8(std::string_view bytes);

/// Bytes of a declared charset as UTF-8. Declared charset first; without one, or where it cannot
/// hold, UTF-8 if the bytes are that, else windows-1252. Nothing is left out: a byte that fits
/// nowhere becomes U+FFFD, and a stray byte amid UTF-8 its windows-1252 letter. As browsers do,
/// iso-8859-1 and us-ascii are read as windows-1252, of which they are part. Linear. Defects:
/// "charset_unknown", "charset_mismatch".
std::string to_utf8(std::string_view bytes, std::string_view charset, DefectLog& defects);

/// Whether a character of UTF-8 begins with that byte.
constexpr bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Bytes of the mark at `at` that turns the direction of writing and is not seen itself
/// (U+202A-202E, 2066-2069), or 0.
std::size_t direction_mark(std::string_view text, std::size_t at);

/// Text for people: "\n" line ends, no control characters but tab and line feed, no byte order
/// mark. `text` must be UTF-8.
std::string clean_text(std::string_view text);

/// At most `bytes` bytes of UTF-8, never ending inside a character.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

}  // namespace redress::parsers
