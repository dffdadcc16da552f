#pragma once

#include "daemon/app/letter_office.hpp"
#include "daemon/app/office.hpp"
#include "daemon/ports/control.hpp"

#include <string>

namespace redress::app {

/// Does what redressctl asks of the running daemon. Returns one line that says what was done.
ports::Task<domain::Result<std::string>> handle_control(Office& office,
                                                        const ports::ControlRequest& request);

/// Carries out a staff command ("act"). Returns what was done, or the page that was asked for.
ports::Task<domain::Result<std::string>> handle_act(Office& office, LetterOffice& letters,
                                                    const ports::ControlRequest& request);

}  // namespace redress::app
