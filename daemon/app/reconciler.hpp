#pragma once

#include "daemon/app/office.hpp"

#include <string>
#include <vector>

namespace redress::app {

/// A folder that is watched.
struct WatchedFolder {
  const config::MailboxSettings* mailbox;  // of the installation
  std::string folder;
  ports::FolderUse use{};
};

/// Compares what a mailbox holds with what the ledger has (SYS-02), over a connection of its own.
/// What the ledger lacks is fetched; what cannot be fetched is an alarm.
class Reconciler {
 public:
  explicit Reconciler(Office& office) : office_(office) {}

  /// One folder; returns the UIDs that are on the server and still not in the ledger.
  ports::Task<domain::Result<std::vector<domain::Uid>>> reconcile(const WatchedFolder& watched);
  /// Each of them, one after the other; one line for a person. A folder that cannot be read is
  /// named in it.
  ports::Task<std::string> reconcile_all(std::vector<WatchedFolder> folders);

 private:
  ports::Task<domain::Result<std::vector<domain::Uid>>> compare(ports::MailSource& source,
                                                                const WatchedFolder& watched);
  ports::Task<void> tell_missing(const WatchedFolder& watched, std::vector<domain::Uid> missing);

  Office& office_;
};

}  // namespace redress::app
