#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace redress::templates {

/// What the name of a template file (without ".mustache") says: LETTER.MEDIUM, or
/// LETTER.LANGUAGE.MEDIUM for a version in another language than English.
struct TemplateName {
  std::string letter;
  std::string language;  ///< RFC 5646 primary subtag, "cy"; empty for English
  std::string medium;    ///< "subject", "text" or "html"
};

/// Nothing where it is no such name.
std::optional<TemplateName> read_name(std::string_view name);
/// The other way round; `language` "en" is empty.
std::string file_name(std::string_view letter, std::string_view language, std::string_view medium);

}  // namespace redress::templates
