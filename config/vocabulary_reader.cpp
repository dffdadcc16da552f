#include "config/readers.hpp"

namespace redress::config {
namespace {

constexpr double k_weight_most = 1.0;

domain::HouseWord read_word(const Section& section) {
  section.check_keys();
  return {.phrase = section.text_or("phrase", ""),
          .speaks_for = section.text_or("speaks_for", ""),
          .weight = section.real("weight", -k_weight_most, k_weight_most).value_or(k_weight_most),
          .line = section.line("phrase")};
}

domain::HouseLabel read_label(const Section& section) {
  section.check_keys();
  return {.label = section.text_or("label", ""),
          .field = section.text_or("field", ""),
          .line = section.line("field")};
}

}  // namespace

domain::Vocabulary read_vocabulary(const File& file, const std::string& name) {
  domain::Vocabulary out{.file = name, .words = {}, .labels = {}};
  for (const auto& section : file.sections("word")) out.words.push_back(read_word(section));
  for (const auto& section : file.sections("form_label")) {
    out.labels.push_back(read_label(section));
  }
  return out;
}

}  // namespace redress::config
