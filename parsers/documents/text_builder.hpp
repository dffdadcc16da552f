#pragma once

#include "parsers/documents/document.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redress::documents {

/// Puts a document's text together: paragraphs become lines, cells of a row stand on one line with
/// tabs between them, and what is written within a field becomes its value. Bounded by the limits.
class TextBuilder {
 public:
  TextBuilder(const Limits& limits, DocumentText& out) : limits_(limits), out_(out) {}

  void text(std::string_view text);
  void space(std::size_t count);
  void tab() { text("\t"); }
  void line_break() { text("\n"); }
  void paragraph_over() { line_owed_ = true; }

  void begin_row();
  void begin_cell();
  void end_cell() { line_owed_ = false; }
  void end_row();

  /// Fields nest; each takes what is written until its end.
  void begin_field() { open_.push_back({{}, out_.text.size(), false, false}); }
  bool in_field() const { return !open_.empty(); }
  void label(std::string_view label) { open_.back().field.label = label; }
  void name(std::string_view name) { open_.back().field.name = name; }
  /// What stands there only asks to be written over: it is nobody's word.
  void placeholder() { open_.back().placeholder = true; }
  /// A box, not text.
  void tick(bool ticked);
  void end_field();

  /// A field that holds its value itself.
  void field(const Field& field) { add_field(field, limits_, out_); }

 private:
  struct Open {
    Field field;
    std::size_t start;  // where its text begins
    bool placeholder;
    bool box;
  };

  const Limits& limits_;
  DocumentText& out_;
  std::vector<std::size_t> rows_;  // cells begun, of each open row
  std::vector<Open> open_;
  bool line_owed_{false};  // the next text begins a new line
};

}  // namespace redress::documents
