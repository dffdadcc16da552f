#include "daemon/domain/report_period.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

using test::day;

TEST(ReportPeriod, IsTheNewestThatIsOverAndCutFromJanuary) {
  struct Case {
    int every_months;
    const char *today, *first, *last;
  };
  const Case cases[] = {
      {3, "2026-04-01", "2026-01-01", "2026-03-31"},
      {3, "2026-03-31", "2025-10-01", "2025-12-31"},  // its last day is not over
      {3, "2026-06-30", "2026-01-01", "2026-03-31"},
      {1, "2028-03-01", "2028-02-01", "2028-02-29"},
      {6, "2026-12-31", "2026-01-01", "2026-06-30"},
      {12, "2027-01-01", "2026-01-01", "2026-12-31"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(last_period(ReportRule{.every_months = one.every_months}, day(one.today)),
              (ReportPeriod{day(one.first), day(one.last)}))
        << one.every_months << " on " << one.today;
  }
}

TEST(ReportPeriod, OfWeeksGoesFromMondayToSunday) {
  struct Case {
    int every_weeks;
    const char *today, *first, *last;
  };
  const Case cases[] = {
      {1, "2026-01-12", "2026-01-05", "2026-01-11"},  // a Monday: the week before is over
      {1, "2026-01-18", "2026-01-05", "2026-01-11"},  // a Sunday: its own is not
      {1, "2026-01-01", "2025-12-22", "2025-12-28"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(last_period(ReportRule{.every_weeks = one.every_weeks}, day(one.today)),
              (ReportPeriod{day(one.first), day(one.last)}))
        << one.today;
  }
  // Two weeks: the one after begins where it ends, whatever the day of asking.
  const ReportRule fortnight{.every_weeks = 2};
  const auto first = last_period(fortnight, day("2026-01-12"));
  const auto after = last_period(fortnight, day("2026-01-26"));
  EXPECT_EQ(std::chrono::sys_days{after.first},
            std::chrono::sys_days{first.last} + std::chrono::days{1});
  EXPECT_EQ(std::chrono::sys_days{first.last} - std::chrono::sys_days{first.first},
            std::chrono::days{13});
}

TEST(ReportPeriod, TheOneBeforeIsAsLong) {
  struct Case {
    const char *first, *last, *before_first, *before_last;
  };
  const Case cases[] = {
      {"2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"},  // 90 days after 92: whole months
      {"2028-03-01", "2028-03-31", "2028-02-01", "2028-02-29"},
      {"2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"},
      {"2026-01-05", "2026-01-11", "2025-12-29", "2026-01-04"},
      {"2026-01-01", "2026-03-30", "2025-10-04", "2025-12-31"},  // 89 days
      {"2026-01-15", "2026-01-15", "2026-01-14", "2026-01-14"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(period_before({day(one.first), day(one.last)}),
              (ReportPeriod{day(one.before_first), day(one.before_last)}))
        << one.first << " " << one.last;
  }
}

TEST(ReportPeriod, TheTrendGoesByMonthsOrWeeksAndEndsWithIt) {
  const auto months = months_up_to({day("2026-01-01"), day("2026-03-31")}, 4);
  EXPECT_EQ(months, (std::vector<ReportPeriod>{{day("2025-12-01"), day("2025-12-31")},
                                               {day("2026-01-01"), day("2026-01-31")},
                                               {day("2026-02-01"), day("2026-02-28")},
                                               {day("2026-03-01"), day("2026-03-31")}}));
  EXPECT_EQ(months_up_to({day("2026-01-01"), day("2026-03-10")}, 1).front(),
            (ReportPeriod{day("2026-03-01"), day("2026-03-10")}));
  EXPECT_EQ(months_up_to({day("2026-01-05"), day("2026-01-11")}, 2),
            (std::vector<ReportPeriod>{{day("2025-12-29"), day("2026-01-04")},
                                       {day("2026-01-05"), day("2026-01-11")}}));
}

TEST(PolicyReview, IsDueMonthsAfterTheLastOne) {
  // CILEX: reviewed in June 2021, every 18 months: December 2022. CEME: each year.
  EXPECT_EQ(review_due({.every_months = 18, .last = day("2021-06-30")}), day("2022-12-30"));
  EXPECT_EQ(review_due({.every_months = 12, .last = day("2018-07-31")}), day("2019-07-31"));
  EXPECT_EQ(review_due({.every_months = 18, .last = day("2026-08-31")}), day("2028-02-29"));
}

TEST(PolicyReview, IsRemindedOfBeforeOnTheDayAndEachMonthAfter) {
  struct Case {
    const char *today, *reminder;  // empty: none yet
  };
  const Case cases[] = {
      {"2026-11-01", ""},  // 2 November is 60 days before: 28 + 31 and the first
      {"2026-11-02", "2026-11-02"}, {"2026-12-01", "2026-11-02"}, {"2026-12-16", "2026-11-02"},
      {"2026-12-18", "2026-12-18"}, {"2026-12-31", "2026-12-18"}, {"2027-01-01", "2027-01-01"},
      {"2027-01-31", "2027-01-01"}, {"2027-02-01", "2027-02-01"}, {"2028-06-15", "2028-06-01"},
  };
  const auto due = day("2027-01-01");
  for (const auto& one : cases) {
    const auto found = review_reminder(due, day(one.today));
    EXPECT_EQ(found ? to_iso(*found) : "", one.reminder) << one.today;
  }
  // A month without that day has its last one.
  EXPECT_EQ(review_reminder(day("2026-01-31"), day("2026-03-01")), day("2026-02-28"));
  EXPECT_EQ(review_reminder(day("2026-01-31"), day("2026-02-27")), day("2026-01-31"));
}

}  // namespace
}  // namespace redress::domain
