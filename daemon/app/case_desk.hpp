#pragma once

#include "daemon/app/case_mailer.hpp"
#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"
#include "daemon/app/reader.hpp"
#include "daemon/app/staff_desk.hpp"

#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace redress::app {

/// Takes journalled messages through reading and decision into the store: one transaction a batch,
/// a savepoint a message. What breaks on one message quarantines that message and no other.
class CaseDesk {
 public:
  CaseDesk(Office& office, LetterOffice& letters)
      : office_(office),
        letters_(letters),
        staff_(office, letters),
        reader_(office.house, office.keys, office.ports.documents, office.ports.faults),
        mailer_(office, letters, reader_) {}

  /// Works until intake is over, and then takes what it left. Store failures are logged and tried
  /// again.
  ports::Task<void> run();

 private:
  ports::Task<void> drain();
  using Broken = std::vector<std::pair<domain::MessageRowId, std::string>>;
  ports::Task<std::vector<ports::JournalledMessage>> unread(domain::MessageRowId after);
  ports::Task<std::exception_ptr> settle_batch(std::vector<ReadOutcome> batch);
  ports::Task<Broken> settle_all(std::vector<ReadOutcome> batch, domain::Instant now);
  ports::Task<void> settle(ports::UnitOfWork& work, ReadMail read, domain::Instant now);
  void announce(const domain::Change& change);

  Office& office_;
  LetterOffice& letters_;
  StaffDesk staff_;
  Reader reader_;
  CaseMailer mailer_;
};

}  // namespace redress::app
