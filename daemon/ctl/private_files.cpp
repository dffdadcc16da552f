#include "daemon/ctl/private_files.hpp"

#include "daemon/adapters/system/file_handle.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
namespace fs = std::filesystem;

constexpr mode_t k_owner_only = 0600;
constexpr mode_t k_permissions = 07777;

domain::Error not_written(const fs::path& path) {
  return domain::fail(ErrorCode::not_allowed, fmt::format("{}: cannot be written: {}",
                                                          path.string(), std::strerror(errno)));
}

}  // namespace

domain::Result<void> make_private_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::create_directory(folder, error)) {
    return domain::fail(ErrorCode::not_allowed,
                        fmt::format("{}: {}; name a folder that is not there yet", folder.string(),
                                    error ? error.message() : "exists"));
  }
  fs::permissions(folder, fs::perms::owner_all);
  return {};
}

domain::Result<void> write_private(const fs::path& path, std::string_view text) {
  const adapters::FileHandle file{
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, k_owner_only)};
  if (!file || !adapters::write_all(file.get(), text)) return not_written(path);
  return {};
}

domain::Result<void> replace_private(const fs::path& path, std::string_view text) {
  struct stat before {};
  if (::stat(path.c_str(), &before) != 0) return not_written(path);
  auto fresh = path;
  fresh += ".new";
  {
    const adapters::FileHandle file{
        ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, k_owner_only)};
    if (!file) return not_written(fresh);
    const bool written = adapters::write_all(file.get(), text) &&
                         ::fchown(file.get(), before.st_uid, before.st_gid) == 0 &&
                         ::fchmod(file.get(), before.st_mode & k_permissions) == 0 &&
                         ::fsync(file.get()) == 0 && ::rename(fresh.c_str(), path.c_str()) == 0;
    if (!written) {
      const auto error = not_written(path);
      ::unlink(fresh.c_str());
      return error;
    }
  }
  return {};
}

}  // namespace redress::ctl
