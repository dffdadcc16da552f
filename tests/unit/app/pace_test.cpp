#include "daemon/app/pace.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

using std::chrono::seconds;

const Pace::Time k_start{seconds{1000}};

TEST(Pace, WithoutALimitAnyNumberGoesAtOnce) {
  Pace pace{std::nullopt};
  pace.sent(5000, k_start);
  EXPECT_GT(pace.allowed(k_start), 1'000'000U);
  EXPECT_LE(pace.next(), k_start);
}

TEST(Pace, NoMoreThanSoManyGoInAnyMinute) {
  Pace pace{3};
  EXPECT_EQ(pace.allowed(k_start), 3U);
  pace.sent(2, k_start);
  pace.sent(1, k_start + seconds{30});
  EXPECT_EQ(pace.allowed(k_start + seconds{59}), 0U);
  EXPECT_EQ(pace.next(), k_start + seconds{60});
  EXPECT_EQ(pace.allowed(k_start + seconds{60}), 2U);  // those of the start are a minute old
  EXPECT_EQ(pace.allowed(k_start + seconds{90}), 3U);
}

}  // namespace
}  // namespace redress::app
