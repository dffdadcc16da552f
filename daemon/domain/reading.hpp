#pragma once

#include "daemon/domain/ids.hpp"
#include "daemon/domain/time.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace redress::domain {

/// What a message is (SYS-03). `staff` and `own` need settings or the store to be known.
enum class MessageKind {
  complaint,
  follow_up,
  enquiry,
  compliment,
  automatic,
  delivery_report,
  staff,
  own,
  junk,
  unreadable,
};
inline constexpr std::array k_message_kinds{MessageKind::complaint, MessageKind::follow_up,
                                            MessageKind::enquiry,   MessageKind::compliment,
                                            MessageKind::automatic, MessageKind::delivery_report,
                                            MessageKind::staff,     MessageKind::own,
                                            MessageKind::junk,      MessageKind::unreadable};
std::string_view to_string(MessageKind kind);
std::optional<MessageKind> message_kind(std::string_view name);
/// No person wrote it, or the program itself did.
constexpr bool is_by_machine(MessageKind kind) {
  return kind == MessageKind::automatic || kind == MessageKind::delivery_report ||
         kind == MessageKind::own;
}

/// What else is to be known of a message. Names as in the labelled set and `classify --json`.
enum class Flag {
  abusive,
  threat,
  insult,
  discriminatory,
  sexual_innuendo,
  malicious_allegation,
  unreasonable_demands,
  serious,
  about_staff,
  conduct,
  study_centre,
  assessment,
  out_of_scope,
  third_party,
  adjustment,
  form,
  web_form,
  escalation,
  withdrawal,
  evidence,
  inline_answers,
  failed,
  delayed,
};
std::string_view to_string(Flag flag);

/// The acknowledgement that the message alone asks for, ignoring the store.
enum class AcknowledgeReading { yes, no, hold };
std::string_view to_string(AcknowledgeReading reading);

/// One rule that spoke, so that a person can see why.
struct Evidence {
  std::string rule;    ///< stable name of the rule
  std::string detail;  ///< the passage or header that it saw
  int weight{};  ///< towards the kind that the rule speaks for; 0 for a rule that decides alone
};

/// How a message came to name a case.
enum class ReferenceProof {
  bare,    ///< a number that anybody could write
  keyed,   ///< a Message-ID or address of ours whose key holds
  forged,  ///< looks keyed, but the key does not hold
};

/// A case that a message names, and the place where.
struct NamedCase {
  CaseReference reference;
  ReferenceProof proof{ReferenceProof::bare};
  std::string place;  ///< "subject", "body", "quoted", "in-reply-to", "references", "recipient"
};

/// A message, understood.
struct Reading {
  MessageKind kind{MessageKind::unreadable};
  double confidence{};  ///< 0 to 1
  std::set<Flag> flags;
  std::vector<NamedCase> named;  ///< strongest proof first, then the most visible place
  AcknowledgeReading acknowledge{AcknowledgeReading::no};
  std::vector<Evidence> evidence;

  bool has(Flag flag) const { return flags.contains(flag); }
};

/// What the receiving server said of the sender (RFC 8601), by the one configured authserv-id.
enum class SenderAuthentication {
  unknown,  ///< no authserv-id configured, or it left no result
  passed,   ///< DMARC, aligned DKIM or aligned SPF passed
  failed,   ///< a result is there and it is a failure
};
std::string_view to_string(SenderAuthentication authentication);

}  // namespace redress::domain
