#pragma once

#include <string>
#include <string_view>

namespace redress::parsers {

/// What the writer wrote this time: marked text (html_text.hpp; plain text is marked text without
/// marks) without quoted lines, the phrase or header block above them, signatures and standing
/// disclaimers. Lines written between quoted ones stay. Where only quoted text is there the whole
/// text comes back: a mail that only forwards is about what it forwards. `sender_name` helps to
/// tell a sign-off. Linear.
std::string new_text_of(std::string_view marked, std::string_view sender_name = {});

}  // namespace redress::parsers
