#pragma once

#include "daemon/domain/policy.hpp"
#include "daemon/domain/working_calendar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

enum class DeadlineKind { acknowledge, contact, respond, act, review };
std::string_view to_string(DeadlineKind kind);
std::optional<DeadlineKind> deadline_kind(std::string_view name);

/// One day of the arithmetic, for `redressctl deadlines`.
struct CountedDay {
  Date date;
  int number;  ///< day 0 is the day of receipt; days that do not count repeat the number
  bool counts;
  std::string why;  ///< "day of receipt", "Saturday", "bank holiday", "working day 2" …
};

struct Deadline {
  DeadlineKind kind{};
  int stage{1};
  Instant at;  ///< the last second that keeps the promise
  std::string clause;
  std::vector<CountedDay> arithmetic;
  std::string subject{};  ///< what of the case, where there may be several: "action 2"
};

/// Days after `from` up to `until` on which the clock stood: they do not count.
struct Standstill {
  Date from;
  Date until;
};

/// What moves the end of a limit.
struct LimitChanges {
  std::vector<Standstill> paused;  ///< may overlap
  std::optional<Date> put_off_to;  ///< an extension: never earlier than the limit itself
};

/// When a limit that starts at `from` ends (SYS-05; strict reading by default): the day of `from`
/// in the zone is day 0 whatever day it is; days after it are counted; the limit ends at close of
/// business of the last one. Error: settings, where the calendar does not cover a year in question.
Result<Deadline> deadline_for(DeadlineKind kind, int stage, const Limit& limit, Instant from,
                              const Policy& policy, const WorkingCalendar& calendar,
                              const TimeZone& zone, const LimitChanges& changes = {});

/// The last second of business on that day. Midnight is the end of the day by the wall clock: one
/// second before the next day starts, also where a clock change makes the day 23 or 25 hours long.
Instant end_of_business(Date date, const Policy& policy, const TimeZone& zone);

}  // namespace redress::domain
