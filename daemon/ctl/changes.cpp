#include "daemon/ctl/changes.hpp"
#include "daemon/adapters/sqlite/editor.hpp"
#include "daemon/adapters/system/random_tokens.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <memory>

namespace redress::ctl {
namespace {

using domain::ManualVerb;
using domain::Result;

Result<void> edit(const std::string& store, const domain::ManualOrder& order, domain::Instant now) {
  const auto editor = adapters::Editor::open(store, fmt::format("redressctl:uid {}", ::getuid()));
  if (!editor) return editor.error();
  adapters::RandomTokens tokens;
  return (*editor)->carry_out(order, now, tokens);
}

}  // namespace

bool change(Tool& tool, const domain::ManualOrder& order) {
  const auto house = tool.load();
  if (!house) return false;
  const auto& store = house->settings.store_path;
  const std::string word{to_string(order.verb)};
  bool nobody = false;
  const auto asked =
      ask_or_nobody(*house,
                    {.verb = word,
                     .id = order.id,
                     .kind = order.kind ? std::string{to_string(*order.kind)} : std::string{},
                     .actor = {},
                     .text = order.reason},
                    nobody);
  const auto done = nobody ? edit(store, order, tool.now()) : Result<void>{};
  if ((!asked && !nobody) || !done) {
    tool.fail(done ? asked.error() : done.error());
    return false;
  }
  if (tool.json) {
    Tool::print_json({{"verb", word}, {"id", order.id}, {"done", true}});
  } else {
    fmt::print("{} {}: done{}\n", word, order.id, nobody ? "; redressd does not run now" : "");
  }
  return true;
}

void add_changes(CLI::App& app, Tool& tool) {
  const auto add = [&](ManualVerb verb, const char* help, bool messages) {
    auto* command = app.add_subcommand(std::string{to_string(verb)}, help);
    auto id = std::make_shared<std::int64_t>(0);  // CLI11 and the callback share it
    auto of_message = std::make_shared<bool>(false);
    command->add_option("ID", *id, "Number of the mail, as `outbox` lists it")->required();
    if (messages) {
      command->add_flag("--message", *of_message,
                        "ID is a held message: it counts as a complaint, and is acknowledged");
    }
    on_chosen(*command, tool, [&tool, id, of_message, verb] {
      change(tool, {.verb = *of_message ? ManualVerb::release_message : verb, .id = *id});
    });
  };
  add(ManualVerb::retry, "Sends a failed mail again", false);
  add(ManualVerb::hold, "Keeps a waiting mail back until a person releases it", false);
  add(ManualVerb::release, "Lets a held mail go out", true);

  auto* command =
      app.add_subcommand("settle", "Decides that nothing is to be done about a message");
  auto order = std::make_shared<domain::ManualOrder>();
  order->verb = ManualVerb::settle;
  command->add_option("--message", order->id, "A held message without a case")->required();
  command->add_option("--reason", order->reason, "Why; it stays in the audit trail")->required();
  on_chosen(*command, tool, [&tool, order] { change(tool, *order); });
}

}  // namespace redress::ctl
