#pragma once

#include "daemon/domain/result.hpp"
#include "templates/letters.hpp"

#include <map>
#include <set>
#include <string>

namespace redress::templates {

/// Sign before the name of a variable in an expanded template: the context tells a name that must
/// have a value from one that is only asked about (`{{#name}}`).
inline constexpr char k_value_sign = '$';

/// Partials may name partials, so deep.
inline constexpr std::size_t k_partial_depth = 4;

struct ExpandedTemplate {
  std::string text;
  std::set<std::string> parts;  ///< names of the layout and partials that went into it
  /// For a letter in another language: the first part that has no version in it, as an error would
  /// say it; empty where all have one.
  std::string untranslated;
};

/// Checks every name of the template `name` (and of its layout and partials) against
/// k_known_fields, and writes it out as one Mustache text: `{{>part}}` replaced by the template
/// "part.text" or "part.html" of `files`, comments gone, variables marked with k_value_sign. Where
/// there is a template "layout.MEDIUM", it goes around, the letter at its `{{>body}}`. A template
/// "NAME.LANGUAGE.MEDIUM" takes its parts and layout in that language; a layout, which holds no
/// words, also without. Error: settings, "PATH:LINE: what; mend".
domain::Result<ExpandedTemplate> expand_template(const std::map<std::string, TemplateFile>& files,
                                                 const std::string& name);

}  // namespace redress::templates
