#pragma once

#include "daemon/domain/policy.hpp"
#include "daemon/domain/time.hpp"

#include <set>
#include <vector>

namespace redress::domain {

/// Which days are worked in one nation (SI 2006/1681's working day: no Saturday, Sunday, bank
/// holiday), and for which years that is known. Immutable.
class WorkingCalendar {
 public:
  /// `holidays`: bank holidays as observed (substitute days, not the days they stand for);
  /// `first_year`..`last_year`: the years they cover wholly. Error: settings.
  static Result<WorkingCalendar> make(Nation nation, std::set<Date> holidays, int first_year,
                                      int last_year, const std::vector<Date>& closure_days = {});

  /// Error: settings, for a year the calendar does not cover: it is never silently wrong.
  Result<bool> is_working_day(Date date) const;
  /// The `count`th working day after `day` (which itself is day 0, worked or not); count >= 1.
  Result<Date> working_days_after(Date day, int count) const;
  /// `day` itself where it is worked, else the next one that is.
  Result<Date> on_or_after(Date day) const;

  Nation nation() const { return nation_; }
  int first_year() const { return first_year_; }
  int last_year() const { return last_year_; }
  /// Whether `today` lies within six months of the end of what is known.
  bool runs_out_soon(Date today) const;

 private:
  WorkingCalendar(Nation nation, std::set<Date> off, int first_year, int last_year);
  Nation nation_;
  std::set<Date> off_;
  int first_year_;
  int last_year_;
};

}  // namespace redress::domain
