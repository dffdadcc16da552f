#include "daemon/adapters/sqlite/importer.hpp"

#include "daemon/adapters/sqlite/connection.hpp"
#include "daemon/adapters/sqlite/history.hpp"
#include "daemon/adapters/sqlite/lock_file.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace redress::adapters {

domain::Result<std::unique_ptr<Importer>> Importer::open(const std::string& path) {
  if (std::error_code ignored; !std::filesystem::exists(path, ignored)) {
    return domain::fail(domain::ErrorCode::not_found,
                        fmt::format("there is no database {}; check [store] path, or start "
                                    "redressd once",
                                    path));
  }
  auto lock = LockFile::take(lock_path(path));
  if (!lock) return lock.error();
  auto connection = Connection::open(path, Connection::Mode::read_write);
  if (!connection) return connection.error();
  return std::make_unique<Importer>(std::move(*lock), std::move(*connection));
}

Importer::Importer(LockFile lock, std::unique_ptr<Connection> connection)
    : lock_(std::make_unique<LockFile>(std::move(lock))), connection_(std::move(connection)) {}
Importer::~Importer() = default;

domain::Result<ports::ImportCount> Importer::add(const ports::ImportBatch& batch,
                                                 domain::Instant now) {
  try {
    return translated("journal imported mail",
                      [&] { return append_history(*connection_, batch, now); });
  } catch (const StoreFailure& failure) {
    return failure.error();
  }
}

}  // namespace redress::adapters
