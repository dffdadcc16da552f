#include "tests/unit/sqlite/store_fixture.hpp"

namespace redress::tests {
namespace {

using ports::FetchedMessage;

class JournalTest : public StoreTest {
 protected:
  ports::FolderRecord open(std::uint32_t validity, domain::Instant now = k_now) {
    return run(store().journal().open_folder("comments", "INBOX", ports::FolderUse::inbox,
                                             {validity}, now));
  }
  std::vector<ports::JournalledMessage> unread(std::size_t count = 1000,
                                               std::size_t bytes = 1U << 30U) {
    return run(store().journal().unread(count, bytes));
  }
  std::size_t append(domain::MailboxId folder, const std::vector<FetchedMessage>& messages,
                     std::optional<domain::Instant> history_before = std::nullopt) {
    return run(store().journal().append(folder, messages, history_before, k_now));
  }
};

TEST_F(JournalTest, AFolderIsNewUntilItWasReadToItsEnd) {
  const auto first = open(7);
  EXPECT_TRUE(first.first_time);
  EXPECT_FALSE(first.validity_changed);
  EXPECT_EQ(first.highest, domain::Uid{0});
  EXPECT_EQ(first.known_since, k_now);
  EXPECT_FALSE(first.last_polled);

  reopen();  // a crash in the first run
  const auto later = k_now + std::chrono::hours{1};
  const auto second = open(7, later);
  EXPECT_EQ(second.id, first.id);
  EXPECT_TRUE(second.first_time);
  EXPECT_EQ(second.known_since, k_now);

  run(store().journal().polled(second.id, later));
  const auto third = open(7, later);
  EXPECT_FALSE(third.first_time);
  EXPECT_EQ(third.last_polled, later);
}

TEST_F(JournalTest, ANewUidValidityIsSeenUntilItWasReadToItsEnd) {
  const auto old = open(7);
  append(old.id, {fetched(5)});
  run(store().journal().polled(old.id, k_now));

  const auto changed = open(8);
  EXPECT_NE(changed.id, old.id);
  EXPECT_TRUE(changed.validity_changed);
  EXPECT_FALSE(changed.first_time);
  EXPECT_EQ(changed.highest, domain::Uid{0});
  EXPECT_EQ(changed.last_polled, k_now);
  EXPECT_TRUE(open(8).validity_changed);

  auto before = fetched(1);
  before.internal_date = k_now - std::chrono::seconds{61};
  auto lately = fetched(3);  // the old connection may not have seen it any more
  lately.internal_date = k_now - std::chrono::seconds{30};
  append(changed.id, {before, fetched(2), lately});
  const auto messages = unread();
  ASSERT_EQ(messages.size(), 4U);
  EXPECT_FALSE(messages[0].relisted);  // of the old folder
  EXPECT_TRUE(messages[1].relisted);
  EXPECT_FALSE(messages[2].relisted);
  EXPECT_FALSE(messages[3].relisted);

  run(store().journal().polled(changed.id, k_now));
  EXPECT_FALSE(open(8).validity_changed);
  EXPECT_FALSE(open(7).validity_changed);
}

TEST_F(JournalTest, BytesComeBackAsTheyWere) {
  const auto folder = open(7);
  std::string bytes;
  for (int i = 0; i < 70'000; ++i) bytes += static_cast<char>(i * 31 % 256);
  append(folder.id, {{.uid = {3}, .internal_date = k_now, .size = 90'000, .bytes = bytes},
                     {.uid = {4}, .internal_date = k_now, .size = 0, .bytes = ""}});
  const auto messages = unread();
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].bytes, bytes);
  EXPECT_EQ(messages[0].size, 90'000U);
  EXPECT_EQ(messages[0].mailbox, "comments");
  EXPECT_EQ(messages[0].uid, domain::Uid{3});
  EXPECT_EQ(messages[0].internal_date, k_now);
  EXPECT_EQ(messages[1].bytes, "");
  EXPECT_EQ(reading()->raw(messages[0].id).value(), bytes);
}

TEST_F(JournalTest, AKnownUidStaysAsItIs) {
  const auto folder = open(7);
  EXPECT_EQ(append(folder.id, {fetched(1), fetched(2), fetched(1)}), 2U);
  auto other = fetched(2);
  other.bytes = "other";
  EXPECT_EQ(append(folder.id, {other, fetched(3)}), 1U);
  const auto messages = unread();
  ASSERT_EQ(messages.size(), 3U);
  EXPECT_EQ(messages[1].bytes, fetched(2).bytes);
  EXPECT_EQ(open(7).highest, domain::Uid{3});
}

TEST_F(JournalTest, WhatIsOlderThanTheStartIsHistory) {
  const auto folder = open(7);
  auto old = fetched(1);
  old.internal_date = k_now - std::chrono::seconds{1};
  append(folder.id, {old, fetched(2)}, k_now);
  const auto messages = unread();
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_TRUE(messages[0].history);
  EXPECT_FALSE(messages[1].history);
}

TEST_F(JournalTest, UnreadIsBoundedByCountAndBytesButNeverEmpty) {
  journal({1, 2, 3});
  const auto one = fetched(1).bytes.size();
  EXPECT_EQ(unread(2).size(), 2U);
  EXPECT_EQ(unread(10, 2 * one).size(), 2U);
  EXPECT_EQ(unread(10, 1).size(), 1U);
}

TEST_F(JournalTest, AThousandMessagesInOneAppendAreThereAfterReopening) {
  const auto folder = open(7);
  std::vector<FetchedMessage> messages;
  for (std::uint32_t uid = 1; uid <= 1000; ++uid) messages.push_back(fetched(uid));
  EXPECT_EQ(append(folder.id, messages), 1000U);
  reopen();
  const auto read = unread(2000);
  ASSERT_EQ(read.size(), 1000U);
  for (std::uint32_t uid = 1; uid <= 1000; ++uid) {
    EXPECT_EQ(read[uid - 1].uid, domain::Uid{uid});
    EXPECT_EQ(read[uid - 1].bytes, fetched(uid).bytes);
  }
}

TEST_F(JournalTest, QuarantineKeepsTheBytesTellsStaffAndLeavesATrace) {
  journal({1, 2});
  run(store().journal().quarantine({1}, "the reader gave up", k_now));
  const auto left = unread();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].id, domain::MessageRowId{2});

  const auto told = run(store().outbox().untold());
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].notice.kind, domain::NoticeKind::quarantined);
  EXPECT_EQ(told[0].notice.message, domain::MessageRowId{1});
  EXPECT_EQ(told[0].notice.text.find("gave up"), std::string::npos);

  const auto list = reading()->messages(domain::MessageState::quarantined);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].because, "the reader gave up");
  EXPECT_EQ(reading()->raw({1}).value(), fetched(1).bytes);
  EXPECT_EQ(reading()->verify().value(), 1);
  EXPECT_THROW(run(store().journal().quarantine({1}, "again", k_now)), adapters::StoreFailure);
  EXPECT_EQ(run(store().outbox().untold()).size(), 1U);
}

TEST_F(JournalTest, MarkedIsWhatHasAVerdictAndIsNotHistory) {
  const auto folder = journal({1, 2, 3, 4});
  auto old = fetched(5);
  old.internal_date = k_now - std::chrono::hours{1};
  append(folder, {old}, k_now);
  run(store().journal().quarantine({2}, "broken", k_now));
  for (const std::int64_t message : {1, 3, 5}) {
    domain::Change change;
    change.verdict = verdict(message);
    apply(change);
  }
  using Uids = std::vector<domain::Uid>;
  EXPECT_EQ(run(store().journal().to_mark(folder, 10)), (Uids{{1}, {3}}));
  EXPECT_EQ(run(store().journal().to_mark(folder, 1)), (Uids{{1}}));
  const Uids done{{1}};
  run(store().journal().marked(folder, done));
  EXPECT_EQ(run(store().journal().to_mark(folder, 10)), (Uids{{3}}));
}

TEST_F(JournalTest, TroubleKeepsItsStartAndGoes) {
  run(store().journal().trouble("comments", "login refused", k_now));
  run(store().journal().trouble("comments", "no route", k_now + std::chrono::hours{1}));
  auto status = reading()->status(k_now);
  ASSERT_EQ(status.mailboxes.size(), 1U);  // no folder was ever opened
  EXPECT_EQ(status.mailboxes[0].name, "comments");
  EXPECT_EQ(status.mailboxes[0].trouble, "no route");
  EXPECT_EQ(status.mailboxes[0].trouble_since, k_now);
  run(store().journal().trouble("comments", "", k_now));
  EXPECT_TRUE(reading()->status(k_now).mailboxes.empty());
}

}  // namespace
}  // namespace redress::tests
