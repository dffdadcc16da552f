#pragma once

#include "daemon/domain/report.hpp"
#include "daemon/ports/task.hpp"

#include <optional>
#include <string>

namespace redress::ports {

/// What is read for the duties that a policy lays on the house itself. Host failures throw.
class Reports {
 public:
  virtual ~Reports() = default;
  /// Whether a notice of that key was ever recorded, told or not.
  virtual Task<bool> is_noted(const std::string& key) = 0;
  /// When a mailbox was first opened; nothing: none was yet.
  virtual Task<std::optional<domain::Instant>> in_use_since() = 0;
  /// What `domain::make_report` makes of the whole register, read and counted where the store
  /// works: that may take seconds. Throws std::logic_error as it does.
  virtual Task<domain::Result<domain::Report>> report(domain::House house,
                                                      domain::ReportPeriod period,
                                                      domain::ReportDetail detail,
                                                      domain::Instant now) = 0;
};

}  // namespace redress::ports
