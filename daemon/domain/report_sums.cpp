#include "daemon/domain/report_sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace redress::domain {
namespace {

/// The lines of a section make up one line of another, or all of it.
struct Sum {
  std::string_view parts, of, line;
};
constexpr std::array k_sums{
    Sum{"channel", "received", "complaints"},
    Sum{"area", "received", "complaints"},
    Sum{"cause", "received", "complaints"},
    Sum{"priority", "received", "complaints"},
    Sum{"stage", "received", "complaints"},
    Sum{"complainant", "received", "complaints"},
    Sum{"age", "open", "open"},
    Sum{"in-time", "promises", ""},
};

/// Sections whose lines make up a total that is told, and those whose lines make up nothing.
/// Promises by stage are left out as a whole, since their sums stand in four other lines.
constexpr std::array<std::string_view, 8> k_dividing{
    "channel", "area", "cause", "priority", "stage", "complainant", "outcome", "age"};
constexpr std::array<std::string_view, 4> k_loose{"adjustments", "incidents", "measures",
                                                  "actions"};
constexpr std::string_view k_by_stage = "in-time";
constexpr std::string_view k_areas = "area";
/// Of all complaints, like the total of a section: what the readers of CILEX-17 ask for.
constexpr std::string_view k_changes = "changes";

std::int64_t total(const ReportSection& section, std::string_view line) {
  return std::accumulate(section.lines.begin(), section.lines.end(), std::int64_t{0},
                         [&](std::int64_t sum, const ReportLine& one) {
                           return line.empty() || one.name == line ? sum + one.count : sum;
                         });
}

const ReportSection* section_of(const std::vector<ReportSection>& sections, std::string_view name) {
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const ReportSection& one) { return one.name == name; });
  return found == sections.end() ? nullptr : &*found;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, const ReportSection& section) {
  return std::find(names.begin(), names.end(), section.name) != names.end();
}

bool is_small(std::int64_t count, std::int64_t smallest) {
  return count > 0 && count < smallest;
}

/// Hides the small lines of a section among others.
void fold(ReportSection& section, std::int64_t smallest) {
  auto& lines = section.lines;
  auto shown_end = std::stable_partition(
      lines.begin(), lines.end(), [&](const ReportLine& line) { return line.count >= smallest; });
  ReportLine others{std::string{k_folded_line}, "Others, too few to be told one by one", 0};
  std::int64_t of_somebody = 0;
  for (auto one = shown_end; one != lines.end(); ++one) {
    others.count += one->count;
    if (one->count > 0) ++of_somebody;
  }
  while ((of_somebody < 2 || others.count < smallest) && shown_end != lines.begin()) {
    const auto least = std::min_element(
        lines.begin(), shown_end,
        [](const ReportLine& one, const ReportLine& other) { return one.count < other.count; });
    others.count += least->count;
    ++of_somebody;
    std::rotate(least, least + 1, shown_end);
    --shown_end;
  }
  lines.erase(shown_end, lines.end());
  lines.push_back(std::move(others));
}

/// Whether anything of the section has to be withheld; then it is.
bool withhold(ReportSection& section, std::int64_t smallest) {
  const bool loose = is_one_of(k_loose, section), by_stage = section.name == k_by_stage;
  const bool divides = is_one_of(k_dividing, section) && section.lines.size() > 1;
  if (!loose && !by_stage && !divides) return false;
  const auto is_total = [&](const ReportLine& line) { return loose && line.name == k_changes; };
  bool now = false, before = false;
  for (const auto& line : section.lines) {
    if (is_total(line)) continue;
    now = now || is_small(line.count, smallest);
    before = before || is_small(line.before.value_or(0), smallest);
  }
  if (!now && !before) return false;
  for (auto& line : section.lines) {
    if (!is_total(line)) line.before.reset();
  }
  if (!now) return true;
  if (by_stage) section.lines.clear();
  if (divides) fold(section, smallest);
  if (loose) {
    std::erase_if(section.lines,
                  [&](const ReportLine& line) { return !is_total(line) && line.count < smallest; });
  }
  return true;
}

/// A pattern must not tell what a section withholds.
void withhold_patterns(Report& report, std::int64_t smallest) {
  const auto* areas = section_of(report.sections, k_areas);
  const auto is_shown = [&](const std::string& title) {
    return areas != nullptr && std::any_of(areas->lines.begin(), areas->lines.end(),
                                           [&](const auto& line) { return line.label == title; });
  };
  std::erase_if(report.patterns, [&](const ReportPattern& one) {
    return one.kind == PatternKind::area && !is_shown(one.what);
  });
  for (auto& one : report.patterns) {
    if (one.count < smallest) one.count = 0;
  }
}

}  // namespace

std::string wrong_sum(const std::vector<ReportSection>& sections) {
  for (const auto& sum : k_sums) {
    const auto* parts = section_of(sections, sum.parts);
    const auto* whole = section_of(sections, sum.of);
    if (parts == nullptr || whole == nullptr) continue;
    const auto left = total(*parts, ""), right = total(*whole, sum.line);
    if (left != right) {
      return fmt::format("{} adds up to {}, and {} is {}", sum.parts, left, sum.of, right);
    }
  }
  return {};
}

void withhold_small(Report& report, std::int64_t smallest) {
  for (auto& section : report.sections) {
    if (withhold(section, smallest)) report.small_withheld = true;
  }
  withhold_patterns(report, smallest);
}

}  // namespace redress::domain
