#pragma once

#include <string>
#include <string_view>

namespace redress::adapters {

/// IMAP response codes that mean "later" (RFC 5530, 3). LIMIT is what servers with too many
/// connections say.
bool busy_code(std::string_view name);
/// Servers without response codes say it in words: "Too many simultaneous connections".
bool busy_words(std::string_view text);

/// A reply line for people and the store: one printable line of at most 500 bytes, without the
/// secret.
std::string safe_line(std::string_view line, std::string_view secret);

}  // namespace redress::adapters
