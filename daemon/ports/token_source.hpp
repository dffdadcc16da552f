#pragma once

#include <cstddef>
#include <string>

namespace redress::ports {

/// Randomness, so that tests can do without it.
class TokenSource {
 public:
  virtual ~TokenSource() = default;
  /// Lower-case base32 characters (RFC 4648, no padding), cryptographically random.
  virtual std::string token(std::size_t characters) = 0;
  /// Between 0 and 1, for jitter.
  virtual double fraction() = 0;
};

}  // namespace redress::ports
