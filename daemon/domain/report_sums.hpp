#pragma once

#include "daemon/domain/report.hpp"

namespace redress::domain {

/// What does not add up in a report as it was counted, in a sentence; empty: all does. The parts of
/// what was received make it up, the ages of what is open, the stages' promises all promises.
std::string wrong_sum(const std::vector<ReportSection>& sections);

/// For readers who do not see each case: a count from which somebody could be recognised, one of
/// 1 to `smallest` - 1 of those who share a circumstance, goes into a line "others", with every
/// other line that is as small, and with one more where it would be the only one: no subtraction
/// gives it back. Both periods are looked at. All sums stay what they are.
void withhold_small(Report& report, std::int64_t smallest);

}  // namespace redress::domain
