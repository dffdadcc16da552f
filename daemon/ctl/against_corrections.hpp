#pragma once

#include "daemon/ctl/tool.hpp"

namespace redress::ctl {

/// Reads every message that somebody corrected anew, by the tables of words of today, and shows
/// where the reading still differs from what the person said. Exit status "not so" where one does.
/// Changes nothing.
void classify_against_corrections(Tool& tool);

}  // namespace redress::ctl
