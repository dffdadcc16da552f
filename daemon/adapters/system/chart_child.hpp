#pragma once

#include "daemon/ports/chart_drawer.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <cstddef>
#include <memory>
#include <string>

namespace redress::adapters {

inline constexpr const char* k_gnuplot = "/usr/bin/gnuplot";

inline constexpr std::size_t k_picture_bytes = 1U << 20U;

/// Draws each chart in a child process of its own, which gets the script and nothing else; waited
/// for on that executor, which runs on one thread. It is killed when its time is over, and where it
/// gives out more bytes than that.
std::unique_ptr<ports::ChartDrawer> create_chart_child(boost::asio::any_io_executor executor,
                                                       std::string program = k_gnuplot,
                                                       std::size_t picture_bytes = k_picture_bytes);

}  // namespace redress::adapters
