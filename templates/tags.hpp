#pragma once

#include "daemon/domain/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::templates {

/// What stands between the braces of a Mustache tag. Unescaped tags ({{{x}}}, {{&x}}) and changed
/// delimiters are no part of our templates: the reader refuses them.
enum class TagKind { text, variable, section, inverted, end, partial, comment };

/// A stretch of plain text, or one tag, of a template.
struct Piece {
  TagKind kind{};
  std::string_view text;  ///< the plain text, or the name in the tag; points into the template
  std::size_t line{};     ///< 1-based line on which it starts
};

/// Cuts a template into pieces. Error: settings, "PATH:LINE: what; mend".
domain::Result<std::vector<Piece>> read_tags(std::string_view path, std::string_view text);

/// "PATH:LINE: what" as a settings error.
domain::Error template_error(std::string_view path, std::size_t line, std::string what);

}  // namespace redress::templates
