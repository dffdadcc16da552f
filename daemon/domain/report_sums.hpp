#pragma once

#include "daemon/domain/report.hpp"

namespace redress::domain {

/// The line of what is counted together; no name of a policy can be written like that.
inline constexpr std::string_view k_folded_line = "(others)";

/// What does not add up in a report as it was counted, in a sentence; empty: all does. The parts of
/// what was received make it up, the ages of what is open, the stages' promises all promises.
std::string wrong_sum(const std::vector<ReportSection>& sections);

/// For readers who do not see each case: a count from which somebody could be recognised, one of
/// 1 to `smallest` - 1 of those who share a circumstance, is not told. Where all of a section make
/// up a total that is told too, it goes into a line "(others)", with every other that is as small
/// and with the next ones until there are two of somebody and the line is not small itself: no
/// subtraction gives it back. Where that leaves nothing else, the line is the section's total.
/// Where counts make up nothing (adjustments, incidents, measures, actions) it is left out. A
/// section that withholds anything of either period tells nothing of the one before, since the next
/// report, which withholds other lines, would give away what this one hides.
void withhold_small(Report& report, std::int64_t smallest);

}  // namespace redress::domain
