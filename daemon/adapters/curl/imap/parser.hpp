#pragma once

#include "daemon/adapters/curl/imap/framer.hpp"
#include "daemon/adapters/curl/imap/response.hpp"

namespace redress::adapters::imap {

/// Reads one response (RFC 9051, 7 and 9). Total: what makes no sense is Unreadable, what is
/// unknown is Ignored. Literals of message bodies are moved, not copied.
Response parse_response(RawResponse raw, int nesting_limit);

/// INTERNALDATE: `17-Jul-1996 02:44:25 -0700`, the day may be padded with a space. Nothing: no
/// date.
std::optional<domain::Instant> parse_internal_date(std::string_view text);

}  // namespace redress::adapters::imap
