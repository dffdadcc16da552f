#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/ports/imports.hpp"

#include <memory>
#include <string>

namespace redress::adapters {

class Connection;
class LockFile;

/// Puts history into the ledger where no daemon runs, under the daemon's lock; the daemon's next
/// run reads it. Synchronous.
class Importer {
 public:
  /// Errors: not_found, where there is no database yet; conflict, where somebody else writes it;
  /// and those of open_store.
  static domain::Result<std::unique_ptr<Importer>> open(const std::string& path);
  Importer(LockFile lock, std::unique_ptr<Connection> connection);
  ~Importer();

  /// One transaction. Errors: timed_out, store_full, store_damaged.
  domain::Result<ports::ImportCount> add(const ports::ImportBatch& batch, domain::Instant now);

 private:
  std::unique_ptr<LockFile> lock_;  // released after the connection is closed
  std::unique_ptr<Connection> connection_;
};

}  // namespace redress::adapters
