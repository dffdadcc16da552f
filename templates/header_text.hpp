#pragma once

#include "daemon/domain/case.hpp"
#include "daemon/domain/time.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::templates {

/// Longest encoded word that we write; RFC 2047, 2. allows 75. Shorter, so that the name of the
/// field fits on its line.
inline constexpr std::size_t k_encoded_word = 64;
/// Columns of a header line where folding allows (RFC 5322, 2.1.1; RFC 2047, 2. for encoded words).
inline constexpr std::size_t k_header_columns = 76;

/// Words of a header's value: what may be folded between them.
using HeaderWords = std::vector<std::string>;

/// "Name: words", folded, with its CRLF (RFC 5322, 2.2.3).
std::string header_field(std::string_view name, const HeaderWords& words);

/// Free text (Subject) of one line as words: those that are not ASCII, look like an encoded word,
/// or are too long for a line are written as encoded words (RFC 2047), each of whole characters.
HeaderWords unstructured(std::string_view line);

/// A display name (RFC 5322, 3.2.5 phrase): atoms, a quoted string, or encoded words.
HeaderWords phrase(std::string_view name);

/// name-addr, or the address alone in angle brackets where the name is empty. A local part that is
/// no dot-atom is quoted; what is not ASCII stands as it is (RFC 6532).
HeaderWords mailbox(const domain::Person& person);

/// RFC 5322, 3.3, in UTC: "Tue, 24 Nov 2026 10:15:00 +0000".
std::string header_date(domain::Instant at);

/// Whether `id` is a msg-id without its angle brackets (RFC 5322, 3.6.4), not too long for a line.
/// Dots may stand anywhere, as they do in practice.
bool is_message_id(std::string_view id);

}  // namespace redress::templates
