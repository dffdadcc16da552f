#pragma once

#include <istream>
#include <string>
#include <string_view>

namespace redress::ctl {

/// A stream line by line in bounded memory: a line longer than k_piece comes in several pieces. The
/// stream outlives it.
class LinePieces {
 public:
  static constexpr std::size_t k_piece = 32U << 10U;
  static constexpr std::size_t k_ahead = 1U << 10U;

  explicit LinePieces(std::istream& in) : in_(in) {}

  /// The next piece with its line end, valid until the next call; false at the end.
  bool next(std::string_view& piece);
  /// The last piece began a line.
  bool starts_line() const { return starts_; }
  /// The last piece ended a line.
  bool ends_line() const { return ends_; }
  /// What comes behind the last piece: k_ahead bytes, or less where the stream ends. Valid until
  /// the next call.
  std::string_view ahead();

 private:
  void fill();

  std::istream& in_;
  std::string buffer_;
  std::size_t at_{0};
  bool starts_{false};
  bool ends_{true};
  bool drained_{false};
};

}  // namespace redress::ctl
