#pragma once

#include "daemon/adapters/sqlite/store_failure.hpp"
#include "daemon/ports/daily.hpp"
#include "daemon/ports/personal_data.hpp"
#include "daemon/ports/reports.hpp"
#include "daemon/ports/store.hpp"
#include "daemon/ports/token_source.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>
#include <string>

namespace redress::adapters {

/// The store of the daemon: one SQLite file, one thread that writes it. Every port function is
/// called and resumes on the loop thread, and does its work on the store thread; nobody else writes
/// between `begin()` and the end of its unit of work: other calls wait their turn, so a coroutine
/// that holds a unit of work must not call the journal or the outbox. Host failures are thrown as
/// StoreFailure. A call is not cancelled once its work has begun; while it waits its turn it is.
///
/// Destroy it after the loop has stopped and before its io_context: it finishes what was posted,
/// and rolls back what was not committed.
class SqliteStore {
 public:
  struct Core;
  /// Through open_store().
  explicit SqliteStore(std::shared_ptr<Core> core);
  ~SqliteStore();
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  ports::Journal& journal() { return *journal_; }
  ports::Cases& cases() { return *cases_; }
  ports::Outbox& outbox() { return *outbox_; }
  ports::PersonalData& personal_data() { return *personal_data_; }
  ports::Reports& reports() { return *reports_; }
  ports::Daily& daily() { return *daily_; }

 private:
  std::shared_ptr<Core> core_;
  std::unique_ptr<ports::Journal> journal_;
  std::unique_ptr<ports::Cases> cases_;
  std::unique_ptr<ports::Outbox> outbox_;
  std::unique_ptr<ports::PersonalData> personal_data_;
  std::unique_ptr<ports::Reports> reports_;
  std::unique_ptr<ports::Daily> daily_;
};

/// Opens or makes the database (mode 0600), brings its schema up to date, and keeps every other
/// writer away by PATH.lock. `loop` is the executor of the loop thread. `tokens` makes the salts of
/// audit events, on the loop thread, and outlives the store. Errors: conflict (another process has
/// it), settings (cannot be opened), not_allowed (of a newer version, or not ours: left untouched),
/// store_damaged, store_full.
domain::Result<std::unique_ptr<SqliteStore>> open_store(const std::string& path,
                                                        boost::asio::any_io_executor loop,
                                                        ports::TokenSource& tokens);

}  // namespace redress::adapters
