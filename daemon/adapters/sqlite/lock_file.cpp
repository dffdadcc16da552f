#include "daemon/adapters/sqlite/lock_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace redress::adapters {
namespace {

using domain::ErrorCode;

std::string holder(int file) {
  std::array<char, 32> text{};
  const auto size = ::pread(file, text.data(), text.size() - 1, 0);
  std::string digits;
  for (ssize_t at = 0; at < size && text[static_cast<std::size_t>(at)] >= '0' &&
                       text[static_cast<std::size_t>(at)] <= '9';
       ++at) {
    digits += text[static_cast<std::size_t>(at)];
  }
  return digits.empty() ? "another process" : "process " + digits;
}

/// Only for the message to the next one: not being able to write it is no failure.
void write_holder(int file) {
  const auto text = fmt::format("{}\n", ::getpid());
  if (::ftruncate(file, 0) == 0) {
    [[maybe_unused]] const auto written = ::pwrite(file, text.data(), text.size(), 0);
  }
}

}  // namespace

domain::Result<LockFile> LockFile::take(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return domain::fail(ErrorCode::settings,
                        fmt::format("cannot open {}: {}; the folder of [store] path must exist and "
                                    "belong to the service",
                                    path, std::strerror(errno)));
  }
  LockFile lock{file};
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    return domain::fail(ErrorCode::conflict,
                        fmt::format("{} ({}) already uses this database: {} is locked; stop it, or "
                                    "wait until it is done",
                                    "another redressd or redressctl", holder(file), path));
  }
  write_holder(file);
  return lock;
}

LockFile::LockFile(LockFile&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

LockFile& LockFile::operator=(LockFile&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

LockFile::~LockFile() {
  if (file_ >= 0) ::close(file_);
}

std::string lock_path(const std::string& database) {
  return database + ".lock";
}

}  // namespace redress::adapters
