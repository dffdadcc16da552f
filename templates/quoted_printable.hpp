#pragma once

#include <string>
#include <string_view>

namespace redress::templates {

/// Text as quoted-printable (RFC 2045, 6.7): any line ends become CRLF, lines of at most 76
/// characters, a CRLF at the end. A line that starts with "From " or is a lone dot is written so
/// that no mailbox format and no SMTP hop changes it.
std::string quoted_printable(std::string_view text);

}  // namespace redress::templates
