#pragma once

#include "daemon/app/incoming.hpp"
#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"
#include "daemon/app/staff_commands.hpp"
#include "daemon/domain/staff_mail/authority.hpp"

namespace redress::app {

/// Staff act by answering our mails (SYS-09): what they order is carried out in the transaction of
/// the message's verdict, and every answer is answered. What writes to somebody outside, restricts
/// somebody or cannot be taken back waits for a "yes" from the registered address.
class StaffDesk {
 public:
  StaffDesk(Office& office, LetterOffice& letters) : office_(office), letters_(letters) {}

  /// Settles a message that has a staff_reply. Throws StoreFailure, std::logic_error.
  ports::Task<void> settle(ports::UnitOfWork& work, const ReadMail& read, domain::Instant now);

 private:
  struct Turn;  // one answer being dealt with

  ports::Task<void> refuse(Turn& turn, domain::Authority authority);
  ports::Task<void> take_orders(Turn& turn);
  ports::Task<void> take_word(Turn& turn, domain::PendingOrders pending);
  ports::Task<void> consider(Turn& turn, const std::string& text);
  ports::Task<std::vector<domain::Attachment>> files_for(Turn& turn, const StaffCommand& asked,
                                                         domain::MessageRowId mail, bool tell);
  ports::Task<bool> carry_out_now(Turn& turn, const std::string& text);
  ports::Task<void> release_drafts(Turn& turn, const std::vector<domain::OutboxId>& known);
  ports::Task<std::vector<domain::OutboxId>> drafts(Turn& turn);
  ports::Task<void> answer(Turn& turn);

  Office& office_;
  LetterOffice& letters_;
};

}  // namespace redress::app
