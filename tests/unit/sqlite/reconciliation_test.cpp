#include "tests/unit/sqlite/store_fixture.hpp"

namespace redress::tests {
namespace {

using domain::Uid;
using Folders = std::vector<std::pair<std::string, std::string>>;

class ReconciliationTest : public StoreTest {
 protected:
  std::vector<Uid> missing(const std::vector<Uid>& on_server) {
    return run(store().journal().reconcile(open_inbox(), on_server, k_now));
  }
};

TEST_F(ReconciliationTest, WhatTheLedgerLacksBelowItsHighestIsMissing) {
  journal({1, 2, 5});
  EXPECT_EQ(missing({{1}, {2}, {5}}), std::vector<Uid>{});
  EXPECT_EQ(missing({{1}, {4}, {3}, {5}}), (std::vector<Uid>{{3}, {4}}));
  EXPECT_EQ(missing({{1}, {6}, {7}}), std::vector<Uid>{}) << "on its way, not missing";
  EXPECT_EQ(missing({}), std::vector<Uid>{}) << "moved away by somebody, and kept here";
}

TEST_F(ReconciliationTest, TheNewestOutcomeIsInTheLedgerAndTheStatus) {
  journal({1, 2, 5});
  missing({{1}, {3}, {4}, {5}});
  auto ledger = reading()->ledger();
  EXPECT_EQ(ledger.missing, 2);
  EXPECT_EQ(ledger.unaccounted, 3 + 2) << "without a verdict, and missing";
  ASSERT_EQ(ledger.folders.size(), 1U);
  EXPECT_EQ(ledger.folders[0].on_server, 4);
  EXPECT_EQ(ledger.folders[0].uids, "[3,4]");
  EXPECT_EQ(reading()->status(k_now).unaccounted, 5);
  missing({{1}, {5}});
  EXPECT_EQ(reading()->ledger().missing, 0);
}

TEST_F(ReconciliationTest, AFolderIsDueADayAfterItWasKnownOrCompared) {
  journal({1});
  const auto due = [&](std::chrono::hours later) {
    return run(store().journal().not_reconciled_since(k_now + later));
  };
  EXPECT_EQ(due(std::chrono::hours{0}), Folders{});
  EXPECT_EQ(due(std::chrono::hours{1}).size(), 1U) << "known for an hour, never compared";
  run(store().journal().reconcile(open_inbox(), std::vector<Uid>{{1}},
                                  k_now + std::chrono::hours{5}));
  EXPECT_EQ(due(std::chrono::hours{5}), Folders{});
  EXPECT_EQ(due(std::chrono::hours{6}).size(), 1U);
}

}  // namespace
}  // namespace redress::tests
