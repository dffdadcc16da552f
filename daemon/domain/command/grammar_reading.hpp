#pragma once

#include "daemon/domain/command/grammar_values.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// The head of a command after its verb, as far as it is understood.
struct HeadReading {
  std::vector<Word> words;
  std::size_t understood{};          ///< words, from the first
  std::vector<ArgumentMatch> found;  ///< in the order of the row; `words` 0: not given
  bool confirmed{};                  ///< "yes" stands among them
  std::string error;                 ///< a sentence or two; empty where all is understood
};
HeadReading read_head(const VerbRow& row, std::string_view head, const CommandContext& context);

}  // namespace redress::domain
