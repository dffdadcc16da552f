#pragma once

#include "daemon/ports/token_source.hpp"

namespace redress::adapters {

/// Randomness of the operating system, by libsodium. Thread-safe.
class RandomTokens final : public ports::TokenSource {
 public:
  /// Throws std::runtime_error where the system has no randomness to give.
  RandomTokens();
  std::string token(std::size_t characters) override;
  double fraction() override;
};

}  // namespace redress::adapters
