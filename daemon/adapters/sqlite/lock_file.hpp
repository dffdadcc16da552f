#pragma once

#include "daemon/domain/result.hpp"

#include <string>

namespace redress::adapters {

/// The right to write to one database, held by one process at a time: flock(2) on `path`. The
/// system takes it back when the process ends, however it ends. The file itself stays.
class LockFile {
 public:
  /// Does not wait. Errors: conflict, naming the process that has it; settings, where the file
  /// cannot be made.
  static domain::Result<LockFile> take(const std::string& path);

  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&& other) noexcept;
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;
  ~LockFile();

 private:
  explicit LockFile(int file) : file_(file) {}
  int file_;
};

/// Where the lock of that database lies.
std::string lock_path(const std::string& database);

}  // namespace redress::adapters
