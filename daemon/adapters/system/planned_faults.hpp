#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/ports/fault_points.hpp"

#include <memory>
#include <span>
#include <string>

namespace redress::adapters {

/// Faults as a test plans them, each "NAME=ACTION" or "NAME=ACTION@N" (the Nth time that the place
/// is reached; without it every time). Actions: kill (SIGKILL), stop (SIGSTOP, until SIGCONT), full
/// (the store has no room), cut (the connection breaks), crash (a bug: an exception of its own),
/// block:MILLISECONDS (the thread sleeps). Error: invalid_input.
domain::Result<std::unique_ptr<ports::FaultPoints>> plan_faults(std::span<const std::string> plan);

}  // namespace redress::adapters
