#include "daemon/app/report_table.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>

namespace redress::app {
namespace {

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

std::string row(std::string_view section, std::string_view name, std::string_view label,
                std::int64_t count, std::optional<std::int64_t> before = {}) {
  return fmt::format("{},{},{},{},{}\r\n", cell(section), cell(name), cell(label), count,
                     before ? std::to_string(*before) : std::string{});
}

}  // namespace

std::string to_csv(const domain::Report& report) {
  std::string out{"section,name,label,count,before\r\n"};
  for (const auto& section : report.sections) {
    for (const auto& line : section.lines) {
      out += row(section.name, line.name, line.label, line.count, line.before);
    }
  }
  for (const auto& one : report.trend) {
    const auto first = domain::to_iso(one.period.first);
    out += row("trend-received", first, "Received", one.received);
    out += row("trend-ended", first, "Answered or closed", one.ended);
    out += row("trend-open", first, "Open at the end", one.open);
  }
  for (const auto& one : report.patterns) {
    if (one.count == 0) continue;  // told in words alone
    out += row(fmt::format("same-{}", to_string(one.kind)), one.what, "", one.count);
  }
  return out;
}

domain::Attachment csv_file(const domain::Report& report) {
  return {.name = fmt::format("complaints {} to {}.csv", domain::to_iso(report.period.first),
                              domain::to_iso(report.period.last)),
          .media_type = "text/csv; charset=utf-8",
          .bytes = to_csv(report)};
}

}  // namespace redress::app
