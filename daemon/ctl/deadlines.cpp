#include "daemon/ctl/register_view.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"
#include "daemon/domain/casework/case_deadlines.hpp"
#include "daemon/domain/reminders/daily_hours.hpp"
#include "daemon/domain/reminders/ladder.hpp"

#include <fmt/format.h>

#include <memory>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

struct Asked {
  std::string reference;
  std::string received;
  std::string priority;
  int stage{1};
};

std::string_view state_of(const domain::CaseDeadline& one) {
  if (one.met) return *one.met <= one.deadline.at ? "kept" : "kept late";
  return one.dropped ? "dropped" : "open";
}

ordered_json due_json(const domain::CaseDeadline& one) {
  const auto& deadline = one.deadline;
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
          {"subject", deadline.subject},
          {"state", state_of(one)},
          {"arithmetic", std::move(days)}};
}

void print_due(const domain::CaseDeadline& one, const domain::TimeZone& zone) {
  const auto& deadline = one.deadline;
  const auto name =
      deadline.subject.empty()
          ? std::string{domain::to_string(deadline.kind)}
          : fmt::format("{} ({})", domain::to_string(deadline.kind), deadline.subject);
  fmt::print("{}  {} {}, stage {}, {}  ({})\n",
             coloured(fmt::format("{:<12}", name), Colour::strong),
             domain::long_date(zone.date_of(deadline.at)),
             domain::clock_text(zone.time_of_day(deadline.at)), deadline.stage, state_of(one),
             printable(deadline.clause));
  for (const auto& day : deadline.arithmetic) {
    const bool numbered = day.counts || &day == &deadline.arithmetic.front();
    const auto line = fmt::format("  {:>3}  {:<28} {}", numbered ? std::to_string(day.number) : "",
                                  domain::long_date(day.date), day.why);
    fmt::print("{}\n", coloured(line, day.counts ? Colour::none : Colour::dim));
  }
}

ordered_json reminder_json(const domain::PlannedReminder& one) {
  return {
      {"kind", domain::to_string(one.kind)}, {"stage", one.stage},       {"subject", one.subject},
      {"at", domain::to_rfc3339(one.at)},    {"working_days", one.rung}, {"to", one.to}};
}

void print_reminders(const std::vector<domain::PlannedReminder>& reminders,
                     const domain::TimeZone& zone) {
  for (const auto& one : reminders) {
    fmt::print("reminder      {} {}, {}, to {}\n", domain::long_date(zone.date_of(one.at)),
               domain::clock_text(zone.time_of_day(one.at)), domain::to_string(one.kind), one.to);
  }
}

/// A case that was received then and came straight to that stage.
domain::Result<domain::CaseFile> imagined(const app::Installation& house, const Asked& asked) {
  const auto received = domain::parse_rfc3339(asked.received);
  if (!received) {
    return domain::fail(domain::ErrorCode::settings, "--received: " + received.error().text);
  }
  const auto& stages = house.policy.stages;
  if (asked.stage < 1 || static_cast<std::size_t>(asked.stage) > stages.size()) {
    return domain::fail(
        domain::ErrorCode::settings,
        fmt::format("--stage {}: the policy has stages 1 to {}", asked.stage, stages.size()));
  }
  const bool is_known = asked.priority.empty() ||
                        domain::find_named(house.policy.priorities, asked.priority) != nullptr;
  if (!is_known) {
    return domain::fail(
        domain::ErrorCode::settings,
        fmt::format("--priority {}: the policy has no such priority", asked.priority));
  }
  const auto reference = domain::CaseReference::make(house.settings.organisation.prefix, 2000, 1);
  if (!reference) return reference.error();
  return domain::open_file(*reference, {.id = 0,
                                        .at = *received,
                                        .actor = {},
                                        .what = "case_opened",
                                        .facts = {{"received", domain::to_rfc3339(*received)},
                                                  {"stage", std::to_string(asked.stage)},
                                                  {"priority", asked.priority}},
                                        .personal = {},
                                        .message = {}});
}

domain::Result<domain::CaseFile> known_case(const app::Installation& house,
                                            const std::string& text) {
  const auto reference = domain::CaseReference::parse(text);
  if (!reference) return reference.error();
  const auto opened = adapters::Register::open(house.settings.store_path);
  if (!opened) return opened.error();
  auto found = (*opened)->find_case(*reference);
  if (!found) return found.error();
  return std::move(found->file);
}

void explain(Tool& tool, const Asked& asked) {
  const auto house = tool.load();
  if (!house) return;
  const auto file =
      asked.reference.empty() ? imagined(*house, asked) : known_case(*house, asked.reference);
  if (!file) return tool.fail(file.error());
  const auto due = domain::deadlines_of(*file, house->policy, house->calendar, house->zone);
  if (!due) return tool.fail(due.error());
  const auto& settings = house->settings;
  const auto opening = domain::daily_hours(house->policy, settings.digest.at).opening;
  auto reminders = domain::reminders_of(*due, house->policy, opening, house->calendar, house->zone);
  if (!settings.notices.reminders) reminders.clear();
  const std::optional received{file->received};
  if (!tool.json) {
    fmt::print("received      {} {}\n", domain::long_date(house->zone.date_of(*received)),
               domain::clock_text(house->zone.time_of_day(*received)));
    for (const auto& one : *due) print_due(one, house->zone);
    print_reminders(reminders, house->zone);
    return;
  }
  auto list = ordered_json::array();
  for (const auto& one : *due) list.push_back(due_json(one));
  auto planned = ordered_json::array();
  for (const auto& one : reminders) planned.push_back(reminder_json(one));
  Tool::print_json({{"received", domain::to_rfc3339(*received)},
                    {"due", std::move(list)},
                    {"reminders", std::move(planned)}});
}

}  // namespace

void add_deadlines(CLI::App& app, Tool& tool) {
  auto* command =
      app.add_subcommand("deadlines", "When promises end, with the arithmetic day by day");
  auto asked = std::make_shared<Asked>();  // CLI11 and the callback share it
  auto* reference = command->add_option("REFERENCE", asked->reference, "A case");
  command->add_option("--received", asked->received, "Or a moment, 2026-11-24T10:15:00Z")
      ->excludes(reference);
  command->add_option("--priority", asked->priority, "Priority of the policy");
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
