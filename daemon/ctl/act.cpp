#include "daemon/adapters/control/control_client.hpp"
#include "daemon/adapters/sqlite/editor.hpp"
#include "daemon/adapters/system/random_tokens.hpp"
#include "daemon/app/staff_commands.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <memory>

namespace redress::ctl {
namespace {

using domain::Result;

struct Asked {
  std::string reference;
  std::string text;
  std::string as;
};

/// Carries the command out without a daemon, under its lock.
Result<std::string> act_alone(const app::Installation& house, const app::StaffRequest& request,
                              domain::Instant now) {
  const auto asked = app::read_request(house, request, now);
  if (!asked) return asked.error();
  auto files = files_of(house.settings);
  adapters::RandomTokens tokens;
  const auto keys = app::load_keys(house.settings, files, nullptr);
  if (!keys) return keys.error();
  app::LetterOffice letters{house, *keys, tokens};
  const auto editor = adapters::Editor::open(house.settings.store_path, request.via);
  if (!editor) return editor.error();
  std::string answer;
  const auto done = (*editor)->act(
      asked->query,
      [&](const ports::CommandSubject& subject) -> Result<domain::Change> {
        auto carried = app::carry_out(house, letters, *asked, subject, now);
        if (!carried) return carried.error();
        answer = std::move(carried->text);
        return std::move(carried->change);
      },
      tokens);
  if (!done) return done.error();
  return answer;
}

void act(Tool& tool, const Asked& asked) {
  const auto house = tool.load();
  if (!house) return;
  bool nobody = false;
  auto done = ask_or_nobody(*house,
                            {.verb = "act",
                             .id = 0,
                             .kind = {},
                             .actor = {},
                             .reference = asked.reference,
                             .as = asked.as,
                             .text = asked.text},
                            nobody);
  if (nobody) {
    done = act_alone(
        *house,
        {asked.reference, asked.as, fmt::format("redressctl:uid {}", ::getuid()), asked.text},
        tool.now());
  }
  if (!done) return tool.fail(done.error());
  if (tool.json) return Tool::print_json({{"reference", asked.reference}, {"answer", *done}});
  fmt::print("{}\n", printable_lines(*done));
}

}  // namespace

void add_act(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand("act", "Carries out a command on a case: '/assign jo'");
  auto asked = std::make_shared<Asked>();  // CLI11 and the callback share it
  command->add_option("REFERENCE", asked->reference, "The case; \"new\" for /log and /help")
      ->required();
  command->add_option("COMMAND", asked->text, "As in '/help'")->required();
  command->add_option("--as", asked->as, "Name or address of the member of staff who decides");
  on_chosen(*command, tool, [&tool, asked] { act(tool, *asked); });
}

}  // namespace redress::ctl
