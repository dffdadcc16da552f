#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace redress::parsers {

/// The entity that a CMS SignedData carries in itself (RFC 5652, 5.2; RFC 8551, 3.5.2). Nothing
/// where the bytes are no such thing, or what is signed stands elsewhere. The signature is not
/// checked: what is read is no more trusted than any other mail. Thread-safe; linear.
std::optional<std::string> signed_content(std::string_view cms);

}  // namespace redress::parsers
