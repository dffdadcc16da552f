#pragma once

#include "daemon/domain/time.hpp"
#include "daemon/ports/task.hpp"

#include <chrono>

namespace redress::ports {

/// The time, and waiting for it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual domain::Instant now() const = 0;
  /// Returns at or after that moment. Cancellable (throws boost::system::system_error).
  virtual Task<void> wait_until(domain::Instant at) = 0;
  virtual Task<void> wait_for(std::chrono::milliseconds time) = 0;
};

}  // namespace redress::ports
