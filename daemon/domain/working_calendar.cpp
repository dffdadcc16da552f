#include "daemon/domain/working_calendar.hpp"

#include <fmt/format.h>

namespace redress::domain {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// From this month of its last year on, a calendar is about to run out: six months are left.
constexpr std::chrono::month k_last_half = std::chrono::July;

bool is_weekend(Date date) {
  const std::chrono::weekday day{sys_days{date}};
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

Date next(Date date) {
  return Date{sys_days{date} + days{1}};
}

}  // namespace

WorkingCalendar::WorkingCalendar(Nation nation, std::set<Date> off, int first_year, int last_year)
    : nation_(nation), off_(std::move(off)), first_year_(first_year), last_year_(last_year) {}

Result<WorkingCalendar> WorkingCalendar::make(Nation nation, std::set<Date> holidays,
                                              int first_year, int last_year,
                                              const std::vector<Date>& closure_days) {
  if (first_year > last_year) {
    return fail(ErrorCode::settings,
                fmt::format("calendar of {}: the first year {} is after the last year {}",
                            to_string(nation), first_year, last_year));
  }
  for (const auto holiday : holidays) {
    const int year{holiday.year()};
    if (!holiday.ok() || year < first_year || year > last_year) {
      return fail(ErrorCode::settings,
                  fmt::format("calendar of {}: {} is no day of the years {} to {}",
                              to_string(nation), to_iso(holiday), first_year, last_year));
    }
  }
  for (const auto closed : closure_days) {
    if (!closed.ok()) {
      return fail(ErrorCode::settings,
                  fmt::format("closure day {} is not in any calendar", to_iso(closed)));
    }
    holidays.insert(closed);
  }
  return WorkingCalendar{nation, std::move(holidays), first_year, last_year};
}

Result<bool> WorkingCalendar::is_working_day(Date date) const {
  const int year{date.year()};
  if (!date.ok() || year < first_year_ || year > last_year_) {
    return fail(ErrorCode::settings,
                fmt::format("the calendar of {} covers {} to {}, not {}; install a newer one",
                            to_string(nation_), first_year_, last_year_, to_iso(date)));
  }
  return !is_weekend(date) && !off_.contains(date);
}

Result<Date> WorkingCalendar::working_days_after(Date day, int count) const {
  if (count < 1) {
    return fail(ErrorCode::settings, fmt::format("a limit of {} working days; at least 1", count));
  }
  // Ends at the latest where the calendar does: the years covered bound the walk.
  while (count > 0) {
    day = next(day);
    const auto worked = is_working_day(day);
    if (!worked) return worked.error();
    if (*worked) --count;
  }
  return day;
}

Result<Date> WorkingCalendar::on_or_after(Date day) const {
  for (;; day = next(day)) {
    const auto worked = is_working_day(day);
    if (!worked) return worked.error();
    if (*worked) return day;
  }
}

bool WorkingCalendar::runs_out_soon(Date today) const {
  const Date from{std::chrono::year{last_year_}, k_last_half, std::chrono::day{1}};
  return today >= from;
}

}  // namespace redress::domain
