#include "daemon/ctl/changes.hpp"
#include "daemon/adapters/control/control_client.hpp"
#include "daemon/adapters/sqlite/editor.hpp"
#include "daemon/ctl/register_view.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <memory>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
using domain::MessageRowId;
using domain::OutboxId;
using domain::Result;

Result<void> edit(const std::string& store, const std::string& verb, std::int64_t id) {
  const auto editor = adapters::Editor::open(store, fmt::format("redressctl:uid {}", ::getuid()));
  if (!editor) return editor.error();
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (verb == "retry") return (*editor)->retry(OutboxId{id}, now);
  if (verb == "hold") return (*editor)->hold(OutboxId{id}, now);
  if (verb == "release") return (*editor)->release(OutboxId{id}, now);
  if (verb == "replay") return (*editor)->replay(MessageRowId{id}, now);
  return (*editor)->release_message(MessageRowId{id}, now);
}

/// The case that a mail or message belongs to, for the audit trail; empty where it has none.
std::string reference_of(const std::string& store, const std::string& verb, std::int64_t id) {
  const auto opened = adapters::Register::open(store);
  if (!opened) return {};
  if (verb == "release_message" || verb == "replay") {
    const auto row = (*opened)->message(MessageRowId{id});
    return row ? row->reference : std::string{};
  }
  for (const auto& row : (*opened)->outbox()) {
    if (row.id.value == id) return row.reference;
  }
  return {};
}

}  // namespace

void change(Tool& tool, const std::string& verb, std::int64_t id) {
  const auto house = tool.load();
  if (!house) return;
  const auto& store = house->settings.store_path;
  const auto asked =
      adapters::ask_daemon(adapters::find_control(store), verb, id, reference_of(store, verb, id));
  const bool nobody = !asked && asked.error().code == ErrorCode::not_found &&
                      asked.error().text.find("no daemon") != std::string::npos;
  if (!asked && !nobody) return tool.fail(asked.error());
  if (nobody) {
    const auto done = edit(store, verb, id);
    if (!done) return tool.fail(done.error());
  }
  if (tool.json) return Tool::print_json({{"verb", verb}, {"id", id}, {"done", true}});
  fmt::print("{} {}: done{}\n", verb, id, nobody ? "; redressd does not run now" : "");
}

void add_changes(CLI::App& app, Tool& tool) {
  const auto add = [&](const char* verb, const char* help, bool messages) {
    auto* command = app.add_subcommand(verb, help);
    auto id = std::make_shared<std::int64_t>(0);  // CLI11 and the callback share it
    auto of_message = std::make_shared<bool>(false);
    command->add_option("ID", *id, "Number of the mail, as `outbox` lists it")->required();
    if (messages) {
      command->add_flag("--message", *of_message,
                        "ID is a held message: it counts as a complaint, and is acknowledged");
    }
    on_chosen(*command, tool, [&tool, id, of_message, name = std::string{verb}] {
      change(tool, *of_message ? "release_message" : name, *id);
    });
  };
  add("retry", "Sends a failed mail again", false);
  add("hold", "Keeps a waiting mail back until a person releases it", false);
  add("release", "Lets a held mail go out", true);
}

}  // namespace redress::ctl
