#pragma once

#include "daemon/app/copy_match.hpp"
#include "daemon/app/office.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace redress::app {

/// Erases on the mail server what was erased in the store ([retention] erase_mailbox): looks for
/// each copy where the ledger says that it came in, then in the folder for what is done, and
/// removes it there where it is byte for byte the message. Whatever else it finds it leaves, and
/// tells administrators; each order is settled once.
class MailboxEraser {
 public:
  MailboxEraser(Office& office, const config::MailboxSettings& mailbox)
      : office_(office), mailbox_(mailbox) {}

  /// Carries out what is ordered for the mailbox; says how many copies were settled. Where that is
  /// more than none, any folder may be open then. Errors: those of ports::MailSource; what is not
  /// settled yet is tried again. Store failures throw.
  ports::Task<domain::Result<std::size_t>> carry_out(ports::MailSource& source);

 private:
  using Copies = std::vector<ports::MailboxCopy>;
  using SomeCopies = std::span<const ports::MailboxCopy>;

  ports::Task<domain::Result<void>> take(ports::MailSource& source, SomeCopies copies);
  ports::Task<domain::Result<void>> take_from(ports::MailSource& source, std::string folder,
                                              SomeCopies copies, Copies& missing);
  ports::Task<domain::Result<std::map<domain::Uid, std::string>>> digests(
      ports::MailSource& source, const SearchedFolder& folder, SomeCopies copies);
  ports::Task<domain::Result<void>> remove(ports::MailSource& source,
                                           std::span<const CopyMatch::Found> found);
  ports::Task<void> settle_missing(SomeCopies missing);

  Office& office_;
  const config::MailboxSettings& mailbox_;
  std::set<std::string> erased_;  ///< digests of what went in this run
};

/// Copies in mailboxes that are not in the settings any more: nobody can erase them, so it is told.
/// Nothing where erase_mailbox is off.
ports::Task<void> settle_unwatched_copies(Office& office);

}  // namespace redress::app
