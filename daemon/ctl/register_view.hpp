#pragma once

#include "daemon/adapters/sqlite/register.hpp"
#include "daemon/ctl/terminal.hpp"
#include "daemon/ctl/tool.hpp"
#include "parsers/message.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace redress::ctl {

/// Opens the register that the settings name and works on it; says what went wrong otherwise.
void with_register(Tool& tool,
                   const std::function<void(const app::Installation&, adapters::Register&)>& work);

/// What would be done with a message of these facts and bytes, with the store as it is; changes
/// nothing.
std::vector<std::string> would_do(const app::Installation& house, const domain::KeyRing& keys,
                                  const std::string& mailbox, const parsers::MessageFacts& facts,
                                  std::string_view bytes);

nlohmann::ordered_json to_json(const adapters::CaseRow& row);
nlohmann::ordered_json to_json(const adapters::MessageRow& row);
nlohmann::ordered_json to_json(const adapters::OutboxRow& row);
nlohmann::ordered_json to_json(const adapters::EventRow& row);
nlohmann::ordered_json to_json(const adapters::DueRow& row);

/// "2026-11-24 10:15" in the organisation's zone.
std::string local_time(domain::Instant at, const domain::TimeZone& zone);
Colour colour_of(domain::MessageState state);
Colour colour_of(domain::OutboxState state);

}  // namespace redress::ctl
