#pragma once

#include "daemon/domain/attachment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::templates {

/// A part of a mail, ready to stand in it: header fields, an empty line, the body, all with CRLF.
using MimePart = std::string;

/// text/SUBTYPE of UTF-8 text, quoted-printable.
MimePart text_part(std::string_view subtype, std::string_view text);

/// A file in base64. With `shown` it is inline under its Content-ID, else an attachment
/// (RFC 2183). A name that is not ASCII or is long is written as RFC 2231 has it. What is no media
/// type, or one whose bytes may not be encoded (RFC 2046, 5.2.1), is application/octet-stream.
/// Throws std::invalid_argument where the Content-ID of a shown one is no msg-id: a bug of the
/// caller.
MimePart file_part(const domain::Attachment& file, bool shown);

/// multipart/SUBTYPE of these parts, at least one. `parameters` follow the boundary.
MimePart multipart(std::string_view subtype, std::string_view boundary,
                   const std::vector<MimePart>& parts, std::string_view parameters = {});

/// A name under which any system can keep a file: without folders, control and direction
/// characters, and what Windows forbids; at most 200 bytes, with its extension kept;
/// "attachment" where nothing is left.
std::string safe_attachment_name(std::string_view name);

}  // namespace redress::templates
