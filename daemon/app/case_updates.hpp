#pragma once

#include "daemon/app/office.hpp"

namespace redress::app {

/// Replays the cases that `change` touches, folds its events in, and adds how they stand then.
/// Throws StoreFailure; std::logic_error where the calendar does not cover the dates.
ports::Task<void> add_updates(Office& office, ports::UnitOfWork& work, domain::Change& change);

}  // namespace redress::app
