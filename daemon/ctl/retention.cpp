#include "daemon/ctl/personal_data.hpp"
#include "daemon/ctl/terminal.hpp"

#include <fmt/format.h>

#include <memory>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
using nlohmann::ordered_json;

/// What is over since before that moment is old enough, seen on that day.
struct Age {
  std::string day;
  domain::Instant before;
};

/// Error: settings, where retention is off.
domain::Result<Age> age_of(const Tool& tool, const app::Installation& house) {
  const auto& settings = house.settings;
  if (!settings.retention.years) {
    return domain::fail(ErrorCode::settings,
                        fmt::format("{}: retention is off, nothing is ever erased by age; to turn "
                                    "it on, add [retention] after = \"6 years\"",
                                    settings.file));
  }
  const auto today = house.zone.date_of(tool.now());
  auto then = today - std::chrono::years{*settings.retention.years};
  if (!then.ok()) then = then.year() / then.month() / std::chrono::day{28};  // of 29 February
  return Age{domain::to_iso(today), house.zone.at(then, domain::TimeOfDay{0})};
}

void print_list(const Tool& tool, const app::Installation& house, const Age& age,
                const adapters::ErasureScope& scope, std::optional<std::size_t> copies) {
  if (tool.json) {
    ordered_json out{{"before", domain::to_rfc3339(age.before)}, {"done", false}};
    out["cases"] = ordered_json::array();
    for (const auto& one : scope.cases) out["cases"].push_back(one.reference);
    out["messages"] = scope.messages.size();
    out["letters"] = scope.mails.size();
    out["records"] = scope.events.size();
    out["mailbox_copies"] = copies ? ordered_json(*copies) : ordered_json(nullptr);
    return Tool::print_json(out);
  }
  fmt::print("Over since before {}, and would be erased:\n",
             domain::long_date(house.zone.date_of(age.before)));
  for (const auto& one : scope.cases) fmt::print("  {}\n", one.reference);
  fmt::print(
      "{}, {}, {} of ours, {} of the audit trail{}.\nNothing was erased. To erase this, run "
      "`redressctl retention run` today.\n",
      counted(scope.cases.size(), "case", "cases"),
      counted(scope.messages.size(), "message", "messages"),
      counted(scope.mails.size(), "letter", "letters"),
      counted(scope.events.size(), "record", "records"),
      copies ? fmt::format("; {} on the mail server", counted(*copies, "copy", "copies")) : "");
}

void list(Tool& tool) {
  with_person_file(tool, [&](const app::Installation& house, adapters::PersonFile& file) {
    const auto age = age_of(tool, house);
    if (!age) return tool.fail(age.error());
    const auto scope = file.scope(age->before, tool.now());
    const auto noted = order_erasure(tool, house, "retention_listed",
                                     {{"day", age->day},
                                      {"before", domain::to_rfc3339(age->before)},
                                      {"cases", scope.cases.size()},
                                      {"messages", scope.messages.size()}});
    if (!noted) return tool.fail(noted.error());
    print_list(tool, house, *age, scope, copies_that_go(house, file, scope));
  });
}

void run(Tool& tool) {
  const auto house = tool.load();
  if (!house) return;
  const auto age = age_of(tool, *house);
  if (!age) return tool.fail(age.error());
  const auto before = domain::to_rfc3339(age->before);
  const auto done =
      order_erasure(tool, *house, "retention", {{"day", age->day}, {"before", before}});
  if (!done) return tool.fail(done.error());
  print_erased(tool, {{"before", before}, {"done", true}}, *done);
}

}  // namespace

void add_retention(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand("retention", "Erases what is over for as long as is set");
  command->require_subcommand(1);
  auto dry = std::make_shared<bool>(false);  // CLI11 and the callback share it
  auto* running = command->add_subcommand(
      "run", "Erases cases that ended longer ago than [retention] after; listed on the same day");
  running->add_flag("--dry-run", *dry, "Lists what would go, notes that in the audit trail");
  on_chosen(*running, tool, [&tool, dry] { *dry ? list(tool) : run(tool); });
}

}  // namespace redress::ctl
