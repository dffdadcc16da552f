#include "daemon/domain/casework/case_page.hpp"
#include "tests/unit/domain/casework/random_history.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace redress::domain {
namespace {

using test::RandomHistory;

constexpr unsigned k_histories = 10'000;
constexpr int k_steps = 14;

using Key = std::tuple<DeadlineKind, int, std::string>;

std::set<Key> keys_of(const RandomHistory& history) {
  std::set<Key> keys;
  for (const auto& one : history.deadlines()) {
    keys.insert({one.deadline.kind, one.deadline.stage, one.deadline.subject});
  }
  return keys;
}

/// Everything that the page of a case shows, and what leads back from waiting and closing.
std::string shown(const CaseFile& file, const House& house) {
  return case_page(update_of(file, house).value(), house.zone) +
         std::string{to_string(file.before_waiting)} + std::string{to_string(file.before_closing)};
}

void expect_stages_in_order(const CaseFile& file) {
  for (std::size_t i = 0; i < file.stages.size(); ++i) {
    ASSERT_EQ(file.stages[i].number, static_cast<int>(i) + 1);
    if (i == 0) continue;
    ASSERT_TRUE(file.stages[i - 1].outcome_recorded);
    ASSERT_TRUE(file.stages[i - 1].responded);
  }
  ASSERT_EQ(file.stage, static_cast<int>(file.stages.size()));
}

/// Whatever happened, people can bring the case to its end.
void expect_way_on(RandomHistory& history) {
  using enum CaseStatus;
  if (history.file().status == closed || history.file().status == final_) {
    ASSERT_TRUE(history.give(Verb::reopen));
  }
  if (history.file().status == awaiting_complainant) {
    ASSERT_TRUE(history.give(Verb::resume));
  }
  const auto& stage = history.file().current();
  if (!stage.acknowledged && !stage.acknowledgement_waived) {
    ASSERT_TRUE(history.give(Verb::waive_ack));
  }
  ASSERT_TRUE(history.give(Verb::withdraw));
  ASSERT_EQ(history.file().status, closed);
}

class Histories : public testing::TestWithParam<const char*> {};

// Stages never skip, no deadline disappears, every state has a way on, and the trail alone gives
// the same case.
TEST_P(Histories, KeepWhatThePolicyPromises) {
  const auto policy = test::shipped_policy(GetParam());
  const auto calendar = test::calendar_of(policy.nation);
  int taken = 0;
  int highest = 1;
  for (unsigned seed = 1; seed <= k_histories; ++seed) {
    RandomHistory history{policy, calendar, seed};
    auto known = keys_of(history);
    for (int i = 0; i < k_steps; ++i) {
      if (!history.step()) continue;
      ++taken;
      const auto now = keys_of(history);
      for (const auto& key : known)
        ASSERT_TRUE(now.contains(key)) << seed << "\n" << history.told();
      known = now;
    }
    ASSERT_EQ(history.broken(), "") << "seed " << seed << "\n" << history.told();
    highest = std::max(highest, history.file().stage);
    expect_stages_in_order(history.file());
    expect_way_on(history);
    if (HasFatalFailure()) FAIL() << "seed " << seed << "\n" << history.told();
    const auto again = replay(history.file().reference, history.trail()).value();
    ASSERT_EQ(shown(again, history.house()), shown(history.file(), history.house()))
        << "seed " << seed << "\n"
        << history.told();
  }
  EXPECT_GT(taken, static_cast<int>(k_histories)) << "most commands were refused";
  EXPECT_GE(highest, std::min(2, static_cast<int>(policy.stages.size()))) << "later stages unseen";
}

INSTANTIATE_TEST_SUITE_P(Packs, Histories,
                         testing::Values("cieem", "cim", "cilex", "ceme", "client-behaviour"),
                         [](const auto& pack) {
                           std::string name{pack.param};
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace redress::domain
