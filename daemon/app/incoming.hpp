#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/domain/decide.hpp"
#include "daemon/domain/keyring.hpp"
#include "daemon/domain/staff_mail/reply.hpp"
#include "daemon/ports/store.hpp"
#include "parsers/classify/classify.hpp"
#include "parsers/message.hpp"

#include <string>

namespace redress::app {

/// A journalled message, read: what `decide` looks at and what it must ask the store.
struct ReadMail {
  domain::IncomingMail mail;
  domain::SnapshotQuery query;  ///< without `now` and `year`, which the caller knows
  /// It came to an address that one of our mails to staff gave out, and no machine wrote it.
  std::optional<domain::StaffReply> staff_reply;
};

/// Classifies one journalled message, of which these are the facts. Pure but for its cost; runs on
/// the reader thread. Never throws on input.
ReadMail read_journalled(const ports::JournalledMessage& message,
                         const parsers::MessageFacts& facts, const Installation& house,
                         const domain::KeyRing& keys);

/// What the classifier knows of a mailbox (by its name; any mailbox where there is none so called).
/// Refers to the house and the keys.
parsers::ReadingContext reading_context(const Installation& house, const std::string& mailbox,
                                        const domain::KeyRing* keys);

/// Who is answered: the person of a web form, a Reply-To of the sender's own domain, else the one
/// sender. Nothing where that is not one valid address. The name is kept only where it looks like
/// a name and the sender is authenticated: nobody's words go to a third person.
std::optional<domain::Person> answered_person(const parsers::MessageFacts& facts,
                                              const domain::Reading& reading,
                                              domain::SenderAuthentication authentication);

/// Who wrote, as the message says it: "Ann Smith <ann@example.net>"; empty where it does not.
std::string sender_text(const parsers::MessageFacts& facts);

/// Evidence of receipt: the earlier of INTERNALDATE and the topmost Received field, which the
/// receiving server wrote; a field more than k_receipt_gap earlier is not believed.
domain::Instant receipt(const parsers::MessageFacts& facts, domain::Instant internal_date);

}  // namespace redress::app
