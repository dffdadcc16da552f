#include "daemon/adapters/sqlite/register.hpp"
#include "daemon/ctl/json_values.hpp"
#include "daemon/ctl/register_view.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

std::string days_text(const std::pair<domain::Date, domain::Date>& days) {
  return fmt::format("{}/{}", domain::to_iso(days.first), domain::to_iso(days.second));
}

ordered_json to_json(const domain::StaffMember& one) {
  auto away = ordered_json::array();
  for (const auto& days : one.away) away.push_back(days_text(days));
  return {{"name", one.name},
          {"email", one.email.str()},
          {"roles", one.roles},
          {"manager", text_or_null(one.manager)},
          {"deputy", text_or_null(one.deputy)},
          {"away", std::move(away)}};
}

void list_staff(Tool& tool) {
  const auto house = tool.load();
  if (!house) return;
  Table table{{"NAME", "EMAIL", "ROLES", "MANAGER", "DEPUTY", "AWAY"}};
  const auto or_dash = [](const std::string& text) { return text.empty() ? "-" : text; };
  for (const auto& one : house->settings.staff) {
    if (tool.json) {
      Tool::print_json(to_json(one));
      continue;
    }
    std::vector<std::string> away;
    for (const auto& days : one.away) away.push_back(days_text(days));
    table.add({{one.name, Colour::strong},
               {one.email.str()},
               {fmt::format("{}", fmt::join(one.roles, ", "))},
               {or_dash(one.manager)},
               {or_dash(one.deputy)},
               {or_dash(fmt::format("{}", fmt::join(away, ", ")))}});
  }
  if (tool.json) return;
  if (table.empty()) {
    fmt::print("no [[staff]] in the settings: nobody can be told anything\n");
  } else {
    table.print();
  }
}

ordered_json to_json(const adapters::RestrictionRow& row) {
  return {{"reference", row.reference},
          {"number", row.number},
          {"address", row.address},
          {"measure", row.measure},
          {"effect", row.effect},
          {"route_to", text_or_null(row.route_to)},
          {"from", domain::to_rfc3339(row.from)},
          {"last_day", text_or_null(row.last_day)},
          {"lifted", time_or_null(row.lifted)}};
}

/// A measure holds up to the end of its last day, or until it is lifted.
bool holds(const adapters::RestrictionRow& row, domain::Date today) {
  return !row.lifted && (row.last_day.empty() || row.last_day >= domain::to_iso(today));
}

void list_restrictions(Tool& tool, const app::Installation& house, adapters::Register& store) {
  Table table{{"CASE", "NUMBER", "ADDRESS", "MEASURE", "FROM", "LAST DAY", "HOLDS"}};
  const auto today = house.zone.date_of(tool.now());
  for (const auto& row : store.restrictions()) {
    if (tool.json) {
      Tool::print_json(to_json(row));
      continue;
    }
    const bool now = holds(row, today);
    table.add(
        {{row.reference, Colour::strong},
         {std::to_string(row.number)},
         {row.address},
         {row.measure},
         {local_time(row.from, house.zone)},
         {row.last_day.empty() ? "-" : row.last_day},
         {now ? "yes" : (row.lifted ? "lifted" : "ended"), now ? Colour::warning : Colour::dim}});
  }
  if (tool.json) return;
  if (table.empty()) {
    fmt::print("no measure against anybody\n");
  } else {
    table.print();
  }
}

}  // namespace

void add_people(CLI::App& app, Tool& tool) {
  on_chosen(*app.add_subcommand("staff", "Who deals with complaints, in which roles"), tool,
            [&tool] { list_staff(tool); });
  on_chosen(*app.add_subcommand("restrictions", "Measures about people's contact"), tool, [&tool] {
    with_register(
        tool, [&tool](const auto& house, auto& store) { list_restrictions(tool, house, store); });
  });
}

}  // namespace redress::ctl
