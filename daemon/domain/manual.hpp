#pragma once

#include "daemon/domain/change.hpp"

#include <string>
#include <string_view>

namespace redress::domain {

/// What one word of a person at the console changes: "retry" and "release" send a mail of the
/// outbox, "hold" keeps it back, "release_message" sends what is held for a message, "replay" has a
/// quarantined message read again. Each is an audit event of `actor` (and of the case, if given).
/// Pure: whether the row is there and in a fitting state, the store says. Error: invalid_input for
/// another word.
Result<Change> decide_manual(std::string_view verb, std::int64_t id,
                             std::optional<CaseReference> reference, std::string actor,
                             Instant now);

}  // namespace redress::domain
