#pragma once

#include "daemon/app/office.hpp"

#include <string>

namespace redress::app {

enum class Outcome {
  done,
  failed,  ///< by a bug: another try ends in the same way
  again,   ///< the store failed: it may work the next time
};

/// Does the work so that what goes wrong with it stops nothing else. It is logged (R509, R401), and
/// of a bug administrators are told, once for each `what` and `when` (an ISO date). Throws what is
/// fatal, and where the store fails to keep that.
ports::Task<Outcome> apart(Office& office, std::string what, std::string when,
                           ports::Task<void> work);

}  // namespace redress::app
