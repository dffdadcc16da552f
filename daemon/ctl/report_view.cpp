#include "daemon/ctl/report_view.hpp"

#include <fmt/format.h>

#include <string_view>

namespace redress::ctl {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view k_formula = "=+-@\t\r";

std::string cell(std::string_view text) {
  std::string out{"\""};
  if (!text.empty() && k_formula.find(text.front()) != std::string_view::npos) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

ordered_json case_json(const domain::ReportedCase& one) {
  return {{"reference", one.reference.str()},
          {"complainant", one.complainant},
          {"received", domain::to_iso(one.received)},
          {"stage", one.stage},
          {"status", to_string(one.status)},
          {"finding", one.finding},
          {"actions", one.actions}};
}

}  // namespace

ordered_json to_json(const domain::Report& report, const std::string& title) {
  ordered_json out{{"title", title},
                   {"from", domain::to_iso(report.period.first)},
                   {"to", domain::to_iso(report.period.last)}};
  for (const auto& section : report.sections) {
    auto& counts = out["sections"][section.name] = ordered_json::object();
    for (const auto& line : section.lines) counts[line.name] = line.count;
  }
  out["patterns"] = ordered_json::array();
  for (const auto& one : report.patterns) {
    out["patterns"].push_back(
        {{"kind", to_string(one.kind)}, {"what", one.what}, {"count", one.count}});
  }
  out["lessons"] = report.lessons;
  out["lessons_withheld"] = report.lessons_withheld;
  out["cases"] = ordered_json::array();
  for (const auto& one : report.cases) out["cases"].push_back(case_json(one));
  return out;
}

std::string to_csv(const domain::Report& report) {
  std::string out{"section,name,count\r\n"};
  const auto add = [&](std::string_view section, std::string_view name, std::int64_t count) {
    out += fmt::format("{},{},{}\r\n", cell(section), cell(name), count);
  };
  for (const auto& section : report.sections) {
    for (const auto& line : section.lines) add(section.name, line.name, line.count);
  }
  for (const auto& one : report.patterns) {
    add(fmt::format("same-{}", to_string(one.kind)), one.what, one.count);
  }
  return out;
}

}  // namespace redress::ctl
