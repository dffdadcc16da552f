#include "daemon/adapters/system/layout.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace redress::adapters {
namespace {

namespace fs = std::filesystem;

/// A build folder's program lies three folders deep (daemon/ctl/redressctl); more is somebody
/// else's tree.
constexpr int k_levels = 6;

}  // namespace

domain::Result<std::string> share_folder() {
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  if (error) {
    return domain::fail(
        domain::ErrorCode::settings,
        fmt::format("cannot read /proc/self/exe ({}); is /proc mounted?", error.message()));
  }
  return share_folder_of(program.string());
}

domain::Result<std::string> share_folder_of(const std::string& program) {
  auto folder = fs::path{program}.parent_path();
  for (int level = 0; level < k_levels; ++level) {
    const auto share = folder / "share" / "redress";
    std::error_code ignored;
    if (fs::is_directory(share / "calendars", ignored)) return share.string();
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return domain::fail(domain::ErrorCode::settings,
                      fmt::format("there is no share/redress with calendars/ in it above {}; "
                                  "install the whole tree, not the program alone",
                                  program));
}

std::string credentials_folder(const char* given, const std::string& settings_file) {
  if (given != nullptr && *given != '\0') return given;
  const fs::path file{settings_file};
  const auto own = fs::path{file}.replace_extension(".credentials");
  std::error_code ignored;
  if (fs::is_directory(own, ignored)) return own.string();
  return (file.parent_path() / "credentials").string();
}

}  // namespace redress::adapters
