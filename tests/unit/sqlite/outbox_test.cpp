#include "tests/unit/sqlite/store_fixture.hpp"

namespace redress::tests {
namespace {

using domain::Change;
using domain::OutboxState;

class OutboxTest : public StoreTest {
 protected:
  OutboxTest() {
    journal({1});
    apply(opening());
  }
  std::vector<ports::DueMail> claim(domain::Instant now = k_now, std::size_t count = 10) {
    return run(store().outbox().claim(now, count));
  }
  adapters::OutboxRow row(std::size_t index = 0) { return reading()->outbox().at(index); }
  void delivered(OutboxState state, domain::Instant next_try = {}, int code = 250) {
    Change change;
    change.deliveries.push_back({.mail = {1},
                                 .at = k_now,
                                 .state = state,
                                 .next_try = next_try,
                                 .smtp_code = code,
                                 .reply = "reply of the server"});
    apply(change);
  }
  std::optional<domain::Instant> next_due() { return run(store().outbox().next_due()); }
};

TEST_F(OutboxTest, DueMailIsClaimedOnce) {
  EXPECT_TRUE(claim(k_now - std::chrono::seconds{1}).empty());
  const auto due = claim();
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].id, domain::OutboxId{1});
  EXPECT_EQ(due[0].purpose, domain::MailPurpose::acknowledgement);
  EXPECT_EQ(due[0].reference, ref("EX-2026-000001"));
  EXPECT_EQ(due[0].attempts, 0);
  EXPECT_EQ(due[0].envelope_from, mail("comments+b@example.org"));
  EXPECT_EQ(due[0].to.str(), "Ann@Example.net");
  EXPECT_EQ(due[0].bytes, opening().mails[0].bytes);
  EXPECT_EQ(row().state, OutboxState::sending);
  EXPECT_TRUE(claim().empty());
}

TEST_F(OutboxTest, WhatACrashLeftInSendingIsPendingAgain) {
  claim();
  reopen();
  EXPECT_EQ(run(store().outbox().recover()), 1U);
  EXPECT_EQ(run(store().outbox().recover()), 0U);
  const auto due = claim();
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].attempts, 0) << "nothing was heard of that try";
}

TEST_F(OutboxTest, ASentAcknowledgementIsKeptWithItsReply) {
  claim();
  delivered(OutboxState::sent);
  const auto sent = row();
  EXPECT_EQ(sent.state, OutboxState::sent);
  EXPECT_EQ(sent.sent, k_now);
  EXPECT_EQ(sent.attempts, 1);
  EXPECT_EQ(sent.last_reply, "reply of the server");
  EXPECT_EQ(sent.subject, "[EX-2026-000001] Your complaint");
  EXPECT_TRUE(reading()->cases()[0].acknowledged);
  EXPECT_TRUE(claim(k_now + std::chrono::hours{9999}).empty());
}

TEST_F(OutboxTest, ADeferredOrUnknownMailIsClaimedAgainInItsTime) {
  for (const auto state : {OutboxState::pending, OutboxState::unknown}) {
    SCOPED_TRACE(to_string(state));
    claim(k_now + std::chrono::hours{1});
    const auto next = k_now + std::chrono::hours{1};
    delivered(state, next, 0);
    EXPECT_EQ(row().state, state);
    EXPECT_EQ(next_due(), next);
    EXPECT_TRUE(claim(next - std::chrono::seconds{1}).empty());
  }
  EXPECT_EQ(claim(k_now + std::chrono::hours{1}).size(), 1U);
}

TEST_F(OutboxTest, DutyAlertsGoFirstThenTheLongestDue) {
  Change change;
  change.mails.push_back(acknowledgement("s2", "EX-2026-000001"));
  change.mails[0].not_before = k_now - std::chrono::hours{1};
  change.mails.push_back(acknowledgement("s3", "EX-2026-000001"));
  change.mails[1].purpose = domain::MailPurpose::duty_alert;
  apply(change);
  std::vector<std::int64_t> order;
  for (int i = 0; i < 3; ++i) order.push_back(claim(k_now, 1).at(0).id.value);
  EXPECT_EQ(order, (std::vector<std::int64_t>{3, 2, 1}));
}

TEST_F(OutboxTest, MailIsHeldAndReleased) {
  Change hold;
  hold.held.push_back({1});
  apply(hold);
  EXPECT_EQ(row().state, OutboxState::held);
  EXPECT_TRUE(claim().empty());
  Change release;
  release.released.push_back({1});
  apply(release);
  EXPECT_EQ(claim().size(), 1U);
  delivered(OutboxState::failed, {}, 550);
  EXPECT_TRUE(claim().empty());
  apply(release);
  EXPECT_EQ(claim().size(), 1U);
}

TEST_F(OutboxTest, NextDueIsMailOrTheSecondAfterAPromise) {
  EXPECT_EQ(next_due(), k_now);
  claim();
  const auto promise = at("2026-11-26T17:00:00Z");
  EXPECT_EQ(next_due(), promise + std::chrono::seconds{1});
  EXPECT_TRUE(run(store().outbox().overdue(promise)).empty());
  const auto late = run(store().outbox().overdue(promise + std::chrono::seconds{1}));
  ASSERT_EQ(late.size(), 1U);
  EXPECT_EQ(late[0].reference, ref("EX-2026-000001"));
  EXPECT_FALSE(late[0].message);
  EXPECT_EQ(late[0].at, promise);

  Change notice;
  notice.notices.push_back({.kind = domain::NoticeKind::overdue,
                            .key = "overdue:EX-2026-000001",
                            .at = promise + std::chrono::seconds{1},
                            .reference = ref("EX-2026-000001"),
                            .message = std::nullopt,
                            .text = "EX-2026-000001 is overdue"});
  apply(notice);
  EXPECT_FALSE(next_due());
  EXPECT_TRUE(run(store().outbox().overdue(promise + std::chrono::hours{1})).empty());
  EXPECT_EQ(reading()->status(promise + std::chrono::hours{1}).overdue_acknowledgements, 1);

  // Met and re-opened: the key is known, and still the promise does not come up for ever.
  Change again;
  again.met.push_back({ref("EX-2026-000001"), domain::DeadlineKind::acknowledge, promise});
  again.reopened.push_back({ref("EX-2026-000001"), domain::DeadlineKind::acknowledge});
  apply(again);
  EXPECT_EQ(run(store().outbox().overdue(promise + std::chrono::hours{1})).size(), 1U);
  apply(notice);
  EXPECT_TRUE(run(store().outbox().overdue(promise + std::chrono::hours{1})).empty());
}

TEST_F(OutboxTest, EveryPromiseIsToldAsOverdueOnceItIsNotKept) {
  claim();
  Change change;
  change.updates.push_back(promising(
      "EX-2026-000001", {deadline(domain::DeadlineKind::respond, "2026-11-25T17:00:00Z")}));
  apply(change);
  EXPECT_EQ(next_due(), at("2026-11-25T17:00:01Z"));
  EXPECT_TRUE(run(store().outbox().overdue(at("2026-11-25T17:00:00Z"))).empty());
  const auto late = run(store().outbox().overdue(at("2026-12-01T00:00:00Z")));
  ASSERT_EQ(late.size(), 1U) << "the acknowledgement's deadline is not the case's any more";
  EXPECT_EQ(late[0].kind, domain::DeadlineKind::respond);
}

TEST_F(OutboxTest, ANoticeIsRecordedOnceAndToldOnce) {
  Change change;
  change.notices.push_back({.kind = domain::NoticeKind::system,
                            .key = "k2",
                            .at = k_now + std::chrono::seconds{1},
                            .reference = std::nullopt,
                            .message = std::nullopt,
                            .text = "second"});
  change.notices.push_back({.kind = domain::NoticeKind::held,
                            .key = "k1",
                            .at = k_now,
                            .reference = ref("EX-2026-000001"),
                            .message = domain::MessageRowId{1},
                            .text = "first"});
  apply(change);
  apply(change);
  const auto untold = run(store().outbox().untold());
  ASSERT_EQ(untold.size(), 2U);
  EXPECT_EQ(untold[0].notice.key, "k1");
  EXPECT_EQ(untold[0].notice.kind, domain::NoticeKind::held);
  EXPECT_EQ(untold[0].notice.reference, ref("EX-2026-000001"));
  EXPECT_EQ(untold[0].notice.message, domain::MessageRowId{1});
  EXPECT_EQ(untold[1].notice.text, "second");
  EXPECT_EQ(reading()->status(k_now).untold, 2);

  Change telling;
  telling.mails.push_back(acknowledgement("s2", "EX-2026-000001"));
  telling.mails[0].purpose = domain::MailPurpose::staff_notice;
  telling.mails[0].reference.reset();
  telling.told = {"k1", "k2"};
  apply(telling);
  EXPECT_TRUE(run(store().outbox().untold()).empty());
  apply(change);
  EXPECT_TRUE(run(store().outbox().untold()).empty());
}

}  // namespace
}  // namespace redress::tests
