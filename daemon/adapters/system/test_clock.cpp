#include "daemon/adapters/system/test_clock.hpp"

#ifdef REDRESS_TEST_HOOKS

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <stdexcept>

namespace redress::adapters {

namespace asio = boost::asio;

/// Its timer is cancelled when the clock comes to `at`.
struct TestClock::Waiter {
  Waiter(TestClock& clock, domain::Instant until, asio::steady_timer::time_point real)
      : at(until), timer(clock.executor_, real), waiters_(clock.waiters_) {
    place_ = waiters_.insert(waiters_.end(), this);
  }
  ~Waiter() { waiters_.erase(place_); }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

  domain::Instant at;
  asio::steady_timer timer;

 private:
  std::list<Waiter*>& waiters_;
  std::list<Waiter*>::iterator place_;
};

TestClock::TestClock(asio::any_io_executor executor, domain::Instant now)
    : executor_(std::move(executor)), now_(now) {}

ports::Task<void> TestClock::wait_until(domain::Instant at) {
  while (now_ < at) {
    Waiter waiter{*this, at, asio::steady_timer::time_point::max()};
    boost::system::error_code error;
    co_await waiter.timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
    if (now_ < at) throw boost::system::system_error{error};
  }
}

ports::Task<void> TestClock::wait_for(std::chrono::milliseconds time) {
  const auto at = now_ + std::chrono::ceil<std::chrono::seconds>(time);
  Waiter waiter{*this, at, std::chrono::steady_clock::now() + time};
  boost::system::error_code error;
  co_await waiter.timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
  if (error && now_ < at) throw boost::system::system_error{error};
}

void TestClock::set(domain::Instant now) {
  if (now < now_) throw std::logic_error("a test clock goes forward only");
  now_ = now;
  for (auto* waiter : waiters_) {
    if (waiter->at <= now_) waiter->timer.cancel();
  }
}

}  // namespace redress::adapters

#endif
