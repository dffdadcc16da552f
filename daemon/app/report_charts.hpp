#pragma once

#include "daemon/domain/report.hpp"
#include "daemon/ports/chart_drawer.hpp"

#include <spdlog/logger.h>

#include <functional>
#include <string>
#include <vector>

namespace redress::app {

/// A picture of some figures of a report.
struct Chart {
  std::string id;     ///< its Content-ID, the same for the same report
  std::string title;  ///< "Received and answered, by month"
  std::string alt;    ///< the figures, for who does not see it
  std::string script;
  std::string png;  ///< empty: not drawn
};

/// What is drawn of the report: received and answered, in time by stage, open by age; of these,
/// those that have a figure. Scripts are for gnuplot and hold figures and words of ours alone: no
/// text of a person, a policy or a setting.
std::vector<Chart> charts_of(const domain::Report& report);

/// Those that could be drawn, in that order, all of them within ten seconds. What could not be is
/// told to the log (R508), once. None is begun where they are not wanted any more.
ports::Task<std::vector<Chart>> draw_charts(const domain::Report& report,
                                            ports::ChartDrawer& drawer, spdlog::logger& log,
                                            std::function<bool()> unwanted);

}  // namespace redress::app
