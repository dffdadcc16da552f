#include "tests/unit/sqlite/store_fixture.hpp"

namespace redress::tests {
namespace {

using domain::ErrorCode;

class StaffMail : public StoreTest {
 protected:
  StaffMail() {
    journal({1, 2});
    apply(opening());
  }
  std::optional<domain::IssuedMail> issued(const std::string& serial) {
    return run(read_issued(serial));
  }
  std::optional<domain::PendingOrders> pending(const std::string& serial) {
    return run(read_pending(serial));
  }
  domain::Change asking() {
    domain::Change change;
    change.pending.push_back({.serial = "question1",
                              .message = {2},
                              .reference = ref("EX-2026-000001"),
                              .commands = {"/ask: \"what\"\nand when?", "/close"},
                              .asked = k_now});
    return change;
  }
  domain::Change answering() {
    domain::Change change;
    change.answered = {"question1"};
    change.events.push_back({.reference = ref("EX-2026-000001"),
                             .message = std::nullopt,
                             .at = k_now + std::chrono::hours{1},
                             .actor = "jo@example.org",
                             .what = "orders_confirmed",
                             .facts = "{}",
                             .personal = {}});
    return change;
  }

 private:
  ports::Task<std::optional<domain::IssuedMail>> read_issued(std::string serial) {
    auto unit = co_await store().cases().begin();
    co_return co_await unit->issued_mail(serial, k_now);
  }
  ports::Task<std::optional<domain::PendingOrders>> read_pending(std::string serial) {
    auto unit = co_await store().cases().begin();
    co_return co_await unit->pending_orders(serial);
  }
};

TEST_F(StaffMail, IsKnownByItsSerialAndOnlyThatToStaff) {
  domain::Change change;
  for (const auto purpose : {domain::MailPurpose::staff_letter, domain::MailPurpose::letter}) {
    const std::string serial{to_string(purpose)};
    change.mails.push_back({.purpose = purpose,
                            .template_name = "case_notice",
                            .reference = ref("EX-2026-000001"),
                            .serial = serial,
                            .message_id = serial + "@example.org",
                            .envelope_from = mail("comments@example.org"),
                            .to = mail("Jo@example.org"),
                            .bytes = "Subject: x\r\n\r\nx\r\n",
                            .not_before = k_now,
                            .held_because = {}});
  }
  change.events = answering().events;
  apply(change);
  const auto found = issued("staff_letter");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->to, mail("jo@example.org"));
  EXPECT_EQ(found->reference, ref("EX-2026-000001"));
  EXPECT_EQ(found->written, k_now + std::chrono::hours{1});
  EXPECT_FALSE(issued("letter")) << "what goes outside gives no power";
  EXPECT_FALSE(issued("nothing"));
}

TEST_F(StaffMail, AQuestionIsAnsweredOnceAndItsWordsAreGoneThen) {
  apply(asking());
  const auto asked = pending("question1");
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->commands, asking().pending.front().commands);
  EXPECT_EQ(asked->message, domain::MessageRowId{2});
  EXPECT_EQ(asked->asked, k_now);
  EXPECT_FALSE(asked->used);
  apply(answering());
  const auto settled = pending("question1");
  ASSERT_TRUE(settled);
  EXPECT_EQ(settled->used, k_now + std::chrono::hours{1});
  EXPECT_TRUE(settled->commands.empty());
  EXPECT_EQ(refused(answering()), ErrorCode::conflict);
  EXPECT_FALSE(pending("question2"));
}

}  // namespace
}  // namespace redress::tests
