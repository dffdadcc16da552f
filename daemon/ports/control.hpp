#pragma once

#include "daemon/domain/result.hpp"

#include <cstdint>
#include <string>

namespace redress::ports {

/// What a person asks of the running daemon through its control socket.
struct ControlRequest {
  std::string verb;  ///< a ManualVerb's name, "act", "reconcile" …
  std::int64_t id{};
  std::string kind;   ///< of a message; "correct" only
  std::string actor;  ///< who asks, for the audit trail: "redressctl:uid 1000"
  /// "act": the case, empty for none; the member of staff, empty for the administrator at the
  /// machine; the command. "settle": `text` is the reason. Orders about personal data: `text` is a
  /// JSON object.
  std::string reference{}, as{}, text{};
};

}  // namespace redress::ports
