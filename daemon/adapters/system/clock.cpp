#include "daemon/adapters/system/clock.hpp"

#include "daemon/adapters/system/test_clock.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>

namespace redress::adapters {
namespace {

namespace asio = boost::asio;

/// The wall clock is looked at again this often: timers run on the steady one.
constexpr std::chrono::seconds k_longest_nap{30};

class SystemClock final : public ports::Clock {
 public:
  explicit SystemClock(asio::any_io_executor executor) : executor_(std::move(executor)) {}

  domain::Instant now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }

  ports::Task<void> wait_until(domain::Instant at) override {
    asio::steady_timer timer{executor_};
    while (true) {
      const auto left = at - now();  // whole seconds: "never" is the year 9999
      if (left <= left.zero()) co_return;
      if (left > k_longest_nap)
        timer.expires_after(k_longest_nap);
      else
        timer.expires_after(at - std::chrono::system_clock::now());
      co_await timer.async_wait(asio::use_awaitable);
    }
  }

  ports::Task<void> wait_for(std::chrono::milliseconds time) override {
    asio::steady_timer timer{executor_, time};
    co_await timer.async_wait(asio::use_awaitable);
  }

 private:
  asio::any_io_executor executor_;
};

}  // namespace

std::unique_ptr<ports::Clock> create_clock(asio::any_io_executor executor,
                                           std::optional<domain::Instant> fixed_now) {
  if (!fixed_now) return std::make_unique<SystemClock>(std::move(executor));
#ifdef REDRESS_TEST_HOOKS
  return std::make_unique<TestClock>(std::move(executor), *fixed_now);
#else
  throw std::logic_error("this build has no test clock");
#endif
}

}  // namespace redress::adapters
