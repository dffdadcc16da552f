#include "daemon/adapters/sqlite/apply_change.hpp"
#include "daemon/adapters/sqlite/connection.hpp"
#include "tests/unit/sqlite/store_fixture.hpp"

#include <sys/resource.h>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>

namespace redress::tests {
namespace {

using domain::Change;
using domain::DeadlineKind;
using domain::ErrorCode;

class CasesTest : public StoreTest {
 protected:
  domain::CaseSnapshot the_case() {
    domain::SnapshotQuery query{.named = {ref("EX-2026-000001")}};
    auto found = snapshot(query).named;
    if (found.size() != 1) throw std::runtime_error("not one case");
    return found.front();
  }
  void open_case() {
    journal({1, 2, 3});
    apply(opening());
  }
  ports::Task<void> apply_only(const Change& change) {
    auto unit = co_await store().cases().begin();
    co_await unit->apply(change);
  }
};

TEST_F(CasesTest, ACaseIsStoredWhole) {
  open_case();
  reopen();
  const auto found = the_case();
  EXPECT_EQ(found.reference.str(), "EX-2026-000001");
  EXPECT_EQ(found.status, domain::CaseStatus::received);
  EXPECT_EQ(found.stage, 1);
  EXPECT_EQ(found.received, k_now);
  EXPECT_EQ(found.complainant.name, "Ann Other");
  EXPECT_EQ(found.complainant.address.str(), "Ann@Example.net");
  EXPECT_EQ(found.participants, std::vector{mail("ann@example.net")});
  EXPECT_FALSE(found.acknowledged);
}

TEST_F(CasesTest, WithoutCommitNothingIsStored) {
  journal({1});
  run(apply_only(opening()));
  EXPECT_TRUE(snapshot({.named = {ref("EX-2026-000001")}}).named.empty());
  EXPECT_EQ(run(store().journal().unread(10, 1000)).size(), 1U);
  EXPECT_EQ(reading()->verify().value(), 0);
}

TEST_F(CasesTest, AStoreThatIsDroppedInMidTransactionStoresNothing) {
  journal({1});
  // The coroutine stays suspended for ever, its unit of work open, as in a process that is killed.
  boost::asio::steady_timer never{loop_, boost::asio::steady_timer::time_point::max()};
  const auto change = opening();
  bool applied = false;
  const auto half_done = [&]() -> ports::Task<void> {
    auto unit = co_await store().cases().begin();
    co_await unit->apply(change);
    applied = true;
    co_await never.async_wait(boost::asio::use_awaitable);
  };
  boost::asio::co_spawn(loop_, half_done(), boost::asio::detached);
  while (!applied) loop_.run_one();
  reopen();
  EXPECT_TRUE(reading()->cases().empty());
  EXPECT_EQ(reading()->ledger().unaccounted, 1);
  never.cancel();
  finish();
}

TEST_F(CasesTest, AFailedApplyLeavesNothingOfItAndTheRestCommits) {
  journal({1, 2});
  const auto scenario = [&]() -> ports::Task<bool> {
    auto unit = co_await store().cases().begin();
    co_await unit->apply(opening());
    auto bad = opening();  // the same number again, after a verdict that would have fitted
    bad.verdict = verdict(2);
    bool refused = false;
    try {
      co_await unit->apply(bad);
    } catch (const adapters::StoreFailure& failure) {
      refused = failure.error().code == ErrorCode::conflict;
    }
    co_await unit->commit();
    co_return refused;
  };
  EXPECT_TRUE(run(scenario()));
  EXPECT_EQ(reading()->cases().size(), 1U);
  EXPECT_EQ(reading()->messages(domain::MessageState::journalled).size(), 1U);
  EXPECT_EQ(reading()->verify().value(), 1);
}

TEST_F(CasesTest, TwoUnitsOfWorkAndTheJournalTakeTurns) {
  journal({1});
  std::vector<std::string> order;
  const auto unit_of = [&](std::string name, Change change) -> ports::Task<void> {
    auto unit = co_await store().cases().begin();
    order.push_back(name + " begins");
    co_await unit->apply(change);
    co_await unit->snapshot({});
    order.push_back(name + " ends");
    co_await unit->commit();
  };
  const auto journalling = [&]() -> ports::Task<void> {
    co_await store().journal().trouble("comments", "", k_now);
    order.push_back("journal");
  };
  auto second = opening();
  second.new_case = new_case("EX-2026-000002");
  second.verdict.reset();
  second.mails.clear();
  boost::asio::co_spawn(loop_, unit_of("a", opening()), boost::asio::detached);
  boost::asio::co_spawn(loop_, unit_of("b", second), boost::asio::detached);
  boost::asio::co_spawn(loop_, journalling(), boost::asio::detached);
  finish();
  EXPECT_EQ(order,
            (std::vector<std::string>{"a begins", "a ends", "b begins", "b ends", "journal"}));
  EXPECT_EQ(reading()->cases().size(), 2U);
}

TEST_F(CasesTest, NumbersGoOnPerPrefixAndYear) {
  journal({1});
  EXPECT_EQ(snapshot({.prefix = "EX", .year = 2026}).next_number, 1U);
  apply(opening());
  Change seventh;
  seventh.new_case = new_case("EX-2026-000007");
  apply(seventh);
  EXPECT_EQ(snapshot({.prefix = "EX", .year = 2026}).next_number, 8U);
  EXPECT_EQ(snapshot({.prefix = "ex", .year = 2026}).next_number, 8U);
  EXPECT_EQ(snapshot({.prefix = "EX", .year = 2027}).next_number, 1U);
  EXPECT_EQ(snapshot({.prefix = "EXT", .year = 2026}).next_number, 1U);
}

TEST_F(CasesTest, ThreadsAreCasesThatTheNamedMessagesJoined) {
  open_case();
  Change no_case;
  no_case.verdict = verdict(2, domain::MessageKind::enquiry);
  no_case.verdict->message_id = "two@example.net";
  apply(no_case);
  const auto threads =
      snapshot({.thread_ids = {"two@example.net", "one@example.net", "one@example.net", "x@y"}})
          .threads;
  ASSERT_EQ(threads.size(), 1U);
  EXPECT_EQ(threads[0].reference.str(), "EX-2026-000001");
}

TEST_F(CasesTest, SameContentIsTheEarliestThatIsNotInQuarantine) {
  open_case();
  const auto earlier = snapshot({.message = {2}, .content_digest = "d1"}).same_content;
  ASSERT_TRUE(earlier);
  EXPECT_EQ(earlier->message, domain::MessageRowId{1});
  EXPECT_EQ(earlier->state, domain::MessageState::recorded);
  EXPECT_EQ(earlier->joined, ref("EX-2026-000001"));
  EXPECT_FALSE(earlier->from_junk);
  EXPECT_FALSE(snapshot({.message = {1}, .content_digest = "d1"}).same_content) << "itself";
  EXPECT_FALSE(snapshot({.message = {2}, .content_digest = ""}).same_content);
  EXPECT_FALSE(snapshot({.message = {2}, .content_digest = "d2"}).same_content);
  Change quarantined;
  quarantined.verdict = opening().verdict;
  quarantined.verdict->state = domain::MessageState::quarantined;
  apply(quarantined);
  EXPECT_FALSE(snapshot({.message = {2}, .content_digest = "d1"}).same_content);
}

TEST_F(CasesTest, ABouncedMailIsFoundBySerialElseByMessageId) {
  open_case();
  auto by_serial = snapshot({.bounce_serial = "s1", .bounced_message_ids = {"x@y"}}).bounced;
  ASSERT_TRUE(by_serial);
  EXPECT_EQ(by_serial->mail, domain::OutboxId{1});
  EXPECT_EQ(by_serial->purpose, domain::MailPurpose::acknowledgement);
  EXPECT_EQ(by_serial->reference, ref("EX-2026-000001"));
  EXPECT_EQ(by_serial->to, mail("ann@example.net"));
  auto by_id =
      snapshot({.bounce_serial = "s9", .bounced_message_ids = {"x@y", "ack.s1@example.org"}});
  ASSERT_TRUE(by_id.bounced);
  EXPECT_EQ(by_id.bounced->mail, domain::OutboxId{1});
  EXPECT_FALSE(snapshot({.bounced_message_ids = {"x@y"}}).bounced);
}

TEST_F(CasesTest, MeetingADeadlineClosesTheFirstOpenOneAndReopeningBringsANewRow) {
  open_case();
  Change second;
  second.updates.push_back(
      promising("EX-2026-000001", {deadline(DeadlineKind::acknowledge, "2026-11-26T17:00:00Z"),
                                   deadline(DeadlineKind::acknowledge, "2026-12-01T17:00:00Z")}));
  apply(second);
  Change met;
  met.met.push_back({ref("EX-2026-000001"), DeadlineKind::acknowledge, k_now});
  apply(met);
  EXPECT_TRUE(the_case().acknowledged);
  auto due = reading()->find_case(ref("EX-2026-000001"))->row.due;
  ASSERT_EQ(due.size(), 2U);
  EXPECT_EQ(due[0].state, "met");
  EXPECT_EQ(due[0].met, k_now);
  EXPECT_EQ(due[0].clause, "2");
  EXPECT_EQ(due[1].state, "open");

  apply(met);  // the second one
  Change reopened;
  reopened.reopened.push_back({ref("EX-2026-000001"), DeadlineKind::acknowledge});
  apply(reopened);
  EXPECT_FALSE(the_case().acknowledged);
  due = reading()->find_case(ref("EX-2026-000001"))->row.due;
  ASSERT_EQ(due.size(), 3U);
  EXPECT_EQ(due[0].state, "met");
  EXPECT_EQ(due[1].state, "reopened");
  EXPECT_EQ(due[2].state, "open");
  EXPECT_EQ(due[2].at, due[1].at);
  apply(reopened);  // open already
  EXPECT_EQ(reading()->find_case(ref("EX-2026-000001"))->row.due.size(), 3U);
}

TEST_F(CasesTest, StatusChangesWhereItStartsFromTheRightOne) {
  open_case();
  Change change;
  change.statuses.push_back(
      {ref("EX-2026-000001"), domain::CaseStatus::acknowledged, domain::CaseStatus::received});
  apply(change);
  EXPECT_EQ(the_case().status, domain::CaseStatus::acknowledged);
  change.statuses[0] = {ref("EX-2026-000001"), domain::CaseStatus::triage,
                        domain::CaseStatus::received};
  apply(change);
  EXPECT_EQ(the_case().status, domain::CaseStatus::acknowledged);
  change.statuses[0] = {ref("EX-2026-000001"), domain::CaseStatus::final_, std::nullopt};
  apply(change);
  EXPECT_EQ(the_case().status, domain::CaseStatus::final_);
}

TEST_F(CasesTest, WhatAMessageIsOwedIsSettledOrSuperseded) {
  journal({1});
  Change held;
  held.verdict = verdict(1);
  held.verdict->state = domain::MessageState::held;
  held.verdict->held_because = "nobody to answer";
  held.owed = {{1}, deadline(DeadlineKind::acknowledge, "2026-11-26T17:00:00Z")};
  apply(held);
  EXPECT_EQ(reading()->ledger().held, 1);
  apply(held);  // judged anew: one deadline, not two
  ASSERT_EQ(reading()->status(k_now).next_deadlines.size(), 1U);
  EXPECT_EQ(reading()->status(k_now).next_deadlines[0].message, domain::MessageRowId{1});
  Change settled;
  settled.settled.push_back({1});
  apply(settled);
  EXPECT_TRUE(reading()->status(k_now).next_deadlines.empty());
  EXPECT_EQ(reading()->ledger().held, 0);
  EXPECT_FALSE(run(store().outbox().next_due()));
}

TEST_F(CasesTest, AChangeThatDoesNotFitIsRefused) {
  open_case();
  struct Row {
    const char* name;
    Change change;
    ErrorCode code;
  };
  std::vector<Row> rows(8);
  rows[0] = {"unknown case", {}, ErrorCode::not_found};
  rows[0].change.statuses.push_back({ref("EX-2026-000099"), domain::CaseStatus::closed, {}});
  rows[1] = {"unknown message", {}, ErrorCode::not_found};
  rows[1].change.verdict = verdict(99);
  rows[2] = {"case twice", {}, ErrorCode::conflict};
  rows[2].change.new_case = new_case("EX-2026-000001");
  rows[3] = {"serial twice", {}, ErrorCode::conflict};
  rows[3].change.mails.push_back(acknowledgement("s1", "EX-2026-000001"));
  rows[4] = {"pending mail released", {}, ErrorCode::conflict};
  rows[4].change.released.push_back({1});
  rows[5] = {"unknown mail held", {}, ErrorCode::not_found};
  rows[5].change.held.push_back({99});
  rows[6] = {"replay of a message that is not in quarantine", {}, ErrorCode::conflict};
  rows[6].change.replayed.push_back({1});
  rows[7] = {"delivery of an unknown mail", {}, ErrorCode::not_found};
  rows[7].change.deliveries.push_back(
      {.mail = {99}, .at = k_now, .state = domain::OutboxState::sent, .next_try = {}, .reply = {}});
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(refused(row.change), row.code);
  }
}

TEST_F(CasesTest, TheBreakerCountsAcknowledgementsOfItsWindows) {
  open_case();
  const auto add = [&](const std::string& serial, const char* to, domain::Instant when,
                       domain::OutboxState state, domain::MailPurpose purpose) {
    Change change;
    change.mails.push_back(acknowledgement(serial, "EX-2026-000001", to));
    change.mails[0].not_before = when;
    change.mails[0].state = state;
    change.mails[0].purpose = purpose;
    apply(change);
  };
  using domain::MailPurpose;
  using domain::OutboxState;
  const auto ago = [](int minutes) { return k_now - std::chrono::minutes{minutes}; };
  // s1 to Ann@Example.net at k_now is there already.
  add("a", "ANN@example.NET", ago(23 * 60), OutboxState::sent, MailPurpose::acknowledgement);
  add("b", "ann@example.net", ago(24 * 60), OutboxState::sent, MailPurpose::acknowledgement);
  add("c", "ann@example.net", ago(5), OutboxState::held, MailPurpose::acknowledgement);
  add("d", "ann@example.net", ago(5), OutboxState::failed, MailPurpose::acknowledgement);
  add("e", "ann@example.net", ago(5), OutboxState::pending, MailPurpose::staff_notice);
  add("f", "bob@EXAMPLE.net", ago(59), OutboxState::unknown, MailPurpose::acknowledgement);
  add("g", "bob@example.net", ago(60), OutboxState::sent, MailPurpose::acknowledgement);
  add("h", "cy@example.com", ago(1), OutboxState::sending, MailPurpose::acknowledgement);
  const auto counts = snapshot({.sender = mail("ann@example.net"), .now = k_now}).automatic;
  EXPECT_EQ(counts.to_address, 2);  // s1, a
  EXPECT_EQ(counts.to_domain, 2);   // s1, f
  EXPECT_EQ(counts.total, 3);       // s1, f, h
  const auto wider = snapshot({.sender = mail("ann@example.net"),
                               .now = k_now,
                               .address_window = std::chrono::hours{25},
                               .domain_window = std::chrono::hours{2},
                               .total_window = std::chrono::hours{2}})
                         .automatic;
  EXPECT_EQ(wider.to_address, 3);  // and b
  EXPECT_EQ(wider.to_domain, 3);   // and g
  EXPECT_EQ(wider.total, 4);
}

TEST_F(CasesTest, TheBreakerCountsWhatItsOwnTransactionWrites) {
  open_case();  // with s1 to Ann@Example.net
  const auto mail_to = [](const std::string& serial, const char* to, domain::OutboxState state) {
    Change change;
    change.mails.push_back(acknowledgement(serial, "EX-2026-000001", to));
    change.mails[0].state = state;
    return change;
  };
  Change release;
  release.released.push_back({3});  // c
  struct Row {
    const char* name;
    Change change;
    domain::AutomaticCounts counts;  // to ann@example.net, afterwards
  };
  using domain::OutboxState;
  const std::vector<Row> rows{
      {"to the address", mail_to("a", "ann@example.net", OutboxState::pending), {2, 2, 2}},
      {"held", mail_to("c", "ann@example.net", OutboxState::held), {2, 2, 2}},
      {"to the domain", mail_to("d", "bob@EXAMPLE.net", OutboxState::pending), {2, 3, 3}},
      {"to another", mail_to("e", "cy@example.com", OutboxState::pending), {2, 3, 4}},
      {"released", release, {3, 4, 5}}};
  run([&]() -> ports::Task<void> {
    auto unit = co_await store().cases().begin();
    const domain::SnapshotQuery query{.sender = mail("ann@example.net"), .now = k_now};
    EXPECT_EQ((co_await unit->snapshot(query)).automatic.total, 1);
    for (const auto& row : rows) {
      SCOPED_TRACE(row.name);
      co_await unit->apply(row.change);
      const auto counts = (co_await unit->snapshot(query)).automatic;
      EXPECT_EQ(counts.to_address, row.counts.to_address);
      EXPECT_EQ(counts.to_domain, row.counts.to_domain);
      EXPECT_EQ(counts.total, row.counts.total);
    }
    const domain::SnapshotQuery later{.sender = mail("ann@example.net"),
                                      .now = k_now + std::chrono::hours{2}};
    EXPECT_EQ((co_await unit->snapshot(later)).automatic.total, 0);
  }());
}

TEST_F(CasesTest, AFileThatCannotGrowIsToldAndTheStoreGoesOn) {
  const auto folder = open_inbox();
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 4'000'000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += static_cast<char>(state >> 24U);
  }
  const std::vector<ports::FetchedMessage> big{
      {.uid = {1}, .internal_date = k_now, .size = noise.size(), .bytes = noise}};
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  struct sigaction ignore {
  }, old{};
  ignore.sa_handler = SIG_IGN;
  ASSERT_EQ(::sigaction(SIGXFSZ, &ignore, &old), 0);
  const struct rlimit small {
    1'000'000, before.rlim_max
  };
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  std::optional<ErrorCode> code;
  try {
    run(store().journal().append(folder, big, std::nullopt, k_now));
  } catch (const adapters::StoreFailure& failure) {
    code = failure.error().code;
  }
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ASSERT_EQ(::sigaction(SIGXFSZ, &old, nullptr), 0);
  // The kernel refuses a file that grows too large with EFBIG, which SQLite calls an I/O error.
  EXPECT_EQ(code, ErrorCode::store_failing);
  EXPECT_TRUE(run(store().journal().unread(10, 10)).empty());
  EXPECT_EQ(run(store().journal().append(folder, big, std::nullopt, k_now)), 1U);
}

TEST_F(CasesTest, AFullDiskIsStoreFullAndNothingOfTheChangeRemains) {
  journal({1});
  close();
  auto connection = adapters::Connection::open(path(), adapters::Connection::Mode::read_write);
  ASSERT_TRUE(connection) << connection.error().text;
  (*connection)->exec("PRAGMA max_page_count = 1");  // that is: as large as it is now
  auto change = opening();
  change.events.front().facts = "\"" + std::string(1'000'000, 'x') + "\"";
  const auto store_it = [&] {
    adapters::translated("store a change", [&] {
      adapters::Transaction transaction{**connection};
      adapters::apply_change(**connection, change, {"salt"});
      transaction.commit();
    });
  };
  try {
    store_it();
    ADD_FAILURE() << "a full database took it";
  } catch (const adapters::StoreFailure& failure) {
    EXPECT_EQ(failure.error().code, ErrorCode::store_full);
  }
  EXPECT_TRUE(reading()->cases().empty());
  EXPECT_EQ(reading()->ledger().unaccounted, 1);
  (*connection)->exec("PRAGMA max_page_count = 1000000");
  store_it();
  EXPECT_EQ(reading()->cases().size(), 1U);
}

}  // namespace
}  // namespace redress::tests
