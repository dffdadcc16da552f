#include "daemon/app/vocabulary.hpp"

#include <fmt/format.h>

namespace redress::app {
namespace {

domain::Error at_line(const std::string& file, std::size_t line, const std::string& text) {
  return domain::fail(domain::ErrorCode::settings, fmt::format("{}:{}: {}", file, line, text));
}

/// Appends the file's words, each tried by itself, so that the line of a wrong one can be named.
domain::Result<void> add_words(const domain::Vocabulary& file,
                               std::vector<parsers::HouseWord>& words) {
  for (const auto& one : file.words) {
    const parsers::HouseWord word{one.phrase, one.speaks_for, one.weight};
    const auto tried = parsers::HouseWords::prepare({&word, 1});
    if (!tried) return at_line(file.file, one.line, "word." + tried.error().text);
    words.push_back(word);
  }
  return {};
}

domain::Result<void> check_label(const domain::Vocabulary& file, const domain::HouseLabel& label) {
  if (parsers::is_form_field(label.field)) return {};
  return at_line(file.file, label.line,
                 fmt::format("form_label.field: \"{}\" is no field; write one of {}", label.field,
                             fmt::join(parsers::form_fields(), ", ")));
}

}  // namespace

domain::Result<Vocabulary> Vocabulary::make(std::span<const domain::Vocabulary* const> files) {
  Vocabulary out;
  std::vector<parsers::HouseWord> words;
  for (const auto* file : files) {
    if (const auto added = add_words(*file, words); !added) return added.error();
    for (const auto& label : file->labels) {
      if (const auto known = check_label(*file, label); !known) return known.error();
      out.texts_.emplace_back(label.label, label.field);
    }
  }
  for (const auto& [label, field] : out.texts_) out.labels_.push_back({label, field});
  if (words.empty()) return out;
  auto prepared = parsers::HouseWords::prepare(words);
  if (!prepared) return prepared.error();
  out.words_ = std::move(*prepared);
  return out;
}

}  // namespace redress::app
