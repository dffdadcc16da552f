#pragma once

#include "daemon/ports/clock.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>
#include <optional>

namespace redress::adapters {

/// The computer's clock and Asio's timers. Waiting follows the wall clock: when it is set, or the
/// computer slept, a wait ends within half a minute of the right time. `fixed_now` is for builds
/// with REDRESS_TEST_HOOKS alone (a TestClock standing at that time); elsewhere it throws
/// std::logic_error.
std::unique_ptr<ports::Clock> create_clock(boost::asio::any_io_executor executor,
                                           std::optional<domain::Instant> fixed_now = std::nullopt);

}  // namespace redress::adapters
