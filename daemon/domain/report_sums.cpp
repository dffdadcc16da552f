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

/// Sections that divide people by a circumstance. Promises by stage are left out as a whole, since
/// their sums stand in four other lines.
constexpr std::array<std::string_view, 8> k_dividing{
    "channel", "area", "priority", "stage", "complainant", "adjustments", "outcome", "incidents"};
constexpr std::string_view k_measures = "measures";
constexpr std::string_view k_by_stage = "in-time";
constexpr std::string_view k_areas = "area";

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

/// Folds the small lines of a section into one.
class Fold {
 public:
  Fold(ReportSection& section, std::int64_t smallest) : section_(section), smallest_(smallest) {}

  bool needed() const {
    return std::any_of(section_.lines.begin(), section_.lines.end(),
                       [this](const ReportLine& line) { return tells(line); });
  }
  void run() {
    auto& lines = section_.lines;
    auto shown_end = std::stable_partition(
        lines.begin(), lines.end(), [this](const ReportLine& line) { return !is_hidden(line); });
    if (std::distance(shown_end, lines.end()) == 1 && shown_end != lines.begin()) {
      const auto least = std::min_element(
          lines.begin(), shown_end,
          [](const ReportLine& one, const ReportLine& other) { return one.count < other.count; });
      std::rotate(least, least + 1, shown_end);
      --shown_end;
    }
    ReportLine others{"others", "Others, too few to be told one by one", 0};
    for (auto one = shown_end; one != lines.end(); ++one) {
      others.count += one->count;
      if (one->before) others.before = others.before.value_or(0) + *one->before;
    }
    lines.erase(shown_end, lines.end());
    lines.push_back(std::move(others));
  }

 private:
  bool is_small(std::int64_t count) const { return count > 0 && count < smallest_; }
  bool tells(const ReportLine& line) const {
    return is_small(line.count) || is_small(line.before.value_or(0));
  }
  bool is_hidden(const ReportLine& line) const {
    return tells(line) || (line.count < smallest_ && line.before.value_or(0) < smallest_);
  }

  ReportSection& section_;
  std::int64_t smallest_;
};

bool divides_people(const ReportSection& section) {
  return section.name == k_measures ||
         std::find(k_dividing.begin(), k_dividing.end(), section.name) != k_dividing.end();
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
    Fold fold{section, smallest};
    if (!fold.needed()) continue;
    if (section.name == k_by_stage) {
      section.lines.clear();
      report.small_withheld = true;
    } else if (divides_people(section) && section.lines.size() > 1) {
      fold.run();
      report.small_withheld = true;
    }
  }
  withhold_patterns(report, smallest);
}

}  // namespace redress::domain
