#pragma once

#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"
#include "daemon/domain/reminders/day_sheets.hpp"

#include <optional>

namespace redress::app {

/// The morning mail of staff: reminders before a promise breaks, and the digest (SYS-06). One mail
/// a person, on working days, between the opening of business and the evening; all of them in one
/// transaction with the row that says that the day has them. After a start not before every mailbox
/// was looked into, or ten minutes.
class DailyMail {
 public:
  DailyMail(Office& office, LetterOffice& letters)
      : office_(office), letters_(letters), started_(office.ports.clock.now()) {}

  /// Does what is due now. Cheap where nothing is.
  ports::Task<void> make_round(domain::Instant now);
  /// A mail that is not out by the evening of its day does not go out at night or late: it is taken
  /// back, and the next working day's tells what was in it. Before anything is sent, too.
  ports::Task<void> take_back(domain::Instant now);

 private:
  bool is_time(domain::Instant now) const;
  bool has_looked(domain::Instant now) const;
  ports::Task<void> write_mails(const domain::WorkingCalendar& calendar, domain::Date today,
                                domain::Instant now);
  domain::Change round_of(domain::DaySheets& sheets, const domain::HouseDay& day,
                          domain::Date today, domain::Instant now);
  bool wants_mail(const domain::DaySheet& sheet, const domain::HouseDay& day,
                  domain::Date today) const;
  ports::Task<void> tell_error(const domain::Error& error, domain::Date today, domain::Instant now);

  Office& office_;
  LetterOffice& letters_;
  domain::Instant started_;
  std::optional<domain::Date> done_;  ///< a day that wants nothing more
};

}  // namespace redress::app
