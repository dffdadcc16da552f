#pragma once

#include "parsers/defects.hpp"
#include "parsers/limits.hpp"

#include <string>
#include <string_view>

namespace redress::parsers {

/// First byte of a line of marked text that the HTML's structure says is quoted, or a signature.
/// Cleaned text has no control characters, so nothing written by a person looks like a mark.
inline constexpr char k_quote_mark = '\x01';
inline constexpr char k_signature_mark = '\x02';

/// What a person sees of an HTML body (UTF-8), in reading order, as marked text: blocks and rows
/// as lines, paragraphs apart, cells apart, links as text with their address behind it where it
/// differs, hidden elements left out; quoted lines start with one k_quote_mark a level, lines of a
/// signature with k_signature_mark. At most `limits.html_bytes` are read ("html_too_long").
/// Linear; defects of reduce_html.
std::string html_to_marked_text(std::string_view html, const Limits& limits, DefectLog& defects);

/// Marked text as plain text: quoted lines start with "> ".
std::string without_marks(std::string_view marked);

}  // namespace redress::parsers
