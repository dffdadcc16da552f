#include "daemon/adapters/system/chart_child.hpp"
#include "daemon/app/letter_facts.hpp"
#include "daemon/app/report_letter.hpp"
#include "daemon/app/report_table.hpp"
#include "daemon/ctl/register_view.hpp"
#include "daemon/ctl/report_view.hpp"
#include "templates/base64.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace redress::ctl {
namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

struct Asked {
  std::string from, to, format{"text"}, name;
};

Result<domain::ReportPeriod> period_of(const Asked& asked) {
  const auto first = domain::parse_date(asked.from);
  if (!first) return fail(ErrorCode::settings, "--from: " + first.error().text);
  const auto last = domain::parse_date(asked.to);
  if (!last) return fail(ErrorCode::settings, "--to: " + last.error().text);
  if (*last >= *first) return domain::ReportPeriod{*first, *last};
  return fail(ErrorCode::settings,
              fmt::format("--to {}: that is before --from {}", asked.to, asked.from));
}

/// The policy's report of that name; without one, everything that may be told without names.
Result<std::pair<std::string, domain::ReportDetail>> chosen(const domain::Policy& policy,
                                                            const std::string& name) {
  if (name.empty())
    return std::pair{std::string{"Complaints"}, domain::ReportDetail{.cases = true}};
  std::vector<std::string> known;
  for (const auto& rule : policy.reports) {
    if (rule.name == name) return std::pair{rule.title, domain::detail_of(rule, policy)};
    known.push_back(rule.name);
  }
  const auto there = known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "));
  return fail(ErrorCode::settings,
              fmt::format("--name {}: the policy has no such report; it has {}", name, there));
}

/// What could not be drawn is told on standard error.
std::vector<app::Chart> drawn(const domain::Report& report) {
  boost::asio::io_context loop{1};
  const auto drawer = adapters::create_chart_child(loop.get_executor());
  spdlog::logger log{"redressctl", std::make_shared<spdlog::sinks::stderr_sink_st>()};
  log.set_pattern("redressctl: %v");
  std::vector<app::Chart> charts;
  boost::asio::co_spawn(loop, app::draw_charts(report, *drawer, log, [] { return false; }),
                        [&](const std::exception_ptr& failed, std::vector<app::Chart> all) {
                          if (failed) std::rethrow_exception(failed);
                          charts = std::move(all);
                        });
  loop.run();
  return charts;
}

/// A page that holds its charts itself (RFC 2397), where a mail has them beside it.
std::string with_charts(std::string html, const std::vector<app::Chart>& charts) {
  for (const auto& chart : charts) {
    const auto name = "cid:" + chart.id;
    if (const auto at = html.find(name); at != html.npos) {
      html.replace(at, name.size(), "data:image/png;base64," + templates::base64(chart.png));
    }
  }
  return html;
}

/// As the scheduled mail says it.
void print_letter(Tool& tool, const app::Installation& house, const std::string& title,
                  const domain::Report& report, bool html) {
  const auto charts = html ? drawn(report) : std::vector<app::Chart>{};
  const auto order = app::report_order(house, title, report, charts, {}, tool.now());
  const auto letter = house.letters.render("report", app::facts_of(house, order, "en"));
  if (!letter) return tool.fail(letter.error());
  fmt::print("{}\n", html ? with_charts(letter->html, charts) : printable_lines(letter->text));
}

void make(Tool& tool, const Asked& asked, const app::Installation& house,
          adapters::Register& store) {
  const auto period = period_of(asked);
  if (!period) return tool.fail(period.error());
  const auto wanted = chosen(house.policy, asked.name);
  if (!wanted) return tool.fail(wanted.error());
  const auto& [title, detail] = *wanted;
  const auto report = domain::make_report(store.report_material(), app::house_of(house), *period,
                                          detail, tool.now());
  if (!report) return tool.fail(report.error());
  if (tool.json || asked.format == "json") return Tool::print_json(to_json(*report, title));
  if (asked.format == "csv") return fmt::print("{}", app::to_csv(*report));
  print_letter(tool, house, title, *report, asked.format == "html");
}

}  // namespace

void add_report(CLI::App& app, Tool& tool) {
  auto* command =
      app.add_subcommand("report", "What came in over some days, and what became of it");
  auto asked = std::make_shared<Asked>();  // CLI11 and the callback share it
  command->add_option("--from", asked->from, "First day, 2026-01-01")->required();
  command->add_option("--to", asked->to, "Last day, 2026-03-31")->required();
  command->add_option("--format", asked->format, "How it is written")
      ->check(CLI::IsMember({"text", "html", "json", "csv"}))
      ->capture_default_str();
  command->add_option("--name", asked->name, "A report of the policy: what its readers may see");
  on_chosen(*command, tool, [&tool, asked] {
    with_register(tool, [&](const app::Installation& house, adapters::Register& store) {
      make(tool, *asked, house, store);
    });
  });
}

}  // namespace redress::ctl
