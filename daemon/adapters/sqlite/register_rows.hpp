#pragma once

#include "daemon/domain/change.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace redress::adapters {

/// Rows as `redressctl` shows them: names and fields are those of its `--json` contract.

struct DueRow {
  domain::DeadlineKind kind{};
  int stage{};
  domain::Instant at;
  std::string clause;
  std::string state;  ///< open | met | reopened | superseded
  std::optional<domain::Instant> met;
  std::string arithmetic;                          ///< JSON array, day by day
  std::optional<domain::CaseReference> reference;  ///< of a case, or
  std::optional<domain::MessageRowId> message;     ///< of a message that has none
  std::string subject;  ///< of several of a kind: "action 2"; mostly empty
};

/// A measure against somebody, as it was decided.
struct RestrictionRow {
  std::string reference;
  int number{};
  std::string address;  ///< of the person, folded
  std::string measure;  ///< name in the policy
  std::string effect;
  std::string route_to;  ///< address of staff; may be empty
  domain::Instant from;
  std::string last_day;  ///< a date; empty: until it is lifted
  std::optional<domain::Instant> lifted;
};

struct MessageRow {
  domain::MessageRowId id;
  std::string mailbox;
  std::string folder;
  domain::Uid uid;
  std::string message_id;
  domain::Instant received;  ///< evidence of receipt; before a verdict, INTERNALDATE
  std::string from;
  std::string subject;
  std::string kind;  ///< empty before a verdict
  std::string reference;
  domain::MessageState state{};
  std::string because;  ///< why it is held or in quarantine
  std::string reading;  ///< JSON, as `classify --json` printed it; empty before a verdict
};

/// What a person says that a message is.
struct CorrectionRow {
  domain::MessageRowId message;
  std::string mailbox;
  domain::Instant at;
  std::string actor;
  domain::MessageKind kind{};
  domain::MessageKind read_as{};
  std::string reading;  ///< of the time, JSON
};

struct OutboxRow {
  domain::OutboxId id;
  domain::MailPurpose purpose{};
  std::string to;
  std::string subject;
  std::string template_name;
  std::string reference;
  domain::OutboxState state{};
  int attempts{};
  std::string message_id;
  domain::Instant next_try;
  std::optional<domain::Instant> sent;
  std::string held_because;
  std::string last_reply;  ///< of the last attempt
};

struct EventRow {
  std::int64_t id{};
  domain::Instant at;
  std::string actor;
  std::string what;
  std::string facts;     ///< JSON object
  std::string personal;  ///< JSON object; empty where there is none or it was erased
  bool erased{};
  std::string reference;
  std::optional<domain::MessageRowId> message;
};

struct CaseRow {
  std::string reference;
  std::string kind;  ///< of the message that opened it
  int stage{};
  domain::CaseStatus status{};
  std::string priority;  ///< empty: the policy's standard
  std::string area;
  std::string owner;    ///< address of staff or a role; empty: the stage's
  std::string finding;  ///< empty: none yet
  domain::Person complainant;
  domain::Instant received;
  std::optional<domain::Instant> acknowledged;
  std::vector<DueRow> due;  ///< all of them, by time
};

struct CaseDetail {
  CaseRow row;
  domain::CaseFile file;  ///< as its events tell it
  std::vector<domain::Person> participants;
  std::vector<MessageRow> messages;
  std::vector<OutboxRow> mails;
  std::vector<EventRow> events;
};

/// What the newest comparison of a folder with its server found.
struct ReconciledFolder {
  std::string mailbox;
  std::string folder;
  domain::Instant at;
  std::int64_t on_server{};
  std::int64_t missing{};
  std::string uids;  ///< of the missing, the first ones, JSON array
};

/// seen = the sum over kinds + duplicate + quarantined + unaccounted - missing; `held` is a state
/// and counted among the kinds too. `unaccounted`: what has no verdict (yet), and with it what is
/// missing: what the newest comparison found on the server and not in the ledger, which `seen` does
/// not count.
struct LedgerCounts {
  std::int64_t seen{};
  std::map<domain::MessageKind, std::int64_t> kinds;  ///< every kind has its entry
  std::int64_t duplicate{};
  std::int64_t quarantined{};
  std::int64_t held{};
  std::int64_t missing{};
  std::int64_t unaccounted{};
  std::vector<ReconciledFolder> folders;  ///< newest UIDVALIDITY of each; none: never compared
};

struct MailboxStatus {
  std::string name;
  std::string folder;  ///< empty: no folder was opened yet
  std::optional<domain::Instant> last_polled;
  std::string trouble;  ///< empty: it works
  std::optional<domain::Instant> trouble_since;
};

struct StatusReport {
  std::vector<MailboxStatus> mailboxes;  ///< newest UIDVALIDITY of each folder
  std::int64_t backlog{};                ///< journalled, no verdict yet
  std::int64_t unaccounted{};
  std::int64_t held{};  ///< messages
  std::int64_t quarantined{};
  std::int64_t failed{};  ///< mails of the outbox
  std::int64_t overdue_acknowledgements{};
  std::vector<DueRow> next_deadlines;  ///< open ones, soonest first; overdue ones included
  std::map<domain::OutboxState, std::int64_t> outbox;  ///< every state has its entry
  std::int64_t untold{};                               ///< notices that no mail has told yet
  std::int64_t mailbox_copies{};  ///< of erased messages, to be erased on the mail server
};

}  // namespace redress::adapters
