#pragma once

#include "daemon/domain/attachment.hpp"
#include "daemon/domain/change.hpp"
#include "daemon/domain/policy.hpp"
#include "daemon/domain/ruling.hpp"
#include "daemon/domain/working_calendar.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace redress::domain {

/// A message of the ledger with all that was read of it.
struct IncomingMail {
  MessageRowId id;
  std::string mailbox;  ///< name from the settings
  bool from_junk{};
  bool from_sent{};             ///< staff wrote it
  SentCounts sent_counts{};     ///< of its mailbox
  std::vector<MailAddress> to;  ///< whom it was written to, where staff wrote it
  bool history{};
  bool released{};         ///< a person said that it is a complaint, and to be answered
  bool relisted{};         ///< listed again after UIDVALIDITY changed, and old
  bool cut{};              ///< only the start of it was fetched
  Instant received;        ///< evidence of receipt
  std::string message_id;  ///< may be empty
  std::vector<std::string> references;  ///< its References, for the answer's
  std::optional<Person> sender;         ///< who is answered; absent where nobody can be
  std::string from;                     ///< as written, for lists
  std::string subject;
  SenderAuthentication authentication{};
  bool really_own{};            ///< its Message-ID has a key of ours that holds
  bool no_reply{};              ///< the address says that nobody reads it
  bool unproven_form{};         ///< a web form's, and not proven to come from one of the house's
  std::vector<AskedFor> lacks;  ///< what a complaint should hold, and this one does not seem to
  std::vector<MailAddress> mentions;  ///< staff whose names stand in its words
  std::string language{"en"};         ///< of its words, as far as letters are written in it
  Reading reading;
  std::string reading_json;
  std::string content_digest;
};

/// Automatic mails allowed to go out, by [limits].
struct AutomaticLimits {
  int to_address{};
  int to_domain{};
  int total{};
};

/// What the organisation has settled.
struct House {
  std::string prefix;
  const Policy& policy;
  const WorkingCalendar& calendar;
  const TimeZone& zone;
  AutomaticLimits limits;
  bool office_hours{};  ///< acknowledgements wait for office hours
  bool case_mails{};    ///< staff get mails that tell a case, not only that there is something
};

/// A letter that the application renders and puts into the outbox in the same transaction.
struct LetterOrder {
  MailPurpose purpose{};
  std::string letter;   ///< name of the template
  std::string to_role;  ///< staff of that role; empty: `to`
  std::optional<Person> to;
  std::optional<CaseReference> reference;
  MessageRowId about;
  std::string in_reply_to;
  std::vector<std::string> references;
  OutboxState state{OutboxState::pending};
  std::string held_because;
  Instant not_before;
  Instant received;
  std::optional<Deadline> acknowledge, contact, respond;
  int stage{1};
  std::vector<std::string> reasons;  ///< names of flags, for staff
  std::string mailbox;
  /// Staff to write to, one mail each, in place of `to` and `to_role`; kind of a letter to staff.
  std::vector<Person> to_staff{};
  std::vector<MailAddress> not_to{};  ///< staff who get no mail of it, unless nobody else is left
  Fields fields{};                    ///< further fields of the template, by name
  std::map<std::string, std::vector<Fields>, std::less<>> lists{};  ///< further lists
  std::string language{"en"};
  bool plain_text{};   ///< no HTML part (CILEX-12)
  bool large_print{};  ///< HTML in large letters
  std::vector<Attachment> attachments{};
  std::optional<CaseStatus> status{};  ///< of the case, in a letter to staff: what can be done now
};

struct Decision {
  Change change;
  std::vector<LetterOrder> letters;
};

/// What one message brings about (SYS-03, SYS-04, SYS-10, SYS-12). Pure. Error: settings, where the
/// calendar does not cover the dates; the message is then quarantined, which tells staff.
Result<Decision> decide(const House& house, const Snapshot& snapshot, const IncomingMail& mail,
                        Instant now);

/// The row of the ledger, of a message that was read.
MessageVerdict verdict_of(const IncomingMail& mail, MessageKind kind, MessageState state);

/// How a letter asks for it.
std::string_view words_of(AskedFor asked);

/// Fills in the promises of the case's present stage that its letters tell.
void promise(const CaseUpdate& update, LetterOrder& order);

/// The case that the message belongs to, if that is proven; see Standing.
struct Joined {
  Standing standing{Standing::unnamed};
  std::optional<CaseSnapshot> joined;  ///< set for joins_open and joins_closed
};
Joined standing_of(const Snapshot& snapshot, const IncomingMail& mail);

/// The case that a mail of staff is part of: one that its subject or thread names, and in which
/// somebody takes part whom it was written to. Null where there is none.
const CaseSnapshot* case_written_to(const Snapshot& snapshot, const IncomingMail& mail);

/// What the end of one try to send brings about.
struct SendTry {
  OutboxId mail;
  MailPurpose purpose{};
  std::string letter;  ///< name of its template
  std::optional<CaseReference> reference;
  int attempts{};  ///< before this one
  /// As of a sink; `unavailable`: the server took nothing from anybody.
  enum class Outcome { accepted, deferred, unavailable, refused, unknown } outcome{};
  int smtp_code{};
  std::string reply;
};
Change decide_delivery(const SendTry& sent, Instant now, double jitter);

}  // namespace redress::domain
