#include "daemon/domain/report_counts.hpp"

#include "daemon/domain/casework/fold.hpp"

#include <array>
#include <limits>
#include <set>

namespace redress::domain {
namespace {

using std::chrono::days;

constexpr int k_trend_points = 12;

/// Ages of open complaints, in whole days since receipt.
struct AgeBand {
  std::string_view name, label;
  int most_days;
};
constexpr std::array k_ages{
    AgeBand{"two-weeks", "Up to 2 weeks", 14},
    AgeBand{"four-weeks", "Over 2, up to 4 weeks", 28},
    AgeBand{"eight-weeks", "Over 4, up to 8 weeks", 56},
    AgeBand{"half-year", "Over 8, up to 26 weeks", 182},
    AgeBand{"older", "Over 26 weeks", std::numeric_limits<int>::max()},
};

bool has_record(const CaseFile& file, RecordField field) {
  const auto found = file.records.find(field);
  return found != file.records.end() && !found->second.empty();
}

Instant start_of(const ReportScope& scope, Date day) {
  return scope.house.zone.at(day, TimeOfDay{0});
}

}  // namespace

ReportSection causes(const ReportScope& scope) {
  ReportSection section{.name = "cause",
                        .title = "Whether their cause is known",
                        .lines = {{"recorded", "Cause recorded", 0}, {"none", "Not recorded", 0}}};
  for (const auto& course : scope.material.cases) {
    if (!scope.contains(course.file.received)) continue;
    count_in(section, has_record(course.file, RecordField::cause) ? "recorded" : "none");
  }
  return section;
}

ReportSection complainants(const ReportScope& scope) {
  ReportSection section{.name = "complainant",
                        .title = "Who complained",
                        .lines = {{"first", "Somebody for the first time", 0},
                                  {"again", "Somebody who had complained before", 0},
                                  {"erased", "Not known any more", 0}}};
  std::map<std::string, const CaseFile*> first;  // of everybody, in the whole register
  for (const auto& course : scope.material.cases) {
    const auto [place, is_new] =
        first.try_emplace(course.file.complainant.address.key(), &course.file);
    if (!is_new && course.file.received < place->second->received) place->second = &course.file;
  }
  for (const auto& course : scope.material.cases) {
    const auto& file = course.file;
    if (!scope.contains(file.received)) continue;
    if (file.complainant.address.str() == k_erased_address) {
      count_in(section, "erased");
    } else {
      count_in(section, first.at(file.complainant.address.key()) == &file ? "first" : "again");
    }
  }
  return section;
}

ReportSection adjustments(const ReportScope& scope) {
  ReportSection section{
      .name = "adjustments", .title = "Adjustments made for complainants", .lines = {}};
  for (const auto& course : scope.material.cases) {
    if (!scope.contains(course.file.received)) continue;
    const std::set<std::string> each{course.file.adjustments.begin(),
                                     course.file.adjustments.end()};
    for (const auto& one : each) count_in(section, one);
  }
  return section;
}

ReportSection ages(const ReportScope& scope) {
  ReportSection section{.name = "age", .title = "How old the open ones are", .lines = {}};
  for (const auto& band : k_ages) {
    section.lines.push_back({std::string{band.name}, std::string{band.label}, 0});
  }
  for (const auto& course : scope.material.cases) {
    if (!open_at(course, scope.close())) continue;
    const auto age = std::chrono::floor<days>(scope.close() - course.file.received);
    const auto* band = std::find_if(k_ages.begin(), k_ages.end(), [&](const AgeBand& one) {
      return age.count() <= one.most_days;
    });
    count_in(section, std::string{band->name});
  }
  return section;
}

std::vector<TrendPoint> trend_of(const ReportScope& scope, ReportPeriod period) {
  std::vector<TrendPoint> trend;
  for (const auto& month : months_up_to(period, k_trend_points)) {
    const Date after{std::chrono::sys_days{month.last} + days{1}};
    const ReportScope one{.material = scope.material,
                          .house = scope.house,
                          .start = start_of(scope, month.first),
                          .end = start_of(scope, after),
                          .now = scope.now};
    TrendPoint point{.period = month};
    for (const auto& course : scope.material.cases) {
      if (one.contains(course.file.received)) ++point.received;
      for (const auto& [stage, end] : course.ends) {
        if (one.contains(end.at)) ++point.ended;
      }
      if (open_at(course, one.close())) ++point.open;
    }
    trend.push_back(point);
  }
  return trend;
}

}  // namespace redress::domain
