#pragma once

#include "daemon/adapters/control/control_socket.hpp"
#include "daemon/domain/result.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace redress::adapters {

/// Asks the daemon behind that socket and waits for its word. Errors: not_found (no
/// daemon listens there), timed_out, and whatever the daemon says.
domain::Result<std::string> ask_daemon(const std::string& path, const std::string& verb,
                                       std::int64_t id,
                                       std::chrono::seconds patience = std::chrono::seconds{30});

}  // namespace redress::adapters
