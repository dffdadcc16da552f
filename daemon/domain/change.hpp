#pragma once

#include "daemon/domain/case.hpp"
#include "daemon/domain/casework/case_deadlines.hpp"
#include "daemon/domain/reading.hpp"
#include "daemon/domain/staff_mail/pending.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

/// What became of a ledger row. `held` is a state, not a kind (design, the store).
enum class MessageState { journalled, recorded, held, duplicate, quarantined, history };
std::string_view to_string(MessageState state);
std::optional<MessageState> message_state(std::string_view name);

enum class OutboxState { pending, sending, sent, unknown, held, failed };
std::string_view to_string(OutboxState state);
std::optional<OutboxState> outbox_state(std::string_view name);

/// How a message of the ledger was understood; fills the row that the journal made.
struct MessageVerdict {
  MessageRowId message;
  MessageKind kind{MessageKind::unreadable};
  MessageState state{MessageState::recorded};
  std::optional<CaseReference> joined;
  std::string message_id;  ///< of the mail, without angle brackets; may be empty
  std::string from;        ///< as read, for lists
  std::string subject;
  std::optional<Instant> received;  ///< evidence of receipt
  std::string content_digest;       ///< keyed; empty where the content cannot identify it
  std::string reading_json;         ///< evidence of the time, as `classify --json` prints it
  std::string held_because;         ///< one sentence for staff, where state is held
};

struct NewCase {
  CaseReference reference;
  CaseStatus status{CaseStatus::received};
  int stage{1};
  Instant received;
  Person complainant;
  std::string mailbox;  ///< name of the mailbox it came to
};

/// The first met deadline of that kind and stage closes it; a re-opened one has a new row.
struct DeadlineMet {
  CaseReference reference;
  DeadlineKind kind{};
  Instant at;
};
struct DeadlineReopened {
  CaseReference reference;
  DeadlineKind kind{};
};
/// An acknowledgement owed on a message that has no case yet (a stranger's, a suspected robot's).
struct MessageOwed {
  MessageRowId message;
  Deadline deadline;
};

struct StatusChange {
  CaseReference reference;
  CaseStatus status{};
  std::optional<CaseStatus> only_from;  ///< set: changes nothing where the case has another status
};

/// One row of the audit trail. `facts` has no personal data; `personal` is erasable, and stands in
/// the chain only as a salted commitment.
struct NewEvent {
  std::optional<CaseReference> reference;
  std::optional<MessageRowId> message;
  Instant at;
  std::string actor;     ///< "redressd", "redressctl:uid", later a member of staff
  std::string what;      ///< stable verb: "case_opened", "acknowledgement_sent" …
  std::string facts;     ///< JSON object
  std::string personal;  ///< JSON object, may be empty
};

/// `letter`: any other letter to a complainant, by its template. `staff_letter`: to staff, of a
/// case.
enum class MailPurpose { acknowledgement, duty_alert, staff_notice, letter, staff_letter };
std::string_view to_string(MailPurpose purpose);
std::optional<MailPurpose> mail_purpose(std::string_view name);

/// A mail to be sent, complete: its Message-ID and bytes never change again.
struct NewMail {
  MailPurpose purpose{};
  std::string template_name;
  std::optional<CaseReference> reference;
  std::string serial;  ///< random, in the bounce address and the Message-ID; unique
  std::string message_id;
  MailAddress envelope_from;
  MailAddress to;
  std::string bytes;  ///< RFC 5322, CRLF
  OutboxState state{OutboxState::pending};
  Instant not_before;
  std::string held_because;
  std::string subject{};  ///< for lists; empty: as the bytes have it, undecoded
};

/// What one try to send brought.
struct DeliveryRecord {
  OutboxId mail;
  Instant at;
  OutboxState state{};  ///< what the mail is now
  Instant next_try;     ///< where state is pending or unknown: claimed again from then on
  int smtp_code{};      ///< 0 where no reply came
  std::string reply;    ///< last line of the server, bounded
  bool counts{true};    ///< as an attempt of this mail; not where the server took nobody's
};

enum class NoticeKind { held, failed, overdue, quarantined, junk, serious, system };
std::string_view to_string(NoticeKind kind);
std::optional<NoticeKind> notice_kind(std::string_view name);

/// Something staff must be told; gathered into one mail. `key` makes it idempotent: the same key is
/// recorded once.
struct NewNotice {
  NoticeKind kind{};
  std::string key;
  Instant at;
  std::optional<CaseReference> reference;
  std::optional<MessageRowId> message;
  std::string text;  ///< one line, no words of the complainant
};

/// What a person says that a message is. It teaches nothing by itself: tables of words change when
/// somebody changes them.
struct Correction {
  MessageRowId message;
  MessageKind kind{};
  Instant at;
  std::string actor;
};

/// How a case stands after its events, for the tables that lists and limits are read from. They are
/// written anew from it, whole.
struct CaseUpdate {
  CaseFile file;
  std::vector<CaseDeadline> deadlines;
};

/// A message that a person put to a case.
struct MessageAdopted {
  MessageRowId message;
  CaseReference reference;
};

/// That staff were reminded of a limit. `promise` is the store's name for it, as it gave it.
struct ReminderTold {
  std::string promise;
  MailAddress person;
  int rung{};  ///< working days after the day of the limit
};
/// The daily mails of staff, written in one go; at most one a day.
struct DailyRound {
  Date day{};
  Instant at;
  std::int64_t newest_case{}, newest_message{};  ///< rows of the store that the mails knew of
  std::vector<ReminderTold> told;
};

/// A mail to staff that is yet to be written, from what the register then knows: how the case
/// stands, and a message of it whole (SYS-09). It goes to whom the case is told at that time.
struct CaseMailOrder {
  CaseReference reference;
  std::optional<MessageRowId> message;  ///< what it shows; absent: the one that began the case
  std::string whom;                     ///< address or role of staff; empty: whoever has the case
  std::string headline;                 ///< end of its subject: "new complaint"
  std::string text;                     ///< what happened, one sentence of ours
  Instant at;
};

/// All that one event changes; applied whole or not at all.
struct Change {
  std::optional<MessageVerdict> verdict;
  std::optional<NewCase> new_case;
  std::optional<MessageOwed> owed;
  /// Messages whose owed acknowledgement is dealt with; their deadline is met and `held` becomes
  /// `recorded`.
  std::vector<MessageRowId> settled;
  std::vector<DeadlineMet> met;
  std::vector<DeadlineReopened> reopened;
  std::vector<StatusChange> statuses;
  std::vector<NewMail> mails;
  std::vector<DeliveryRecord> deliveries;
  std::vector<OutboxId> returned;  ///< claimed and not tried: pending, as before the claim
  std::vector<OutboxId> released;  ///< held, failed or unknown mail that is to go out now
  std::vector<OutboxId> held;      ///< pending mail that waits for a person
  std::vector<NewNotice> notices;
  std::vector<std::string> told;  ///< keys of notices that a mail of this change tells
  std::vector<NewEvent> events;
  std::vector<CaseUpdate> updates{};
  /// Cases whose events of this change move their limits or their state: whoever applies it replays
  /// them and adds their updates.
  std::vector<CaseReference> touched{};
  std::vector<MessageAdopted> adopted{};
  std::vector<OutboxId> discarded{};     ///< drafts that were never sent: they go
  std::vector<MessageRowId> replayed{};  ///< quarantined messages that are to be read again
  /// Held messages that a person lets go: a held acknowledgement of its case goes out now and the
  /// message counts as recorded; without a case it is read again, as a complaint.
  std::vector<MessageRowId> released_messages{};
  std::vector<Correction> corrections{};
  std::vector<PendingOrders> pending{};  ///< asked for by mails of this change
  std::vector<std::string> answered{};   ///< serials of questions that are settled now
  std::optional<DailyRound> daily{};
  std::vector<CaseMailOrder> case_mails{};
  std::vector<std::int64_t> case_mails_written{};  ///< orders that mails of this change carry out
};

/// What a message asks the store, so that `decide` can see it.
struct SnapshotQuery {
  MessageRowId message;
  std::vector<CaseReference> named;
  std::vector<std::string>
      thread_ids;              ///< In-Reply-To and References, for the sender's own threads
  std::string content_digest;  ///< empty: never a duplicate
  std::optional<MailAddress> sender;
  std::optional<std::string> bounce_serial;  ///< from the keyed envelope recipient, key verified
  std::vector<std::string> bounced_message_ids;  ///< named by a delivery report
  std::string prefix;
  int year{};    ///< of receipt, in the organisation's zone
  Date today{};  ///< in the organisation's zone
  Instant now;
  /// How far back AutomaticCounts looks.
  std::chrono::seconds address_window{std::chrono::hours{24}};
  std::chrono::seconds domain_window{std::chrono::hours{1}};
  std::chrono::seconds total_window{std::chrono::hours{1}};
};

struct EarlierMessage {
  MessageRowId message;
  MessageState state{};
  bool from_junk{false};
  std::optional<CaseReference> joined;
};

/// An outgoing mail that came back.
struct SentMail {
  OutboxId mail;
  MailPurpose purpose{};
  OutboxState state{};
  std::optional<CaseReference> reference;
  MailAddress to;
};

/// Automatic mails written to somebody lately, for the breaker.
struct AutomaticCounts {
  int to_address{};  ///< in the window of automatic_mail_per_address
  int to_domain{};
  int total{};
};

/// A measure that holds against the sender now (CIEEM-06).
struct HeldMeasure {
  CaseReference reference;  ///< of the case that it was decided on
  MeasureEffect effect{};
  std::optional<MailAddress> route_to;  ///< staff
};

struct Snapshot {
  std::vector<CaseSnapshot> named;    ///< those of the query that exist
  std::vector<CaseSnapshot> threads;  ///< cases whose messages have one of thread_ids
  std::optional<EarlierMessage> same_content;
  std::optional<SentMail> bounced;
  AutomaticCounts automatic;
  std::optional<HeldMeasure> measure;  ///< the strongest
  std::uint32_t next_number{1};        ///< for a new case of that prefix and year
};

}  // namespace redress::domain
