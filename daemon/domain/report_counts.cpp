#include "daemon/domain/report_counts.hpp"

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
