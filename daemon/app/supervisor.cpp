#include "daemon/app/supervisor.hpp"

#include "daemon/app/messages.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>

#include <chrono>

namespace redress::app {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds k_wait_for_end = std::chrono::hours{1};
/// How long reading and sending may still take after the signal to stop.
constexpr std::chrono::milliseconds k_drain = std::chrono::seconds{20};
constexpr int k_exit_ok = 0;
constexpr int k_exit_failed = 1;
constexpr int k_exit_try_again = 75;

bool has_junk(const config::MailboxSettings& mailbox) {
  return mailbox.junk_folder != "none";
}

}  // namespace

Supervisor::Supervisor(asio::io_context& loop, const Installation& installed,
                       const domain::KeyRing& keys, Ports ports, spdlog::logger& log)
    : loop_(loop),
      office_(loop.get_executor(), installed, keys, std::move(ports), log),
      letters_(installed, keys, office_.ports.tokens),
      desk_(office_, letters_),
      postman_(office_),
      watchman_(office_, letters_),
      ended_(loop.get_executor()) {
  for (const auto& mailbox : installed.settings.mailboxes) {
    watchers_.emplace_back(office_, mailbox, false);
    if (has_junk(mailbox)) watchers_.emplace_back(office_, mailbox, true);
  }
}

ports::Task<void> Supervisor::recover() {
  const auto repeated = co_await office_.ports.outbox.recover();
  if (repeated > 0) {
    office_.log.warn("{} {} mails were being sent when the program ended; they are sent again",
                     log_id::k_send_unknown, repeated);
  }
}

void Supervisor::ended(const std::exception_ptr& failure) {
  --running_;
  if (failure && !office_.stopping) {
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception& error) {
      office_.log.critical("{} a part of the program ended: {}", log_id::k_store_failed,
                           error.what());
    }
    broken_ = true;
    stop();
  }
  ended_.notify();
}

void Supervisor::start(ports::Task<void> part, asio::cancellation_signal* cancel) {
  ++running_;
  auto done = [this](const std::exception_ptr& failure) { ended(failure); };
  if (cancel == nullptr) {
    asio::co_spawn(loop_, std::move(part), std::move(done));
  } else {
    asio::co_spawn(loop_, std::move(part),
                   asio::bind_cancellation_slot(cancel->slot(), std::move(done)));
  }
}

void Supervisor::watch(MailboxWatcher& watcher) {
  ++running_;
  ++watching_;
  asio::co_spawn(loop_, watcher.run(),
                 asio::bind_cancellation_slot(cancels_.emplace_back().slot(),
                                              [this](const std::exception_ptr& failure) {
                                                --watching_;
                                                ended(failure);
                                                if (office_.stopping) end_intake();
                                              }));
}

/// When the last watcher is gone nothing is journalled any more.
void Supervisor::end_intake() {
  if (watching_ > 0) return;
  office_.intake_over = true;
  office_.unread.notify();
}

ports::Task<int> Supervisor::run() {
  co_await recover();
  start(desk_.run(), nullptr);
  start(postman_.run(), &sending_);
  start(watchman_.run(), nullptr);
  for (auto& watcher : watchers_) watch(watcher);
  office_.log.info("watching {} folders of {} mailboxes", watchers_.size(),
                   office_.house.settings.mailboxes.size());
  while (running_ > 0 && !office_.stopping) co_await ended_.wait(k_wait_for_end);
  while (running_ > 0) {
    co_await ended_.wait(k_drain);
    // A server that does not answer must not keep us: what was being sent is sent again next time.
    if (office_.out_of_time()) sending_.emit(asio::cancellation_type::terminal);
  }
  office_.log.info("stopped; everything is accounted for");
  co_return broken_ ? k_exit_failed : k_exit_ok;
}

void Supervisor::stop() {
  if (office_.stopping) return;
  office_.stopping = true;
  office_.stop_by = std::chrono::steady_clock::now() + k_drain;
  office_.log.info("stopping: no new intake, finishing what is in flight");
  for (auto& cancel : cancels_) cancel.emit(asio::cancellation_type::terminal);
  end_intake();
  office_.unsent.notify();
  office_.untold.notify();
  ended_.notify();
}

/// Every folder at the same time: one server that hangs delays no other.
ports::Task<bool> Supervisor::take_all() {
  bool complete = true;
  std::exception_ptr broken;
  for (auto& watcher : watchers_) {
    ++running_;
    asio::co_spawn(loop_, watcher.take(),
                   [this, &watcher, &complete, &broken](const std::exception_ptr& failure,
                                                        domain::Result<void> taken) {
                     --running_;
                     if (failure) broken = failure;
                     if (!failure && !taken) {
                       complete = false;
                       office_.log.warn("{} mailbox {}: {}", log_id::k_mailbox_trouble,
                                        watcher.label(), taken.error().text);
                     }
                     ended_.notify();
                   });
  }
  while (running_ > 0) co_await ended_.wait(k_wait_for_end);
  if (broken) std::rethrow_exception(broken);
  co_return complete;
}

ports::Task<int> Supervisor::once() {
  co_await recover();
  bool complete = co_await take_all();
  co_await desk_.drain();
  co_await watchman_.make_round();
  co_await postman_.deliver_due();
  for (auto& watcher : watchers_) {
    const auto left = co_await watcher.leave();
    complete = complete && left.has_value();
  }
  co_return complete ? k_exit_ok : k_exit_try_again;
}

}  // namespace redress::app
