#include "daemon/domain/reminders/ladder.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace redress::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// More days off than there are in any fortnight, besides weekends.
constexpr int k_holidays = 14;

Date shifted(Date day, int by) {
  return Date{sys_days{day} + days{by}};
}

/// The `count`th working day from `day` on in that direction, `day` itself not counted. The years
/// that the calendar covers bound the walk.
Result<Date> walk(Date day, int count, int step, const WorkingCalendar& calendar) {
  while (count > 0) {
    day = shifted(day, step);
    const auto worked = calendar.is_working_day(day);
    if (!worked) return worked.error();
    if (*worked) --count;
  }
  return day;
}

}  // namespace

std::vector<ReminderRule> standard_ladder() {
  const auto owner = [] { return std::string{k_to_owner}; };
  return {{-2, owner()},
          {-1, owner()},
          {0, owner()},
          {1, std::string{k_to_deputy}},
          {2, std::string{k_to_manager}},
          {-2, owner(), DeadlineKind::review},
          {-1, owner(), DeadlineKind::review}};
}

Result<Date> day_of_rung(Date limit, int rung, const WorkingCalendar& calendar) {
  if (rung != 0) return walk(limit, std::abs(rung), rung < 0 ? -1 : 1, calendar);
  const auto worked = calendar.is_working_day(limit);
  if (!worked) return worked.error();
  return *worked ? Result<Date>{limit} : walk(limit, 1, -1, calendar);
}

Result<int> working_days_between(Date from, Date to, const WorkingCalendar& calendar) {
  const int sign = to < from ? -1 : 1;
  auto day = std::min(from, to);
  const auto last = std::max(from, to);
  int count = 0;
  while (day < last) {
    day = shifted(day, 1);
    const auto worked = calendar.is_working_day(day);
    if (!worked) return worked.error();
    if (*worked) ++count;
  }
  return sign * count;
}

WorkingCalendar with_years_around(const WorkingCalendar& calendar, Date today) {
  const int year{today.year()};
  const int first = std::min(calendar.first_year(), year - 1);
  const int last = std::max(calendar.last_year(), year + 1);
  if (first == calendar.first_year() && last == calendar.last_year()) return calendar;
  std::set<Date> off;  // weekends too, which does no harm
  const Date end{std::chrono::year{calendar.last_year()}, std::chrono::December,
                 std::chrono::day{31}};
  for (Date day{std::chrono::year{calendar.first_year()}, std::chrono::January,
                std::chrono::day{1}};
       day <= end; day = shifted(day, 1)) {
    if (!calendar.is_working_day(day).value()) off.insert(day);
  }
  return WorkingCalendar::make(calendar.nation(), std::move(off), first, last).value();
}

std::vector<ReminderRule> ladder_for(const Policy& policy, DeadlineKind kind) {
  std::vector<ReminderRule> own, general;
  for (const auto& rule : policy.reminders) {
    if (rule.kind == kind) own.push_back(rule);
    if (!rule.kind) general.push_back(rule);
  }
  auto& ladder = own.empty() ? general : own;
  std::stable_sort(ladder.begin(), ladder.end(),
                   [](const ReminderRule& a, const ReminderRule& b) { return a.at < b.at; });
  return std::move(ladder);
}

Result<std::optional<int>> rung_on(Date limit, const std::vector<ReminderRule>& ladder, Date today,
                                   const WorkingCalendar& calendar) {
  if (ladder.empty()) return std::optional<int>{};
  // Long past: not counted day by day, and not in years that the calendar may not cover.
  const int longest = std::max(ladder.back().at, 0) + k_reminder_days;
  if (shifted(limit, 2 * longest + k_holidays) < today) return std::optional<int>{};
  for (auto rule = ladder.rbegin(); rule != ladder.rend(); ++rule) {
    const auto day = day_of_rung(limit, rule->at, calendar);
    if (!day) return day.error();
    if (*day > today) continue;
    if (rule->at <= 0 && today > limit) return std::optional<int>{};
    const auto age = working_days_between(*day, today, calendar);
    if (!age) return age.error();
    return *age <= k_reminder_days ? std::optional{rule->at} : std::nullopt;
  }
  return std::optional<int>{};
}

std::vector<PlannedReminder> reminders_of(const std::vector<CaseDeadline>& deadlines,
                                          const Policy& policy, TimeOfDay opening,
                                          const WorkingCalendar& calendar, const TimeZone& zone) {
  std::vector<PlannedReminder> planned;
  for (const auto& one : deadlines) {
    if (one.met || one.dropped) continue;
    const auto& deadline = one.deadline;
    for (const auto& rule : ladder_for(policy, deadline.kind)) {
      const auto day = day_of_rung(zone.date_of(deadline.at), rule.at, calendar);
      if (!day) continue;
      planned.push_back({deadline.kind, deadline.stage, deadline.subject, rule.at, rule.to,
                         zone.at(*day, opening)});
    }
  }
  std::stable_sort(planned.begin(), planned.end(),
                   [](const PlannedReminder& a, const PlannedReminder& b) { return a.at < b.at; });
  return planned;
}

}  // namespace redress::domain
