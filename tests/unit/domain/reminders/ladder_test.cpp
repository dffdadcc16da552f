#include "daemon/domain/reminders/ladder.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

// 24 November 2026 is a Tuesday. Christmas Day 2026 is a Friday, and Monday 28 December the
// substitute of Boxing Day; New Year's Day 2027 is a Friday.

namespace redress::domain {
namespace {

using test::day;

const WorkingCalendar& calendar() {
  static const auto made = test::calendar_of(Nation::england_and_wales);
  return made;
}

struct RungCase {
  const char* limit;
  int rung;
  const char* expected;
};
constexpr RungCase k_rungs[] = {
    {"2026-11-27", -2, "2026-11-25"},
    {"2026-11-27", -1, "2026-11-26"},
    {"2026-11-27", 0, "2026-11-27"},
    {"2026-11-27", 1, "2026-11-30"},  // over a weekend
    {"2026-11-27", 2, "2026-12-01"},
    {"2026-11-29", -1, "2026-11-27"},  // a Sunday's limit: Friday is the last day to act
    {"2026-11-29", 0, "2026-11-27"},
    {"2026-11-29", 1, "2026-11-30"},
    {"2026-12-30", -2, "2026-12-24"},  // over Christmas and its substitute day
    {"2026-12-30", 2, "2027-01-04"},   // 31 December is the first
    {"2026-12-25", 0, "2026-12-24"},   // a bank holiday's limit
};

TEST(Ladder, ARungHasItsWorkingDay) {
  for (const auto& c : k_rungs) {
    EXPECT_EQ(to_iso(day_of_rung(day(c.limit), c.rung, calendar()).value()), c.expected)
        << c.limit << " " << c.rung;
  }
}

TEST(Ladder, WhereTheCalendarEndsThereIsAnError) {
  const Date last{std::chrono::year{calendar().last_year()}, std::chrono::December,
                  std::chrono::day{29}};
  EXPECT_FALSE(day_of_rung(last, 5, calendar()));
  EXPECT_TRUE(day_of_rung(last, -5, calendar()));
}

struct BetweenCase {
  const char* from;
  const char* to;
  int expected;
};
constexpr BetweenCase k_between[] = {
    {"2026-11-24", "2026-11-24", 0}, {"2026-11-24", "2026-11-27", 3},
    {"2026-11-27", "2026-11-29", 0},  // only the weekend lies between
    {"2026-11-27", "2026-11-30", 1}, {"2026-11-30", "2026-11-27", -1},
    {"2026-12-24", "2026-12-29", 1},
};

TEST(Ladder, WorkingDaysBetweenTwoDays) {
  for (const auto& c : k_between) {
    EXPECT_EQ(working_days_between(day(c.from), day(c.to), calendar()).value(), c.expected)
        << c.from << " " << c.to;
  }
}

struct TodayCase {
  const char* limit;
  const char* today;
  std::optional<int> expected;
};
const TodayCase k_today[] = {
    {"2026-11-27", "2026-11-24", std::nullopt},
    {"2026-11-27", "2026-11-25", -2},
    {"2026-11-27", "2026-11-26", -1},
    {"2026-11-27", "2026-11-27", 0},
    {"2026-11-27", "2026-11-30", 1},
    {"2026-11-27", "2026-12-01", 2},
    {"2026-11-27", "2026-12-15", 2},             // ten working days after 1 December
    {"2026-11-27", "2026-12-16", std::nullopt},  // the digest alone tells it
    {"2026-11-27", "2027-11-26", std::nullopt},
    {"1999-12-31", "2026-11-24", std::nullopt},  // years that no calendar covers
    {"2026-11-29", "2026-11-27", 0},             // -1 and 0 fall on one day: the later one
};

TEST(Ladder, OfAllRungsThatHaveComeTheLastOneSpeaks) {
  const auto ladder = ladder_for(Policy{}, DeadlineKind::respond);
  for (const auto& c : k_today) {
    const auto rung = rung_on(day(c.limit), ladder, day(c.today), calendar());
    ASSERT_TRUE(rung) << rung.error().text;
    EXPECT_EQ(*rung, c.expected) << c.limit << " on " << c.today;
  }
}

TEST(Ladder, ARungBeforeALimitIsNotToldAfterIt) {
  const std::vector<ReminderRule> before{{-1, "owner"}};
  for (const auto& [today, expected] :
       {std::pair{"2026-11-26", std::optional{-1}}, std::pair{"2026-11-27", std::optional{-1}},
        std::pair{"2026-11-30", std::optional<int>{}}}) {
    EXPECT_EQ(rung_on(day("2026-11-27"), before, day(today), calendar()).value(), expected)
        << today;
  }
}

TEST(Ladder, RungsOfAKindStandInPlaceOfTheGeneralOnes) {
  Policy policy;
  policy.reminders = {
      {3, "senior-management"}, {-5, "owner"}, {-1, "owner", DeadlineKind::acknowledge}};
  const auto general = ladder_for(policy, DeadlineKind::respond);
  ASSERT_EQ(general.size(), 2U);
  EXPECT_EQ(general.front().at, -5);  // in the order of their days
  const auto own = ladder_for(policy, DeadlineKind::acknowledge);
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own.front().at, -1);
}

TEST(Ladder, WhereTheCalendarEndsWeekdaysAreWorked) {
  const auto own = calendar();
  const auto enough = with_years_around(own, day("2026-11-25"));
  EXPECT_EQ(enough.last_year(), own.last_year());
  // Three weeks before the end of what is known, and in the year after it.
  const Date december{std::chrono::year{own.last_year()}, std::chrono::December,
                      std::chrono::day{10}};
  const Date later{std::chrono::year{own.last_year() + 1}, std::chrono::December,
                   std::chrono::day{25}};
  for (const auto today : {december, later}) {
    const auto made = with_years_around(own, today);
    EXPECT_EQ(made.last_year(), int{today.year()} + 1);
    EXPECT_FALSE(made.is_working_day(day("2026-12-25")).value());  // what is known stays known
    EXPECT_FALSE(made.is_working_day(day("2026-11-28")).value());
    EXPECT_TRUE(made.is_working_day(day("2026-11-27")).value());
    EXPECT_TRUE(made.working_days_after(today, 60));
  }
  const auto made = with_years_around(own, later);
  const std::chrono::weekday weekday{std::chrono::sys_days{later}};
  EXPECT_EQ(made.is_working_day(later).value(),
            weekday != std::chrono::Saturday && weekday != std::chrono::Sunday);
  EXPECT_FALSE(own.is_working_day(later));
}

TEST(Ladder, TheDayOfAReviewHasALetterOfItsOwn) {
  for (const auto& rule : ladder_for(Policy{}, DeadlineKind::review)) EXPECT_LT(rule.at, 0);
}

CaseDeadline deadline(DeadlineKind kind, const char* at) {
  CaseDeadline one;
  one.deadline.kind = kind;
  one.deadline.at = parse_rfc3339(at).value();
  return one;
}

TEST(Ladder, RemindersToComeAreThoseOfOpenLimits) {
  const auto zone = TimeZone::find("Europe/London").value();
  auto met = deadline(DeadlineKind::acknowledge, "2026-11-26T23:59:59Z");
  met.met = parse_rfc3339("2026-11-24T10:00:00Z").value();
  auto dropped = deadline(DeadlineKind::contact, "2026-11-26T23:59:59Z");
  dropped.dropped = true;
  const auto open = deadline(DeadlineKind::respond, "2026-11-27T23:59:59Z");
  const auto planned =
      reminders_of({met, dropped, open}, Policy{}, TimeOfDay{9 * 60}, calendar(), zone);
  ASSERT_EQ(planned.size(), 5U);
  EXPECT_EQ(to_rfc3339(planned.front().at), "2026-11-25T09:00:00Z");
  EXPECT_EQ(planned.front().to, "owner");
  EXPECT_EQ(to_rfc3339(planned.back().at), "2026-12-01T09:00:00Z");
  EXPECT_EQ(planned.back().to, "manager");
}

TEST(Ladder, SummerTimeMovesTheHour) {
  const auto zone = TimeZone::find("Europe/London").value();
  const auto open = deadline(DeadlineKind::respond, "2026-07-03T22:59:59Z");  // a Friday
  const auto planned = reminders_of({open}, Policy{}, TimeOfDay{9 * 60}, calendar(), zone);
  EXPECT_EQ(to_rfc3339(planned.at(2).at), "2026-07-03T08:00:00Z");
}

}  // namespace
}  // namespace redress::domain
