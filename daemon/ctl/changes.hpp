#pragma once

#include "daemon/ctl/tool.hpp"
#include "daemon/domain/manual.hpp"

namespace redress::ctl {

/// Has one order carried out: by the running daemon through its control socket, or directly in the
/// store where none runs. False: it was refused, and why has been said.
bool change(Tool& tool, const domain::ManualOrder& order);

}  // namespace redress::ctl
