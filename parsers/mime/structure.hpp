#pragma once

#include "parsers/defects.hpp"
#include "parsers/limits.hpp"
#include "parsers/message.hpp"
#include "parsers/mime/parameters.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// One entity of a message (RFC 2045, 2.4): the message itself, a part, or a message inside it.
struct Part {
  std::vector<HeaderField> headers;
  std::string_view body;              ///< still in its transfer encoding; bytes of the message
  ParameterisedValue type;            ///< Content-Type; "text/plain" where it is missing
  ParameterisedValue disposition;     ///< Content-Disposition; empty where it is missing
  std::string encoding;               ///< Content-Transfer-Encoding, lower case; may be empty
  std::size_t depth{};                ///< 0 for the message itself
  std::vector<std::size_t> children;  ///< of a multipart or a message; empty for a leaf

  bool is(std::string_view media_type) const { return type.value == media_type; }
  bool is_multipart() const { return type.value.starts_with("multipart/"); }
  bool is_message() const {
    return type.value == "message/rfc822" || type.value == "message/global";
  }
  /// First field of that name in any case of letters; empty where there is none.
  std::string_view header(std::string_view name) const;
};

/// Cuts a message into its entities, the message itself first, then in the order they stand.
/// Iterative, one pass, linear in bytes times nesting (which `limits.depth` bounds). Defects:
/// those of guard_header, "nesting_too_deep", "too_many_parts", "boundary_missing",
/// "boundary_not_found", "boundary_not_closed".
std::vector<Part> cut_into_parts(std::string_view bytes, const Limits& limits, DefectLog& defects);

/// Fields of the header that a message's bytes begin with, as far as the limits go. Its defects are
/// of what is attached, and none of the message around it.
std::vector<HeaderField> header_of(std::string_view message, const Limits& limits = {});

/// Content of a leaf without its transfer encoding. Defects: "base64_invalid",
/// "quoted_printable_invalid", "transfer_encoding_unknown".
std::string decoded_body(const Part& part, DefectLog& defects);

}  // namespace redress::parsers
