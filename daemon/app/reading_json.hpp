#pragma once

#include "daemon/domain/reading.hpp"
#include "parsers/message.hpp"

#include <nlohmann/json.hpp>

namespace redress::app {

/// The reading, as `redressctl classify --json` prints it and the ledger keeps it (without "file"
/// and "would").
nlohmann::ordered_json reading_json(const domain::Reading& reading);

/// The facts, as `redressctl parse --json` prints them (without "file").
nlohmann::ordered_json facts_json(const parsers::MessageFacts& facts);

}  // namespace redress::app
