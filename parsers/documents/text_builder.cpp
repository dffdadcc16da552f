#include "parsers/documents/text_builder.hpp"

#include <algorithm>

namespace redress::documents {

void TextBuilder::text(std::string_view text) {
  if (text.empty()) return;
  if (line_owed_ && !out_.text.empty()) out_.text += '\n';
  line_owed_ = false;
  const auto room = limits_.text_bytes - std::min(limits_.text_bytes, out_.text.size());
  if (text.size() > room) note_too_large("text", out_);
  out_.text += text.substr(0, room);
}

void TextBuilder::space(std::size_t count) {
  constexpr std::size_t k_most = 20;  // more is drawing, not writing
  text(std::string(std::min(count, k_most), ' '));
}

void TextBuilder::begin_row() {
  line_owed_ = true;
  rows_.push_back(0);
}

void TextBuilder::begin_cell() {
  if (rows_.empty()) return;
  if (rows_.back()++ > 0) tab();
}

void TextBuilder::end_row() {
  if (!rows_.empty()) rows_.pop_back();
  line_owed_ = true;
}

void TextBuilder::tick(bool ticked) {
  open_.back().box = true;
  open_.back().field.value = ticked ? "yes" : "";
}

void TextBuilder::end_field() {
  auto last = std::move(open_.back());
  open_.pop_back();
  const auto start = std::min(last.start, out_.text.size());
  if (last.placeholder) {
    out_.text.resize(start);
  } else if (!last.box) {
    auto value = std::string_view{out_.text}.substr(start);
    value.remove_prefix(std::min(value.find_first_not_of("\n\t "), value.size()));
    last.field.value = value;
  }
  field(last.field);
}

}  // namespace redress::documents
