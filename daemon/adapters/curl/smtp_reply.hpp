#pragma once

#include "daemon/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace redress::adapters {

struct SmtpReply {
  int code{};
  std::string line;  ///< the last one, as it came

  bool positive() const { return code / 100 == 2; }
};

/// Cuts the byte stream into replies (RFC 5321, 4.2), wherever the network splits it. Bounded; no
/// I/O.
class SmtpReplyReader {
 public:
  /// Takes bytes off the front until one reply is whole. Nothing: more are needed. Error: protocol.
  domain::Result<std::optional<SmtpReply>> next(std::string_view& bytes);

 private:
  std::string line_;
  int lines_{};
};

/// The mail as it goes after DATA, without the final dot: lines that begin with a dot get another
/// (RFC 5321, 4.5.2), and the last line ends.
std::string dot_stuffed(std::string_view mail);

}  // namespace redress::adapters
