#pragma once

#include "daemon/ports/task.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <list>
#include <memory>
#include <utility>

namespace redress::adapters {

/// A lock that coroutines of one thread wait for in turn. Not thread-safe: everything, the release
/// included, happens on the loop thread.
class AsyncLock : public std::enable_shared_from_this<AsyncLock> {
 public:
  /// The lock is held as long as this lives. Shared ownership of the lock, because a coroutine that
  /// never ends is destroyed with its io_context, which may be after the store.
  class Hold {
   public:
    Hold() = default;
    Hold(Hold&& other) noexcept : lock_(std::exchange(other.lock_, nullptr)) {}
    Hold& operator=(Hold&& other) noexcept {
      std::swap(lock_, other.lock_);
      return *this;
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;
    ~Hold() {
      if (lock_) lock_->release();
    }

   private:
    friend class AsyncLock;
    explicit Hold(std::shared_ptr<AsyncLock> lock) : lock_(std::move(lock)) {}
    std::shared_ptr<AsyncLock> lock_;
  };

  explicit AsyncLock(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}

  /// In order of asking. Cancelled while waiting: throws boost::system::system_error, and the lock
  /// goes to the next one.
  ports::Task<Hold> acquire();

 private:
  struct Waiter;
  void release();

  boost::asio::any_io_executor executor_;
  std::list<Waiter*> waiting_;  // each lives in the frame of the coroutine that waits
  bool held_{false};
};

}  // namespace redress::adapters
