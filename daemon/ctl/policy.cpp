#include "daemon/adapters/system/layout.hpp"
#include "daemon/adapters/system/system_files.hpp"
#include "daemon/app/policy_source.hpp"
#include "daemon/ctl/policy_view.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace redress::ctl {
namespace {

namespace fs = std::filesystem;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr auto k_policy_file = "policy.toml";
constexpr auto k_example_file = "example.toml";

/// A folder of policies with a policy.toml in it.
struct Pack {
  std::string name;
  std::string file;
  bool own{};  ///< lies beside the settings
};

std::string own_policies(const Tool& tool) {
  return (fs::path{tool.config}.parent_path() / "policies").string();
}

void add_packs(const std::string& folder, bool own, std::vector<Pack>& packs) {
  std::error_code error;
  for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    const auto file = at->path() / k_policy_file;
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) continue;
    const auto name = at->path().filename().string();
    const bool hidden = std::any_of(packs.begin(), packs.end(),
                                    [&](const Pack& other) { return other.name == name; });
    if (!hidden) packs.push_back({name, file.string(), own});
  }
}

/// Those beside the settings stand in place of those that came with the program.
std::vector<Pack> packs_of(const Tool& tool, const std::string& share) {
  std::vector<Pack> packs;
  add_packs(own_policies(tool), true, packs);
  add_packs(share + "/policies", false, packs);
  std::sort(packs.begin(), packs.end(),
            [](const Pack& a, const Pack& b) { return a.name < b.name; });
  return packs;
}

/// Every pack that can be read; one that cannot is told, and the list goes on.
void list_policies(Tool& tool) {
  const auto share = adapters::share_folder();
  if (!share) return tool.fail(share.error());
  const adapters::SystemFiles files;
  Table table{{"NAME", "STAGES", "FILE", "TITLE"}};
  for (const auto& pack : packs_of(tool, *share)) {
    const auto read = app::load_policy_file(pack.file, *share, files);
    if (!read) {
      tool.fail(read.error());
      continue;
    }
    const auto& policy = read->policy;
    if (tool.json) {
      Tool::print_json({{"name", pack.name},
                        {"title", policy.title},
                        {"stages", policy.stages.size()},
                        {"file", pack.file},
                        {"own", pack.own}});
    }
    table.add({{pack.name, Colour::strong},
               {std::to_string(policy.stages.size())},
               {pack.own ? "your own" : "came with the program"},
               {policy.title}});
  }
  if (!tool.json) table.print();
}

Result<Pack> find_pack(const Tool& tool, const std::string& share, const std::string& name) {
  const auto packs = packs_of(tool, share);
  const auto found =
      std::find_if(packs.begin(), packs.end(), [&](const Pack& pack) { return pack.name == name; });
  if (found != packs.end()) return *found;
  std::vector<std::string> names;
  for (const auto& pack : packs) names.push_back(pack.name);
  return fail(ErrorCode::not_found,
              fmt::format("policy show: there is no policy \"{}\"; there is {}", name,
                          fmt::join(names, ", ")));
}

void show(const Tool& tool, const domain::Policy& policy) {
  if (tool.json) return Tool::print_json(to_json(policy));
  print_policy(policy);
}

/// The policy of that name as its file says; without a name, the one in use with its settings.
void show_policy(Tool& tool, const std::string& name) {
  if (name.empty()) {
    const auto house = tool.load();
    if (house) show(tool, house->policy);
    return;
  }
  const auto share = adapters::share_folder();
  if (!share) return tool.fail(share.error());
  const auto pack = find_pack(tool, *share, name);
  if (!pack) return tool.fail(pack.error());
  const adapters::SystemFiles files;
  const auto read = app::load_policy_file(pack->file, *share, files);
  if (!read) return tool.fail(read.error());
  show(tool, read->policy);
}

domain::Error cannot_write(const std::string& path, int error) {
  return fail(ErrorCode::not_allowed,
              fmt::format("{}: cannot be written: {}", path, std::strerror(error)));
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Writes a file that is not there yet. It is no secret: the daemon reads it under another user.
Result<void> write_new(const std::string& path, const std::string& text) {
  const std::unique_ptr<std::FILE, CloseFile> file{std::fopen(path.c_str(), "wx")};
  if (!file && errno == EEXIST) {
    return fail(ErrorCode::not_allowed,
                fmt::format("{} exists already; choose another name, or edit it", path));
  }
  if (!file) return cannot_write(path, errno);
  if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() ||
      std::fflush(file.get()) != 0) {
    return cannot_write(path, errno);
  }
  return {};
}

/// A policy under the name of a pack would silently stand in its place.
Result<void> check_new_name(const std::string& name, const std::string& share) {
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!plain || name.front() < 'a') {
    return fail(ErrorCode::settings,
                "policy new: a name is small letters, digits and \"-\", a letter first");
  }
  std::error_code ignored;
  if (!fs::exists(fs::path{share} / "policies" / name, ignored) &&
      !fs::exists(fs::path{share} / "templates" / name, ignored)) {
    return {};
  }
  return fail(ErrorCode::settings,
              fmt::format("policy new: \"{}\" came with the program; choose another name", name));
}

void new_policy(Tool& tool, const std::string& name) {
  const auto share = adapters::share_folder();
  if (!share) return tool.fail(share.error());
  if (const auto named = check_new_name(name, *share); !named) return tool.fail(named.error());
  const adapters::SystemFiles files;
  const auto example = files.read(fmt::format("{}/policies/{}", *share, k_example_file));
  if (!example) return tool.fail(example.error());
  const auto folder = fs::path{own_policies(tool)} / name;
  const auto path = (folder / k_policy_file).string();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return tool.fail(cannot_write(folder.string(), error.value()));
  if (const auto written = write_new(path, *example); !written) return tool.fail(written.error());
  if (tool.json) return Tool::print_json({{"file", path}});
  fmt::print(
      "{}: a policy to edit. Then write policy = \"policies/{}/{}\" under [organisation] in {}, "
      "and "
      "ask \"redressctl check\".\n",
      path, name, k_policy_file, tool.config);
}

}  // namespace

void add_policy(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand("policy", "Published policies as data");
  command->require_subcommand(1);
  on_chosen(
      *command->add_subcommand("list", "Those beside the settings, and those that came along"),
      tool, [&tool] { list_policies(tool); });
  auto name = std::make_shared<std::string>();  // CLI11 and the callbacks share it
  auto* show = command->add_subcommand("show", "A policy in full; without NAME the one in use");
  show->add_option("NAME", *name);
  on_chosen(*show, tool, [&tool, name] { show_policy(tool, *name); });
  auto* make = command->add_subcommand("new", "Lays out a policy of your own, to edit");
  make->add_option("NAME", *name, "Small letters, digits and \"-\"")->required();
  on_chosen(*make, tool, [&tool, name] { new_policy(tool, *name); });
}

}  // namespace redress::ctl
