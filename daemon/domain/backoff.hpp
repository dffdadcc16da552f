#pragma once

#include "daemon/domain/result.hpp"

#include <chrono>

namespace redress::domain {

/// Pauses between tries at something that fails: the first, doubled each time up to the longest,
/// and up to a share of it more at random, so that many who wait do not come back at once.
struct Backoff {
  std::chrono::seconds first{};
  std::chrono::seconds longest{};
  double jitter_share{0.25};
};

/// The pause after so many failures in a row (1 or more); `jitter` from 0 to 1.
std::chrono::milliseconds pause_after(const Backoff& backoff, int failures, double jitter);

/// How a server is tried again, by what it said. A refused login is not hammered: servers lock
/// accounts.
struct RetryRules {
  Backoff trouble{std::chrono::seconds{2}, std::chrono::minutes{5}};
  Backoff refused_login{std::chrono::minutes{5}, std::chrono::hours{1}};

  const Backoff& of(ErrorCode code) const {
    return code == ErrorCode::login_refused ? refused_login : trouble;
  }
};

}  // namespace redress::domain
