#pragma once

#include "daemon/domain/policy_rules.hpp"
#include "daemon/domain/time.hpp"

#include <optional>
#include <vector>

namespace redress::domain {

/// Days of the house's zone, both included.
struct ReportPeriod {
  Date first, last;
  bool operator==(const ReportPeriod&) const = default;
};

/// That day so many months on; the last of the month where it has no such day.
Date plus_months(Date day, int months);

/// The newest period of a report that is over: of so many calendar months, years being cut from
/// January; or of so many weeks from Monday to Sunday.
ReportPeriod last_period(const ReportRule& rule, Date today);

/// As long as that one, right before it: months where it is made of whole months, else days.
ReportPeriod period_before(ReportPeriod period);

/// The months that end with that period, the last one cut at its end, oldest first; weeks where the
/// period is not longer than two. At most `count`.
std::vector<ReportPeriod> months_up_to(ReportPeriod period, int count);

/// When the policy itself is to be reviewed (CILEX-15, CEME-05).
Date review_due(const ReviewRule& rule);

/// The newest day, up to today, on which its owner is reminded: 60 and 14 days before it is due, on
/// that day, and each month after it. Nothing: none has come yet.
std::optional<Date> review_reminder(Date due, Date today);

}  // namespace redress::domain
