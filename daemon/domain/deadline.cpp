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
constexpr int k_days_of_week = 7;
constexpr std::string_view k_clock_stands = "the clock stands: the complainant is waited for";

constexpr auto k_base_days = name_table<LimitBase>({
    {LimitBase::received, "day of receipt"},
    {LimitBase::acknowledged, "day of acknowledgement"},
    {LimitBase::escalated, "day of escalation"},
});

Date next(Date date) {
  return Date{sys_days{date} + days{1}};
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
  const LimitChanges& changes;
  std::vector<CountedDay> arithmetic;

  /// Writes day 0 and returns it. Lenient: mail of a day that is not worked, or that came after
  /// close of business, counts as the next working day's.
  Result<Date> day_zero(Instant from);
  /// Counts from day 0 and returns the last day.
  Result<Date> last_day(Date zero);
  /// Why that day does not count; empty where it does.
  Result<std::string_view> why_not_counted(Date day) const;
  bool stands(Date day) const;
};

bool Count::stands(Date day) const {
  return std::any_of(changes.paused.begin(), changes.paused.end(), [&](const Standstill& pause) {
    return day > pause.from && day <= pause.until;
  });
}

Result<Date> Count::day_zero(Instant from) {
  const auto base = k_base_days.name(limit.base);
  const auto day = zone.date_of(from);
  if (!policy.lenient_receipt) {
    arithmetic.push_back({day, 0, false, std::string{base}});
    return day;
  }
  const auto worked = calendar.is_working_day(day);
  if (!worked) return worked.error();
  const bool late = from > end_of_business(day, policy, zone);
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

Result<std::string_view> Count::why_not_counted(Date day) const {
  if (limit.unit == LimitUnit::working_days) {
    const auto worked = calendar.is_working_day(day);
    if (!worked) return worked.error();
    if (!*worked) return why_not_worked(day, policy);
  }
  return stands(day) ? k_clock_stands : std::string_view{};
}

Result<Date> Count::last_day(Date zero) {
  const bool working = limit.unit == LimitUnit::working_days;
  const int wanted = limit.unit == LimitUnit::weeks ? limit.count * k_days_of_week : limit.count;
  auto day = zero;
  for (int number = 0; number < wanted;) {
    day = next(day);
    const auto why_not = why_not_counted(day);
    if (!why_not) return why_not.error();
    const bool counts = why_not->empty();
    if (counts) ++number;
    auto why = counts ? fmt::format("{} {}", working ? "working day" : "day", number)
                      : std::string{*why_not};
    arithmetic.push_back({day, number, counts, std::move(why)});
  }
  if (!changes.put_off_to || *changes.put_off_to <= day) return day;
  arithmetic.push_back({*changes.put_off_to, wanted, false, "put off to this day"});
  return *changes.put_off_to;
}

}  // namespace

Instant end_of_business(Date date, const Policy& policy, const TimeZone& zone) {
  if (policy.close_of_business < k_midnight_after) return zone.at(date, policy.close_of_business);
  return zone.at(next(date), TimeOfDay{0}) - std::chrono::seconds{1};
}

Result<Deadline> deadline_for(DeadlineKind kind, int stage, const Limit& limit, Instant from,
                              const Policy& policy, const WorkingCalendar& calendar,
                              const TimeZone& zone, const LimitChanges& changes) {
  if (limit.count < 1 || limit.count > k_limit_max) {
    return fail(ErrorCode::settings,
                fmt::format("a limit of {} days; between 1 and {}", limit.count, k_limit_max));
  }
  Count count{limit, policy, calendar, zone, changes, {}};
  const auto zero = count.day_zero(from);
  if (!zero) return zero.error();
  const auto last = count.last_day(*zero);
  if (!last) return last.error();
  return Deadline{
      kind, stage, end_of_business(*last, policy, zone), limit.clause, std::move(count.arithmetic),
      {}};
}

}  // namespace redress::domain
