#include "daemon/adapters/sqlite/async_lock.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

namespace redress::adapters {

namespace asio = boost::asio;

/// Its timer never expires: cancelling it is the signal.
struct AsyncLock::Waiter {
  explicit Waiter(AsyncLock& lock)
      : lock_(lock.shared_from_this()),
        timer(lock.executor_, asio::steady_timer::time_point::max()) {
    place_ = lock.waiting_.insert(lock.waiting_.end(), this);
  }
  ~Waiter() {
    if (!granted) lock_->waiting_.erase(place_);
  }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

 private:
  std::shared_ptr<AsyncLock> lock_;
  std::list<Waiter*>::iterator place_;

 public:
  asio::steady_timer timer;
  bool granted{false};
};

ports::Task<AsyncLock::Hold> AsyncLock::acquire() {
  if (!held_) {
    held_ = true;
    co_return Hold{shared_from_this()};
  }
  Waiter waiter{*this};
  boost::system::error_code cancelled;
  co_await waiter.timer.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
  if (!waiter.granted) throw boost::system::system_error{cancelled};
  co_return Hold{shared_from_this()};
}

void AsyncLock::release() {
  if (waiting_.empty()) {
    held_ = false;
    return;
  }
  // Handed over at once, so that nobody who asks in between jumps the queue.
  auto* next = waiting_.front();
  waiting_.pop_front();
  next->granted = true;
  next->timer.cancel();
}

}  // namespace redress::adapters
