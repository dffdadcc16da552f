#include "daemon/domain/report_counts.hpp"

#include "daemon/domain/casework/case_deadlines.hpp"

#include <array>

namespace redress::domain {
namespace {

constexpr std::array k_channels{Channel::email,     Channel::post, Channel::telephone,
                                Channel::in_person, Channel::form, Channel::elsewhere};
constexpr std::array k_findings{Finding::upheld,    Finding::partly_upheld,  Finding::not_upheld,
                                Finding::withdrawn, Finding::out_of_scope,   Finding::redirected,
                                Finding::merged,    Finding::not_a_complaint};

template <class Work>
void each_received(const ReportScope& scope, Work work) {
  for (const auto& course : scope.material.cases) {
    if (scope.contains(course.file.received)) work(course.file);
  }
}

ReportSection received(const ReportScope& scope) {
  ReportSection section{.name = "received",
                        .title = "Received",
                        .lines = {{"complaints", "Complaints", 0},
                                  {"compliments", "Compliments and other positive feedback", 0},
                                  {"enquiries", "Enquiries", 0}},
                        .with_zeros = true};
  each_received(scope, [&](const CaseFile&) { count_in(section, "complaints"); });
  for (const auto& message : scope.material.messages) {
    if (!scope.contains(message.received)) continue;
    if (message.kind == MessageKind::compliment) count_in(section, "compliments");
    if (message.kind == MessageKind::enquiry) count_in(section, "enquiries");
  }
  return section;
}

ReportSection channels(const ReportScope& scope) {
  ReportSection section{.name = "channel", .title = "How complaints came", .lines = {}};
  for (const auto channel : k_channels) count_in(section, std::string{to_string(channel)}, 0);
  each_received(scope, [&](const CaseFile& file) {
    count_in(section, std::string{to_string(file.channel)});
  });
  return section;
}

ReportSection areas(const ReportScope& scope) {
  ReportSection section{.name = "area", .title = "What they are about", .lines = {}};
  for (const auto& area : scope.house.policy.areas) {
    section.lines.push_back({area.name, area.title, 0});
  }
  section.lines.push_back({"none", "Nobody has said", 0});
  each_received(scope, [&](const CaseFile& file) {
    count_in(section, file.area.empty() ? "none" : file.area);
  });
  return section;
}

ReportSection priorities(const ReportScope& scope) {
  ReportSection section{.name = "priority", .title = "How urgent they are", .lines = {}};
  std::string standard{"none"};
  for (const auto& priority : scope.house.policy.priorities) {
    count_in(section, priority.name, 0);
    if (priority.standard) standard = priority.name;
  }
  each_received(scope, [&](const CaseFile& file) {
    count_in(section, file.priority.empty() ? standard : file.priority);
  });
  return section;
}

ReportSection stages(const ReportScope& scope) {
  ReportSection section{.name = "stage", .title = "The stage they have reached", .lines = {}};
  for (const auto& stage : scope.house.policy.stages) {
    section.lines.push_back({std::to_string(stage.number), stage.name, 0});
  }
  each_received(scope,
                [&](const CaseFile& file) { count_in(section, std::to_string(file.stage)); });
  return section;
}

ReportSection outcomes(const ReportScope& scope) {
  ReportSection section{.name = "outcome", .title = "Outcomes", .lines = {}};
  for (const auto finding : k_findings) count_in(section, std::string{to_string(finding)}, 0);
  for (const auto& course : scope.material.cases) {
    for (const auto& [stage, end] : course.ends) {
      if (scope.contains(end.at)) count_in(section, std::string{to_string(end.finding)});
    }
  }
  return section;
}

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

/// The sections that all deadlines are looked at for.
struct Promises {
  ReportSection kept{.name = "promises",
                     .title = "Promises of time",
                     .lines = {{"acknowledged-in-time", "Acknowledged in time", 0},
                               {"acknowledged-late", "Acknowledged late, or not yet", 0},
                               {"answered-in-time", "Answered in time", 0},
                               {"answered-late", "Answered late, or not yet", 0}},
                     .with_zeros = true};
  ReportSection by_stage{.name = "in-time", .title = "Promises of time, by stage", .lines = {}};
  ReportSection open{.name = "open",
                     .title = "Open at the end",
                     .lines = {{"open", "Open complaints", 0},
                               {"overdue", "Of these with a promise that is overdue", 0}},
                     .with_zeros = true};

  explicit Promises(const Policy& policy) {
    for (const auto& stage : policy.stages) {
      for (const auto& line : kept.lines) {
        by_stage.lines.push_back({std::to_string(stage.number) + "-" + line.name,
                                  stage.name + ": " + unspoken(line.label), 0});
      }
    }
  }
  /// A label inside a sentence.
  static std::string unspoken(std::string label) {
    label[0] = 'a';  // "Acknowledged …", "Answered …"
    return label;
  }
};

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

Result<Promises> promises(const ReportScope& scope) {
  const auto& house = scope.house;
  Promises counted{house.policy};
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

}  // namespace

std::string spoken(std::string_view name) {
  std::string label{name};
  std::replace(label.begin(), label.end(), '-', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  }
  return label;
}

void count_in(ReportSection& section, const std::string& name, std::int64_t count) {
  for (auto& line : section.lines) {
    if (line.name != name) continue;
    line.count += count;
    return;
  }
  section.lines.push_back({name, spoken(name), count});
}

bool open_at(const CaseCourse& course, Instant at) {
  bool open = false;
  for (const auto& [from, state] : course.states) {
    if (from <= at) open = state;
  }
  return open;
}

Result<std::vector<ReportSection>> count_all(const ReportScope& scope) {
  auto counted = promises(scope);
  if (!counted) return counted.error();
  std::vector<ReportSection> sections{received(scope), channels(scope), areas(scope),
                                      causes(scope)};
  if (!scope.house.policy.priorities.empty()) sections.push_back(priorities(scope));
  sections.push_back(stages(scope));
  sections.push_back(complainants(scope));
  sections.push_back(adjustments(scope));
  sections.push_back(outcomes(scope));
  sections.push_back(std::move(counted->kept));
  sections.push_back(std::move(counted->by_stage));
  sections.push_back(std::move(counted->open));
  sections.push_back(ages(scope));
  sections.push_back(actions(scope));
  sections.push_back(incidents(scope));
  sections.push_back(measures(scope));
  return sections;
}

}  // namespace redress::domain
