#pragma once

#include "daemon/domain/change.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace redress::domain {

/// What a person at the console can do to one row. "retry" and "release" send a mail of the outbox,
/// "hold" keeps it back, "release_message" sends what is held for a message, "replay" has a
/// quarantined message read again, "correct" says what a message is that was read as something
/// else, "settle" decides that nothing is to be done about a held message.
enum class ManualVerb { retry, hold, release, release_message, replay, correct, settle };
std::string_view to_string(ManualVerb verb);
std::optional<ManualVerb> manual_verb(std::string_view name);

/// The number of a row of the ledger (release_message, replay, correct, settle) or of the outbox
/// (the others).
struct ManualOrder {
  ManualVerb verb{};
  std::int64_t id{};
  std::optional<MessageKind> kind{};  ///< what the message is; correct only, which needs it
  std::string reason{};               ///< why nothing is to be done; settle only, which needs it
};
bool names_message(ManualVerb verb);

/// The row that an order names, as the store has it; nothing where there is none.
struct ManualSubject {
  std::optional<OutboxState> mail;
  std::optional<MessageState> message;
  std::optional<MessageKind> kind;   ///< of the message: as corrected last, else as it was read
  bool acknowledgement_held{false};  ///< of the message's case
  std::optional<CaseReference> reference;
};

/// The change, with its audit event by `actor` ("redressctl:uid 0"), or why not: not_found,
/// conflict where the row is in no state that allows it, not_allowed where it is so already,
/// invalid_input where the order is not whole.
Result<Change> decide_manual(const ManualOrder& order, const ManualSubject& subject,
                             const std::string& actor, Instant now);

}  // namespace redress::domain
