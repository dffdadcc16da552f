#pragma once

#include "daemon/domain/decide.hpp"

#include <string>

namespace redress::domain {

/// The kind that the table is asked for: what a person released is a complaint, and own mail
/// without our key may be anybody's.
MessageKind effective_kind(const IncomingMail& mail);

/// What speaks against a routine answer to this message.
Objections objections_to(const House& house, const Snapshot& snapshot, const IncomingMail& mail);

/// Why it waits for a person, as the end of a sentence for staff; the gravest reason.
std::string held_because(const Objections& against, Standing standing, MessageKind kind);

}  // namespace redress::domain
