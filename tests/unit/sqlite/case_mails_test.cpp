#include "tests/unit/sqlite/store_fixture.hpp"

namespace redress::tests {
namespace {

class CaseMails : public StoreTest {
 protected:
  CaseMails() {
    journal({1, 2, 3});
    apply(opening());
  }
  void order(std::optional<domain::MessageRowId> message, const std::string& whom) {
    domain::Change change;
    change.case_mails.push_back({.reference = ref("EX-2026-000001"),
                                 .message = message,
                                 .whom = whom,
                                 .headline = "new message",
                                 .text = "Message 2 came in.",
                                 .at = k_now});
    apply(change);
  }
  void settle(std::int64_t number) {
    domain::Change change;
    change.case_mails_written = {number};
    apply(change);
  }
  std::vector<ports::WaitingCaseMail> waiting(std::size_t count = 10, std::size_t bytes = 100'000) {
    return run(store().journal().case_mails(count, bytes));
  }
};

TEST_F(CaseMails, WaitWithTheMessageTheyShowUntilTheyAreWritten) {
  order(domain::MessageRowId{2}, "");
  order(std::nullopt, "sam@example.org");
  reopen();
  const auto all = waiting();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].order.reference, ref("EX-2026-000001"));
  EXPECT_EQ(all[0].order.headline, "new message");
  EXPECT_EQ(all[0].order.text, "Message 2 came in.");
  EXPECT_EQ(all[0].order.at, k_now);
  ASSERT_TRUE(all[0].message);
  EXPECT_EQ(all[0].message->id.value, 2);
  EXPECT_FALSE(all[0].message->bytes.empty());
  EXPECT_EQ(all[1].order.whom, "sam@example.org");
  ASSERT_TRUE(all[1].message);
  EXPECT_EQ(all[1].message->id.value, 1);  // the one that began the case
  settle(all[0].id);
  ASSERT_EQ(waiting().size(), 1U);
  EXPECT_EQ(waiting()[0].id, all[1].id);
}

TEST_F(CaseMails, ComeInBatchesBoundedByCountAndBytes) {
  for (int i = 0; i < 3; ++i) order(domain::MessageRowId{2}, "");
  EXPECT_EQ(waiting(2).size(), 2U);
  EXPECT_EQ(waiting(10, 1).size(), 1U);  // one at least
}

TEST_F(CaseMails, AreWrittenOnce) {
  order(domain::MessageRowId{2}, "");
  const auto number = waiting().at(0).id;
  settle(number);
  EXPECT_THROW(settle(number), ports::StoreFailure);
}

}  // namespace
}  // namespace redress::tests
