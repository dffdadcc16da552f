#pragma once

#ifdef REDRESS_TEST_HOOKS

#include "daemon/ports/clock.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <list>

namespace redress::adapters {

/// A clock that stands until a test moves it; absent from release builds. `wait_until` ends when
/// the clock is set to that time. `wait_for`, which paces retries, ends when the clock was moved
/// that far or that long has really passed, so that a standing clock hangs no retry. Loop thread
/// only.
class TestClock final : public ports::Clock {
 public:
  TestClock(boost::asio::any_io_executor executor, domain::Instant now);

  domain::Instant now() const override { return now_; }
  ports::Task<void> wait_until(domain::Instant at) override;
  ports::Task<void> wait_for(std::chrono::milliseconds time) override;

  /// Forward only; ends the waits that are due.
  void set(domain::Instant now);
  void advance(std::chrono::seconds time) { set(now_ + time); }
  /// How many coroutines wait: tests move the clock when all they expect are there.
  std::size_t waiting() const { return waiters_.size(); }

 private:
  struct Waiter;
  boost::asio::any_io_executor executor_;
  domain::Instant now_;
  std::list<Waiter*> waiters_;  // each lives in the frame of the coroutine that waits
};

}  // namespace redress::adapters

#endif
