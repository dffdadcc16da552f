#pragma once

#include "parsers/defects.hpp"

#include <string>
#include <string_view>

namespace redress::parsers {

/// HTML cut down to what carries text: block elements, lists, tables, links, images' alternative
/// texts, and quotation marks (see html_text.hpp). Scripts, styles, comments, hidden elements and
/// formatting are gone, every element is closed, and no more than a fixed number of them nest. So
/// the HTML reader behind it can neither recurse deep nor be made to clone formatting elements
/// without end. One pass, linear. Defects: "html_too_deep".
std::string reduce_html(std::string_view html, DefectLog& defects);

/// Attributes that the reduced form uses for what it has to hand on.
inline constexpr std::string_view k_quote_class = "q";
inline constexpr std::string_view k_signature_class = "s";

}  // namespace redress::parsers
