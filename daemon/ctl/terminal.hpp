#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redress::ctl {

enum class Colour { none, good, warning, bad, dim, strong };

/// Text that may come from strangers, made safe for a terminal: control characters and
/// bidirectional controls become "�", so that no mail can move the cursor or hide words.
std::string printable(std::string_view text);

/// The same for a page of several lines, which stay.
std::string printable_lines(std::string_view text);

/// One cell of a table.
struct Cell {
  std::string text;
  Colour colour{Colour::none};
};

/// An aligned table for standard output; coloured only on a terminal. Cells are made printable;
/// the last column is not padded, and long cells are cut with "…" at `width`.
class Table {
 public:
  explicit Table(std::vector<std::string> header) : header_(std::move(header)) {}
  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.empty(); }
  /// Writes to standard output.
  void print() const;

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<Cell>> rows_;
};

/// "name  value" lines, aligned.
void print_pairs(const std::vector<std::pair<std::string, Cell>>& pairs);

std::string coloured(std::string_view text, Colour colour);

}  // namespace redress::ctl
