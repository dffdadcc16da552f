#pragma once

#include <string>
#include <string_view>

namespace redress::templates {

/// RFC 4648, 4, with its padding, on one line.
std::string base64(std::string_view bytes);

/// RFC 2045, 6.8: the same in lines of 76 characters, each with its CRLF. Nothing of nothing.
std::string base64_lines(std::string_view bytes);

}  // namespace redress::templates
