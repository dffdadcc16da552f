#include "tests/unit/sqlite/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace redress::tests {
namespace {

using ports::CopyOutcome;

constexpr const char* k_raw = "From: Ann Other <Ann@Example.net>\r\n\r\nzebra\r\n";

/// Messages 1, 2 … of Ann, of no case, and what is ordered of the mail server when she is erased.
class MailboxCopiesTest : public StoreTest {
 protected:
  void take(domain::MailboxId folder, std::uint32_t uid, const std::string& raw,
            std::uint64_t size = 0) {
    const ports::FetchedMessage message{
        .uid = {uid}, .internal_date = k_now, .size = size == 0 ? raw.size() : size, .bytes = raw};
    run(store().journal().append(folder, std::span{&message, 1}, std::nullopt, k_now));
    domain::Change change;
    change.verdict = verdict(++messages_, domain::MessageKind::enquiry);
    apply(change);
  }
  domain::MailboxId folder(const char* name, const char* mailbox = "comments") {
    return run(store().journal().open_folder(mailbox, name, ports::FolderUse::inbox, {7}, k_now))
        .id;
  }
  ports::ErasureCount erase(bool copies_too = true) {
    ports::ErasureOrder order{.what = ports::PersonErasure{.person = mail("ann@example.net"),
                                                           .address_digest = "keyed-digest",
                                                           .reason = "asked for",
                                                           .open_too = false},
                              .actor = "redressctl:uid 0"};
    if (copies_too) {
      order.copy_digest = [](std::string_view bytes) {
        return "digest of " + std::to_string(bytes.size());
      };
    }
    return run(store().personal_data().erase(order, k_now));
  }
  std::vector<ports::MailboxCopy> ordered(const std::string& mailbox = "comments") {
    return run(store().personal_data().copies_to_erase(mailbox, 10));
  }
  void settle(std::int64_t message, CopyOutcome outcome,
              const std::optional<domain::NewNotice>& notice = {}) {
    const domain::MessageRowId row{message};
    run(store().personal_data().settle_copies(std::span{&row, 1}, outcome, notice, k_now));
  }
  /// The first column of the only row.
  std::string value(const char* sql) {
    SQLite::Database database{path()};
    return database.execAndGet(sql).getString();
  }

 private:
  std::int64_t messages_{0};
};

TEST_F(MailboxCopiesTest, SYS_13_ErasingLeavesAnOrderThatOutlivesTheBytes) {
  const std::string raw{k_raw};
  take(folder("INBOX"), 31, raw, raw.size() + 100);  // as cut: the server has more
  EXPECT_EQ(erase().copies, 1U);
  reopen();
  const auto copies = ordered();
  ASSERT_EQ(copies.size(), 1U);
  const auto& copy = copies.front();
  EXPECT_EQ(copy.message, domain::MessageRowId{1});
  EXPECT_EQ(copy.folder, "INBOX");
  EXPECT_EQ(copy.validity, domain::UidValidity{7});
  EXPECT_EQ(copy.uid, domain::Uid{31});
  EXPECT_EQ(copy.size, raw.size() + 100);
  EXPECT_EQ(copy.length, raw.size());
  EXPECT_EQ(copy.digest, "digest of " + std::to_string(raw.size()));
  EXPECT_FALSE(copy.found);
  EXPECT_FALSE(copy.twin);
  EXPECT_TRUE(ordered("enquiries").empty());
  EXPECT_EQ(run(store().personal_data().mailboxes_with_copies()),
            std::vector<std::string>{"comments"});
}

TEST_F(MailboxCopiesTest, WithoutTheSettingNothingIsOrdered) {
  take(folder("INBOX"), 1, k_raw);
  EXPECT_EQ(erase(false).copies, std::nullopt);
  EXPECT_TRUE(ordered().empty());
  EXPECT_EQ(value("SELECT instr(facts, 'mailbox_copies') FROM event WHERE what='person_erased'"),
            "0");
}

TEST_F(MailboxCopiesTest, WhatCameOutOfAFileHasNoCopyOnAServer) {
  const ports::ImportBatch batch{
      .mailbox = "comments",
      .actor = "redressctl:uid 0",
      .messages = {{.internal_date = k_now, .size = 9, .bytes = k_raw, .digest = "d"}}};
  run(store().journal().append_history(batch, k_now));
  domain::Change change;
  change.verdict = verdict(1, domain::MessageKind::enquiry);
  apply(change);
  const auto count = erase();
  EXPECT_EQ(count.messages, 1U);
  EXPECT_EQ(count.copies, 0U);
  EXPECT_TRUE(ordered().empty());
}

TEST_F(MailboxCopiesTest, FolderByFolderAndNoMoreThanAskedFor) {
  take(folder("Junk"), 1, k_raw);
  take(folder("INBOX"), 2, k_raw);
  take(folder("Junk"), 3, k_raw);
  take(folder("INBOX", "enquiries"), 4, k_raw);
  EXPECT_EQ(erase().copies, 4U);
  std::vector<std::uint32_t> uids;
  for (const auto& copy : ordered()) uids.push_back(copy.uid.value);
  EXPECT_EQ(uids, (std::vector<std::uint32_t>{2, 1, 3}));
  EXPECT_EQ(run(store().personal_data().copies_to_erase("comments", 2)).size(), 2U);
}

TEST_F(MailboxCopiesTest, ThatItWasFoundIsKeptUntilItIsSettled) {
  take(folder("INBOX"), 1, k_raw);
  erase();
  const domain::MessageRowId row{1};
  run(store().personal_data().copies_found(std::span{&row, 1}));
  reopen();
  ASSERT_EQ(ordered().size(), 1U);
  EXPECT_TRUE(ordered().front().found);
  settle(1, CopyOutcome::erased);
  EXPECT_TRUE(ordered().empty());
  EXPECT_TRUE(run(store().personal_data().mailboxes_with_copies()).empty());
}

TEST_F(MailboxCopiesTest, TheTrailSaysWhatBecameOfItAndNothingPersonal) {
  take(folder("INBOX"), 5, k_raw);
  take(folder("INBOX"), 6, std::string{k_raw} + "and more\r\n");
  erase();
  settle(1, CopyOutcome::erased);
  settle(2, CopyOutcome::different,
         domain::NewNotice{.kind = domain::NoticeKind::system,
                           .key = "k",
                           .at = k_now,
                           .reference = {},
                           .message = {},
                           .text = "one was left"});
  settle(2, CopyOutcome::erased);  // what is settled stays as it is
  EXPECT_EQ(value("SELECT facts FROM event WHERE what = 'mailbox_copy_erased'"),
            R"({"mailbox":"comments","folder":"INBOX","uid":5})");
  EXPECT_EQ(value("SELECT facts FROM event WHERE what = 'mailbox_copy_left' AND message_id = 2"),
            R"({"mailbox":"comments","folder":"INBOX","uid":6,"because":"different"})");
  EXPECT_EQ(value("SELECT count(*) FROM event WHERE what LIKE 'mailbox_copy%'"), "2");
  EXPECT_EQ(value("SELECT count(*) FROM event WHERE what LIKE 'mailbox_copy%'"
                  " AND personal IS NOT NULL"),
            "0");
  const auto told = run(store().outbox().untold());
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front().notice.text, "one was left");
  EXPECT_TRUE(reading()->verify());
}

TEST_F(MailboxCopiesTest, ATwinIsOneWhoseSameBytesWereErasedInThatMailbox) {
  take(folder("INBOX"), 1, k_raw);
  take(folder("INBOX"), 2, k_raw);
  take(folder("INBOX", "enquiries"), 3, k_raw);
  erase();
  ASSERT_EQ(ordered().size(), 2U);
  EXPECT_FALSE(ordered().front().twin);
  settle(3, CopyOutcome::erased);  // another mailbox's
  EXPECT_FALSE(ordered().front().twin);
  settle(2, CopyOutcome::erased);
  ASSERT_EQ(ordered().size(), 1U);
  EXPECT_TRUE(ordered().front().twin);
}

}  // namespace
}  // namespace redress::tests
