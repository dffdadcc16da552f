#pragma once

#include "daemon/domain/report.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

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

/// "partly-upheld" for people: "Partly upheld".
std::string spoken(std::string_view name);
/// Adds to the line of that name; where there is none, makes it.
void count_in(ReportSection& section, const std::string& name, std::int64_t count = 1);
bool open_at(const CaseCourse& course, Instant at);

/// All sections, each with all its lines. Error: settings, as of `deadlines_of`.
Result<std::vector<ReportSection>> count_all(const ReportScope& scope);

/// The sections for which all deadlines are looked at.
struct Promises {
  ReportSection kept;
  ReportSection by_stage;
  ReportSection open;
};
/// Error: settings, as of `deadlines_of`.
Result<Promises> promises(const ReportScope& scope);

// What was done: about complaints, and about behaviour.
ReportSection actions(const ReportScope& scope);
ReportSection incidents(const ReportScope& scope);
ReportSection measures(const ReportScope& scope);

// What is known of the complaints received (CILEX-13), and how old the open ones are.
ReportSection causes(const ReportScope& scope);
ReportSection complainants(const ReportScope& scope);  ///< whether they had complained before
ReportSection adjustments(const ReportScope& scope);   ///< a complaint may have several
ReportSection ages(const ReportScope& scope);          ///< of what is open at the end
std::vector<TrendPoint> trend_of(const ReportScope& scope, ReportPeriod period);

}  // namespace redress::domain
