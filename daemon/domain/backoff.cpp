#include "daemon/domain/backoff.hpp"

#include <algorithm>

namespace redress::domain {

std::chrono::milliseconds pause_after(const Backoff& backoff, int failures, double jitter) {
  auto pause = std::min(backoff.first, backoff.longest);
  for (int i = 1; i < failures && pause < backoff.longest; ++i) {
    pause = std::min(2 * pause, backoff.longest);
  }
  const std::chrono::milliseconds whole{pause};
  const auto extra =
      static_cast<double>(whole.count()) * backoff.jitter_share * std::clamp(jitter, 0.0, 1.0);
  return whole + std::chrono::milliseconds{static_cast<std::int64_t>(extra)};
}

}  // namespace redress::domain
