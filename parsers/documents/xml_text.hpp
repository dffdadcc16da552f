#pragma once

#include "parsers/documents/document.hpp"

#include <pugixml.hpp>

#include <string_view>

namespace redress::documents {

/// Text and fields of word/document.xml (ECMA-376-1, 17: paragraphs, tables, content controls,
/// legacy form fields). Tracked deletions and field codes are left out.
void read_wordprocessing(const pugi::xml_document& xml, const Limits& limits, DocumentText& out);

/// Text and fields of content.xml (ODF 1.2 part 1, 5-7, 9, 13). Comments and tracked deletions are
/// left out.
void read_opendocument(const pugi::xml_document& xml, const Limits& limits, DocumentText& out);

}  // namespace redress::documents
