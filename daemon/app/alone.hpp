#pragma once

#include "daemon/app/office.hpp"

namespace redress::app {

/// Applies a change in a transaction of its own, and wakes whoever deals with its mails and
/// notices. Throws StoreFailure.
ports::Task<void> apply_alone(Office& office, domain::Change change);

}  // namespace redress::app
