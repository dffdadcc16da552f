#pragma once

#include "parsers/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// The header fields of one block, unfolded, undecoded, in order (RFC 5322, 2.2). `block` must have
/// passed the guard: bounded in bytes and count, every line a field or a fold, no NUL.
std::vector<HeaderField> split_header_block(std::string_view block);

/// What a transfer encoding left (RFC 2045, 6). `clean` is false where bytes did not fit the
/// encoding; what could be read of them is there.
struct Decoded {
  std::string bytes;
  bool clean{true};
};
Decoded decode_base64(std::string_view encoded);
Decoded decode_quoted_printable(std::string_view encoded);

}  // namespace redress::parsers
