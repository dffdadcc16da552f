#pragma once

#include <cstddef>
#include <string_view>

namespace redress::parsers {

/// What single lines of a mail's text mean to a reader who looks for the new words. Pure tests of
/// one line each; linear in it.

/// "> …" or "JB> …", also marked by html_text.hpp.
bool is_quoted_line(std::string_view line);
/// "-----Original Message-----", "Begin forwarded message:" and their like.
bool is_quote_separator(std::string_view line);
/// "From:", "Sent:", "To:" … of a header block above a quoted mail, in the languages of the table.
bool is_quoted_header(std::string_view line);
/// "From:" and its translations: the line that starts such a block.
bool is_quoted_from(std::string_view line);
/// "Sent:" above "From:", as some web mail writes the block.
bool is_quoted_sent(std::string_view line);
/// "-- " and what programs make of it.
bool is_signature_delimiter(std::string_view line);
/// "Sent from my iPhone" and its like. `apart`: no line of a paragraph stands above it; else only
/// words are taken that nobody writes.
bool is_device_signature(std::string_view line, bool apart);
/// How an organisation's standing text below a mail begins.
bool starts_disclaimer(std::string_view line);

}  // namespace redress::parsers
