#pragma once

#include "parsers/defects.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redress::parsers {

/// `value; name=value; …` of a structured field (RFC 2045, 5.1; RFC 2183).
struct ParameterisedValue {
  std::string value;                                            ///< lower case, without comments
  std::vector<std::pair<std::string, std::string>> parameters;  ///< names lower case, values UTF-8

  /// First parameter of that (lower case) name, or nothing.
  const std::string* find(std::string_view name) const;
};

/// Reads a field with parameters: quoted strings, comments, continuations and charsets of RFC 2231
/// (`name*0*=utf-8''…`), encoded words that stand where they may not, and unquoted values with
/// blanks. Linear. Defects: "parameter_charset", "too_many_parameters" and those of the charset.
ParameterisedValue parse_parameterised(std::string_view field, DefectLog& defects);

}  // namespace redress::parsers
