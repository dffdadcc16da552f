#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace redress::domain {

/// A phrase that an organisation or a policy adds to the product's own (SYS-03).
struct HouseWord {
  std::string phrase;
  std::string speaks_for;  ///< a kind, a behaviour …; whoever reads mail knows which there are
  double weight{1.0};      ///< -1 to 1
  std::size_t line{};      ///< of its file
};

/// What a form of theirs prints before an answer, and the name that the product knows it by.
struct HouseLabel {
  std::string label;
  std::string field;
  std::size_t line{};
};

/// What one file adds.
struct Vocabulary {
  std::string file;
  std::vector<HouseWord> words;
  std::vector<HouseLabel> labels;
};

}  // namespace redress::domain
