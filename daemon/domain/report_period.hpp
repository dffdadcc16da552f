#pragma once

#include "daemon/domain/policy_rules.hpp"
#include "daemon/domain/time.hpp"

#include <optional>

namespace redress::domain {

/// Days of the house's zone, both included.
struct ReportPeriod {
  Date first, last;
  bool operator==(const ReportPeriod&) const = default;
};

/// That day so many months on; the last of the month where it has no such day.
Date plus_months(Date day, int months);

/// The newest period of so many calendar months that is over; years are cut from January.
ReportPeriod last_period(int every_months, Date today);

/// When the policy itself is to be reviewed (CILEX-15, CEME-05).
Date review_due(const ReviewRule& rule);

/// The newest day, up to today, on which its owner is reminded: 60 and 14 days before it is due, on
/// that day, and each month after it. Nothing: none has come yet.
std::optional<Date> review_reminder(Date due, Date today);

}  // namespace redress::domain
