#pragma once

#include "daemon/domain/change.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace redress::adapters {

class Connection;
class LockFile;

/// The changes that `redressctl` makes by itself where no daemon runs: under the daemon's lock,
/// each in one transaction with its audit event. Synchronous. Errors of each: not_found; conflict,
/// where the row is not in a state that allows it; timed_out; store_full; store_damaged.
class Editor {
 public:
  /// `actor` stands in the audit trail ("redressctl:0"). Errors: conflict, where a daemon (or
  /// another editor) has the database; not_found, where there is none yet; and those of open_store.
  static domain::Result<std::unique_ptr<Editor>> open(const std::string& path, std::string actor);
  Editor(LockFile lock, std::unique_ptr<Connection> connection, std::string actor);
  ~Editor();

  /// failed or unknown -> due now.
  domain::Result<void> retry(domain::OutboxId mail, domain::Instant now);
  /// pending -> held.
  domain::Result<void> hold(domain::OutboxId mail, domain::Instant now);
  /// held -> due now.
  domain::Result<void> release(domain::OutboxId mail, domain::Instant now);
  /// The held acknowledgement of a held message's case -> due now; the message counts as recorded.
  domain::Result<void> release_message(domain::MessageRowId message, domain::Instant now);
  /// Out of quarantine, to be read again by the daemon's next run.
  domain::Result<void> replay(domain::MessageRowId message, domain::Instant now);

 private:
  struct MailState;
  struct MailRule;
  domain::Result<void> apply(const domain::Change& change, std::string_view doing);
  domain::NewEvent event(std::string_view what, domain::Instant now) const;
  domain::Result<MailState> mail_state(domain::OutboxId mail);
  domain::Result<void> change_mail(domain::OutboxId mail, const MailRule& rule,
                                   domain::Instant now);

  std::unique_ptr<LockFile> lock_;  // released after the connection is closed
  std::unique_ptr<Connection> connection_;
  std::string actor_;
};

}  // namespace redress::adapters
