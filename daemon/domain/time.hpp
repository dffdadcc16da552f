#pragma once

#include "daemon/domain/result.hpp"

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace redress::domain {

/// A moment in UTC, to the second.
using Instant = std::chrono::sys_seconds;
/// A date of the civil calendar in some time zone.
using Date = std::chrono::year_month_day;
/// Minutes since local midnight.
using TimeOfDay = std::chrono::minutes;

/// RFC 3339 in UTC with a trailing Z: "2026-11-21T22:54:27Z". Sorts as text.
std::string to_rfc3339(Instant at);

/// Reads RFC 3339, with "Z" or an offset ("+01:00"). Error: invalid_input.
Result<Instant> parse_rfc3339(std::string_view text);

/// "2026-11-21".
std::string to_iso(Date date);
Result<Date> parse_date(std::string_view text);

/// "17:00" to minutes since midnight. "24:00" is allowed: the end of the day.
Result<TimeOfDay> parse_time_of_day(std::string_view text);

/// Rules of one zone of the system's tz database. A cheap value; its zone lives as long as the
/// process.
class TimeZone {
 public:
  /// Error: settings, when the name is not in the system's tz database.
  static Result<TimeZone> find(std::string_view name);

  std::string name() const;
  Date date_of(Instant at) const;
  /// Minutes since local midnight at that moment, by the wall clock.
  TimeOfDay time_of_day(Instant at) const;
  /// The moment of that wall-clock time. In the hour that a clock change repeats it is the earlier
  /// moment; in the hour that it skips, the moment of the change.
  Instant at(Date date, TimeOfDay time) const;

 private:
  explicit TimeZone(const date::time_zone* zone) : zone_(zone) {}
  const date::time_zone* zone_;  // owned by the tz database of the process
};

/// "Tuesday 24 November 2026": how a letter says a date (English).
std::string long_date(Date date);
/// "17:00".
std::string clock_text(TimeOfDay time);

}  // namespace redress::domain
