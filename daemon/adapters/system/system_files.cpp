#include "daemon/adapters/system/system_files.hpp"

#include "daemon/adapters/system/file_handle.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace redress::adapters {
namespace {

namespace fs = std::filesystem;
using domain::ErrorCode;

constexpr std::size_t k_file_limit = std::size_t{16} << 20U;
/// systemd itself allows a mebibyte for all credentials of a unit.
constexpr std::size_t k_credential_limit = std::size_t{1} << 20U;
constexpr std::size_t k_chunk = std::size_t{64} << 10U;

domain::Error broken(const std::string& path, std::string_view what, int error) {
  return domain::fail(error == ENOENT ? ErrorCode::not_found : ErrorCode::settings,
                      fmt::format("{}: {}: {}", path, what, std::strerror(error)));
}

/// A file under a name of its own that is taken away again unless it was linked to its real one.
class Draft {
 public:
  explicit Draft(const std::string& path)
      : name_(fmt::format("{}.new.{}", path, ::getpid())),
        file_(::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
  ~Draft() {
    if (file_) ::unlink(name_.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const FileHandle& file() const { return file_; }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  FileHandle file_;
};

bool plain_name(const std::string& name) {
  return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos;
}

}  // namespace

domain::Result<std::string> read_file(const std::string& path, std::size_t limit) {
  const FileHandle file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!file) return broken(path, "cannot be read", errno);
  std::string text;
  std::array<char, k_chunk> chunk;  // NOLINT: filled by read
  while (true) {
    const auto size = ::read(file.get(), chunk.data(), chunk.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return broken(path, "cannot be read", errno);
    if (size == 0) return text;
    text.append(chunk.data(), static_cast<std::size_t>(size));
    if (text.size() > limit) {
      return domain::fail(
          ErrorCode::settings,
          fmt::format("{}: larger than {} bytes; is this the right file?", path, limit));
    }
  }
}

domain::Result<std::string> SystemFiles::read(const std::string& path) const {
  return read_file(path, k_file_limit);
}

std::vector<std::string> SystemFiles::list(const std::string& folder) const {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored)) names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

domain::Result<void> SystemFiles::write_secret(const std::string& path, std::string_view text) {
  const Draft draft{path};
  if (!draft.file()) return broken(path, "cannot be written", errno);
  if (!write_all(draft.file().get(), text) || ::fsync(draft.file().get()) != 0) {
    return broken(path, "cannot be written", errno);
  }
  // link(2) never replaces a file, unlike rename(2).
  if (::link(draft.name().c_str(), path.c_str()) != 0) {
    if (errno != EEXIST) return broken(path, "cannot be written", errno);
    return domain::fail(ErrorCode::conflict,
                        fmt::format("{} exists already; move it away first", path));
  }
  const auto parent = fs::path{path}.parent_path();
  const FileHandle folder{
      ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!folder || ::fsync(folder.get()) != 0)
    return broken(path, "its folder cannot be synced", errno);
  return {};
}

domain::Result<std::string> SystemFiles::credential(const std::string& name) const {
  if (!plain_name(name)) {
    return domain::fail(
        ErrorCode::settings,
        fmt::format("\"credential:{}\" is no credential's name; a path is \"file:…\"", name));
  }
  if (credentials_.empty()) {
    return domain::fail(ErrorCode::settings,
                        fmt::format("there is no folder for the credential \"{}\"; use "
                                    "\"file:/PATH\"",
                                    name));
  }
  auto text = read_file(credentials_ + "/" + name, k_credential_limit);
  // systemd gives the files of a whole folder names with the folder's id before (systemd.exec(5)).
  if (!text) {
    auto of_folder =
        read_file(fmt::format("{}/redress_{}", credentials_, name), k_credential_limit);
    if (of_folder) text = std::move(of_folder);
  }
  if (!text) {
    return domain::fail(
        ErrorCode::settings,
        fmt::format("the credential \"{}\" cannot be read ({}); write it into the folder "
                    "\"credentials\" beside the settings (of redressd@NAME: NAME.credentials), or "
                    "use \"file:/PATH\"",
                    name, text.error().text));
  }
  return text;
}

}  // namespace redress::adapters
