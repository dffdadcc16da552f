#include "daemon/ctl/behaviour_view.hpp"
#include "daemon/ctl/case_view.hpp"
#include "daemon/ctl/register_view.hpp"
#include "daemon/domain/casework/case_page.hpp"
#include "daemon/domain/casework/case_update.hpp"
#include "daemon/domain/command/decide_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace redress::ctl {
namespace {

/// The deadline that a person should look at: the earliest that is open.
const adapters::DueRow* next_due(const adapters::CaseRow& row) {
  const auto open = std::find_if(row.due.begin(), row.due.end(),
                                 [](const adapters::DueRow& due) { return due.state == "open"; });
  return open == row.due.end() ? nullptr : &*open;
}

void list_cases(Tool& tool, const app::Installation& house, adapters::Register& store) {
  const auto rows = store.cases();
  if (tool.json) {
    for (const auto& row : rows) Tool::print_json(to_json(row));
    return;
  }
  Table table{{"REFERENCE", "STATUS", "RECEIVED", "ACKNOWLEDGED", "NEXT DUE", "COMPLAINANT"}};
  for (const auto& row : rows) {
    const auto* due = next_due(row);
    const auto when = due == nullptr ? std::string{"-"}
                                     : fmt::format("{} {}", domain::to_string(due->kind),
                                                   local_time(due->at, house.zone));
    table.add({{row.reference, Colour::strong},
               {std::string{domain::to_string(row.status)}},
               {local_time(row.received, house.zone)},
               {row.acknowledged ? local_time(*row.acknowledged, house.zone) : "not yet",
                row.acknowledged ? Colour::good : Colour::warning},
               {when},
               {row.complainant.address.str()}});
  }
  if (table.empty()) {
    fmt::print("no case yet\n");
  } else {
    table.print();
  }
}

void print_events(const std::vector<adapters::EventRow>& events, const domain::TimeZone& zone) {
  Table table{{"WHEN", "WHO", "WHAT", "FACTS"}};
  for (const auto& one : events) {
    table.add({{local_time(one.at, zone)}, {one.actor}, {one.what, Colour::strong}, {one.facts}});
  }
  table.print();
}

/// What was read in a message, of that which the case shows; each is there, and null where nothing
/// is known.
nlohmann::ordered_json kept_facts(const adapters::MessageRow& row) {
  const auto kept = nlohmann::ordered_json::parse(row.reading, nullptr, false);
  nlohmann::ordered_json out;
  for (const auto* name : {"flags", "evidence", "language", "attachments", "form"}) {
    out[name] = kept.is_object() && kept.contains(name) ? kept[name] : nlohmann::ordered_json{};
  }
  return out;
}

/// The form that somebody filled in, and what was attached (CIEEM-01); what was flagged (CIEEM-03).
void print_kept_facts(const adapters::MessageRow& row) {
  const auto kept = kept_facts(row);
  std::vector<std::pair<std::string, Cell>> pairs;
  if (kept["form"].is_object()) {
    for (const auto& [field, value] : kept["form"]["fields"].items()) {
      pairs.push_back({field, {value.is_string() ? value.get<std::string>() : value.dump()}});
    }
  }
  for (const auto& one : flagged_passages(kept)) pairs.push_back({one.category, {one.passage}});
  for (const auto& file : kept["attachments"]) {
    pairs.push_back({"attachment",
                     {fmt::format("{} ({}, {} bytes)", file.value("name", ""),
                                  file.value("type", ""), file.value("size", std::uint64_t{}))}});
  }
  if (pairs.empty()) return;
  fmt::print("\n{}\n", coloured(fmt::format("message {}", row.id.value), Colour::dim));
  print_pairs(pairs);
}

void print_persistence(const std::vector<domain::WeekCounts>& weeks) {
  if (weeks.empty()) return;
  fmt::print("\n{}\n", coloured("what the complainant wrote; persistence alone is not unacceptable",
                                Colour::dim));
  Table table{{"WEEK FROM", "MESSAGES", "WORDS", "QUESTIONS", "ADDRESSED"}};
  for (const auto& one : weeks) {
    table.add({{domain::to_iso(one.monday)},
               {std::to_string(one.messages)},
               {std::to_string(one.sums.words)},
               {std::to_string(one.sums.questions)},
               {std::to_string(one.sums.addressed)}});
  }
  table.print();
}

void print_case(const adapters::CaseDetail& found, const app::Installation& house,
                adapters::Register& store) {
  const auto& zone = house.zone;
  const auto update = domain::update_of(found.file, app::house_of(house));
  if (update) fmt::print("{}\n", printable_lines(domain::case_page(*update, zone)));
  Table messages{{"MESSAGE", "RECEIVED", "KIND", "STATE", "FROM", "SUBJECT"}};
  for (const auto& one : found.messages) {
    messages.add({{std::to_string(one.id.value)},
                  {local_time(one.received, zone)},
                  {one.kind},
                  {std::string{domain::to_string(one.state)}, colour_of(one.state)},
                  {one.from},
                  {one.subject}});
  }
  messages.print();
  for (const auto& one : found.messages) print_kept_facts(one);
  print_persistence(persistence_of(store, found.file.complainant.address, zone));
  fmt::print("\n");
  print_events(found.events, zone);
}

void show_case(Tool& tool, const std::string& reference, bool events_only) {
  const auto parsed = domain::CaseReference::parse(reference);
  if (!parsed) return tool.fail(parsed.error());
  with_register(tool, [&](const app::Installation& house, adapters::Register& store) {
    const auto found = store.find_case(*parsed);
    if (!found) return tool.fail(found.error());
    if (!tool.json) {
      if (events_only) return print_events(found->events, house.zone);
      return print_case(*found, house, store);
    }
    auto events = nlohmann::ordered_json::array();
    for (const auto& one : found->events) events.push_back(to_json(one));
    if (events_only) {
      for (const auto& one : events) Tool::print_json(one);
      return;
    }
    auto out = to_json(found->row);
    out.update(to_json(found->file));
    out["messages"] = nlohmann::ordered_json::array();
    for (const auto& one : found->messages) {
      out["messages"].push_back(to_json(one));
      out["messages"].back().update(kept_facts(one));
    }
    out["persistence"] =
        to_json(persistence_of(store, found->file.complainant.address, house.zone));
    out["events"] = std::move(events);
    Tool::print_json(out);
  });
}

}  // namespace

void add_case(CLI::App& app, Tool& tool) {
  auto* command = app.add_subcommand("case", "The register of cases");
  command->require_subcommand(1);
  on_chosen(*command->add_subcommand("list", "Every case"), tool, [&tool] {
    with_register(tool,
                  [&tool](const auto& house, auto& store) { list_cases(tool, house, store); });
  });
  auto reference = std::make_shared<std::string>();  // CLI11 and the callbacks share it
  auto* show = command->add_subcommand("show", "The story of one case");
  show->add_option("REFERENCE", *reference)->required();
  on_chosen(*show, tool, [&tool, reference] { show_case(tool, *reference, false); });
  auto* events = command->add_subcommand("events", "The audit trail of one case");
  events->add_option("REFERENCE", *reference)->required();
  on_chosen(*events, tool, [&tool, reference] { show_case(tool, *reference, true); });
}

}  // namespace redress::ctl
