#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

using test::calendar_of;
using test::day;

constexpr auto k_england = Nation::england_and_wales;
constexpr auto k_scotland = Nation::scotland;
constexpr auto k_ireland = Nation::northern_ireland;

struct AfterCase {
  const char* name;
  Nation nation;
  const char* from;
  int count;
  const char* expected;
};

void PrintTo(const AfterCase& c, std::ostream* out) {
  *out << c.name;
}

class WorkingDaysAfter : public testing::TestWithParam<AfterCase> {};

TEST_P(WorkingDaysAfter, IsTheDay) {
  const auto& c = GetParam();
  const auto calendar = calendar_of(c.nation);
  const auto result = calendar.working_days_after(day(c.from), c.count);
  ASSERT_TRUE(result) << result.error().text;
  EXPECT_EQ(to_iso(*result), c.expected);
}

// Reasoned from the weekdays and the proclaimed bank holidays of each year.
constexpr AfterCase k_after[] = {
    {"MondayTwo", k_england, "2026-11-23", 2, "2026-11-25"},
    {"FridayTwo", k_england, "2026-11-20", 2, "2026-11-24"},
    {"SaturdayTwo", k_england, "2026-11-21", 2, "2026-11-24"},
    {"SundayTwo", k_england, "2026-11-22", 2, "2026-11-24"},
    {"FourWeeks", k_england, "2026-11-20", 20, "2026-12-18"},
    {"TwentyOverChristmas", k_england, "2026-12-11", 20, "2027-01-13"},
    {"TwentyOverChristmasScotland", k_scotland, "2026-12-11", 20, "2027-01-14"},
    {"Christmas2020BoxingSaturday", k_england, "2020-12-24", 2, "2020-12-30"},
    {"Christmas2021Weekend", k_england, "2021-12-24", 2, "2021-12-30"},
    {"NewYear2022Saturday", k_england, "2021-12-31", 2, "2022-01-05"},
    {"NewYear2022Scotland", k_scotland, "2021-12-31", 2, "2022-01-06"},
    {"Christmas2022Sunday", k_england, "2022-12-23", 2, "2022-12-29"},
    {"NewYear2023Sunday", k_england, "2022-12-30", 2, "2023-01-04"},
    {"Christmas2026BoxingSaturday", k_england, "2026-12-24", 2, "2026-12-30"},
    {"Christmas2027Weekend", k_england, "2027-12-24", 2, "2027-12-30"},
    {"NewYear2028Saturday", k_england, "2027-12-31", 2, "2028-01-05"},
    {"NewYear2028Scotland", k_scotland, "2027-12-31", 2, "2028-01-06"},
    {"Christmas2028Monday", k_england, "2028-12-22", 2, "2028-12-28"},
    {"Easter2026", k_england, "2026-04-02", 2, "2026-04-08"},
    {"Easter2026ScotlandWorksOnMonday", k_scotland, "2026-04-02", 2, "2026-04-07"},
    {"Easter2026Ireland", k_ireland, "2026-04-02", 2, "2026-04-08"},
    {"SecondJanuaryScotland", k_scotland, "2025-12-31", 1, "2026-01-05"},
    {"SecondJanuaryEngland", k_england, "2025-12-31", 1, "2026-01-02"},
    {"StAndrew", k_scotland, "2026-11-27", 1, "2026-12-01"},
    {"StAndrewEngland", k_england, "2026-11-27", 1, "2026-11-30"},
    {"StAndrewSundaySubstitute", k_scotland, "2025-11-28", 1, "2025-12-02"},
    {"TwelfthJulySundaySubstitute", k_ireland, "2026-07-10", 1, "2026-07-14"},
    {"TwelfthJulyEngland", k_england, "2026-07-10", 1, "2026-07-13"},
    {"StPatrick", k_ireland, "2026-03-16", 1, "2026-03-18"},
    {"StPatrickEngland", k_england, "2026-03-16", 1, "2026-03-17"},
    {"SummerBankHolidayEngland", k_england, "2026-08-28", 1, "2026-09-01"},
    {"SummerBankHolidayScotlandIsEarly", k_scotland, "2026-07-31", 1, "2026-08-04"},
    {"SummerInScotlandIsNotLate", k_scotland, "2026-08-28", 1, "2026-08-31"},
    {"MayDayMovedForVeDay2020", k_england, "2020-05-01", 1, "2020-05-04"},
    {"VeDay2020", k_england, "2020-05-07", 1, "2020-05-11"},
    {"Jubilee2022", k_england, "2022-06-01", 2, "2022-06-07"},
    {"Jubilee2012", k_england, "2012-06-01", 1, "2012-06-06"},
    {"StateFuneral2022", k_ireland, "2022-09-16", 1, "2022-09-20"},
    {"Coronation2023", k_scotland, "2023-05-05", 1, "2023-05-09"},
    {"WorldCup2026Scotland", k_scotland, "2026-06-12", 1, "2026-06-16"},
    {"WorldCup2026England", k_england, "2026-06-12", 1, "2026-06-15"},
    {"FromBeforeTheFirstYear", k_england, "2011-12-31", 1, "2012-01-03"},
};
INSTANTIATE_TEST_SUITE_P(Table, WorkingDaysAfter, testing::ValuesIn(k_after),
                         [](const auto& info) { return std::string{info.param.name}; });

TEST(Calendar, ClosureDaysAreNotWorked) {
  const auto calendar = calendar_of(k_england, {day("2026-11-24"), day("2026-11-26")});
  EXPECT_EQ(to_iso(calendar.working_days_after(day("2026-11-23"), 1).value()), "2026-11-25");
  EXPECT_EQ(to_iso(calendar.working_days_after(day("2026-11-23"), 2).value()), "2026-11-27");
  EXPECT_FALSE(calendar.is_working_day(day("2026-11-24")).value());
}

TEST(Calendar, OnOrAfterStaysOrMoves) {
  const auto calendar = calendar_of(k_england);
  EXPECT_EQ(to_iso(calendar.on_or_after(day("2026-11-20")).value()), "2026-11-20");
  EXPECT_EQ(to_iso(calendar.on_or_after(day("2026-11-21")).value()), "2026-11-23");
  EXPECT_EQ(to_iso(calendar.on_or_after(day("2026-12-25")).value()), "2026-12-29");
}

TEST(Calendar, AYearThatIsNotCoveredIsAnError) {
  const auto calendar = calendar_of(k_england);
  for (const auto* date : {"2011-12-30", "2029-01-02", "1970-01-01"}) {
    const auto result = calendar.is_working_day(day(date));
    ASSERT_FALSE(result) << date;
    EXPECT_EQ(result.error().code, ErrorCode::settings);
    EXPECT_NE(result.error().text.find("2012 to 2028"), std::string::npos) << result.error().text;
  }
  // 29 December 2028 is a Friday and the last working day that is known.
  EXPECT_TRUE(calendar.working_days_after(day("2028-12-28"), 1));
  EXPECT_FALSE(calendar.working_days_after(day("2028-12-28"), 2));
  EXPECT_FALSE(calendar.on_or_after(day("2028-12-30")));
}

TEST(Calendar, ACountBelowOneIsAnError) {
  const auto calendar = calendar_of(k_england);
  EXPECT_FALSE(calendar.working_days_after(day("2026-11-20"), 0));
  EXPECT_FALSE(calendar.working_days_after(day("2026-11-20"), -1));
}

TEST(Calendar, RunsOutSoonInItsLastHalfYear) {
  const auto calendar = calendar_of(k_england);
  EXPECT_FALSE(calendar.runs_out_soon(day("2028-06-30")));
  EXPECT_TRUE(calendar.runs_out_soon(day("2028-07-01")));
  EXPECT_TRUE(calendar.runs_out_soon(day("2029-03-01")));
}

TEST(Calendar, MakeRefusesWhatCannotBe) {
  const Date impossible{std::chrono::year{2026}, std::chrono::February, std::chrono::day{30}};
  EXPECT_FALSE(WorkingCalendar::make(k_england, {}, 2027, 2026));
  EXPECT_FALSE(WorkingCalendar::make(k_england, {day("2028-01-03")}, 2026, 2027));
  EXPECT_FALSE(WorkingCalendar::make(k_england, {impossible}, 2026, 2027));
  EXPECT_FALSE(WorkingCalendar::make(k_england, {}, 2026, 2027, {impossible}));
  EXPECT_TRUE(WorkingCalendar::make(k_england, {}, 2026, 2026, {day("2030-01-02")}));
}

}  // namespace
}  // namespace redress::domain
