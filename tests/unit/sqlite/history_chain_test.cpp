#include "daemon/adapters/sqlite/command_subject.hpp"
#include "daemon/adapters/sqlite/event_chain.hpp"
#include "tests/unit/domain/casework/random_history.hpp"
#include "tests/unit/sqlite/store_fixture.hpp"

namespace redress::tests {
namespace {

constexpr unsigned k_histories = 200;
constexpr int k_steps = 14;

/// The file must be a store already: the fixture has made one and let it go.
class HistoryChainTest : public StoreTest {
 protected:
  HistoryChainTest() { close(); }
};

// What people do to a case is kept as a chain that verifies, and the case that is read back from it
// is the one that they left.
TEST_F(HistoryChainTest, RandomHistoriesAreReadBackAsTheyWere) {
  const auto connection =
      adapters::Connection::open(path(), adapters::Connection::Mode::read_write).value();
  std::int64_t events = 0;
  std::uint32_t number = 0;
  for (const auto* pack : {"cieem", "cim", "cilex", "ceme", "client-behaviour"}) {
    const auto policy = test::shipped_policy(pack);
    const auto calendar = test::calendar_of(policy.nation);
    for (unsigned seed = 1; seed <= k_histories; ++seed) {
      test::RandomHistory history{policy, calendar, seed};
      for (int i = 0; i < k_steps; ++i) history.step();
      const auto reference = domain::CaseReference::make("EX", 2026, ++number).value();
      {
        adapters::Transaction transaction{*connection};
        for (auto event : history.events()) {
          event.reference = reference;
          adapters::append_event(*connection, event, event.personal.empty() ? "" : "salt");
          ++events;
        }
        transaction.commit();
      }
      const auto read = adapters::read_case_file(*connection, reference);
      ASSERT_TRUE(read) << history.told();
      EXPECT_EQ(read->status, history.file().status) << history.told();
      EXPECT_EQ(read->stage, history.file().stage) << history.told();
      EXPECT_EQ(read->actions.size(), history.file().actions.size()) << history.told();
      EXPECT_EQ(read->restrictions.size(), history.file().restrictions.size()) << history.told();
    }
  }
  EXPECT_EQ(adapters::verify_chain(*connection).value(), events);
}

}  // namespace
}  // namespace redress::tests
