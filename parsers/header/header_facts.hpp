#pragma once

#include "parsers/defects.hpp"
#include "parsers/limits.hpp"
#include "parsers/message.hpp"

namespace redress::parsers {

/// Fills what the header of a message says (addresses, subject, ids, date) from `facts.headers`.
/// Repeated address fields are read as one list, repeated others by their first. Defects:
/// "from_missing", "from_repeated", "date_missing", "date_invalid", "date_in_future",
/// "message_id_missing" and those of the single readers.
void read_header_facts(MessageFacts& facts, const Limits& limits, DefectLog& defects);

}  // namespace redress::parsers
