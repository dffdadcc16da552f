#include "daemon/adapters/sqlite/history.hpp"
#include "daemon/adapters/sqlite/editor.hpp"
#include "tests/unit/sqlite/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace redress::tests {
namespace {

class HistoryTest : public StoreTest {
 protected:
  static ports::ImportBatch batch(std::initializer_list<const char*> digests,
                                  const char* mailbox = "comments") {
    ports::ImportBatch made{.mailbox = mailbox, .actor = "redressctl:uid 0", .messages = {}};
    for (const auto* digest : digests) {
      const auto bytes = std::string{"Subject: "} + digest + "\n\nIt broke.\n";
      made.messages.push_back({.internal_date = at("2019-03-01T10:15:00Z"),
                               .size = bytes.size(),
                               .bytes = bytes,
                               .digest = digest});
    }
    return made;
  }
  ports::ImportCount append(const ports::ImportBatch& history) {
    return run(store().journal().append_history(history, k_now));
  }
  std::vector<ports::JournalledMessage> unread() {
    return run(store().journal().unread(1000, 1U << 30U));
  }
  std::int64_t events() {
    SQLite::Database database{path()};
    return database.execAndGet("SELECT count(*) FROM event WHERE what = 'history_imported'")
        .getInt64();
  }
};

TEST_F(HistoryTest, EachMessageIsARowOfHistoryWithItsBytes) {
  const auto count = append(batch({"a", "b"}));
  EXPECT_EQ(count.added, 2U);
  EXPECT_EQ(count.known, 0U);
  const auto messages = unread();
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].uid, domain::Uid{1});
  EXPECT_EQ(messages[1].uid, domain::Uid{2});
  for (const auto& one : messages) {
    EXPECT_TRUE(one.history);
    EXPECT_FALSE(one.relisted);
    EXPECT_FALSE(one.from_junk);
    EXPECT_EQ(one.mailbox, "comments");
    EXPECT_EQ(one.internal_date, at("2019-03-01T10:15:00Z"));
  }
  EXPECT_EQ(messages[0].bytes, "Subject: a\n\nIt broke.\n");
  EXPECT_EQ(events(), 1);
  EXPECT_TRUE(reading()->verify());
}

TEST_F(HistoryTest, WhatWasImportedBeforeAddsNothing) {
  append(batch({"a", "b"}));
  reopen();
  const auto again = append(batch({"b", "c", "a", "c"}));
  EXPECT_EQ(again.added, 1U);
  EXPECT_EQ(again.known, 3U);
  const auto none =
      append(batch({"a", "b", "c"}, "enquiries"));  // the other mailbox changes nothing
  EXPECT_EQ(none.added, 0U);
  EXPECT_EQ(none.known, 3U);
  const auto messages = unread();
  ASSERT_EQ(messages.size(), 3U);
  EXPECT_EQ(messages[2].uid, domain::Uid{3});
  EXPECT_EQ(events(), 2);
}

TEST_F(HistoryTest, MailboxesAndFoldersKeepTheirOwnUids) {
  const auto inbox = journal({1, 2});
  append(batch({"a"}));
  append(batch({"b"}, "enquiries"));
  const auto messages = unread();
  ASSERT_EQ(messages.size(), 4U);
  EXPECT_EQ(messages[2].uid, domain::Uid{1});
  EXPECT_EQ(messages[3].uid, domain::Uid{1});
  EXPECT_EQ(messages[3].mailbox, "enquiries");
  EXPECT_EQ(
      run(store().journal().open_folder("comments", "INBOX", ports::FolderUse::inbox, {7}, k_now))
          .id,
      inbox);
}

TEST_F(HistoryTest, NobodyWatchesAnImport) {
  append(batch({"a"}));
  EXPECT_TRUE(reading()->status(k_now).mailboxes.empty());
  run(store().journal().trouble("comments", "no answer", k_now));
  const auto mailboxes = reading()->status(k_now).mailboxes;
  ASSERT_EQ(mailboxes.size(), 1U);
  EXPECT_EQ(mailboxes[0].trouble, "no answer");
  EXPECT_EQ(mailboxes[0].folder, "");
}

TEST_F(HistoryTest, AFolderOfThatNameOnTheServerIsAnother) {
  append(batch({"a"}));
  const auto folder = run(store().journal().open_folder(
      "comments", std::string{adapters::k_import_folder}, ports::FolderUse::inbox, {7}, k_now));
  EXPECT_EQ(folder.highest, domain::Uid{0});
  run(store().journal().append(folder.id, std::vector{fetched(1)}, std::nullopt, k_now));
  EXPECT_FALSE(unread().back().history);
  EXPECT_FALSE(unread().back().relisted);
}

TEST_F(HistoryTest, TheToolImportsWhereNoDaemonRuns) {
  {
    const auto refused = adapters::Editor::open(path(), {});  // the store is open
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, domain::ErrorCode::conflict);
  }
  append(batch({"a"}));
  close();
  {
    const auto importer = adapters::Editor::open(path(), {});
    ASSERT_TRUE(importer);
    const auto count = (*importer)->add(batch({"a", "b"}), k_now);
    ASSERT_TRUE(count);
    EXPECT_EQ(count->added, 1U);
    EXPECT_EQ(count->known, 1U);
  }
  reopen();
  EXPECT_EQ(unread().size(), 2U);
  EXPECT_FALSE(adapters::Editor::open(folder_.file("missing.db"), {}));
}

}  // namespace
}  // namespace redress::tests
