#include "daemon/ctl/private_files.hpp"

#include "daemon/adapters/system/file_handle.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
namespace fs = std::filesystem;

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
  constexpr mode_t k_owner_only = 0600;
  const adapters::FileHandle file{
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, k_owner_only)};
  if (!file) return not_written(path);
  while (!text.empty()) {
    const auto written = ::write(file.get(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return not_written(path);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace redress::ctl
