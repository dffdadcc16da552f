#include "daemon/domain/decide.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

Instant at(std::string_view text) {
  return parse_rfc3339(text).value();
}

SendTry sent(SendTry::Outcome outcome, int attempts = 0) {
  return {.mail = OutboxId{3},
          .purpose = MailPurpose::acknowledgement,
          .reference = CaseReference::parse("CIM-2026-000123").value(),
          .attempts = attempts,
          .outcome = outcome,
          .smtp_code = 250,
          .reply = "ok"};
}

TEST(Delivery, TakenByTheServerKeepsThePromise) {
  const auto now = at("2026-11-09T10:15:20Z");
  const auto change = decide_delivery(sent(SendTry::Outcome::accepted), now, 0);
  ASSERT_EQ(change.met.size(), 1U);
  EXPECT_EQ(change.met[0].at, now);
  ASSERT_EQ(change.statuses.size(), 2U);  // of a new case, and of a later stage
  EXPECT_EQ(change.statuses[0].status, CaseStatus::acknowledged);
  EXPECT_EQ(change.statuses[1].only_from, CaseStatus::escalated);
  EXPECT_EQ(change.deliveries[0].state, OutboxState::sent);
}

TEST(Delivery, PutOffIsTriedAgainLaterAndLater) {
  const auto now = at("2026-11-09T10:15:20Z");
  std::chrono::seconds before{0};
  for (int attempts = 0; attempts < 5; ++attempts) {
    const auto change = decide_delivery(sent(SendTry::Outcome::deferred, attempts), now, 0);
    EXPECT_EQ(change.deliveries[0].state, OutboxState::pending);
    const auto pause = change.deliveries[0].next_try - now;
    EXPECT_GT(pause, before);
    before = pause;
    EXPECT_EQ(change.notices.size(), attempts == 4 ? 1U : 0U) << "the fifth time staff are told";
    EXPECT_TRUE(change.met.empty());
  }
  const auto capped = decide_delivery(sent(SendTry::Outcome::deferred, 50), now, 0);
  EXPECT_EQ(capped.deliveries[0].next_try - now, std::chrono::hours{1});
}

TEST(Delivery, RefusedForGoodIsToldAndNotTriedAgain) {
  const auto change =
      decide_delivery(sent(SendTry::Outcome::refused), at("2026-11-09T10:15:20Z"), 0);
  EXPECT_EQ(change.deliveries[0].state, OutboxState::failed);
  EXPECT_EQ(change.notices.size(), 1U);
  EXPECT_TRUE(change.met.empty());
}

TEST(Delivery, AnUnknownOutcomeIsRepeatedOnceAndThenAPersonDecides) {
  const auto now = at("2026-11-09T10:15:20Z");
  const auto first = decide_delivery(sent(SendTry::Outcome::unknown, 0), now, 0);
  EXPECT_EQ(first.deliveries[0].state, OutboxState::unknown);
  EXPECT_LT(first.deliveries[0].next_try - now, std::chrono::hours{2});
  const auto second = decide_delivery(sent(SendTry::Outcome::unknown, 1), now, 0);
  EXPECT_EQ(second.deliveries[0].state, OutboxState::unknown);
  EXPECT_GT(second.deliveries[0].next_try - now, std::chrono::hours{24 * 365});
  EXPECT_EQ(second.notices.size(), 1U);
}

TEST(Delivery, AServerThatTakesNothingCostsAMailNoAttempt) {
  const auto now = at("2026-11-09T10:15:20Z");
  const auto change = decide_delivery(sent(SendTry::Outcome::unavailable, 4), now, 1);
  EXPECT_EQ(change.deliveries[0].state, OutboxState::pending);
  EXPECT_EQ(change.deliveries[0].next_try, now);
  EXPECT_FALSE(change.deliveries[0].counts);
  EXPECT_TRUE(change.notices.empty()) << "told of the server, once, and not of each mail";
  EXPECT_TRUE(change.met.empty());
}

}  // namespace
}  // namespace redress::domain
