#include "daemon/ctl/line_pieces.hpp"

#include <algorithm>

namespace redress::ctl {
namespace {

/// Read at once, so that most calls find what they need.
constexpr std::size_t k_read = 4 * LinePieces::k_piece;

}  // namespace

/// A whole piece and what lies ahead of it are there, or the end of the stream.
void LinePieces::fill() {
  while (!drained_ && buffer_.size() - at_ < k_piece + k_ahead) {
    buffer_.erase(0, at_);
    at_ = 0;
    const auto had = buffer_.size();
    buffer_.resize(had + k_read);
    in_.read(buffer_.data() + had, static_cast<std::streamsize>(k_read));
    buffer_.resize(had + static_cast<std::size_t>(in_.gcount()));
    drained_ = !in_;
  }
}

bool LinePieces::next(std::string_view& piece) {
  fill();
  const auto rest = std::string_view{buffer_}.substr(at_);
  if (rest.empty()) return false;
  const auto end = rest.substr(0, k_piece).find('\n');
  piece = rest.substr(0, end == std::string_view::npos ? k_piece : end + 1);
  at_ += piece.size();
  starts_ = ends_;
  ends_ = piece.back() == '\n';
  return true;
}

std::string_view LinePieces::ahead() {
  if (at_ == 0) fill();
  return std::string_view{buffer_}.substr(at_, k_ahead);
}

}  // namespace redress::ctl
