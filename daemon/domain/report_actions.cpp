#include "daemon/domain/report_counts.hpp"

namespace redress::domain {
namespace {

/// Whether something was changed because of the complaint.
bool led_to_change(const ReportScope& scope, const CaseCourse& course) {
  const auto in_period = [&](Instant at) { return scope.contains(at); };
  if (std::any_of(course.actions_opened.begin(), course.actions_opened.end(), in_period)) {
    return true;
  }
  return std::any_of(course.recorded.begin(), course.recorded.end(), [&](const auto& record) {
    const bool change =
        record.first == RecordField::corrective || record.first == RecordField::preventive;
    return change && scope.contains(record.second);
  });
}

}  // namespace

ReportSection actions(const ReportScope& scope) {
  ReportSection section{.name = "actions",
                        .title = "Actions and changes",
                        .lines = {{"corrective-opened", "Corrective actions opened", 0},
                                  {"corrective-done", "Corrective actions done", 0},
                                  {"corrective-late", "Corrective actions not done in time", 0},
                                  {"preventive-opened", "Preventive actions opened", 0},
                                  {"preventive-done", "Preventive actions done", 0},
                                  {"preventive-late", "Preventive actions not done in time", 0},
                                  {"remedies", "Remedies recorded", 0},
                                  {"changes", "Complaints that led to a change", 0}},
                        .with_zeros = true};
  for (const auto& course : scope.material.cases) {
    if (led_to_change(scope, course)) count_in(section, "changes");
    const auto remedy = course.recorded.find(RecordField::remedy);
    if (remedy != course.recorded.end() && scope.contains(remedy->second)) {
      count_in(section, "remedies");
    }
    for (std::size_t index = 0; index < course.file.actions.size(); ++index) {
      const auto& action = course.file.actions[index];
      const std::string kind = action.preventive ? "preventive" : "corrective";
      if (scope.contains(course.actions_opened[index])) count_in(section, kind + "-opened");
      if (action.done && scope.contains(*action.done)) count_in(section, kind + "-done");
      const auto due = scope.house.zone.at(action.due, TimeOfDay{24 * 60});
      const bool missed = (!action.done || *action.done > due) && due <= scope.now;
      // The end of a day is the start of the next one, which may be the next period's.
      if (missed && scope.contains(due - std::chrono::seconds{1}))
        count_in(section, kind + "-late");
    }
  }
  return section;
}

ReportSection incidents(const ReportScope& scope) {
  ReportSection section{
      .name = "incidents", .title = "Behaviour that is not accepted", .lines = {}};
  for (const auto& rule : scope.house.policy.behaviours) {
    section.lines.push_back({rule.category, rule.title, 0});
  }
  for (const auto& course : scope.material.cases) {
    for (const auto& one : course.file.incidents) {
      if (scope.contains(one.at)) count_in(section, one.category);
    }
  }
  return section;
}

ReportSection measures(const ReportScope& scope) {
  ReportSection section{.name = "measures", .title = "Measures taken", .lines = {}};
  for (const auto& rule : scope.house.policy.measures) {
    section.lines.push_back({rule.name, rule.title, 0});
  }
  for (const auto& course : scope.material.cases) {
    for (const auto& one : course.file.restrictions) {
      if (scope.contains(one.from)) count_in(section, one.measure);
    }
  }
  return section;
}

}  // namespace redress::domain
