#pragma once

#include "daemon/adapters/curl/imap/response.hpp"
#include "daemon/domain/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redress::adapters::imap {

/// Stands in the text where a literal stood; a line cannot hold it otherwise.
inline constexpr char k_literal_mark = '\n';

/// One response as it came: its line with each literal replaced by k_literal_mark.
struct RawResponse {
  struct Literal {
    std::string bytes;
    std::uint64_t announced{};  ///< larger than bytes.size() where the limit cut it
  };
  std::string text;
  std::vector<Literal> literals;
};

/// Cuts the byte stream into responses (RFC 9051, 2.2.2 and 4.3), wherever the network splits it.
/// Literals are copied once, from the receive buffer into their own string.
class Framer {
 public:
  explicit Framer(const Limits& limits) : limits_(limits) {}

  /// Takes bytes off the front until one response is whole. Nothing: all bytes are taken, more are
  /// needed. Error: protocol, where a limit is passed; the stream is then lost.
  domain::Result<std::optional<RawResponse>> next(std::string_view& bytes);

  void keep_literals(std::size_t bytes) { limits_.literal_keep = bytes; }

 private:
  domain::Result<bool> take_line(std::string_view& bytes);  // true: a line ended
  domain::Result<bool> begin_literal();                     // true: the line announces one
  bool take_literal(std::string_view& bytes);               // true: the literal is whole

  Limits limits_;
  RawResponse raw_;
  std::uint64_t missing_{};  // bytes of the literal that are still to come
  std::size_t kept_{};
  bool in_literal_{false};
};

}  // namespace redress::adapters::imap
