#pragma once

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/ports/task.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <type_traits>
#include <variant>

namespace redress::adapters {

/// The one thread that touches the writing connection. Jobs run in the order they were posted.
class StoreThread {
 public:
  explicit StoreThread(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)),
        guard_(boost::asio::make_work_guard(context_)),
        thread_([this] { context_.run(); }) {}
  ~StoreThread() { stop(); }
  StoreThread(const StoreThread&) = delete;
  StoreThread& operator=(const StoreThread&) = delete;

  /// Finishes what was posted, closes the connection and ends the thread. Jobs posted later are
  /// never run.
  void stop() {
    if (!thread_.joinable()) return;
    boost::asio::post(context_, [this] { connection_.reset(); });
    guard_.reset();
    thread_.join();
  }

  /// Runs `job(Connection&)` without anybody waiting. It must not throw.
  template <class Job>
  void post(Job job) {
    boost::asio::post(context_, [this, job = std::move(job)]() mutable { job(*connection_); });
  }

  /// Runs `job(Connection&)` on the store thread and resumes the coroutine where it was, with what
  /// the job returned or threw (SQLite's errors as StoreFailure). Once begun it is not cancelled: a
  /// job is short, and the coroutine must know what became of it. `doing` is a literal.
  template <class Job, class Value = std::invoke_result_t<Job&, Connection&>>
  ports::Task<Value> run(std::string_view doing, Job job) {
    using Box = std::conditional_t<std::is_void_v<Value>, std::monostate, Value>;
    using Signature = void(std::exception_ptr, std::optional<Box>);
    auto initiation = [this, doing, job = std::move(job)](auto handler) mutable {
      auto executor = boost::asio::get_associated_executor(handler);
      auto work = boost::asio::make_work_guard(executor);
      boost::asio::post(context_, [this, doing, job = std::move(job), executor,
                                   work = std::move(work), handler = std::move(handler)]() mutable {
        std::exception_ptr error;
        std::optional<Box> box;
        try {
          if constexpr (std::is_void_v<Value>) {
            translated(doing, [&] { job(*connection_); });
            box.emplace();
          } else {
            box.emplace(translated(doing, [&] { return job(*connection_); }));
          }
        } catch (...) {
          error = std::current_exception();
        }
        // All is moved: what was thrown is then read and freed by the loop thread alone.
        boost::asio::post(executor, [handler = std::move(handler), work = std::move(work),
                                     error = std::move(error), box = std::move(box)]() mutable {
          std::move(handler)(std::move(error), std::move(box));
        });
      });
    };
    std::optional<Box> box =
        co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, Signature>(
            std::move(initiation), boost::asio::use_awaitable);
    if constexpr (!std::is_void_v<Value>) co_return std::move(*box);
  }

 private:
  std::unique_ptr<Connection> connection_;
  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
  std::jthread thread_;
};

}  // namespace redress::adapters
