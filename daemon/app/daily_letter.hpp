#pragma once

#include "daemon/app/installation.hpp"
#include "daemon/domain/reminders/day_words.hpp"

namespace redress::app {

/// A day's mail to one member of staff. The house's own lines are the team's alone.
domain::LetterOrder daily_order(const Installation& house, const domain::DaySheet& sheet,
                                const domain::HouseDay& day, domain::Instant now);

}  // namespace redress::app
