#pragma once

#include "daemon/domain/casework/case_file.hpp"
#include "daemon/domain/deadline.hpp"

#include <optional>
#include <vector>

namespace redress::domain {

/// A promise of a case, and when it was kept.
struct CaseDeadline {
  Deadline deadline;
  std::optional<Instant> met;
  bool dropped{};  ///< no longer owed: a stage that ended otherwise, a limit that a referral ended
};

/// Every promise of the case, of all its stages, in the order of kind and stage (SYS-05): limits of
/// its stages from their bases, the priority's limit for acting, pauses and extensions counted in,
/// tracked actions and reviews of restrictions. Whole and anew at every change: nothing is adjusted
/// in place. Error: settings, where the calendar does not cover a year in question.
Result<std::vector<CaseDeadline>> deadlines_of(const CaseFile& file, const Policy& policy,
                                               const WorkingCalendar& calendar,
                                               const TimeZone& zone);

}  // namespace redress::domain
