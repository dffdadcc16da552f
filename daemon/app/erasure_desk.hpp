#pragma once

#include "daemon/app/office.hpp"
#include "daemon/ports/control.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace redress::app {

/// How orders about personal data are worded on the control socket, as JSON in `text`.
///
///   erase      {"person","reason","open_too"}
///   retention  {"before","day"}
///   retention_listed  {"before","day","cases","messages"}: only noted in the audit trail
bool is_erasure(std::string_view verb);

/// The order that such a request makes; `copies_too`: [retention] erase_mailbox. Error:
/// invalid_input.
domain::Result<ports::ErasureOrder> erasure_order(const ports::ControlRequest& request,
                                                  const domain::KeyRing& keys, bool copies_too);
/// The event that says what a retention run would take. Error: invalid_input.
domain::Result<domain::NewEvent> listing_event(const ports::ControlRequest& request,
                                               domain::Instant now);
nlohmann::ordered_json to_json(const ports::ErasureCount& count);

/// Carries it out in the running daemon, whose loop goes on meanwhile. Returns what was erased as
/// JSON; for a listing an empty text. Errors: those of ports::PersonalData.
ports::Task<domain::Result<std::string>> handle_erasure(Office& office,
                                                        const ports::ControlRequest& request);

}  // namespace redress::app
