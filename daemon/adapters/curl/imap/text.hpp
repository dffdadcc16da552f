#pragma once

#include "daemon/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::adapters::imap {

/// Whether two protocol words are the same, whatever the case of their ASCII letters.
bool same_letters(std::string_view a, std::string_view b);
/// Whether a list of flags, attributes or capabilities has that one.
bool has_word(const std::vector<std::string>& words, std::string_view wanted);
std::string upper(std::string_view text);

/// A server's words for a person's eyes: one line, printable ASCII, at most `limit` bytes.
std::string printable(std::string_view text, std::size_t limit = 200);

/// UTF-8 folder name to the form of the wire, modified UTF-7 (RFC 3501, 5.1.3). Nothing: not UTF-8.
std::optional<std::string> to_modified_utf7(std::string_view utf8);
/// And back. Nothing: the server's name is not in that form.
std::optional<std::string> from_modified_utf7(std::string_view wire);

}  // namespace redress::adapters::imap
