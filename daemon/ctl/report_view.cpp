#include "daemon/ctl/report_view.hpp"

#include <fmt/format.h>

#include <string_view>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

ordered_json case_json(const domain::ReportedCase& one) {
  return {{"reference", one.reference.str()},
          {"complainant", one.complainant},
          {"received", domain::to_iso(one.received)},
          {"stage", one.stage},
          {"status", to_string(one.status)},
          {"finding", one.finding},
          {"actions", one.actions}};
}

ordered_json period_json(const domain::ReportPeriod& period) {
  return {{"from", domain::to_iso(period.first)}, {"to", domain::to_iso(period.last)}};
}

/// {SECTION: {LINE: COUNT}}.
template <class Count>
ordered_json sections_json(const domain::Report& report, Count count) {
  auto out = ordered_json::object();
  for (const auto& section : report.sections) {
    auto& counts = out[section.name] = ordered_json::object();
    for (const auto& line : section.lines) counts[line.name] = count(line);
  }
  return out;
}

/// What the figures are compared with; null: nothing was counted then.
ordered_json before_json(const domain::Report& report) {
  if (!report.before) return nullptr;
  auto out = period_json(*report.before);
  out["sections"] = sections_json(report, [](const domain::ReportLine& line) {
    return line.before ? ordered_json(*line.before) : ordered_json(nullptr);
  });
  return out;
}

}  // namespace

ordered_json to_json(const domain::Report& report, const std::string& title) {
  ordered_json out{{"title", title},
                   {"from", domain::to_iso(report.period.first)},
                   {"to", domain::to_iso(report.period.last)}};
  out["sections"] =
      sections_json(report, [](const domain::ReportLine& line) { return line.count; });
  out["before"] = before_json(report);
  out["counted_from"] = nullptr;
  if (report.counted_from) out["counted_from"] = domain::to_iso(*report.counted_from);
  out["small_withheld"] = report.small_withheld;
  out["trend"] = ordered_json::array();
  for (const auto& one : report.trend) {
    auto point = period_json(one.period);
    point.update({{"received", one.received}, {"ended", one.ended}, {"open", one.open}});
    out["trend"].push_back(std::move(point));
  }
  out["patterns"] = ordered_json::array();
  for (const auto& one : report.patterns) {
    ordered_json pattern{{"kind", to_string(one.kind)}, {"what", one.what}, {"count", nullptr}};
    if (one.count > 0) pattern["count"] = one.count;
    out["patterns"].push_back(std::move(pattern));
  }
  out["lessons"] = report.lessons;
  out["lessons_withheld"] = report.lessons_withheld;
  out["cases"] = ordered_json::array();
  for (const auto& one : report.cases) out["cases"].push_back(case_json(one));
  return out;
}

}  // namespace redress::ctl
