#include "daemon/domain/policy.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

TEST(Policy, NationsHaveNamesBothWays) {
  for (const auto* name : {"england-and-wales", "scotland", "northern-ireland"}) {
    const auto known = nation(name);
    ASSERT_TRUE(known) << name;
    EXPECT_EQ(to_string(*known), name);
  }
  EXPECT_FALSE(nation("England"));
  EXPECT_FALSE(nation(""));
}

}  // namespace
}  // namespace redress::domain
