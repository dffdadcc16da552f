#include "daemon/domain/reminders/daily_hours.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

struct HoursCase {
  const char* what;
  int open, close;        ///< hours of the policy
  std::optional<int> at;  ///< hour that is set
  const char* expected;
};
const HoursCase k_cases[] = {
    {"office hours", 9, 17, {}, "09:00 17:00"},
    {"an hour that is set", 9, 17, 13, "13:00 17:00"},
    {"after the house closes: the evening", 9, 17, 18, "18:00 20:00"},
    {"a day that ends at midnight", 9, 24, {}, "09:00 20:00"},
    {"a day that begins at midnight: not at night", 0, 24, {}, "06:00 20:00"},
    {"a house that opens at night", 21, 24, {}, "06:00 20:00"},
};

TEST(DailyHours, AreNeverAtNight) {
  for (const auto& c : k_cases) {
    Policy policy;
    policy.open_of_business = TimeOfDay{c.open * 60};
    policy.close_of_business = TimeOfDay{c.close * 60};
    const auto at = c.at ? std::optional{TimeOfDay{*c.at * 60}} : std::nullopt;
    const auto hours = daily_hours(policy, at);
    EXPECT_EQ(clock_text(hours.opening) + " " + clock_text(hours.evening), c.expected) << c.what;
    EXPECT_TRUE(hours.contains(hours.opening)) << c.what;
    EXPECT_FALSE(hours.contains(hours.evening)) << c.what;
  }
}

}  // namespace
}  // namespace redress::domain
