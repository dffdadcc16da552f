#include "daemon/domain/office_hours.hpp"

#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

bool in(const char* open, const char* close, const char* now) {
  Policy policy;
  policy.open_of_business = parse_time_of_day(open).value();
  policy.close_of_business = parse_time_of_day(close).value();
  const auto calendar = test::calendar_of(Nation::england_and_wales);
  return staff_are_in(policy, calendar, TimeZone::find("Europe/London").value(),
                      parse_rfc3339(now).value());
}

TEST(OfficeHours, NothingIsToldAtNightOrOnADayOff) {
  struct Case {
    const char *open, *close, *now;
    bool in;
  };
  const Case cases[] = {
      {"09:00", "17:00", "2026-01-12T08:59:00Z", false},  // a Monday
      {"09:00", "17:00", "2026-01-12T09:00:00Z", true},
      {"09:00", "17:00", "2026-01-12T16:59:00Z", true},
      {"09:00", "17:00", "2026-01-12T17:00:00Z", false},
      {"09:00", "17:00", "2026-07-06T08:00:00Z", true},  // summer time
      {"09:00", "24:00", "2026-01-12T19:59:00Z", true},  // open until midnight: not after eight
      {"09:00", "24:00", "2026-01-12T20:00:00Z", false},
      {"00:00", "24:00", "2026-01-12T05:59:00Z", false},  // nor before six
      {"00:00", "24:00", "2026-01-12T06:00:00Z", true},
      {"21:00", "23:00", "2026-01-12T21:00:00Z", true},   // a night shift is in at night
      {"09:00", "17:00", "2026-01-10T10:00:00Z", false},  // a Saturday
      {"09:00", "17:00", "2026-05-25T10:00:00Z", false},  // the spring bank holiday
      {"09:00", "17:00", "2090-01-01T10:00:00Z", true},   // of a year that nobody knows
      {"09:00", "17:00", "2090-01-01T03:00:00Z", false},
  };
  for (const auto& one : cases) EXPECT_EQ(in(one.open, one.close, one.now), one.in) << one.now;
}

}  // namespace
}  // namespace redress::domain
