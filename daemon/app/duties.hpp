#pragma once

#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"
#include "daemon/app/report_charts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace redress::app {

/// What a policy asks of the house itself, by the calendar: its reports (CIM-11, CEME-02, CILEX-13,
/// -14, -17), its own review (CILEX-15, CEME-05), and a calendar that does not run out. Each is
/// done once: a notice with a key of its own says that it was. What is for staff comes while they
/// are in.
class Duties {
 public:
  Duties(Office& office, LetterOffice& letters) : office_(office), letters_(letters) {}

  /// Does what is due now. Looks once a day. What goes wrong with one stops none of the others: it
  /// is logged, told once, and tried again on the next day. False: the store failed, and the next
  /// round tries again.
  ports::Task<bool> make_round(domain::Instant now);

 private:
  ports::Task<bool> make_day(domain::Date today, domain::Instant now);
  ports::Task<void> watch_calendar(domain::Date today, domain::Instant now);
  ports::Task<void> remind_of_review(domain::Date today, domain::Instant now);
  ports::Task<void> send_report(const domain::ReportRule& rule, domain::Date today,
                                domain::Instant now);
  ports::Task<void> mail_report(const domain::ReportRule& rule, const domain::Report& report,
                                const std::vector<Chart>& charts, const std::string& key,
                                domain::Instant now);
  ports::Task<void> regret(const domain::ReportRule& rule, domain::ReportPeriod period,
                           const std::string& key, const std::string& why, domain::Instant now);

  Office& office_;
  LetterOffice& letters_;
  std::optional<domain::Date> watched_;  ///< the day on which the calendar was looked at
  std::optional<domain::Date> looked_;   ///< and all the rest
};

}  // namespace redress::app
