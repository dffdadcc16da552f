#pragma once

#include "daemon/domain/casework/case_deadlines.hpp"

#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

/// The working day of a rung: the `rung`th working day before or after the day of the limit, which
/// is day 0, worked or not. Rung 0 is that day, or the last working day before it: a reminder that
/// came after a Sunday's limit would remind of nothing. Error: settings, where the calendar does
/// not cover the days in question.
Result<Date> day_of_rung(Date limit, int rung, const WorkingCalendar& calendar);

/// Working days after `from` up to `to`; negative where `to` is earlier. Error: as above.
Result<int> working_days_between(Date from, Date to, const WorkingCalendar& calendar);

/// That calendar where it covers the year of that day, the one before and the one after. Else one
/// that does: in the years that are not known, every weekday is worked. For what is better done on
/// a bank holiday than not at all; a limit is never counted with it.
WorkingCalendar with_years_around(const WorkingCalendar& calendar, Date today);

/// The rows that hold for limits of that kind: those of the kind where there are any, else the
/// general ones. In the order of their days.
std::vector<ReminderRule> ladder_for(const Policy& policy, DeadlineKind kind);

/// The rung that speaks of the limit on that day: the last one whose day has come, so that a clock
/// that jumps over several is told of one. Nothing: none has, or it comes too late for what the
/// digest tells anyway: a rung before the limit after its day, another one after k_reminder_days.
/// Error: as above.
Result<std::optional<int>> rung_on(Date limit, const std::vector<ReminderRule>& ladder, Date today,
                                   const WorkingCalendar& calendar);
/// Working days after its own day on which a rung that was missed is still told.
inline constexpr int k_reminder_days = 10;

/// A reminder that is to come, for `redressctl deadlines`.
struct PlannedReminder {
  DeadlineKind kind{};
  int stage{1};
  std::string subject;
  int rung{};
  std::string to;
  Instant at;
};
/// All rungs of limits that are neither met nor dropped, by their time; none on days that the
/// calendar does not cover. `opening`: time of day of the daily mail.
std::vector<PlannedReminder> reminders_of(const std::vector<CaseDeadline>& deadlines,
                                          const Policy& policy, TimeOfDay opening,
                                          const WorkingCalendar& calendar, const TimeZone& zone);

}  // namespace redress::domain
