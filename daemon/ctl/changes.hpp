#pragma once

#include "daemon/ctl/tool.hpp"

#include <cstdint>
#include <string>

namespace redress::ctl {

/// Has one word carried out: by the running daemon through its control socket, or directly in the
/// store where none runs.
void change(Tool& tool, const std::string& verb, std::int64_t id);

}  // namespace redress::ctl
