#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redress::templates {

/// One character of UTF-8 text (Unicode 15, 3.9, D92). Where the bytes are no UTF-8, U+FFFD and one
/// byte. `text` must not be empty.
struct Character {
  char32_t code;
  std::size_t bytes;
  bool valid;
};
Character first_character(std::string_view text);

/// Characters (code points) of the text, which is how columns are counted.
std::size_t character_count(std::string_view text);

/// `text` as one harmless line of at most `most` characters: control characters (C0, DEL, C1),
/// line and paragraph separators, and bidirectional controls (U+202A-202E, U+2066-2069) become
/// spaces, runs of spaces one space, none at the ends; bytes that are no UTF-8 become U+FFFD. What
/// is longer is cut and ends in "…".
std::string one_line(std::string_view text, std::size_t most);

/// U+00A0, which one_line leaves in no text.
inline constexpr std::string_view k_no_break = "\xC2\xA0";

/// `text` with every space a no-break space.
std::string unbroken(std::string_view text);

/// For element content and quoted attributes of HTML: & < > " '.
std::string escape_html(std::string_view text);

/// Plain text whose lines are at most `columns` wide where spaces allow: a line too long is broken
/// at spaces, its indentation kept and a list item ("- ") hung. Spaces at line ends go, blank lines
/// become one, none stands at the start, one "\n" at the end. A no-break space (k_no_break) keeps
/// the words beside it on one line, and is written as a space.
std::string wrap_text(std::string_view text, std::size_t columns);

}  // namespace redress::templates
