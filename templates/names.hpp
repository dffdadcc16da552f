#pragma once

#include <string>
#include <string_view>

namespace redress::templates {

/// The display name of a stranger, where it may stand in a letter of ours: letters of any script,
/// and spaces, hyphens, apostrophes and full stops between them, at most k_greeting_chars. Empty
/// otherwise: whoever forges a sender must not be able to have us send an advertisement, a link or
/// an address to a third person. For `complainant_name`, and for the display name in our To field.
std::string greeting_name(std::string_view display_name);

}  // namespace redress::templates
