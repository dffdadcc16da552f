#pragma once

#include "daemon/domain/result.hpp"
#include "daemon/ports/task.hpp"

#include <chrono>
#include <string>

namespace redress::ports {

/// Draws what a report shows.
class ChartDrawer {
 public:
  virtual ~ChartDrawer() = default;
  /// The PNG that a script of gnuplot's describes (app/report_charts), if it is there until then;
  /// not thread-safe, one at a time. Error: timed_out; settings where the program is missing;
  /// invalid_input where it gives no picture.
  virtual Task<domain::Result<std::string>> draw(std::string script,
                                                 std::chrono::steady_clock::time_point until) = 0;
};

}  // namespace redress::ports
