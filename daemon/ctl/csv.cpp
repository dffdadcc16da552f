#include "daemon/ctl/csv.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::ctl {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

std::string trimmed(std::string_view text) {
  constexpr std::string_view k_space = " \t";
  const auto first = text.find_first_not_of(k_space);
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(k_space) - first + 1)};
}

char separator_of(std::string_view text) {
  const auto head = text.substr(0, text.find_first_of("\r\n"));
  const bool semicolons = head.find(';') != std::string_view::npos;
  return semicolons && head.find(',') == std::string_view::npos ? ';' : ',';
}

/// Reads field after field.
class Reading {
 public:
  explicit Reading(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  domain::Result<std::vector<CsvRow>> run();

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char here() const { return text_[at_]; }
  bool at_line_end() const { return at_end() || here() == '\r' || here() == '\n'; }
  void skip_line_end();
  domain::Result<std::string> field();
  domain::Result<std::string> quoted();
  std::string plain();

  std::string_view text_;
  char separator_;
  std::size_t at_{0};
  std::size_t line_{1};
};

void Reading::skip_line_end() {
  if (at_end()) return;
  const bool pair = text_.substr(at_).starts_with("\r\n");
  at_ += pair ? 2 : 1;
  ++line_;
}

std::string Reading::plain() {
  const auto start = at_;
  while (!at_line_end() && here() != separator_) ++at_;
  return trimmed(text_.substr(start, at_ - start));
}

domain::Result<std::string> Reading::quoted() {
  const auto opened = line_;
  std::string out;
  for (++at_; !at_end(); ++at_) {
    if (here() == '\n') ++line_;
    if (here() != '"') {
      out += here();
      continue;
    }
    ++at_;
    if (at_end() || here() != '"') return trimmed(out);
    out += '"';
  }
  return domain::fail(
      domain::ErrorCode::invalid_input,
      fmt::format("{}: a quotation mark opens a field that never ends; close it, or double it "
                  "where it belongs to the text",
                  opened));
}

domain::Result<std::string> Reading::field() {
  while (!at_line_end() && (here() == ' ' || here() == '\t')) ++at_;
  if (at_end() || here() != '"') return plain();
  auto text = quoted();
  if (!text) return text;
  if (const auto rest = plain(); !rest.empty()) {
    return domain::fail(
        domain::ErrorCode::invalid_input,
        fmt::format("{}: text behind a closing quotation mark; double the quotation "
                    "marks within a field",
                    line_));
  }
  return text;
}

domain::Result<std::vector<CsvRow>> Reading::run() {
  std::vector<CsvRow> rows;
  while (!at_end()) {
    CsvRow row{.line = line_, .fields = {}};
    while (true) {
      auto text = field();
      if (!text) return text.error();
      row.fields.push_back({std::move(*text), row.fields.size() + 1});
      if (at_line_end()) break;
      ++at_;  // the separator
    }
    skip_line_end();
    const bool empty = std::all_of(row.fields.begin(), row.fields.end(),
                                   [](const CsvField& one) { return one.text.empty(); });
    if (!empty) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

domain::Result<std::vector<CsvRow>> read_csv(std::string_view text) {
  if (text.starts_with(k_byte_order_mark)) text.remove_prefix(k_byte_order_mark.size());
  return Reading{text}.run();
}

}  // namespace redress::ctl
