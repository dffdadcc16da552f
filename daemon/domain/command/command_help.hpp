#pragma once

#include "daemon/domain/command/verbs.hpp"

#include <array>
#include <string>
#include <string_view>

namespace redress::domain {

/// Two commands of a verb as people would write them, for help; a test reads every one.
std::array<std::string_view, 2> examples_of(Verb verb);

/// "always", "while the case is open", "while the case is responded or closed".
std::string states_text(const States& states);
/// "Writes to somebody outside; the trail says \"extended\"."
std::string effect_text(const VerbRow& row);

/// Lines of at most `width` columns, each after `indent` spaces; words are never cut.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width = 72);

}  // namespace redress::domain
