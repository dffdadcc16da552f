#pragma once

#include "parsers/defects.hpp"
#include "parsers/message.hpp"
#include "parsers/mime/structure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// File name that a part gives itself (Content-Disposition first), without any path and without
/// control or direction characters; may be empty.
std::string attachment_name(const Part& part);

/// Name, type, size and SHA-256 of an entity that is not shown as text, whose decoded bytes these
/// are. A message inside the message is named by its subject.
Attachment describe_attachment(const std::vector<Part>& parts, std::size_t index,
                               std::string_view bytes, DefectLog& defects);

/// The same of a file that a text carried.
Attachment describe_file(std::string_view name, std::string_view bytes);

/// A name without directories, drives, control characters and marks that turn the direction of
/// writing (U+202A-202E, 2066-2069, which make "exe.pdf" of "fdp.exe").
std::string safe_file_name(std::string_view name);

}  // namespace redress::parsers
