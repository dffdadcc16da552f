#include "daemon/app/report_charts.hpp"

#include "daemon/app/messages.hpp"
#include "daemon/app/report_letter.hpp"
#include "daemon/domain/report_sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

namespace redress::app {
namespace {

/// One bar, or pair of bars: its name, in two lines where it would be too wide, and a figure for
/// each series.
struct Bar {
  std::string name, below;
  std::vector<std::int64_t> figures;
};
struct Drawing {
  std::string name, title;
  std::vector<std::string> series;
  std::vector<Bar> bars;
  bool stacked{};
};

// Twice the size at which a letter shows them, for sharp screens. Blue and orange are told apart by
// who does not see red or green, and by their lightness in black and white.
constexpr std::string_view k_look = R"(set encoding utf8
set terminal pngcairo noenhanced size 1056,520 background "#ffffff" font "DejaVu Sans,19"
set border 3 linecolor rgb "#46545f"
set tics nomirror out textcolor rgb "#1c262e"
set grid ytics linecolor rgb "#d5dce3" linewidth 1 dashtype 1
set key above horizontal left Left reverse samplen 1.2 textcolor rgb "#1c262e"
set style data histogram
set style fill solid 1.0 noborder
set boxwidth 0.85
set xtics scale 0
set lmargin 7
set bmargin 3.4
set yrange [0:*]
set offsets 0,0,0.5,0
)";
constexpr std::chrono::seconds k_time_for_all{10};
constexpr std::string_view k_colours[] = {"#1f4e79", "#e08a00"};

std::int64_t largest(const Drawing& drawing) {
  std::int64_t most = 0;
  for (const auto& bar : drawing.bars) {
    std::int64_t height = 0;
    for (const auto figure : bar.figures) {
      height = drawing.stacked ? height + figure : std::max(height, figure);
    }
    most = std::max(most, height);
  }
  return most;
}

/// Single quotes: gnuplot reads nothing in them as a command. Our words have none.
std::string script_of(const Drawing& drawing) {
  constexpr std::int64_t k_whole_steps = 6;  // gnuplot would mark halves of a complaint
  std::string script{k_look};
  script += drawing.stacked ? "set style histogram rowstacked\n"
                            : "set style histogram clustered gap 1\n";
  if (largest(drawing) <= k_whole_steps) script += "set ytics 1\n";
  script += "$figures << END\n";
  for (const auto& bar : drawing.bars) {
    script += fmt::format("\"{}\\n{}\" {}\n", bar.name, bar.below, fmt::join(bar.figures, " "));
  }
  script += "END\nplot ";
  for (std::size_t index = 0; index < drawing.series.size(); ++index) {
    const auto names = index == 0 ? ":xtic(1)" : "";
    const auto title = drawing.series.size() == 1
                           ? std::string{"notitle"}
                           : fmt::format("title '{}'", drawing.series[index]);
    script += fmt::format("{}$figures using {}{} {} linecolor rgb '{}'", index == 0 ? "" : ", ",
                          index + 2, names, title, k_colours[index]);
  }
  return script + "\n";
}

std::string alt_of(const Drawing& drawing) {
  std::string alt = fmt::format("Bar chart: {}.", drawing.title);
  for (const auto& bar : drawing.bars) {
    alt += fmt::format(" {}{}{}:", bar.name, bar.below.empty() ? "" : " ", bar.below);
    for (std::size_t index = 0; index < bar.figures.size(); ++index) {
      alt +=
          fmt::format("{} {} {}", index == 0 ? "" : ",", bar.figures[index], drawing.series[index]);
    }
    alt += '.';
  }
  return alt;
}

Drawing flow_of(const domain::Report& report) {
  Drawing drawing{.name = "flow",
                  .title = "Received, and answered or closed",
                  .series = {"received", "answered or closed"},
                  .bars = {}};
  for (const auto& one : report.trend) {
    const auto name = short_name(one.period);
    const auto space = name.find(' ');
    drawing.bars.push_back(
        {name.substr(0, space), name.substr(space + 1), {one.received, one.ended}});
  }
  return drawing;
}

const domain::ReportSection* section_of(const domain::Report& report, std::string_view name) {
  const auto found = std::find_if(report.sections.begin(), report.sections.end(),
                                  [&](const auto& one) { return one.name == name; });
  return found == report.sections.end() ? nullptr : &*found;
}

std::int64_t count_of(const domain::ReportSection* section, const std::string& line) {
  if (section == nullptr) return 0;
  for (const auto& one : section->lines) {
    if (one.name == line) return one.count;
  }
  return 0;
}

/// Of each stage that has a line, or of all together where those are withheld.
Drawing punctuality_of(const domain::Report& report) {
  Drawing drawing{.name = "in-time",
                  .title = "Promises of time",
                  .series = {"in time", "late, or not yet"},
                  .bars = {},
                  .stacked = true};
  const auto* stages = section_of(report, "in-time");
  std::vector<std::pair<std::string, std::string>> prefixes;  // of line names, and how it is called
  if (stages != nullptr) {
    for (const auto& line : stages->lines) {
      const auto number = line.name.substr(0, line.name.find('-'));
      if (prefixes.empty() || prefixes.back().first != number + "-") {
        prefixes.emplace_back(number + "-", "Stage " + number);
      }
    }
  }
  const auto* section = prefixes.empty() ? section_of(report, "promises") : stages;
  if (prefixes.empty()) prefixes.emplace_back("", "");
  for (const auto& [prefix, called] : prefixes) {
    for (const std::string what : {"acknowledged", "answered"}) {
      Bar bar{called.empty() ? what : called,
              called.empty() ? "" : what,
              {count_of(section, prefix + what + "-in-time"),
               count_of(section, prefix + what + "-late")}};
      if (bar.figures[0] + bar.figures[1] > 0) drawing.bars.push_back(std::move(bar));
    }
  }
  return drawing;
}

Drawing ages_of(const domain::Report& report) {
  Drawing drawing{
      .name = "age", .title = "Open complaints, by age in weeks", .series = {"open"}, .bars = {}};
  constexpr std::pair<const char*, const char*> k_bands[] = {{"two-weeks", "up to 2"},
                                                             {"four-weeks", "2 to 4"},
                                                             {"eight-weeks", "4 to 8"},
                                                             {"half-year", "8 to 26"},
                                                             {"older", "over 26"}};
  const auto* section = section_of(report, "age");
  if (section == nullptr) return drawing;
  // What is withheld is no nought; and others alone are no ages.
  const auto has = [&](std::string_view name) {
    return std::any_of(section->lines.begin(), section->lines.end(),
                       [&](const auto& one) { return one.name == name; });
  };
  for (const auto& [line, name] : k_bands) {
    if (has(line)) drawing.bars.push_back({name, "", {count_of(section, line)}});
  }
  const std::string others{domain::k_folded_line};
  if (has(others) && !drawing.bars.empty()) {
    drawing.bars.push_back({"others", "", {count_of(section, others)}});
  }
  return drawing;
}

}  // namespace

std::vector<Chart> charts_of(const domain::Report& report) {
  std::vector<Chart> charts;
  for (const auto& drawing : {flow_of(report), punctuality_of(report), ages_of(report)}) {
    if (largest(drawing) == 0) continue;  // nothing to see
    charts.push_back({.id = fmt::format("{}.{}@redress.invalid", drawing.name,
                                        domain::to_iso(report.period.last)),
                      .title = drawing.title,
                      .alt = alt_of(drawing),
                      .script = script_of(drawing),
                      .png = {}});
  }
  return charts;
}

ports::Task<std::vector<Chart>> draw_charts(const domain::Report& report,
                                            ports::ChartDrawer& drawer, spdlog::logger& log,
                                            std::function<bool()> unwanted) {
  const auto until = std::chrono::steady_clock::now() + k_time_for_all;
  std::vector<Chart> drawn;
  std::string trouble;
  for (auto& chart : charts_of(report)) {
    if (unwanted()) break;
    auto png = co_await drawer.draw(chart.script, until);
    if (png) {
      chart.png = std::move(*png);
      drawn.push_back(std::move(chart));
    } else {
      trouble = png.error().text;
    }
  }
  if (!trouble.empty()) log.warn("{} a chart could not be drawn: {}", log_id::k_no_chart, trouble);
  co_return drawn;
}

}  // namespace redress::app
