#include "daemon/domain/deadline.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

using test::calendar_of;
using test::day;

constexpr auto k_working = LimitUnit::working_days;
constexpr auto k_days = LimitUnit::days;
constexpr int k_midnight = 24 * 60;
constexpr int k_five = 17 * 60;

struct LimitCase {
  const char* name;
  const char* received;
  int count;
  LimitUnit unit;
  int close;
  bool lenient;
  const char* expected;
};

void PrintTo(const LimitCase& c, std::ostream* out) {
  *out << c.name;
}

class LimitEnds : public testing::TestWithParam<LimitCase> {};

Result<Deadline> count(const LimitCase& c, const std::vector<Date>& closed = {}) {
  Policy policy;
  policy.close_of_business = TimeOfDay{c.close};
  policy.lenient_receipt = c.lenient;
  policy.closure_days = closed;
  return deadline_for(
      DeadlineKind::acknowledge, 1, Limit{c.count, c.unit, LimitBase::received, "clause 1"},
      parse_rfc3339(c.received).value(), policy, calendar_of(Nation::england_and_wales, closed),
      TimeZone::find("Europe/London").value());
}

TEST_P(LimitEnds, AtTheMoment) {
  const auto result = count(GetParam());
  ASSERT_TRUE(result) << result.error().text;
  EXPECT_EQ(to_rfc3339(result->at), GetParam().expected);
  EXPECT_EQ(result->clause, "clause 1");
}

// London is on UTC until 29 March 2026 01:00Z, and again from 25 October 2026 01:00Z.
constexpr LimitCase k_limits[] = {
    {"Monday", "2026-11-23T09:00:00Z", 2, k_working, k_midnight, false, "2026-11-25T23:59:59Z"},
    {"FridayEvening", "2026-11-20T17:01:00Z", 2, k_working, k_five, false, "2026-11-24T17:00:00Z"},
    {"FridayLastSecond", "2026-11-20T23:59:59Z", 2, k_working, k_midnight, false,
     "2026-11-24T23:59:59Z"},
    {"Saturday", "2026-11-21T00:00:00Z", 2, k_working, k_midnight, false, "2026-11-24T23:59:59Z"},
    {"Sunday", "2026-11-22T23:59:59Z", 2, k_working, k_midnight, false, "2026-11-24T23:59:59Z"},
    {"ChristmasDay", "2026-12-25T12:00:00Z", 2, k_working, k_midnight, false,
     "2026-12-30T23:59:59Z"},
    {"SummerNightIsTheNextDay", "2026-06-30T23:30:00Z", 2, k_working, k_midnight, false,
     "2026-07-03T22:59:59Z"},
    {"SummerClose", "2026-06-29T09:00:00Z", 2, k_working, k_five, false, "2026-07-01T16:00:00Z"},
    {"OverSpringChange", "2026-03-27T12:00:00Z", 2, k_working, k_midnight, false,
     "2026-03-31T22:59:59Z"},
    {"OverSpringChangeAtFive", "2026-03-27T12:00:00Z", 1, k_working, k_five, false,
     "2026-03-30T16:00:00Z"},
    {"OverAutumnChange", "2026-10-23T12:00:00Z", 2, k_working, k_midnight, false,
     "2026-10-27T23:59:59Z"},
    {"InTheRepeatedHour", "2026-10-25T01:30:00Z", 1, k_working, k_midnight, false,
     "2026-10-26T23:59:59Z"},
    {"AutumnNightStillSummerTime", "2026-10-24T23:30:00Z", 1, k_days, k_midnight, false,
     "2026-10-26T23:59:59Z"},
    {"EndsOnSpringChangeDay", "2026-03-28T12:00:00Z", 1, k_days, k_midnight, false,
     "2026-03-29T22:59:59Z"},
    {"EndsOnAutumnChangeDay", "2026-10-24T12:00:00Z", 1, k_days, k_midnight, false,
     "2026-10-25T23:59:59Z"},
    {"CalendarDaysCountWeekends", "2026-11-20T09:00:00Z", 2, k_days, k_midnight, false,
     "2026-11-22T23:59:59Z"},
    {"CalendarDaysCountChristmas", "2026-12-23T09:00:00Z", 3, k_days, k_midnight, false,
     "2026-12-26T23:59:59Z"},
    {"CalendarDaysNeedNoCalendar", "2030-01-01T09:00:00Z", 7, k_days, k_midnight, false,
     "2030-01-08T23:59:59Z"},
    {"LeapDay", "2028-02-28T09:00:00Z", 1, k_days, k_midnight, false, "2028-02-29T23:59:59Z"},
    {"LenientSaturday", "2026-11-21T12:00:00Z", 2, k_working, k_midnight, true,
     "2026-11-25T23:59:59Z"},
    {"LenientFridayInTime", "2026-11-20T17:00:00Z", 2, k_working, k_five, true,
     "2026-11-24T17:00:00Z"},
    {"LenientFridayLate", "2026-11-20T17:00:01Z", 2, k_working, k_five, true,
     "2026-11-25T17:00:00Z"},
    {"LenientMidnightIsNeverLate", "2026-11-20T23:59:59Z", 2, k_working, k_midnight, true,
     "2026-11-24T23:59:59Z"},
    {"LenientChristmasDay", "2026-12-25T12:00:00Z", 2, k_working, k_midnight, true,
     "2026-12-31T23:59:59Z"},
    {"LenientCalendarDays", "2026-11-21T12:00:00Z", 2, k_days, k_midnight, true,
     "2026-11-25T23:59:59Z"},
};
INSTANTIATE_TEST_SUITE_P(Table, LimitEnds, testing::ValuesIn(k_limits),
                         [](const auto& info) { return std::string{info.param.name}; });

struct Row {
  const char* date;
  int number;
  bool counts;
  const char* why;
};

void expect_rows(const std::vector<CountedDay>& got, const std::vector<Row>& expected) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    SCOPED_TRACE(expected[i].date);
    EXPECT_EQ(to_iso(got[i].date), expected[i].date);
    EXPECT_EQ(got[i].number, expected[i].number);
    EXPECT_EQ(got[i].counts, expected[i].counts);
    EXPECT_EQ(got[i].why, expected[i].why);
  }
}

TEST(Deadline, ArithmeticIsShownDayByDay) {
  const auto deadline =
      count({"", "2026-12-24T10:00:00Z", 2, k_working, k_midnight, false, ""}, {day("2026-12-29")});
  ASSERT_TRUE(deadline);
  expect_rows(deadline->arithmetic, {{"2026-12-24", 0, false, "day of receipt"},
                                     {"2026-12-25", 0, false, "bank holiday"},
                                     {"2026-12-26", 0, false, "Saturday"},
                                     {"2026-12-27", 0, false, "Sunday"},
                                     {"2026-12-28", 0, false, "bank holiday"},
                                     {"2026-12-29", 0, false, "closure day"},
                                     {"2026-12-30", 1, true, "working day 1"},
                                     {"2026-12-31", 2, true, "working day 2"}});
}

TEST(Deadline, LenientArithmeticShowsTheDayThatCounts) {
  const auto deadline = count({"", "2026-11-20T18:00:00Z", 1, k_working, k_five, true, ""});
  ASSERT_TRUE(deadline);
  expect_rows(deadline->arithmetic,
              {{"2026-11-20", 0, false, "day of receipt, after close of business"},
               {"2026-11-21", 0, false, "Saturday"},
               {"2026-11-22", 0, false, "Sunday"},
               {"2026-11-23", 0, false, "counts as the day of receipt"},
               {"2026-11-24", 1, true, "working day 1"}});
}

TEST(Deadline, CalendarDaysInTheArithmetic) {
  const auto deadline = count({"", "2026-11-20T09:00:00Z", 2, k_days, k_midnight, false, ""});
  ASSERT_TRUE(deadline);
  expect_rows(deadline->arithmetic, {{"2026-11-20", 0, false, "day of receipt"},
                                     {"2026-11-21", 1, true, "day 1"},
                                     {"2026-11-22", 2, true, "day 2"}});
}

TEST(Deadline, BeyondTheCalendarIsAnError) {
  for (const auto* received : {"2028-12-28T09:00:00Z", "2031-05-01T09:00:00Z"}) {
    const auto result = count({"", received, 2, k_working, k_midnight, false, ""});
    ASSERT_FALSE(result) << received;
    EXPECT_EQ(result.error().code, ErrorCode::settings);
  }
  EXPECT_FALSE(count({"", "2029-01-01T09:00:00Z", 2, k_days, k_midnight, true, ""}));
}

TEST(Deadline, ALimitWithoutDaysIsAnError) {
  EXPECT_FALSE(count({"", "2026-11-20T09:00:00Z", 0, k_working, k_midnight, false, ""}));
  EXPECT_FALSE(count({"", "2026-11-20T09:00:00Z", 1'000'000'000, k_days, k_midnight, false, ""}));
}

TEST(Deadline, ZonesThatChangeAtMidnight) {
  // Havana: on 8 March 2026 00:00 becomes 01:00 (05:00Z); on 1 November 01:00 becomes 00:00 again
  // (05:00Z). The last second of the day before is that before the first midnight.
  const auto havana = TimeZone::find("America/Havana").value();
  const auto calendar = calendar_of(Nation::england_and_wales);
  const Limit limit{1, k_days, LimitBase::received, ""};
  const auto end = [&](const char* received) {
    const auto from = parse_rfc3339(received).value();
    return to_rfc3339(
        deadline_for(DeadlineKind::respond, 1, limit, from, Policy{}, calendar, havana)->at);
  };
  EXPECT_EQ(end("2026-03-06T17:00:00Z"), "2026-03-08T04:59:59Z");
  EXPECT_EQ(end("2026-03-07T17:00:00Z"), "2026-03-09T03:59:59Z");
  EXPECT_EQ(end("2026-10-30T16:00:00Z"), "2026-11-01T03:59:59Z");
  EXPECT_EQ(end("2026-10-31T16:00:00Z"), "2026-11-02T04:59:59Z");
}

TEST(Deadline, KindsHaveNamesBothWays) {
  for (const auto* name : {"acknowledge", "contact", "respond", "act", "review"}) {
    const auto kind = deadline_kind(name);
    ASSERT_TRUE(kind) << name;
    EXPECT_EQ(to_string(*kind), name);
  }
  EXPECT_FALSE(deadline_kind("reply"));
  EXPECT_FALSE(deadline_kind(""));
}

}  // namespace
}  // namespace redress::domain
