#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/app/report_charts.hpp"
#include "daemon/domain/report.hpp"

#include <string>
#include <vector>

namespace redress::app {

/// A pattern, as people read it: "3 complaints about membership".
std::string words_of(const domain::ReportPattern& pattern);
/// A complaint and what came of it, in one paragraph.
std::string words_of(const domain::ReportedCase& one);

/// A month or a week in little room: "Mar 2026", "2 Mar".
std::string short_name(const domain::ReportPeriod& period);

/// The report as a letter to those of its readers, with these charts in it and its figures as a
/// file; of cases that are kept from one of them (CILEX-09) it says nothing.
domain::LetterOrder report_order(const Installation& house, const std::string& title,
                                 const domain::Report& report, const std::vector<Chart>& charts,
                                 const std::vector<domain::Person>& readers, domain::Instant now);

/// The reminder that the policy itself is to be reviewed (CILEX-15, CEME-05).
domain::LetterOrder review_order(const Installation& house, const domain::ReviewRule& rule,
                                 domain::Instant now);

}  // namespace redress::app
