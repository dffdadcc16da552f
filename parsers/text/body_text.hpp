#pragma once

#include "parsers/defects.hpp"
#include "parsers/limits.hpp"
#include "parsers/message.hpp"
#include "parsers/mime/structure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::parsers {

/// What a message shows and what it carries.
struct Body {
  std::string marked;  ///< marked text (html_text.hpp) of all text shown, in order
  bool from_html{};    ///< some of it was HTML
  std::vector<Attachment> attachments;
  std::vector<Document> documents;
  std::vector<KeptFile> files;
};

/// Walks the entities: of alternatives the plain text is taken where it says anything, else the
/// HTML (RFC 2046, 5.1.4), and HTML behind such a text is not decoded; text shown inline in order;
/// everything else is an attachment, a message inside the message too. `parts` as cut_into_parts
/// gives them. Defects: "text_too_long" and those of decoding.
Body read_body(const std::vector<Part>& parts, const Limits& limits, DefectLog& defects);

/// Decoded text of one text part as UTF-8, "\n" line ends, flowed lines joined (RFC 3676).
std::string part_text(const Part& part, const Limits& limits, DefectLog& defects);

/// Joins the lines of format=flowed text (RFC 3676, 4.2). `del_sp`: the blank at the end of a
/// flowed line goes, too.
std::string join_flowed(std::string_view text, bool del_sp);

}  // namespace redress::parsers
