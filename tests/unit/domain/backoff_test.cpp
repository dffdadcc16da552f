#include "daemon/domain/backoff.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

using namespace std::chrono_literals;

TEST(Backoff, DoublesFromTheFirstPauseToTheLongest) {
  const Backoff backoff{.first = 2s, .longest = 5min, .jitter_share = 0.25};
  const struct {
    int failures;
    std::chrono::milliseconds pause;
  } cases[] = {{1, 2s}, {2, 4s}, {3, 8s}, {8, 256s}, {9, 5min}, {10, 5min}, {1'000'000, 5min}};
  for (const auto& [failures, pause] : cases) {
    EXPECT_EQ(pause_after(backoff, failures, 0), pause) << failures;
  }
}

TEST(Backoff, JitterAddsAtMostItsShare) {
  const Backoff backoff{.first = 100s, .longest = 1000s, .jitter_share = 0.25};
  EXPECT_EQ(pause_after(backoff, 1, 0.5), 112'500ms);
  EXPECT_EQ(pause_after(backoff, 1, 1), 125s);
  EXPECT_EQ(pause_after(backoff, 9, 1), 1250s);
  EXPECT_EQ(pause_after(backoff, 1, 7), 125s) << "a share above one counts as one";
}

TEST(Backoff, AFirstPauseAboveTheLongestIsTheLongest) {
  EXPECT_EQ(pause_after({.first = 1h, .longest = 1min, .jitter_share = 0}, 1, 0), 1min);
}

TEST(Backoff, ARefusedLoginWaitsLonger) {
  const RetryRules rules;
  EXPECT_EQ(pause_after(rules.of(ErrorCode::login_refused), 1, 0), 5min);
  EXPECT_EQ(pause_after(rules.of(ErrorCode::login_refused), 9, 0), 1h);
  EXPECT_EQ(pause_after(rules.of(ErrorCode::unreachable), 1, 0), 2s);
  EXPECT_EQ(pause_after(rules.of(ErrorCode::server_busy), 99, 0), 5min);
}

}  // namespace
}  // namespace redress::domain
