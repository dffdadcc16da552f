#pragma once

#include "daemon/domain/reading.hpp"
#include "parsers/message.hpp"

#include <nlohmann/json.hpp>

namespace redress::app {

/// The reading, as `redressctl classify --json` prints it (without "file" and "would").
nlohmann::ordered_json reading_json(const domain::Reading& reading);

/// What the ledger keeps of a message: its reading, and of the facts the language, the attachments,
/// the form, the defects (CIEEM-01), and how many words, questions and people addressed (BEH-02).
nlohmann::ordered_json kept_json(const domain::Reading& reading,
                                 const parsers::MessageFacts& facts);

/// The facts, as `redressctl parse --json` prints them (without "file").
nlohmann::ordered_json facts_json(const parsers::MessageFacts& facts);

}  // namespace redress::app
