#include "daemon/adapters/sqlite/connection.hpp"

#include "daemon/adapters/sqlite/migrations.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace redress::adapters {
namespace {

using domain::Error;
using domain::ErrorCode;

/// "RDRS" in the file's header tells our databases from other people's.
constexpr std::int64_t k_application_id = 0x52445253;
/// A backup or `sqlite3` in somebody's terminal may hold the lock this long before we give up.
constexpr int k_busy_timeout_ms = 10'000;
/// What one batch changes fits in, so that it is written once, at its commit.
constexpr int k_cache_kib = 16 * 1024;
/// Pages in the write-ahead log before they go into the database: those at the ends of tables and
/// indices change in every batch, and go there once.
constexpr int k_checkpoint_pages = 4096;

ErrorCode code_of(int sqlite_code) {
  switch (sqlite_code & 0xFF) {
    case SQLITE_FULL: return ErrorCode::store_full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::timed_out;
    case SQLITE_IOERR:
    case SQLITE_NOMEM: return ErrorCode::store_failing;
    case SQLITE_CONSTRAINT: return ErrorCode::conflict;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return ErrorCode::settings;
    default: return ErrorCode::store_damaged;
  }
}

std::string_view mend_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::store_full: return "make room on the disk";
    case ErrorCode::store_failing: return "look at the disk; it is tried again";
    case ErrorCode::timed_out: return "another program holds the database; try again";
    case ErrorCode::conflict: return "it does not fit what is stored";
    case ErrorCode::settings: return "check the path, its owner and its mode";
    default: return "check the disk, then restore a backup";
  }
}

std::int64_t pragma(Connection& connection, const char* sql) {
  SQLite::Statement statement{connection.database(), sql};
  return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

/// The file must exist with mode 0600 before SQLite would make it by the process's umask.
std::optional<Error> create_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return domain::fail(ErrorCode::settings,
                        fmt::format("cannot open the database {}: {}; check [store] path, and that "
                                    "its folder exists and may be written to",
                                    path, std::strerror(errno)));
  }
  ::close(file);
  return std::nullopt;
}

std::optional<Error> check_version(Connection& connection, const std::string& path,
                                   Connection::Mode mode) {
  const auto known = static_cast<std::int64_t>(migrations().size());
  const auto version = pragma(connection, "PRAGMA user_version");
  const auto application = pragma(connection, "PRAGMA application_id");
  const bool empty = pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0;
  if (!empty && application != k_application_id) {
    return domain::fail(
        ErrorCode::not_allowed,
        fmt::format("{} is a database of another program; check [store] path", path));
  }
  if (version > known) {
    return domain::fail(
        ErrorCode::not_allowed,
        fmt::format("{} was written by a newer version (its schema is {}, this program knows {}); "
                    "install that version, or restore a backup made before it",
                    path, version, known));
  }
  if (mode == Connection::Mode::read_only && version < known) {
    return domain::fail(ErrorCode::not_allowed,
                        fmt::format("{} has an older schema ({}, this program knows {}); start "
                                    "redressd once to bring it up to date",
                                    path, version, known));
  }
  return std::nullopt;
}

void migrate(Connection& connection) {
  const auto all = migrations();
  Transaction transaction{connection};
  const auto version = static_cast<std::size_t>(pragma(connection, "PRAGMA user_version"));
  for (std::size_t done = version; done < all.size(); ++done) {
    connection.exec(std::string{all[done]}.c_str());
  }
  connection.exec(fmt::format("PRAGMA application_id = {}", k_application_id).c_str());
  connection.exec(fmt::format("PRAGMA user_version = {}", all.size()).c_str());
  transaction.commit();
}

}  // namespace

Error store_error(const SQLite::Exception& error, std::string_view doing) {
  const auto code = code_of(error.getErrorCode());
  return domain::fail(code, fmt::format("cannot {}: {}; {}", doing, error.what(), mend_of(code)));
}

Connection::Connection(const std::string& path, int flags)
    : database_(path, flags | SQLite::OPEN_NOMUTEX, k_busy_timeout_ms) {}

domain::Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Mode mode) {
  const bool writes = mode == Mode::read_write;
  if (writes) {
    if (auto error = create_private(path)) return *error;
  } else if (std::error_code ignored; !std::filesystem::exists(path, ignored)) {
    return domain::fail(ErrorCode::not_found,
                        fmt::format("there is no database {}; check [store] path, or start "
                                    "redressd once",
                                    path));
  }
  try {
    auto connection =
        std::make_unique<Connection>(path, writes ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
    // A plan must not depend on bound values: it would be made anew for each of them.
    sqlite3_db_config(connection->database().getHandle(), SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    if (auto error = check_version(*connection, path, mode)) return *error;
    if (writes) {
      connection->exec("PRAGMA journal_mode = WAL");
      connection->exec("PRAGMA synchronous = FULL");
      connection->exec("PRAGMA foreign_keys = ON");
      connection->exec("PRAGMA recursive_triggers = ON");
      connection->exec(fmt::format("PRAGMA cache_size = -{}", k_cache_kib).c_str());
      connection->exec(fmt::format("PRAGMA wal_autocheckpoint = {}", k_checkpoint_pages).c_str());
      migrate(*connection);
    }
    return connection;
  } catch (const SQLite::Exception& error) {
    return store_error(error, fmt::format("open the database {}", path));
  }
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

Connection::Statement Connection::borrow(std::string_view sql) {
  if (const auto found = idle_.find(sql); found != idle_.end() && found->second) {
    return std::move(found->second);
  }
  return std::make_unique<SQLite::Statement>(database_, std::string{sql});
}

void Connection::give_back(std::string_view sql, Statement statement) {
  idle_[sql] = std::move(statement);
}

Query::~Query() {
  statement_->tryReset();
  statement_->clearBindings();
  connection_.give_back(sql_, std::move(statement_));
}

int Query::run() {
  while (statement_->executeStep()) {
  }
  return connection_.changes();
}

std::string_view Query::blob(int column) {
  const auto value = statement_->getColumn(column);
  const auto size = static_cast<std::size_t>(value.getBytes());
  return size == 0 ? std::string_view{}
                   : std::string_view{static_cast<const char*>(value.getBlob()), size};
}

domain::Instant Query::instant(int column) {
  const auto read = domain::parse_rfc3339(text(column));
  if (!read)
    throw StoreFailure{ErrorCode::store_damaged, "a time in the database: " + read.error().text};
  return *read;
}

std::optional<domain::Instant> Query::maybe_instant(int column) {
  if (null(column)) return std::nullopt;
  return instant(column);
}

void Query::bind(Blob value) {
  // A null pointer would bind NULL, which a NOT NULL column refuses.
  statement_->bind(++bound_,
                   value.bytes.empty() ? "" : static_cast<const void*>(value.bytes.data()),
                   static_cast<int>(value.bytes.size()));
}

Transaction::~Transaction() {
  if (!connection_.in_transaction()) return;
  connection_.database().tryExec("ROLLBACK");
}

}  // namespace redress::adapters
