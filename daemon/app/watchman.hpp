#pragma once

#include "daemon/app/daily_mail.hpp"
#include "daemon/app/duties.hpp"
#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"

#include <optional>
#include <set>
#include <string>

namespace redress::app {

/// Sees promises that are not kept in time, and tells staff what they must know: in the log at
/// once, and in one plain mail gathered over `[notices] gather`. Has the duties of the house and
/// the daily mails done.
class Watchman {
 public:
  Watchman(Office& office, LetterOffice& letters)
      : office_(office), letters_(letters), duties_(office, letters), daily_(office, letters) {}

  /// What has to be done before any mail is sent.
  ports::Task<void> recover() { return daily_.take_back(office_.ports.clock.now()); }
  /// Works until the office stops.
  ports::Task<void> run();
  /// Does what is due now; returns when the next thing may be due, if anything is known.
  ports::Task<std::optional<domain::Instant>> make_round();
  /// Whether the store kept the newest round from being done.
  bool left_undone() const { return undone_; }

 private:
  ports::Task<void> note_overdue(domain::Instant now);
  ports::Task<void> tell_review(ports::UnitOfWork& work, const ports::OverdueDeadline& due,
                                domain::Instant now);
  ports::Task<void> note_unread(domain::Instant now);
  ports::Task<std::optional<domain::Instant>> tell(domain::Instant now);

  Office& office_;
  LetterOffice& letters_;
  Duties duties_;
  DailyMail daily_;
  bool undone_{false};
  domain::Instant daily_from_{};     ///< not tried again before
  std::set<std::string> told_down_;  ///< keys, so that each is said once a run
};

}  // namespace redress::app
