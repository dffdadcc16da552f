#include "daemon/domain/deadline.hpp"

#include "daemon/domain/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redress::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr TimeOfDay k_midnight_after{24 * 60};
/// Longer than any promise; keeps the arithmetic that is shown within bounds.
constexpr int k_limit_max = 3660;

constexpr auto k_base_days = name_table<LimitBase>({
    {LimitBase::received, "day of receipt"},
    {LimitBase::acknowledged, "day of acknowledgement"},
    {LimitBase::escalated, "day of escalation"},
});

Date next(Date date) {
  return Date{sys_days{date} + days{1}};
}

/// The last second of business on that day. Midnight is the end of the day by the wall clock: one
/// second before the next day starts, also where a clock change makes the day 23 or 25 hours long.
Instant close_of(Date date, const Policy& policy, const TimeZone& zone) {
  if (policy.close_of_business < k_midnight_after) return zone.at(date, policy.close_of_business);
  return zone.at(next(date), TimeOfDay{0}) - std::chrono::seconds{1};
}

std::string_view why_not_worked(Date date, const Policy& policy) {
  const std::chrono::weekday weekday{sys_days{date}};
  if (weekday == std::chrono::Saturday) return "Saturday";
  if (weekday == std::chrono::Sunday) return "Sunday";
  const auto& closed = policy.closure_days;
  const bool closure = std::find(closed.begin(), closed.end(), date) != closed.end();
  return closure ? "closure day" : "bank holiday";
}

/// One deadline being counted: the parts that every step looks at.
struct Count {
  const Limit& limit;
  const Policy& policy;
  const WorkingCalendar& calendar;
  const TimeZone& zone;
  std::vector<CountedDay> arithmetic;

  /// Writes day 0 and returns it. Lenient: mail of a day that is not worked, or that came after
  /// close of business, counts as the next working day's.
  Result<Date> day_zero(Instant from);
  /// Counts from day 0 and returns the last day.
  Result<Date> last_day(Date zero);
};

Result<Date> Count::day_zero(Instant from) {
  const auto base = k_base_days.name(limit.base);
  const auto day = zone.date_of(from);
  if (!policy.lenient_receipt) {
    arithmetic.push_back({day, 0, false, std::string{base}});
    return day;
  }
  const auto worked = calendar.is_working_day(day);
  if (!worked) return worked.error();
  const bool late = from > close_of(day, policy, zone);
  if (*worked && !late) {
    arithmetic.push_back({day, 0, false, std::string{base}});
    return day;
  }
  const auto zero = calendar.on_or_after(next(day));
  if (!zero) return zero.error();
  const auto reason = *worked ? "after close of business" : why_not_worked(day, policy);
  arithmetic.push_back({day, 0, false, fmt::format("{}, {}", base, reason)});
  for (auto between = next(day); between < *zero; between = next(between)) {
    arithmetic.push_back({between, 0, false, std::string{why_not_worked(between, policy)}});
  }
  arithmetic.push_back({*zero, 0, false, fmt::format("counts as the {}", base)});
  return *zero;
}

Result<Date> Count::last_day(Date zero) {
  const bool working = limit.unit == LimitUnit::working_days;
  auto day = zero;
  for (int number = 0; number < limit.count;) {
    day = next(day);
    bool counts = true;
    if (working) {
      const auto worked = calendar.is_working_day(day);
      if (!worked) return worked.error();
      counts = *worked;
    }
    if (counts) ++number;
    auto why = counts ? fmt::format("{} {}", working ? "working day" : "day", number)
                      : std::string{why_not_worked(day, policy)};
    arithmetic.push_back({day, number, counts, std::move(why)});
  }
  return day;
}

}  // namespace

Result<Deadline> deadline_for(DeadlineKind kind, int stage, const Limit& limit, Instant from,
                              const Policy& policy, const WorkingCalendar& calendar,
                              const TimeZone& zone) {
  if (limit.count < 1 || limit.count > k_limit_max) {
    return fail(ErrorCode::settings,
                fmt::format("a limit of {} days; between 1 and {}", limit.count, k_limit_max));
  }
  Count count{limit, policy, calendar, zone, {}};
  const auto zero = count.day_zero(from);
  if (!zero) return zero.error();
  const auto last = count.last_day(*zero);
  if (!last) return last.error();
  return Deadline{kind, stage, close_of(*last, policy, zone), limit.clause,
                  std::move(count.arithmetic)};
}

}  // namespace redress::domain
