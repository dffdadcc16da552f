#include "daemon/app/policy_source.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace redress::app {
namespace {

namespace fs = std::filesystem;
using domain::ErrorCode;
using domain::Result;

/// `path` seen from `folder`. By the names alone: the folder that ".." leaves need not exist.
std::string seen_from(const fs::path& folder, const std::string& path) {
  return (folder / path).lexically_normal().string();
}

}  // namespace

Result<config::PolicyFile> load_policy_file(const std::string& path, const std::string& share,
                                            const ports::Files& files) {
  const auto text = files.read(path);
  if (!text) return text.error();
  const auto find = [&](const std::string& included) -> Result<config::IncludedText> {
    const auto beside = seen_from(fs::path{path}.parent_path(), included);
    const auto shared = seen_from(fs::path{share} / "policies" / "pack", included);
    for (const auto& candidate : {beside, shared}) {
      auto found = files.read(candidate);
      if (found) return config::IncludedText{candidate, std::move(*found)};
      if (found.error().code != ErrorCode::not_found) return found.error();
    }
    return domain::fail(ErrorCode::settings,
                        beside == shared ? fmt::format("there is no file {}; mend the path", beside)
                                         : fmt::format("there is no file {} nor {}; mend the path",
                                                       beside, shared));
  };
  return config::read_policy_file(*text, path, find);
}

}  // namespace redress::app
