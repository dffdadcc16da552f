#include "daemon/app/supervisor.hpp"

#include "daemon/app/mailbox_eraser.hpp"
#include "daemon/app/messages.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>

#include <algorithm>
#include <chrono>

namespace redress::app {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds k_wait_for_end = std::chrono::hours{1};
/// How long reading and sending may still take after the signal to stop.
constexpr std::chrono::milliseconds k_drain = std::chrono::seconds{20};
/// Each folder is compared with the ledger so often; whether one is due is looked at more often.
constexpr std::chrono::hours k_reconcile_after{24};
constexpr std::chrono::minutes k_reconcile_look{20};
constexpr int k_exit_ok = 0;
constexpr int k_exit_failed = 1;
constexpr int k_exit_try_again = 75;

/// The folders of a mailbox that are watched, the one that complaints come to first.
std::vector<ports::FolderUse> folders_of(const config::MailboxSettings& mailbox) {
  std::vector folders{ports::FolderUse::inbox};
  if (mailbox.junk_folder != "none") folders.push_back(ports::FolderUse::junk);
  if (mailbox.sent_folder != "none") folders.push_back(ports::FolderUse::sent);
  return folders;
}

}  // namespace

Supervisor::Supervisor(asio::io_context& loop, const Installation& installed,
                       const domain::KeyRing& keys, Ports ports, spdlog::logger& log)
    : loop_(loop),
      office_(loop.get_executor(), installed, keys, std::move(ports), log),
      letters_(installed, keys, office_.ports.tokens),
      desk_(office_, letters_),
      postman_(loop.get_executor(), office_),
      watchman_(office_, letters_),
      reconciler_(office_),
      ended_(loop.get_executor()) {
  auto health = office_.mailboxes.begin();
  for (const auto& mailbox : installed.settings.mailboxes) {
    for (const auto use : folders_of(mailbox))
      watchers_.emplace_back(office_, mailbox, *health, use);
    ++health;
  }
}

ports::Task<void> Supervisor::recover() {
  const auto repeated = co_await office_.ports.outbox.recover();
  if (repeated > 0) {
    office_.log.warn("{} {} mails were being sent when the program ended; they are sent again",
                     log_id::k_send_unknown, repeated);
  }
  co_await settle_unwatched_copies(office_);
  co_await watchman_.recover();
}

void Supervisor::ended(const std::exception_ptr& failure) {
  --running_;
  if (failure && !office_.stopping) {
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception& error) {
      office_.log.critical("{} a part of the program ended: {}",
                           is_fatal(error) ? log_id::k_store_damaged : log_id::k_store_failed,
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

std::vector<WatchedFolder> Supervisor::watched() const {
  std::vector<WatchedFolder> folders;
  for (const auto& watcher : watchers_) {
    if (auto one = watcher.watched()) folders.push_back(std::move(*one));
  }
  return folders;
}

/// SYS-02. Cancellable.
ports::Task<void> Supervisor::reconcile_daily() {
  while (!office_.stopping) {
    co_await office_.ports.clock.wait_for(k_reconcile_look);
    try {
      const auto due = co_await office_.ports.journal.not_reconciled_since(
          office_.ports.clock.now() - k_reconcile_after);
      auto folders = watched();
      std::erase_if(folders, [&](const WatchedFolder& one) {
        return std::find(due.begin(), due.end(), std::pair{one.mailbox->name, one.folder}) ==
               due.end();
      });
      if (folders.empty()) continue;
      office_.log.info("{}", co_await reconciler_.reconcile_all(std::move(folders)));
    } catch (const ports::StoreFailure& failure) {
      if (is_fatal(failure)) throw;
      office_.log.error("{} {}", log_id::k_store_failed, failure.what());
    }
  }
}

class Supervisor::Visit {
 public:
  explicit Visit(Supervisor& house) : house_(house) { ++house_.running_; }
  ~Visit() {
    --house_.running_;
    house_.ended_.notify();
  }
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

 private:
  Supervisor& house_;
};

ports::Task<domain::Result<std::string>> Supervisor::control(ports::ControlRequest request) {
  const Visit visit{*this};
  if (request.verb == "act") co_return co_await handle_act(office_, letters_, request);
  if (request.verb != "reconcile") co_return co_await handle_control(office_, request);
  try {
    co_return co_await reconciler_.reconcile_all(watched());
  } catch (const ports::StoreFailure& failure) {
    co_return failure.error();
  }
}

ports::Task<domain::Result<ports::ImportCount>> Supervisor::import_history(
    ports::ImportBatch& batch) {
  const Visit visit{*this};
  co_return co_await take_history(office_, batch);
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
  start(reconcile_daily(), &cancels_.emplace_back());
  office_.log.info("watching {} folders of {} mailboxes", watchers_.size(),
                   office_.house.settings.mailboxes.size());
  while (running_ > 0 && !office_.stopping) co_await ended_.wait(k_wait_for_end);
  while (running_ > 0) {
    co_await ended_.wait(k_drain);
    // A server that does not answer must not keep us: what was being sent is sent again next time.
    if (office_.out_of_time()) sending_.emit(asio::cancellation_type::terminal);
  }
  if (!broken_) office_.log.info("stopped; everything is accounted for");
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

void Supervisor::stop_now() {
  stop();
  office_.stop_by = std::chrono::steady_clock::now();
  sending_.emit(asio::cancellation_type::terminal);
  ended_.notify();
}

std::string Supervisor::summary() const {
  if (office_.stopping) return "stopping: finishing what is in flight";
  std::string down;
  for (const auto& mailbox : office_.mailboxes) {
    if (mailbox.down_since()) down += (down.empty() ? "" : ", ") + mailbox.name();
  }
  auto text = fmt::format("watching {} mailboxes", office_.mailboxes.size());
  if (!down.empty()) text += fmt::format("; not reached: {}", down);
  if (!office_.smtp.text().empty()) text += "; the mail server takes nothing";
  return text;
}

/// Every folder at the same time: one server that hangs delays no other.
ports::Task<bool> Supervisor::take_all() {
  bool complete = true;
  std::size_t taking = 0;
  for (auto& watcher : watchers_) {
    ++taking;
    asio::co_spawn(loop_, watcher.take(),
                   [this, &watcher, &complete, &taking](const std::exception_ptr& failure,
                                                        const domain::Result<void>& taken) {
                     --taking;
                     const bool well = !failure && taken.has_value();
                     if (!well) note_not_taken(watcher, failure, taken);
                     complete = complete && well;
                     ended_.notify();
                   });
  }
  while (taking > 0) co_await ended_.wait(k_wait_for_end);
  co_return complete;
}

void Supervisor::note_not_taken(const MailboxWatcher& watcher, const std::exception_ptr& failure,
                                const domain::Result<void>& taken) {
  if (!failure) {
    office_.log.warn("{} mailbox {}: {}", log_id::k_mailbox_trouble, watcher.label(),
                     taken.error().text);
    return;
  }
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    office_.log.error("{} mailbox {}: {}", log_id::k_store_failed, watcher.label(), error.what());
    broken_ = broken_ || is_fatal(error);
  }
}

ports::Task<int> Supervisor::once() {
  co_await recover();
  start(desk_.run(), nullptr);
  start(postman_.run(), &sending_);
  bool complete = co_await take_all();
  office_.intake_over = true;
  office_.unread.notify();
  while (running_ > 1) co_await ended_.wait(k_wait_for_end);  // the desk; the postman goes on
  if (!broken_) co_await watchman_.make_round();
  office_.writing_over = true;
  office_.unsent.notify();
  while (running_ > 0) co_await ended_.wait(k_wait_for_end);
  if (broken_) co_return k_exit_failed;
  for (auto& watcher : watchers_) {
    const auto left = co_await watcher.leave();
    complete = complete && left.has_value();
  }
  complete = complete && !watchman_.left_undone();
  co_return complete ? k_exit_ok : k_exit_try_again;
}

}  // namespace redress::app
