#pragma once

#include "daemon/ctl/adopt_rows.hpp"
#include "daemon/domain/change.hpp"
#include "daemon/domain/decide.hpp"

#include <cstdint>
#include <string>

namespace redress::ctl {

/// The case as it stands elsewhere, with its dates: events, limits counted from them, and no
/// letter, so that nobody is told twice what they were told before (SYS-14). `number`: of the
/// reference, in the year of receipt. Error: settings, where the calendar does not cover its dates.
domain::Result<domain::Change> adopt_change(const domain::House& house, const AdoptedCase& adopted,
                                            std::uint32_t number, const std::string& actor,
                                            domain::Instant now);

}  // namespace redress::ctl
