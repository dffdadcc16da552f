#pragma once

#include "daemon/ports/chart_drawer.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace redress::adapters {

inline constexpr const char* k_gnuplot = "/usr/bin/gnuplot";

/// What one picture may cost.
struct ChartChildLimits {
  std::chrono::milliseconds time{10'000};  ///< from start to end; then it is killed
  std::size_t picture_bytes = 1U << 20U;   ///< then it is killed
};

/// Draws each chart in a child process of its own, which gets the script and nothing else; waited
/// for on that executor, which runs on one thread.
std::unique_ptr<ports::ChartDrawer> create_chart_child(boost::asio::any_io_executor executor,
                                                       std::string program = k_gnuplot,
                                                       ChartChildLimits limits = {});

}  // namespace redress::adapters
