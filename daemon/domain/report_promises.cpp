#include "daemon/domain/casework/case_deadlines.hpp"
#include "daemon/domain/report_counts.hpp"

namespace redress::domain {
namespace {

/// Whether a promise that is not owed any more was broken before: its stage ended later.
bool was_broken(const CaseFile& file, const CaseDeadline& one) {
  const bool acknowledge = one.deadline.kind == DeadlineKind::acknowledge;
  for (const auto& stage : file.stages) {
    if (stage.number != one.deadline.stage || !stage.closed) continue;
    const bool let_go = acknowledge ? stage.acknowledgement_waived : file.response_limit_ended;
    return !let_go && one.deadline.at < *stage.closed;
  }
  return false;
}

/// A label inside a sentence.
std::string unspoken(std::string label) {
  label[0] = 'a';  // "Acknowledged …", "Answered …"
  return label;
}

Promises without_counts(const Policy& policy) {
  Promises counted{
      .kept = {.name = "promises",
               .title = "Promises of time",
               .lines = {{"acknowledged-in-time", "Acknowledged in time", 0},
                         {"acknowledged-late", "Acknowledged late, or not yet", 0},
                         {"answered-in-time", "Answered in time", 0},
                         {"answered-late", "Answered late, or not yet", 0}},
               .with_zeros = true},
      .by_stage = {.name = "in-time", .title = "Promises of time, by stage", .lines = {}},
      .open = {.name = "open",
               .title = "Open at the end",
               .lines = {{"open", "Open complaints", 0},
                         {"overdue", "Of these with a promise that is overdue", 0}},
               .with_zeros = true}};
  for (const auto& stage : policy.stages) {
    for (const auto& line : counted.kept.lines) {
      counted.by_stage.lines.push_back({std::to_string(stage.number) + "-" + line.name,
                                        stage.name + ": " + unspoken(line.label), 0});
    }
  }
  return counted;
}

/// A promise that was kept in time counts when it was kept, any other when it fell due.
void count_promise(const ReportScope& scope, const CaseFile& file, const CaseDeadline& one,
                   Promises& promises) {
  const auto kind = one.deadline.kind;
  if (kind != DeadlineKind::acknowledge && kind != DeadlineKind::respond) return;
  if (one.dropped && !was_broken(file, one)) return;
  const bool in_time = one.met && *one.met <= one.deadline.at;
  const auto counted = in_time ? *one.met : one.deadline.at;
  if (!scope.contains(counted) || (!in_time && counted >= scope.now)) return;
  const std::string what = kind == DeadlineKind::acknowledge ? "acknowledged" : "answered";
  const std::string name = what + (in_time ? "-in-time" : "-late");
  count_in(promises.kept, name);
  count_in(promises.by_stage, std::to_string(one.deadline.stage) + "-" + name);
}

}  // namespace

Result<Promises> promises(const ReportScope& scope) {
  const auto& house = scope.house;
  auto counted = without_counts(house.policy);
  for (const auto& course : scope.material.cases) {
    const auto due = deadlines_of(course.file, house.policy, house.calendar, house.zone);
    if (!due) return due.error();
    bool late = false;
    for (const auto& one : *due) {
      count_promise(scope, course.file, one, counted);
      const bool unmet = !one.met || *one.met >= scope.close();
      late = late || (!one.dropped && unmet && one.deadline.at < scope.close());
    }
    if (!open_at(course, scope.close())) continue;
    count_in(counted.open, "open");
    if (late) count_in(counted.open, "overdue");
  }
  return counted;
}

}  // namespace redress::domain
