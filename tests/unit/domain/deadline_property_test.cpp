#include "daemon/domain/deadline.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

// Deadlines against a count made in another way: a running total of worked days over day numbers
// since 1970, without the calendar or the date types of the program.
namespace redress::domain {
namespace {

constexpr int k_cases = 10'000;
constexpr unsigned k_seed = 20261121;
constexpr std::array k_nations{Nation::england_and_wales, Nation::scotland,
                               Nation::northern_ireland};

long serial(Date date) {
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

/// totals[i]: worked days from the first day that is known to the i-th, both included.
struct Totals {
  long first;
  std::vector<int> totals;

  Totals(const config::CalendarData& data, const std::vector<Date>& closed)
      : first(serial(
            Date{std::chrono::year{data.first_year}, std::chrono::January, std::chrono::day{1}})) {
    const long last = serial(
        Date{std::chrono::year{data.last_year}, std::chrono::December, std::chrono::day{31}});
    std::vector<long> off;
    for (const auto date : data.holidays) off.push_back(serial(date));
    for (const auto date : closed) off.push_back(serial(date));
    int total = 0;
    for (long number = first; number <= last; ++number) {
      const long weekday = (number + 3) % 7;  // day 0 was a Thursday: 0 is Monday
      const bool worked = weekday < 5 && std::find(off.begin(), off.end(), number) == off.end();
      total += worked ? 1 : 0;
      totals.push_back(total);
    }
  }

  /// Day number of the `count`th worked day after `day`; nothing beyond what is known.
  std::optional<long> after(long day, int count) const {
    const int wanted = totals[static_cast<std::size_t>(day - first)] + count;
    const auto found = std::lower_bound(totals.begin(), totals.end(), wanted);
    if (found == totals.end()) return std::nullopt;
    return first + (found - totals.begin());
  }
};

std::vector<Date> some_days(std::mt19937& random, long first, long last) {
  std::uniform_int_distribution<long> any{first, last};
  std::vector<Date> days;
  for (int i = 0; i < 40; ++i) {
    days.emplace_back(std::chrono::sys_days{std::chrono::days{any(random)}});
  }
  return days;
}

TEST(DeadlineProperty, AgreesWithARunningTotal) {
  std::mt19937 random{k_seed};
  const auto zone = TimeZone::find("Europe/London").value();
  const long first = serial(test::day("2012-01-01"));
  const long last = serial(test::day("2028-12-31"));
  const auto closed = some_days(random, first, last);
  std::vector<Totals> totals;
  std::vector<WorkingCalendar> calendars;
  for (const auto nation : k_nations) {
    totals.emplace_back(test::shipped_calendar(nation), closed);
    calendars.push_back(test::calendar_of(nation, closed));
  }
  Policy policy;
  policy.closure_days = closed;
  std::uniform_int_distribution<std::size_t> any_nation{0, k_nations.size() - 1};
  // The last day has room left for a limit; the last months of it do not always.
  std::uniform_int_distribution<long> any_second{first * 86400 + 3600, (last + 1) * 86400 - 3601};
  std::uniform_int_distribution<int> any_count{1, 60};
  int refused = 0;
  for (int i = 0; i < k_cases; ++i) {
    const auto n = any_nation(random);
    // Every hundredth case lies in the last three weeks, so that the end of the data is met.
    const long end = (last + 1) * 86400 - 3601;
    const long moment =
        i % 100 == 0 ? end - (any_second(random) % (21L * 86400)) : any_second(random);
    const Instant from{std::chrono::seconds{moment}};
    const Limit limit{any_count(random), LimitUnit::working_days, LimitBase::received, "c"};
    const auto expected = totals[n].after(serial(zone.date_of(from)), limit.count);
    const auto got =
        deadline_for(DeadlineKind::respond, 1, limit, from, policy, calendars[n], zone);
    ASSERT_EQ(got.has_value(), expected.has_value()) << to_rfc3339(from) << " + " << limit.count;
    if (!expected) {
      ++refused;
      continue;
    }
    // The last second of that local day: the next one is the next day's.
    ASSERT_EQ(serial(zone.date_of(got->at)), *expected) << to_rfc3339(from) << " + " << limit.count;
    ASSERT_EQ(serial(zone.date_of(got->at + std::chrono::seconds{1})), *expected + 1);
    const auto counted = std::count_if(got->arithmetic.begin(), got->arithmetic.end(),
                                       [](const CountedDay& row) { return row.counts; });
    ASSERT_EQ(counted, limit.count);
    ASSERT_EQ(got->arithmetic.back().number, limit.count);
  }
  EXPECT_GT(refused, 10);
  EXPECT_LT(refused, k_cases / 10);
}

}  // namespace
}  // namespace redress::domain
