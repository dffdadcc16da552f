#pragma once

#include "daemon/domain/change.hpp"
#include "daemon/domain/command/decide_command.hpp"
#include "daemon/domain/manual.hpp"
#include "daemon/domain/staff_mail/authority.hpp"
#include "daemon/ports/imports.hpp"
#include "daemon/ports/mail_source.hpp"
#include "daemon/ports/task.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace redress::ports {

/// One folder of one mailbox in one UIDVALIDITY: where the ledger stands with it.
struct FolderRecord {
  domain::MailboxId id;
  /// No folder of that name was read to its end yet: `start` applies. Stays true over a crash in
  /// the first run; `start = "now"` therefore counts from known_since, never from this call.
  bool first_time{};
  /// Known under another UIDVALIDITY before, and not read to its end under this one yet.
  bool validity_changed{};
  domain::Instant known_since{};               ///< when a folder of that name was first opened
  domain::Uid highest;                         ///< highest UID in the ledger; 0 where none
  std::optional<domain::Instant> last_polled;  ///< of the mailbox and folder, any UIDVALIDITY
};

struct JournalledMessage {
  domain::MessageRowId id;
  std::string mailbox;  ///< name from the settings
  bool from_junk{};
  bool from_sent{};  ///< written in the house, to somebody else
  domain::Uid uid;
  domain::Instant internal_date;
  std::uint64_t size{};  ///< on the server; larger than bytes.size() where cut
  bool history{};        ///< there before `start`: recorded, never acknowledged
  bool released{};       ///< a person said that it is a complaint
  bool relisted{};       ///< of a folder whose UIDVALIDITY changed, and older than that; or marked
  std::string bytes;
};

/// A mail on a case that is to be written, and the message that it shows.
struct WaitingCaseMail {
  std::int64_t id{};
  domain::CaseMailOrder order;
  std::string folder;                         ///< where the message lies
  std::string reading_json;                   ///< how it was read; empty where that is gone
  std::vector<domain::MailAddress> mentions;  ///< staff whom the message names
  std::optional<JournalledMessage> message;   ///< absent where it was erased
};

/// Raw mail and the ledger. Every call is one transaction on the store thread. Host failures throw.
class Journal {
 public:
  virtual ~Journal() = default;
  /// Finds or makes the row of (mailbox, folder, validity).
  virtual Task<FolderRecord> open_folder(const std::string& mailbox, const std::string& folder,
                                         FolderUse use, domain::UidValidity validity,
                                         domain::Instant now) = 0;
  /// Raw bytes (zstd) and one ledger row each, durable when it returns. A (folder, UID) that is
  /// known stays as it is. Messages with internal_date before `history_before` are history; where
  /// the folder's UIDVALIDITY changed, those before its last poll are relisted; so is what bears
  /// our mark already: the ledger is an older one, put back from a backup. Returns how many rows
  /// are new.
  virtual Task<std::size_t> append(domain::MailboxId folder,
                                   std::span<const FetchedMessage> messages,
                                   std::optional<domain::Instant> history_before,
                                   domain::Instant now) = 0;
  /// Raw bytes and one ledger row for each message whose digest was not imported before, as history
  /// of that mailbox, with an audit event; durable when it returns.
  virtual Task<ImportCount> append_history(const ImportBatch& batch, domain::Instant now) = 0;
  /// Rows that no verdict was made on yet, oldest first, with their bytes; at most `count` and
  /// about `bytes` bytes, at least one where there is any; only rows later than `after`.
  virtual Task<std::vector<JournalledMessage>> unread(std::size_t count, std::size_t bytes,
                                                      domain::MessageRowId after = {}) = 0;
  /// Mails on cases that are ordered and not written, oldest first; at most `count` and about
  /// `bytes` bytes of messages, at least one where there is any.
  virtual Task<std::vector<WaitingCaseMail>> case_mails(std::size_t count, std::size_t bytes) = 0;
  /// The message stays, with its bytes and the reason, and is out of the way. Tells staff.
  virtual Task<void> quarantine(domain::MessageRowId message, const std::string& reason,
                                domain::Instant now) = 0;
  /// UIDs of the folder that have a verdict and are not marked on the server yet.
  virtual Task<std::vector<domain::Uid>> to_mark(domain::MailboxId folder, std::size_t count) = 0;
  virtual Task<void> marked(domain::MailboxId folder, std::span<const domain::Uid> uids) = 0;
  /// The folder was read to its end at that time (the heartbeat of `status`).
  virtual Task<void> polled(domain::MailboxId folder, domain::Instant now) = 0;
  /// What the folder holds now, against the ledger: returns the UIDs up to the ledger's highest
  /// that it has no row for (sorted), and keeps the outcome for `ledger` and `status`.
  virtual Task<std::vector<domain::Uid>> reconcile(domain::MailboxId folder,
                                                   std::span<const domain::Uid> on_server,
                                                   domain::Instant now) = 0;
  /// Names and folders whose newest comparison is older than that; where there was none, those that
  /// are known for longer.
  virtual Task<std::vector<std::pair<std::string, std::string>>> not_reconciled_since(
      domain::Instant since) = 0;
  /// The last try on that mailbox failed, for `status`; an empty text: it works.
  virtual Task<void> trouble(const std::string& mailbox, const std::string& text,
                             domain::Instant now) = 0;
};

/// The case that a command is about, the other one that it names, and the year in which a new one
/// would be numbered.
struct CommandQuery {
  std::optional<domain::CaseReference> reference, other;
  std::string prefix;
  int year{};
};
struct CommandSubject {
  std::optional<domain::CaseFile> file, other;
  std::vector<domain::Draft> drafts;
  std::vector<domain::WaitingMessage> waiting;
  std::uint32_t next_number{1};
};

/// A transaction on the writing connection. While one is open nobody else writes; keep it short and
/// never wait for a network in it. Gone without commit(): rolled back.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;
  virtual Task<domain::Snapshot> snapshot(const domain::SnapshotQuery& query) = 0;
  /// The row that a person's order names.
  virtual Task<domain::ManualSubject> manual_subject(const domain::ManualOrder& order) = 0;
  /// What a person's command looks at.
  virtual Task<CommandSubject> command_subject(const CommandQuery& query) = 0;
  /// A case as its events tell it, those of this transaction included.
  virtual Task<std::optional<domain::CaseFile>> case_file(
      const domain::CaseReference& reference) = 0;
  /// The mail to a member of staff that has this serial; nothing where none is known any more.
  virtual Task<std::optional<domain::IssuedMail>> issued_mail(const std::string& serial,
                                                              domain::Instant now) = 0;
  /// The bytes of a mail that is not sent yet; nothing where they are gone.
  virtual Task<std::optional<std::string>> mail_bytes(domain::OutboxId mail) = 0;
  /// The raw bytes of a message; nothing where they were erased.
  virtual Task<std::optional<std::string>> raw_message(domain::MessageRowId message) = 0;
  /// What the mail of that serial asks for.
  virtual Task<std::optional<domain::PendingOrders>> pending_orders(const std::string& serial) = 0;
  /// All of the change or, when it throws, nothing of it (a savepoint).
  virtual Task<void> apply(const domain::Change& change) = 0;
  virtual Task<void> commit() = 0;
};

class Cases {
 public:
  virtual ~Cases() = default;
  virtual Task<std::unique_ptr<UnitOfWork>> begin() = 0;
};

/// A mail that is to go out now.
struct DueMail {
  domain::OutboxId id;
  domain::MailPurpose purpose{};
  std::string letter;  ///< name of its template
  std::optional<domain::CaseReference> reference;
  int attempts{};  ///< before this one
  domain::MailAddress envelope_from;
  domain::MailAddress to;
  std::string bytes;
};

/// A promise not kept in time, or about to be told.
struct OverdueDeadline {
  std::optional<domain::CaseReference> reference;
  std::optional<domain::MessageRowId> message;
  domain::DeadlineKind kind{};
  domain::Instant at;
};

struct UntoldNotice {
  domain::NewNotice notice;
  std::vector<domain::MailAddress> not_to;  ///< staff whom its case is kept from (CILEX-09)
};

class Outbox {
 public:
  virtual ~Outbox() = default;
  /// Due mail (pending, or unknown and to be repeated), set to `sending` and durable before it
  /// returns.
  virtual Task<std::vector<DueMail>> claim(domain::Instant now, std::size_t count) = 0;
  /// At start: what a crash left in `sending` becomes pending again (a possible repeat is preferred
  /// to a lost acknowledgement). Returns how many.
  virtual Task<std::size_t> recover() = 0;
  /// The earliest moment at which anything is due: pending mail, or an open acknowledgement
  /// deadline that no notice tells yet. Nothing: wait for a change.
  virtual Task<std::optional<domain::Instant>> next_due() = 0;
  /// Open acknowledgement deadlines before `now` that have no `overdue` notice yet.
  virtual Task<std::vector<OverdueDeadline>> overdue(domain::Instant now) = 0;
  /// Notices that no mail has told yet, oldest first.
  virtual Task<std::vector<UntoldNotice>> untold() = 0;
};

}  // namespace redress::ports
