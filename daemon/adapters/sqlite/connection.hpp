#pragma once

#include "daemon/adapters/sqlite/store_failure.hpp"
#include "daemon/domain/ids.hpp"
#include "daemon/domain/time.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace redress::adapters {

/// What an error of SQLite means to us. `doing` names the step, for the text.
domain::Error store_error(const SQLite::Exception& error, std::string_view doing);

/// One SQLite connection and its prepared statements. Not thread-safe. Its functions throw
/// SQLite::Exception; `translated` turns that into StoreFailure at the edge.
class Connection {
 public:
  enum class Mode { read_write, read_only };

  /// Opens the file (read_write: creates it, mode 0600) and checks its schema's version; with
  /// read_write brings it up to date in one transaction. Errors: settings (cannot be opened),
  /// not_allowed (of a newer version, or no database of ours: left untouched), store_damaged,
  /// store_full; not_found (read_only: no such file).
  static domain::Result<std::unique_ptr<Connection>> open(const std::string& path, Mode mode);

  explicit Connection(const std::string& path, int flags);

  SQLite::Database& database() { return database_; }
  bool in_transaction() const;
  void exec(const char* sql) { database_.exec(sql); }
  std::int64_t last_id() const { return database_.getLastInsertRowid(); }
  int changes() const { return database_.getChanges(); }

 private:
  friend class Query;
  using Statement = std::unique_ptr<SQLite::Statement>;
  Statement borrow(std::string_view sql);
  void give_back(std::string_view sql, Statement statement);

  SQLite::Database database_;
  std::unordered_map<std::string_view, Statement> idle_;  // keys are string literals
};

/// Bytes to be bound as a BLOB.
struct Blob {
  std::string_view bytes;
};

/// One use of a prepared statement of the connection's cache: bound, stepped, and given back reset.
/// `sql` must be a string literal (the cache keeps the view). Columns count from 0.
class Query {
 public:
  Query(Connection& connection, std::string_view sql)
      : connection_(connection), sql_(sql), statement_(connection.borrow(sql)) {}
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Binds the next parameters, in order.
  template <class... Values>
  Query& with(const Values&... values) {
    (bind(values), ...);
    return *this;
  }
  bool step() { return statement_->executeStep(); }
  /// Steps to the end; returns how many rows the statement changed.
  int run();

  bool null(int column) { return statement_->getColumn(column).isNull(); }
  std::int64_t integer(int column) { return statement_->getColumn(column).getInt64(); }
  std::string text(int column) { return statement_->getColumn(column).getString(); }
  /// Valid until the next step.
  std::string_view blob(int column);
  /// Throws StoreFailure (store_damaged) where the text is no time.
  domain::Instant instant(int column);
  std::optional<domain::Instant> maybe_instant(int column);

 private:
  void bind(std::nullptr_t) { statement_->bind(++bound_); }
  void bind(bool value) { statement_->bind(++bound_, value ? 1 : 0); }
  void bind(int value) { statement_->bind(++bound_, value); }
  void bind(std::uint32_t value) { statement_->bind(++bound_, value); }
  void bind(std::int64_t value) { statement_->bind(++bound_, value); }
  void bind(std::size_t value) { statement_->bind(++bound_, static_cast<std::int64_t>(value)); }
  void bind(std::string_view value) { statement_->bind(++bound_, std::string{value}); }
  void bind(const std::string& value) { statement_->bind(++bound_, value); }
  void bind(const char* value) { statement_->bind(++bound_, value); }
  void bind(Blob value);
  void bind(domain::Instant value) { bind(domain::to_rfc3339(value)); }
  template <class Tag, class Rep>
  void bind(domain::StrongId<Tag, Rep> id) {
    bind(id.value);
  }
  template <class T>
  void bind(const std::optional<T>& value) {
    if (value)
      bind(*value);
    else
      bind(nullptr);
  }

  Connection& connection_;
  std::string_view sql_;
  Connection::Statement statement_;
  int bound_{0};
};

/// BEGIN IMMEDIATE … COMMIT; gone without commit(): rolled back.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) {
    connection_.exec("BEGIN IMMEDIATE");
  }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() { connection_.exec("COMMIT"); }

 private:
  Connection& connection_;
};

/// Runs `job`, and throws StoreFailure for what SQLite throws. `doing` ends the sentence "cannot
/// …".
template <class Job>
auto translated(std::string_view doing, Job&& job) {
  try {
    return job();
  } catch (const SQLite::Exception& error) {
    throw StoreFailure{store_error(error, doing)};
  }
}

}  // namespace redress::adapters
