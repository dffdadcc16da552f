#include "daemon/adapters/sqlite/register.hpp"
#include "daemon/ctl/register_view.hpp"
#include "daemon/ctl/tool.hpp"
#include "daemon/domain/command/command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <vector>

namespace redress::ctl {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 2> k_about_a_case{"act", "deadlines"};

/// The words without options of all subcommands; `--config` is heeded.
Words take_options(const Words& words, Tool& tool) {
  Words plain;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool config = words[i] == "--config" && i + 1 < words.size();
    if (config) tool.config = words[++i];
    if (!config && !words[i].starts_with("--")) plain.push_back(words[i]);
  }
  return plain;
}

void offer(std::string_view word, std::string_view typed) {
  if (word.starts_with(typed)) fmt::print("{}\n", word);
}

void offer_subcommands(const CLI::App& app, std::string_view typed) {
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const bool hidden = command->get_group().empty();
    if (!hidden) offer(command->get_name(), typed);
  }
}

void offer_cases(Tool& tool, std::string_view typed) {
  with_register(tool, [&](const app::Installation&, adapters::Register& store) {
    for (const auto& row : store.cases()) {
      if (domain::is_open(row.status)) offer(row.reference, typed);
    }
  });
}

void offer_lines(Tool& tool, std::string_view typed) {
  const auto house = tool.load();
  if (!house) return;
  const domain::CommandContext context{house->policy, house->settings.staff, house->calendar,
                                       house->zone, tool.now()};
  for (const auto& line : domain::completed_lines(typed, context)) fmt::print("{}\n", line);
}

/// `words`: what stands behind "redressctl" on the line, the one to be completed last.
void complete(const CLI::App& app, Tool& tool, Words words) {
  const auto typed = words.empty() ? std::string{} : words.back();
  if (!words.empty()) words.pop_back();
  const auto before = take_options(words, tool);
  if (before.empty()) return offer_subcommands(app, typed);
  const auto chosen =
      app.get_subcommands([&](const CLI::App* one) { return one->get_name() == before.front(); });
  if (chosen.empty()) return;
  const bool of_case = std::find(k_about_a_case.begin(), k_about_a_case.end(), before.front()) !=
                       k_about_a_case.end();
  const bool within_case = before.front() == "case";
  if (before.size() == 1 && of_case) return offer_cases(tool, typed);
  if (before.size() == 1) return offer_subcommands(*chosen.front(), typed);
  if (before.size() == 2 && within_case) return offer_cases(tool, typed);
  if (before.size() == 2 && before.front() == "act") return offer_lines(tool, typed);
}

}  // namespace

void add_complete(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand("complete", "What may follow on a line, for shells");
  command->group("");
  command->prefix_command();
  command->callback([&app, &tool, command] { complete(app, tool, command->remaining()); });
}

}  // namespace redress::ctl
