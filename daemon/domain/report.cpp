#include "daemon/domain/report.hpp"

#include "daemon/domain/casework/case_deadlines.hpp"
#include "daemon/domain/casework/fold.hpp"
#include "daemon/domain/folded_text.hpp"
#include "daemon/domain/report_counts.hpp"
#include "daemon/domain/report_names.hpp"
#include "daemon/domain/report_sums.hpp"
#include "daemon/domain/staff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace redress::domain {
namespace {

constexpr std::array<std::string_view, 4> k_all_seeing{k_administrator, k_complaints_manager,
                                                       k_manager, k_senior_management};

std::string title_of_area(const Policy& policy, const std::string& name) {
  const auto* area = find_named(policy.areas, name);
  return area == nullptr ? name : area->title;
}

/// A text for readers who may not see whom it names.
std::string shown(const CaseFile& file, const std::string& text, ReportDetail detail) {
  return !detail.people && names_somebody(file, text) ? std::string{} : text;
}

/// How often each thing was there; the first one's words stand for all.
struct Repeats {
  struct Seen {
    std::string words;
    std::int64_t count{};
  };
  std::map<std::string, Seen> seen;

  void add(const std::string& key, const std::string& words) {
    auto& one = seen[key];
    if (one.count++ == 0 || one.words.empty()) one.words = words;
  }
  void list(PatternKind kind, std::vector<ReportPattern>& out) const {
    const auto start = out.size();
    for (const auto& [key, one] : seen) {
      if (one.count > 1) out.push_back({kind, one.words, one.count});
    }
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
  }
};

std::vector<ReportPattern> patterns_of(const ReportScope& scope, ReportDetail detail) {
  Repeats areas, causes, people;
  for (const auto& course : scope.material.cases) {
    const auto& file = course.file;
    if (!scope.contains(file.received)) continue;
    if (!file.area.empty()) areas.add(file.area, title_of_area(scope.house.policy, file.area));
    const auto cause = file.records.find(RecordField::cause);
    if (cause != file.records.end() && !cause->second.empty()) {
      causes.add(folded(cause->second), shown(file, cause->second, detail));
    }
    const auto& who = file.complainant;
    if (who.address.str() == k_erased_address) continue;
    people.add(who.address.key(),
               detail.people ? fmt::format("{} <{}>", who.name, who.address.str()) : std::string{});
  }
  std::vector<ReportPattern> patterns;
  areas.list(PatternKind::area, patterns);
  causes.list(PatternKind::cause, patterns);
  people.list(PatternKind::person, patterns);
  return patterns;
}

void add_lessons(const ReportScope& scope, ReportDetail detail, Report& report) {
  for (const auto& course : scope.material.cases) {
    const auto when = course.recorded.find(RecordField::lesson);
    const auto lesson = course.file.records.find(RecordField::lesson);
    if (when == course.recorded.end() || !scope.contains(when->second) ||
        lesson == course.file.records.end() || lesson->second.empty()) {
      continue;
    }
    auto text = shown(course.file, lesson->second, detail);
    if (text.empty()) {
      ++report.lessons_withheld;
    } else {
      report.lessons.push_back(std::move(text));
    }
  }
}

/// What was done about a complaint: the words of records and actions.
std::vector<std::string> actions_of(const CaseFile& file, ReportDetail detail) {
  std::vector<std::string> actions;
  const auto add = [&](std::string_view what, const std::string& text) {
    if (text.empty()) return;
    const auto words = shown(file, text, detail);
    actions.push_back(
        fmt::format("{}: {}", what, words.empty() ? "recorded; see the case" : words));
  };
  for (const auto field : {RecordField::remedy, RecordField::corrective, RecordField::preventive}) {
    const auto found = file.records.find(field);
    if (found != file.records.end()) add(to_string(field), found->second);
  }
  for (const auto& action : file.actions) {
    add(fmt::format("action {}, {}", action.number, action.done ? "done" : "open"), action.text);
  }
  return actions;
}

std::vector<ReportedCase> cases_of(const ReportScope& scope, ReportDetail detail) {
  std::vector<ReportedCase> cases;
  for (const auto& course : scope.material.cases) {
    const auto& file = course.file;
    const bool ended = std::any_of(course.ends.begin(), course.ends.end(),
                                   [&](const auto& end) { return scope.contains(end.second.at); });
    if (!ended && !scope.contains(file.received)) continue;
    ReportedCase one{.reference = file.reference,
                     .complainant = {},
                     .received = scope.house.zone.date_of(file.received),
                     .stage = file.stage,
                     .status = file.status,
                     .finding = {},
                     .actions = actions_of(file, detail),
                     .kept_from = file.mentioned};
    for (const auto& named : file.named_staff) one.kept_from.push_back(named.email);
    if (file.outcome) one.finding = to_string(file.outcome->finding);
    if (detail.people) one.complainant = file.complainant.name;
    cases.push_back(std::move(one));
  }
  return cases;
}

ReportScope scope_of(const ReportMaterial& material, const House& house, ReportPeriod period,
                     Instant now) {
  const Date after{std::chrono::sys_days{period.last} + std::chrono::days{1}};
  return {.material = material,
          .house = house,
          .start = house.zone.at(period.first, TimeOfDay{0}),
          .end = house.zone.at(after, TimeOfDay{0}),
          .now = now};
}

/// When the register was begun: before that nothing was counted, which is not the same as nought.
std::optional<Date> begun(const ReportScope& scope) {
  auto since = scope.material.since;
  for (const auto& course : scope.material.cases) {
    if (!scope.material.since && (!since || course.file.received < *since)) {
      since = course.file.received;
    }
  }
  return since ? std::optional{scope.house.zone.date_of(*since)} : std::nullopt;
}

/// Sets each line's count in the period before, where anything was counted then.
Result<void> compare(const ReportScope& scope, Report& report) {
  const auto since = begun(scope);
  const auto before = period_before(report.period);
  if (!since || *since > report.period.last) return {};
  std::erase_if(report.trend, [&](const TrendPoint& one) { return one.period.last < *since; });
  if (*since > before.first) report.counted_from = since;
  if (*since > before.last) {
    if (*since <= report.period.first) report.counted_from.reset();
    return {};
  }
  auto sections = count_all(scope_of(scope.material, scope.house, before, scope.now));
  if (!sections) return sections.error();
  report.before = before;
  for (auto& section : report.sections) {
    const auto& then = *std::find_if(sections->begin(), sections->end(),
                                     [&](const auto& one) { return one.name == section.name; });
    for (const auto& line : then.lines) count_in(section, line.name, 0);
    for (auto& line : section.lines) {
      line.before = 0;
      for (const auto& one : then.lines) {
        if (one.name == line.name) line.before = one.count;
      }
    }
  }
  return {};
}

}  // namespace

std::string_view to_string(PatternKind kind) {
  switch (kind) {
    case PatternKind::area: return "area";
    case PatternKind::cause: return "cause";
    case PatternKind::person: return "person";
  }
  return {};
}

ReportDetail detail_of(const ReportRule& rule, const Policy& policy) {
  const auto has = [&](const auto& roles) {
    return std::find(roles.begin(), roles.end(), rule.reader) != roles.end();
  };
  const bool cases = rule.personal || has(k_all_seeing) || has(policy.may_see);
  return {
      .people = rule.personal, .cases = cases, .smallest_count = cases ? 1 : rule.smallest_count};
}

Result<Report> make_report(const ReportMaterial& material, const House& house, ReportPeriod period,
                           ReportDetail detail, Instant now) {
  const auto scope = scope_of(material, house, period, now);
  auto sections = count_all(scope);
  if (!sections) return sections.error();
  if (const auto wrong = wrong_sum(*sections); !wrong.empty()) {
    throw std::logic_error("report: " + wrong);
  }
  Report report{.period = period,
                .before = {},
                .counted_from = {},
                .sections = std::move(*sections),
                .trend = trend_of(scope, period),
                .patterns = patterns_of(scope, detail),
                .lessons = {},
                .cases = {}};
  if (const auto compared = compare(scope, report); !compared) return compared.error();
  add_lessons(scope, detail, report);
  if (detail.cases) report.cases = cases_of(scope, detail);
  if (detail.smallest_count > 1) withhold_small(report, detail.smallest_count);
  return report;
}

}  // namespace redress::domain
