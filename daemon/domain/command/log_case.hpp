#pragma once

#include "daemon/domain/command/decide_command.hpp"

namespace redress::domain {

/// Opens a case for a complaint that did not come to a mailbox of ours: by post, by telephone, to a
/// colleague; under the same limits, from its real receipt (CIM-15, CILEX-06). Errors:
/// invalid_input, settings (calendar).
Result<CommandDecision> log_case(const CommandScene& scene, const Actor& actor,
                                 const Command& command);

/// "/complaint message 17", without a case: a message that waits is read as a complaint of its
/// sender.
Result<CommandDecision> take_as_complaint(const Actor& actor, const Command& command, Instant now);

/// Tells whoever gives cases to people that there is a new one; nothing where the policy names
/// nobody for it (CILEX-16). Never to staff whom its words name.
std::optional<LetterOrder> new_case_notice(const CaseFile& file, const House& house, Instant now);

}  // namespace redress::domain
