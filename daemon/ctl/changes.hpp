#pragma once

#include "daemon/ctl/tool.hpp"
#include "daemon/domain/manual.hpp"

#include <cstdint>

namespace redress::ctl {

/// Has one word carried out: by the running daemon through its control socket, or directly in the
/// store where none runs.
void change(Tool& tool, domain::ManualVerb verb, std::int64_t id);

}  // namespace redress::ctl
