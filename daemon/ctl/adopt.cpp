#include "daemon/adapters/sqlite/editor.hpp"
#include "daemon/adapters/system/random_tokens.hpp"
#include "daemon/adapters/system/system_files.hpp"
#include "daemon/ctl/adopt_change.hpp"
#include "daemon/ctl/personal_data.hpp"
#include "daemon/ctl/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

namespace redress::ctl {
namespace {

using domain::ErrorCode;

/// Mistakes are shown up to here, and counted all.
constexpr std::size_t k_shown = 50;

void tell_mistakes(Tool& tool, const std::vector<std::string>& errors) {
  const auto shown = std::min(errors.size(), k_shown);
  for (std::size_t at = 0; at < shown; ++at) {
    fmt::print(stderr, "redressctl: {}\n", printable(errors[at]));
  }
  tool.fail(domain::fail(ErrorCode::invalid_input,
                         fmt::format("nothing was taken over: {} in the file",
                                     counted(errors.size(), "mistake", "mistakes"))));
}

domain::Result<ports::ImportCount> store(const app::Installation& house,
                                         const std::vector<AdoptedCase>& cases,
                                         domain::Instant now) {
  const auto actor = fmt::format("redressctl:uid {}", ::getuid());
  const auto editor = adapters::Editor::open(house.settings.store_path, actor);
  if (!editor) return editor.error();
  std::vector<adapters::CaseToOpen> asked;
  asked.reserve(cases.size());
  for (const auto& one : cases) {
    asked.push_back({.complainant = one.complainant.address,
                     .received = one.received,
                     .prefix = house.settings.organisation.prefix,
                     .year = static_cast<int>(house.zone.date_of(one.received).year())});
  }
  const auto rules = app::house_of(house);
  adapters::RandomTokens tokens;
  return (*editor)->open_cases(
      asked,
      [&](std::size_t at, std::uint32_t number) {
        return adopt_change(rules, cases[at], number, actor, now);
      },
      tokens);
}

void adopt(Tool& tool, const std::string& file) {
  const auto house = tool.load();
  if (!house) return;
  const adapters::SystemFiles files;
  const auto text = files.read(file);
  if (!text) return tool.fail(text.error());
  AdoptHouse against{.policy = house->policy,
                     .staff = house->settings.staff,
                     .zone = house->zone,
                     .mailboxes = {},
                     .now = tool.now()};
  for (const auto& one : house->settings.mailboxes) against.mailboxes.push_back(one.name);
  const auto read = read_adoption(*text, file, against);
  if (!read.errors.empty()) return tell_mistakes(tool, read.errors);
  const auto count = store(*house, read.cases, tool.now());
  if (!count) return tool.fail(count.error());
  if (tool.json) {
    return Tool::print_json({{"adopted", count->added}, {"already_there", count->known}});
  }
  fmt::print("{} taken over, {} already there. Nobody was written to; see `redressctl case list`\n",
             counted(count->added, "case", "cases"), count->known);
}

}  // namespace

void add_adopt(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand(
      "adopt", "Takes over cases that are open elsewhere, with their dates; writes to nobody");
  auto file = std::make_shared<std::string>();  // CLI11 and the callback share it
  command->add_option("FILE", *file, "Comma-separated values; redressctl(1) names the columns")
      ->required();
  on_chosen(*command, tool, [&tool, file] { adopt(tool, *file); });
}

}  // namespace redress::ctl
