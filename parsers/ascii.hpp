#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

/// Bytes as mail headers see them: only ASCII letters have case, whatever the locale says.
namespace redress::parsers::ascii {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_alpha(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
constexpr bool is_space(char c) {
  return is_blank(c) || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

/// Eight bytes at a time, as most text is nothing else.
inline bool is_ascii(std::string_view text) {
  constexpr std::size_t k_step = sizeof(std::uint64_t);
  constexpr std::uint64_t k_high_bits = 0x8080808080808080U;
  while (text.size() >= k_step) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), k_step);
    if ((bytes & k_high_bits) != 0) return false;
    text.remove_prefix(k_step);
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return byte(c) < 0x80; });
}

/// 0-15, or -1.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

inline std::string lowered(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

constexpr bool equal(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}
constexpr bool starts_with(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equal(text.substr(0, start.size()), start);
}
constexpr bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && equal(text.substr(text.size() - end.size()), end);
}
/// Position of `needle` in any case of letters, or npos. Needles are short literals: linear.
inline std::size_t find(std::string_view text, std::string_view needle, std::size_t from = 0) {
  if (from > text.size()) return std::string_view::npos;
  const auto at =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), needle.begin(),
                  needle.end(), [](char x, char y) { return lower(x) == lower(y); });
  if (at == text.end() && !needle.empty()) return std::string_view::npos;
  return static_cast<std::size_t>(at - text.begin());
}
inline bool contains(std::string_view text, std::string_view needle) {
  return find(text, needle) != std::string_view::npos;
}

/// Whether the text has one of the words of a table.
template <class Table>
bool contains_any(std::string_view text, const Table& table) {
  return std::any_of(table.begin(), table.end(),
                     [text](auto words) { return contains(text, words); });
}

constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Walks lines of bytes: LF, CRLF, CRCRLF and a bare CR end a line.
class Lines {
 public:
  explicit constexpr Lines(std::string_view bytes, std::size_t start = 0)
      : bytes_(bytes), at_(start) {}
  /// False at the end. `line` comes without its end.
  constexpr bool next(std::string_view& line) {
    if (at_ >= bytes_.size()) return false;
    start_ = at_;
    auto end = at_;
    while (end < bytes_.size() && bytes_[end] != '\n' && bytes_[end] != '\r') ++end;
    line = bytes_.substr(at_, end - at_);
    at_ = end;
    if (bytes_.substr(at_, 3) == "\r\r\n") {
      at_ += 3;
    } else if (bytes_.substr(at_, 2) == "\r\n") {
      at_ += 2;
    } else if (at_ < bytes_.size()) {
      ++at_;
    }
    return true;
  }
  constexpr std::size_t start() const { return start_; }  ///< of the line that came last
  constexpr std::size_t position() const { return at_; }  ///< of the line that comes next

 private:
  std::string_view bytes_;
  std::size_t at_;
  std::size_t start_{};
};

}  // namespace redress::parsers::ascii
