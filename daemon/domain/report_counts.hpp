#pragma once

#include "daemon/domain/report.hpp"

#include <algorithm>

namespace redress::domain {

/// What a report is counted from, and when.
struct ReportScope {
  const ReportMaterial& material;
  const House& house;
  Instant start;
  Instant end;  ///< the first moment that is not in it any more
  Instant now;

  bool contains(Instant at) const { return at >= start && at < end; }
  /// When its state is looked at.
  Instant close() const { return std::min(end, now); }
};

/// All sections, each with all its lines. Error: settings, as of `deadlines_of`.
Result<std::vector<ReportSection>> count_all(const ReportScope& scope);

}  // namespace redress::domain
