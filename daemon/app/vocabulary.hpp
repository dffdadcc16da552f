#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/domain/vocabulary.hpp"
#include "parsers/classify/house_words.hpp"
#include "parsers/form/form.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace redress::app {

/// The words and form labels of a house and its policy, ready for the parsers. Immutable; lives as
/// long as the installation that it belongs to.
class Vocabulary {
 public:
  /// Of those files together. Error: settings, "FILE:LINE: …", of the first entry that cannot be.
  static domain::Result<Vocabulary> make(std::span<const domain::Vocabulary* const> files);
  Vocabulary() = default;
  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;
  Vocabulary(const Vocabulary&) = delete;  // the labels look into the texts
  Vocabulary& operator=(const Vocabulary&) = delete;

  /// Nothing: there are none.
  const parsers::HouseWords* words() const { return words_ ? &*words_ : nullptr; }
  std::span<const parsers::FormLabel> labels() const { return labels_; }

 private:
  std::optional<parsers::HouseWords> words_;
  std::vector<std::pair<std::string, std::string>> texts_;  // their places stay when it is moved
  std::vector<parsers::FormLabel> labels_;
};

}  // namespace redress::app
