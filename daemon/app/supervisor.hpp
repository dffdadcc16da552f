#pragma once

#include "daemon/app/case_desk.hpp"
#include "daemon/app/control_desk.hpp"
#include "daemon/app/import_desk.hpp"
#include "daemon/app/mailbox_watcher.hpp"
#include "daemon/app/postman.hpp"
#include "daemon/app/reconciler.hpp"
#include "daemon/app/watchman.hpp"

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>

#include <list>
#include <vector>

namespace redress::app {

/// Starts and stops the coroutines of the daemon.
///
/// Start: what a crash left is recovered; then desk, postman, watchman; then a watcher for each
/// folder. Stop: the watchers end; then the desk takes what they journalled; mail that is being
/// sent is answered and recorded; then everything returns. What takes longer waits for the next
/// run.
class Supervisor {
 public:
  Supervisor(boost::asio::io_context& loop, const Installation& installed,
             const domain::KeyRing& keys, Ports ports, spdlog::logger& log);

  /// Runs until stop(). Returns the program's exit status.
  ports::Task<int> run();
  /// Takes what waits, sends what is due, and returns: 0, or 75 where a mailbox could not be read.
  ports::Task<int> once();
  /// Drains, see above. Loop thread only.
  void stop();
  /// Ends without waiting for servers or messages that are being read: all of that is durable, and
  /// what was being sent is sent again by the next run.
  void stop_now();
  /// One line for the service manager: what is watched, and what is down.
  std::string summary() const;
  /// What redressctl asks for. run() does not end before it is answered.
  ports::Task<domain::Result<std::string>> control(ports::ControlRequest request);
  ports::Task<domain::Result<ports::ImportCount>> import_history(ports::ImportBatch& batch);

 private:
  ports::Task<void> recover();
  ports::Task<void> reconcile_daily();
  std::vector<WatchedFolder> watched() const;
  void start(ports::Task<void> part, boost::asio::cancellation_signal* cancel);
  void watch(MailboxWatcher& watcher);
  void ended(const std::exception_ptr& failure);
  /// Somebody who is served, and must be before the supervisor goes.
  class Visit;
  void end_intake();
  ports::Task<bool> take_all();
  void note_not_taken(const MailboxWatcher& watcher, const std::exception_ptr& failure,
                      const domain::Result<void>& taken);

  boost::asio::io_context& loop_;
  Office office_;
  LetterOffice letters_;
  CaseDesk desk_;
  Postman postman_;
  Watchman watchman_;
  Reconciler reconciler_;
  std::list<MailboxWatcher> watchers_;
  std::list<boost::asio::cancellation_signal> cancels_;
  Wake ended_;
  std::size_t running_{0};                    ///< coroutines and visits
  std::size_t watching_{0};                   ///< watchers among them
  boost::asio::cancellation_signal sending_;  ///< ends what is being sent when patience ends
  bool broken_{false};
};

}  // namespace redress::app
