#include "daemon/adapters/sqlite/editor.hpp"
#include "tests/unit/sqlite/store_fixture.hpp"

#include <numeric>

namespace redress::tests {
namespace {

using domain::Change;
using domain::ErrorCode;
using domain::ManualVerb;
using domain::MessageKind;
using domain::MessageState;

class RegisterTest : public StoreTest {
 protected:
  void judge(std::int64_t message, MessageKind kind, MessageState state = MessageState::recorded) {
    Change change;
    change.verdict = verdict(message, kind);
    change.verdict->state = state;
    apply(change);
  }
  adapters::Editor& editor() {
    if (!editor_) {
      close();
      auto opened = adapters::Editor::open(path(), "redressctl:0");
      if (!opened) throw std::runtime_error(opened.error().text);
      editor_ = std::move(*opened);
    }
    return *editor_;
  }
  std::unique_ptr<adapters::Editor> editor_;
};

TEST_F(RegisterTest, TheLedgerAddsUp) {
  journal({1, 2, 3, 4, 5, 6, 7, 8});
  judge(1, MessageKind::complaint);
  judge(2, MessageKind::complaint, MessageState::held);
  judge(3, MessageKind::follow_up, MessageState::duplicate);
  judge(4, MessageKind::automatic);
  judge(5, MessageKind::complaint, MessageState::history);
  run(store().journal().quarantine({6}, "broken", k_now));
  judge(7, MessageKind::junk);

  const auto ledger = reading()->ledger();
  EXPECT_EQ(ledger.seen, 8);
  EXPECT_EQ(ledger.kinds.size(), domain::k_message_kinds.size());
  EXPECT_EQ(ledger.kinds.at(MessageKind::complaint), 3);
  EXPECT_EQ(ledger.kinds.at(MessageKind::automatic), 1);
  EXPECT_EQ(ledger.kinds.at(MessageKind::junk), 1);
  EXPECT_EQ(ledger.kinds.at(MessageKind::follow_up), 0);
  EXPECT_EQ(ledger.duplicate, 1);
  EXPECT_EQ(ledger.quarantined, 1);
  EXPECT_EQ(ledger.held, 1);
  EXPECT_EQ(ledger.unaccounted, 1);
  const auto kinds = std::accumulate(ledger.kinds.begin(), ledger.kinds.end(), std::int64_t{0},
                                     [](auto sum, const auto& kind) { return sum + kind.second; });
  EXPECT_EQ(ledger.seen, kinds + ledger.duplicate + ledger.quarantined + ledger.unaccounted);
}

TEST_F(RegisterTest, ACaseIsShownWithAllThatBelongsToIt) {
  journal({1});
  apply(opening());
  const auto detail = reading()->find_case(ref("EX-2026-000001"));
  ASSERT_TRUE(detail);
  EXPECT_EQ(detail->row.kind, "complaint");
  EXPECT_EQ(detail->row.status, domain::CaseStatus::received);
  EXPECT_EQ(detail->row.complainant.name, "Ann Other");
  EXPECT_FALSE(detail->row.acknowledged);
  ASSERT_EQ(detail->row.due.size(), 1U);
  EXPECT_EQ(detail->row.due[0].kind, domain::DeadlineKind::acknowledge);
  ASSERT_EQ(detail->messages.size(), 1U);
  EXPECT_EQ(detail->messages[0].message_id, "one@example.net");
  EXPECT_EQ(detail->messages[0].reference, "EX-2026-000001");
  ASSERT_EQ(detail->mails.size(), 1U);
  EXPECT_EQ(detail->mails[0].template_name, "acknowledgement");
  ASSERT_EQ(detail->events.size(), 1U);
  EXPECT_EQ(detail->events[0].what, "case_opened");
  EXPECT_EQ(detail->events[0].personal, R"({"name":"Ann Other","address":"ann@example.net"})");
  EXPECT_FALSE(detail->events[0].erased);
  const auto none = reading()->find_case(ref("EX-2026-000002"));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
  EXPECT_EQ(reading()->raw({9}).error().code, ErrorCode::not_found);
  EXPECT_EQ(reading()->message({9}).error().code, ErrorCode::not_found);
}

TEST_F(RegisterTest, StatusShowsWhatWaits) {
  const auto folder = journal({1, 2, 3});
  apply(opening());
  run(store().journal().quarantine({2}, "broken", k_now));
  run(store().journal().polled(folder, k_now));
  run(store().journal().trouble("enquiries", "login refused", k_now));
  const auto status = reading()->status(at("2026-11-27T00:00:00Z"));
  ASSERT_EQ(status.mailboxes.size(), 2U);
  EXPECT_EQ(status.mailboxes[0].name, "comments");
  EXPECT_EQ(status.mailboxes[0].folder, "INBOX");
  EXPECT_EQ(status.mailboxes[0].last_polled, k_now);
  EXPECT_EQ(status.mailboxes[0].trouble, "");
  EXPECT_EQ(status.mailboxes[1].name, "enquiries");
  EXPECT_EQ(status.mailboxes[1].trouble, "login refused");
  EXPECT_EQ(status.backlog, 1);
  EXPECT_EQ(status.unaccounted, 1);
  EXPECT_EQ(status.quarantined, 1);
  EXPECT_EQ(status.overdue_acknowledgements, 1);
  ASSERT_EQ(status.next_deadlines.size(), 1U);
  EXPECT_EQ(status.next_deadlines[0].reference, ref("EX-2026-000001"));
  EXPECT_EQ(status.outbox.at(domain::OutboxState::pending), 1);
  EXPECT_EQ(status.outbox.at(domain::OutboxState::failed), 0);
}

TEST_F(RegisterTest, ReadingWorksWhileATransactionIsOpen) {
  journal({1});
  const auto scenario = [&]() -> ports::Task<std::size_t> {
    auto unit = co_await store().cases().begin();
    co_await unit->apply(opening());
    const auto seen = reading()->cases().size();
    co_await unit->commit();
    co_return seen;
  };
  EXPECT_EQ(run(scenario()), 0U);
  EXPECT_EQ(reading()->cases().size(), 1U);
}

TEST_F(RegisterTest, TheEditorRefusesWhileADaemonRuns) {
  const auto opened = adapters::Editor::open(path(), "redressctl:0");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::conflict);
}

TEST_F(RegisterTest, TheEditorHoldsReleasesAndRetries) {
  journal({1});
  apply(opening());
  EXPECT_EQ(editor().carry_out({ManualVerb::retry, 1}, k_now, tokens_).error().code,
            ErrorCode::conflict);
  EXPECT_EQ(editor().carry_out({ManualVerb::release, 1}, k_now, tokens_).error().code,
            ErrorCode::conflict);
  EXPECT_EQ(editor().carry_out({ManualVerb::hold, 9}, k_now, tokens_).error().code,
            ErrorCode::not_found);
  ASSERT_TRUE(editor().carry_out({ManualVerb::hold, 1}, k_now, tokens_));
  EXPECT_EQ(reading()->outbox()[0].state, domain::OutboxState::held);
  EXPECT_EQ(editor().carry_out({ManualVerb::retry, 1}, k_now, tokens_).error().code,
            ErrorCode::conflict);
  ASSERT_TRUE(editor().carry_out({ManualVerb::release, 1}, k_now, tokens_));
  EXPECT_EQ(reading()->outbox()[0].state, domain::OutboxState::pending);
  editor_.reset();

  reopen();
  Change failed;
  failed.deliveries.push_back({.mail = {1},
                               .at = k_now,
                               .state = domain::OutboxState::failed,
                               .next_try = {},
                               .smtp_code = 550,
                               .reply = "no such user"});
  apply(failed);
  EXPECT_EQ(reading()->status(k_now).failed, 1);
  const auto later = k_now + std::chrono::hours{3};
  ASSERT_TRUE(editor().carry_out({ManualVerb::retry, 1}, later, tokens_));
  EXPECT_EQ(reading()->outbox()[0].state, domain::OutboxState::pending);
  EXPECT_EQ(reading()->outbox()[0].next_try, later);

  const auto events = reading()->find_case(ref("EX-2026-000001"))->events;
  std::vector<std::string> verbs;
  for (const auto& event : events) verbs.push_back(event.what);
  EXPECT_EQ(verbs, (std::vector<std::string>{"case_opened", "mail_held", "mail_released",
                                             "mail_retried"}));
  EXPECT_EQ(events.back().actor, "redressctl:0");
  EXPECT_EQ(reading()->verify().value(), 4);
}

TEST_F(RegisterTest, TheEditorReleasesTheAcknowledgementOfAHeldMessage) {
  journal({1, 2});
  auto held = opening();
  held.verdict->state = MessageState::held;
  held.mails[0].state = domain::OutboxState::held;
  held.mails[0].held_because = "abusive";
  apply(held);
  EXPECT_EQ(reading()->outbox()[0].held_because, "abusive");
  EXPECT_EQ(editor().carry_out({ManualVerb::release_message, 2}, k_now, tokens_).error().code,
            ErrorCode::conflict);
  ASSERT_TRUE(editor().carry_out({ManualVerb::release_message, 1}, k_now, tokens_));
  EXPECT_EQ(reading()->outbox()[0].state, domain::OutboxState::pending);
  EXPECT_EQ(reading()->message({1})->state, MessageState::recorded);
  EXPECT_EQ(reading()->find_case(ref("EX-2026-000001"))->events.back().what, "message_released");
}

TEST_F(RegisterTest, AMessageThatIsSettledWaitsForNobodyAndOwesNothing) {
  journal({1});
  Change held;
  held.verdict = opening().verdict;
  held.verdict->joined.reset();
  held.verdict->state = MessageState::held;
  held.verdict->held_because = "a stranger's";
  held.owed = domain::MessageOwed{
      {1},
      {.kind = domain::DeadlineKind::acknowledge, .at = k_now, .clause = {}, .arithmetic = {}}};
  apply(held);
  const auto later = k_now + std::chrono::hours{3};
  EXPECT_EQ(reading()->status(later).overdue_acknowledgements, 1);
  ASSERT_TRUE(editor().carry_out({ManualVerb::settle, 1, {}, "a joke of Ann's"}, later, tokens_));
  EXPECT_EQ(reading()->message({1})->state, MessageState::recorded);
  EXPECT_EQ(reading()->status(later).held, 0);
  EXPECT_EQ(reading()->status(later).overdue_acknowledgements, 0);
  EXPECT_EQ(reading()->verify().value(), 1);
  EXPECT_EQ(editor().carry_out({ManualVerb::settle, 1, {}, "again"}, later, tokens_).error().code,
            ErrorCode::conflict);
}

TEST_F(RegisterTest, AReplayedMessageIsReadAgain) {
  journal({1});
  run(store().journal().quarantine({1}, "broken", k_now));
  EXPECT_EQ(editor().carry_out({ManualVerb::replay, 2}, k_now, tokens_).error().code,
            ErrorCode::not_found);
  ASSERT_TRUE(editor().carry_out({ManualVerb::replay, 1}, k_now, tokens_));
  EXPECT_EQ(reading()->message({1})->state, MessageState::journalled);
  EXPECT_EQ(editor().carry_out({ManualVerb::replay, 1}, k_now, tokens_).error().code,
            ErrorCode::conflict);
  editor_.reset();
  reopen();
  const auto unread = run(store().journal().unread(10, 1000));
  ASSERT_EQ(unread.size(), 1U);
  EXPECT_EQ(unread[0].bytes, fetched(1).bytes);
  run(store().journal().quarantine({1}, "broken again", k_now + std::chrono::hours{1}));
  EXPECT_EQ(run(store().outbox().untold()).size(), 2U);
}

}  // namespace
}  // namespace redress::tests
