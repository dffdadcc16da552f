#pragma once

#include <string_view>

namespace redress::parsers {

/// New text without the block of name, job, telephone or standing words that a mail program puts
/// below a typed sign-off without the usual "-- ". It is cut only where a short line that signs off
/// (the sender's name, or any name below "Kind regards" and its like) stands above it and
/// everything below looks like such a block; a postscript never does. `new_text` has one empty line
/// between paragraphs; `sender_name` may be empty. Linear.
std::string_view without_typed_signature(std::string_view new_text, std::string_view sender_name);

}  // namespace redress::parsers
