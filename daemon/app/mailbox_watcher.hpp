#pragma once

#include "daemon/app/office.hpp"

#include <string>

namespace redress::app {

/// Watches one folder of one mailbox over a connection of its own: journals what is new, marks what
/// is decided, waits for more. Trouble with one never delays another.
class MailboxWatcher {
 public:
  MailboxWatcher(Office& office, const config::MailboxSettings& mailbox, bool junk)
      : office_(office), mailbox_(mailbox), junk_(junk) {}

  /// Until the office stops. Cancellable while it waits.
  ports::Task<void> run();
  /// Connects, takes everything that is there, and keeps the connection. Nothing to do where the
  /// server has no junk folder.
  ports::Task<domain::Result<void>> take();
  /// Marks what was decided since, and leaves.
  ports::Task<domain::Result<void>> leave();
  /// Name of the mailbox, with the folder once that is known.
  std::string label() const;

 private:
  ports::Task<domain::Result<void>> connect();
  ports::Task<domain::Result<bool>> choose_folder();
  ports::Task<domain::Result<void>> fetch_new();
  ports::Task<domain::Result<void>> fetch_batches(const std::vector<ports::ListedMessage>& listed);
  ports::Task<domain::Result<std::size_t>> mark_done();
  ports::Task<domain::Result<void>> watch();
  ports::Task<domain::Result<void>> attempt();
  ports::Task<void> pause_after(const domain::Error& error);
  std::optional<domain::Instant> history_before() const;

  Office& office_;
  const config::MailboxSettings& mailbox_;
  bool junk_;
  std::unique_ptr<ports::MailSource> source_;
  std::string folder_;  ///< empty until chosen
  bool absent_{false};  ///< the server has no such special folder
  ports::FolderStatus status_;
  ports::FolderRecord record_;
  domain::Uid next_;  ///< what to list from
  int failures_{0};
};

}  // namespace redress::app
