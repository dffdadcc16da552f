#pragma once

#include "daemon/domain/policy.hpp"
#include "daemon/domain/time.hpp"
#include "daemon/domain/working_calendar.hpp"

namespace redress::domain {

/// Whether staff get now what can wait for the morning (SYS-06): on a working day, from the opening
/// of business, at the earliest 06:00, to its close, at the latest 20:00. Where the calendar does
/// not cover the year every day is one, so that nothing waits for ever.
bool staff_are_in(const Policy& policy, const WorkingCalendar& calendar, const TimeZone& zone,
                  Instant now);

}  // namespace redress::domain
