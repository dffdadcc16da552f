#pragma once

#include "daemon/ports/task.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>

namespace redress::app {

/// Tells one waiting coroutine of the same loop that there is work. A notice given while nobody
/// waits is kept. Loop thread only.
class Wake {
 public:
  explicit Wake(const boost::asio::any_io_executor& loop) : timer_(loop) {}

  void notify() {
    notified_ = true;
    timer_.cancel();
  }

  /// Returns when notified or when the time is up.
  ports::Task<void> wait(std::chrono::milliseconds at_most) {
    if (!notified_) {
      timer_.expires_after(at_most);
      boost::system::error_code ignored;  // cancelled is what notify() does
      co_await timer_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
    }
    notified_ = false;
  }

 private:
  boost::asio::steady_timer timer_;
  bool notified_{false};
};

}  // namespace redress::app
