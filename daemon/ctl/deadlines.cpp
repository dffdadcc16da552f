#include "daemon/ctl/register_view.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"
#include "daemon/domain/deadline.hpp"

#include <fmt/format.h>

#include <memory>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

struct Asked {
  std::string reference;
  std::string received;
  int stage{1};
};

ordered_json due_json(const domain::Deadline& deadline) {
  auto days = ordered_json::array();
  for (const auto& day : deadline.arithmetic) {
    days.push_back({{"date", domain::to_iso(day.date)},
                    {"number", day.number},
                    {"counts", day.counts},
                    {"why", day.why}});
  }
  return {{"kind", domain::to_string(deadline.kind)},
          {"stage", deadline.stage},
          {"at", domain::to_rfc3339(deadline.at)},
          {"clause", deadline.clause},
          {"arithmetic", std::move(days)}};
}

void print_due(const domain::Deadline& deadline, const domain::TimeZone& zone) {
  fmt::print("{}  {} {}, stage {}  ({})\n",
             coloured(fmt::format("{:<12}", domain::to_string(deadline.kind)), Colour::strong),
             domain::long_date(zone.date_of(deadline.at)),
             domain::clock_text(zone.time_of_day(deadline.at)), deadline.stage,
             printable(deadline.clause));
  for (const auto& day : deadline.arithmetic) {
    const bool numbered = day.counts || &day == &deadline.arithmetic.front();
    const auto line = fmt::format("  {:>3}  {:<28} {}", numbered ? std::to_string(day.number) : "",
                                  domain::long_date(day.date), day.why);
    fmt::print("{}\n", coloured(line, day.counts ? Colour::none : Colour::dim));
  }
}

/// Every limit of the stage, from that moment.
domain::Result<std::vector<domain::Deadline>> limits_of(const app::Installation& house,
                                                        domain::Instant received, int number) {
  for (const auto& stage : house.policy.stages) {
    if (stage.number != number) continue;
    std::vector<domain::Deadline> out;
    auto acknowledge =
        domain::deadline_for(domain::DeadlineKind::acknowledge, number, stage.acknowledge, received,
                             house.policy, house.calendar, house.zone);
    if (!acknowledge) return acknowledge.error();
    out.push_back(std::move(*acknowledge));
    if (!stage.respond) return out;
    auto respond = domain::deadline_for(domain::DeadlineKind::respond, number, *stage.respond,
                                        received, house.policy, house.calendar, house.zone);
    if (!respond) return respond.error();
    out.push_back(std::move(*respond));
    return out;
  }
  return domain::fail(
      domain::ErrorCode::settings,
      fmt::format("--stage {}: the policy has stages 1 to {}", number, house.policy.stages.size()));
}

void explain(Tool& tool, const Asked& asked) {
  const auto house = tool.load();
  if (!house) return;
  std::string received_text = asked.received;
  int stage = asked.stage;
  if (!asked.reference.empty()) {
    const auto found = received_of_case(*house, asked.reference);
    if (!found) return tool.fail(found.error());
    received_text = found->received;
    stage = found->stage;
  }
  const auto received = domain::parse_rfc3339(received_text);
  if (!received) {
    return tool.fail(
        domain::fail(domain::ErrorCode::settings, "--received: " + received.error().text));
  }
  const auto due = limits_of(*house, *received, stage);
  if (!due) return tool.fail(due.error());
  if (!tool.json) {
    fmt::print("received      {} {}\n", domain::long_date(house->zone.date_of(*received)),
               domain::clock_text(house->zone.time_of_day(*received)));
    for (const auto& one : *due) print_due(one, house->zone);
    return;
  }
  auto list = ordered_json::array();
  for (const auto& one : *due) list.push_back(due_json(one));
  Tool::print_json({{"received", domain::to_rfc3339(*received)},
                    {"due", std::move(list)},
                    {"reminders", ordered_json::array()}});
}

}  // namespace

void add_deadlines(CLI::App& app, Tool& tool) {
  auto* command =
      app.add_subcommand("deadlines", "When promises end, with the arithmetic day by day");
  auto asked = std::make_shared<Asked>();  // CLI11 and the callback share it
  auto* reference = command->add_option("REFERENCE", asked->reference, "A case");
  command->add_option("--received", asked->received, "Or a moment, 2026-11-24T10:15:00Z")
      ->excludes(reference);
  command->add_option("--stage", asked->stage, "Stage of the policy")->capture_default_str();
  on_chosen(*command, tool, [&tool, asked] {
    if (asked->reference.empty() == asked->received.empty()) {
      return tool.fail(domain::fail(domain::ErrorCode::settings,
                                    "deadlines: name a case, or give --received TIME"));
    }
    explain(tool, *asked);
  });
}

}  // namespace redress::ctl
