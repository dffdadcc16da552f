#pragma once

#include "daemon/app/office.hpp"
#include "daemon/ports/control.hpp"

#include <string>

namespace redress::app {

/// Does what redressctl asks of the running daemon. Returns one line that says what was done.
ports::Task<domain::Result<std::string>> handle_control(Office& office,
                                                        const ports::ControlRequest& request);

}  // namespace redress::app
