#pragma once

#include "daemon/domain/keyring.hpp"
#include "daemon/domain/reading.hpp"
#include "parsers/message.hpp"

#include <string>
#include <vector>

namespace redress::parsers {

class HouseWords;

/// What the classifier may know besides the message.
struct ReadingContext {
  /// Keys of ours; without them no reference counts as keyed.
  const domain::KeyRing* keys = nullptr;
  /// Prefixes of our references ("CIM"). Empty: any prefix of 2 to 12 letters counts.
  std::vector<std::string> prefixes;
  /// What an unclear message is in this mailbox: complaint or enquiry.
  domain::MessageKind expects = domain::MessageKind::complaint;
  /// Our own addresses: mail from them is our own.
  std::vector<domain::MailAddress> own_addresses;
  /// Addresses of staff.
  std::vector<domain::MailAddress> staff_addresses;
  /// Phrases of the house beside the built-in ones (parsers/classify/house_words.hpp), or none.
  /// They count in subject and new text as the built-in ones do, and hide those that lie within
  /// them. Their evidence has the rule "house-words" and names the phrase. Not owned: outlives the
  /// call.
  const HouseWords* house_words = nullptr;
};

/// Kind, flags, references and the evidence of each (SYS-03). Pure; never throws on input.
domain::Reading classify(const MessageFacts& facts, const ReadingContext& context);

/// What the topmost Authentication-Results field of that authserv-id says of the From domain
/// (RFC 8601, RFC 7489). Fields below the first one of that id are ignored: a sender may have
/// written them. An empty id gives `unknown`.
domain::SenderAuthentication sender_authentication(const MessageFacts& facts,
                                                   std::string_view authserv_id);

}  // namespace redress::parsers
