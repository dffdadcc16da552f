#pragma once

#include <string>
#include <string_view>

namespace redress::parsers {

/// ISO 639 code of the language a text is written in ("en", "cy"), empty where it is too short or
/// too mixed to tell. `text` must be UTF-8; only its beginning is looked at.
std::string language_of(std::string_view text);

}  // namespace redress::parsers
