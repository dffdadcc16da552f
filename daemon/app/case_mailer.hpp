#pragma once

#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"
#include "daemon/app/reader.hpp"

namespace redress::app {

/// Writes the mails that tell staff a case whole (SYS-09): its story, and the message with its
/// files. An order is durable with what brought it about; its mails go to whoever has the case, or
/// stands in for them, when they are written, and never to those whom it is kept from (CILEX-09).
class CaseMailer {
 public:
  CaseMailer(Office& office, LetterOffice& letters, Reader& reader)
      : office_(office), letters_(letters), reader_(reader) {}

  /// Writes everything that is ordered now. Throws on a store failure.
  ports::Task<void> drain();

 private:
  ports::Task<void> write_batch(const std::vector<ports::WaitingCaseMail>& orders);
  ports::Task<void> write(ports::UnitOfWork& work, const ports::WaitingCaseMail& waiting,
                          const Enclosure& shown);
  ports::Task<std::vector<domain::NewMail>> mails_of(ports::UnitOfWork& work,
                                                     const ports::WaitingCaseMail& waiting,
                                                     const Enclosure& shown);
  std::vector<domain::Person> readers_of(const ports::WaitingCaseMail& waiting,
                                         const domain::CaseFile& file, domain::Date today) const;

  Office& office_;
  LetterOffice& letters_;
  Reader& reader_;
};

}  // namespace redress::app
