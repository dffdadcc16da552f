#include "daemon/domain/time.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

using namespace std::chrono_literals;

Instant at(std::string_view text) {
  return parse_rfc3339(text).value();
}

TEST(Time, Rfc3339GoesBothWays) {
  EXPECT_EQ(to_rfc3339(at("2026-11-24T10:15:00Z")), "2026-11-24T10:15:00Z");
  EXPECT_EQ(to_rfc3339(at("2026-07-01T00:30:00+01:00")), "2026-06-30T23:30:00Z");
  EXPECT_EQ(to_rfc3339(at("2026-11-24t10:15:00.25z")), "2026-11-24T10:15:00Z");
  EXPECT_EQ(to_rfc3339(at("2026-11-24 10:15:00-05:30")), "2026-11-24T15:45:00Z");
}

TEST(Time, RefusesWhatIsNoTime) {
  for (const auto* text : {"", "2026-11-24", "2026-02-30T10:00:00Z", "2026-11-24T24:00:00Z",
                           "2026-11-24T10:15:00", "2026-11-24T10:15:00Zx", "tomorrow"}) {
    EXPECT_FALSE(parse_rfc3339(text)) << text;
  }
  for (const auto* text : {"24:01", "7:00", "12:60", "noon", ""}) {
    EXPECT_FALSE(parse_time_of_day(text)) << text;
  }
  EXPECT_EQ(parse_time_of_day("24:00").value(), 24h);
}

TEST(TimeZone, FollowsTheClockChanges) {
  const auto london = TimeZone::find("Europe/London").value();
  const auto day = [](int month, unsigned d) {
    return Date{std::chrono::year{2026}, std::chrono::month{static_cast<unsigned>(month)},
                std::chrono::day{d}};
  };
  EXPECT_EQ(to_rfc3339(london.at(day(7, 1), 17h)), "2026-07-01T16:00:00Z");
  EXPECT_EQ(to_rfc3339(london.at(day(12, 1), 17h)), "2026-12-01T17:00:00Z");
  // 29 March 2026: 01:00 to 02:00 does not exist. 25 October: 01:00 to 02:00 comes twice.
  EXPECT_EQ(to_rfc3339(london.at(day(3, 29), 1h + 30min)), "2026-03-29T01:00:00Z");
  EXPECT_EQ(to_rfc3339(london.at(day(10, 25), 1h + 30min)), "2026-10-25T00:30:00Z");
  EXPECT_EQ(to_iso(london.date_of(at("2026-06-30T23:30:00Z"))), "2026-07-01");
  EXPECT_EQ(london.time_of_day(at("2026-06-30T23:30:00Z")), 30min);
  // 24:00 is the midnight that ends the day.
  EXPECT_EQ(to_rfc3339(london.at(day(7, 1), 24h)), "2026-07-01T23:00:00Z");
}

TEST(TimeZone, RefusesAnUnknownName) {
  EXPECT_FALSE(TimeZone::find("Europe/Atlantis"));
}

TEST(Time, SaysDatesAsLettersDo) {
  EXPECT_EQ(long_date(parse_date("2026-11-24").value()), "Tuesday 24 November 2026");
  EXPECT_EQ(clock_text(9h + 5min), "09:05");
}

}  // namespace
}  // namespace redress::domain
