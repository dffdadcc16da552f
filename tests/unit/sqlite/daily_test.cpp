#include "daemon/adapters/sqlite/migrations.hpp"
#include "tests/unit/sqlite/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace redress::tests {
namespace {

using domain::DayRow;
using domain::DeadlineKind;

class Daily : public StoreTest {
 protected:
  /// Rows of that kind; what of the house is told lies in `house` then.
  std::vector<DayRow> rows(DayRow::What what, const char* until = "2026-12-01T00:00:00Z",
                           bool names = false, const char* today = "2026-11-25") {
    std::vector<DayRow> found;
    house = run(store().daily().read({.today = domain::parse_date(today).value(),
                                      .now = at((std::string{today} + "T09:00:00Z").c_str()),
                                      .until = at(until),
                                      .untold_since = untold_since,
                                      .names = names},
                                     [&](const DayRow& row) {
                                       if (row.what == what) found.push_back(row);
                                     }));
    return found;
  }
  static domain::Change round(const char* day, std::vector<domain::ReminderTold> told = {}) {
    domain::Change change;
    change.daily = domain::DailyRound{.day = domain::parse_date(day).value(),
                                      .at = nine(day),
                                      .newest_case = 1,
                                      .newest_message = 1,
                                      .told = std::move(told)};
    return change;
  }
  static domain::Change second_limit() {
    domain::Change change;
    change.updates.push_back(
        promising("EX-2026-000002", {deadline(DeadlineKind::respond, "2027-11-27T23:59:59Z")}));
    return change;
  }
  static domain::Change second_case() {
    domain::Change change;
    change.new_case = new_case("EX-2026-000002");
    change.updates.push_back(
        promising("EX-2026-000002", {deadline(DeadlineKind::respond, "2026-11-27T23:59:59Z"),
                                     deadline(DeadlineKind::act, "2026-11-25T23:59:59Z")}));
    return change;
  }

  static domain::Instant nine(const std::string& day) { return at((day + "T09:00:00Z").c_str()); }
  bool is_done(const char* day, domain::Instant now) {
    return run(store().daily().is_done(domain::parse_date(day).value(), now));
  }
  /// A case's status, with no promise of it.
  domain::Change standing(const char* reference, domain::CaseStatus status) {
    domain::Change change;
    change.updates.push_back(promising(reference, {}, status));
    return change;
  }
  static domain::Change tried(std::int64_t mail, domain::OutboxState state) {
    domain::Change change;
    change.deliveries.push_back({.mail = {mail},
                                 .at = k_now,
                                 .state = state,
                                 .next_try = k_now,
                                 .smtp_code = 550,
                                 .reply = "no"});
    return change;
  }
  /// A daily mail to Jo, who is reminded of that promise.
  static domain::Change digest_of(const char* day, const std::string& promise,
                                  const std::string& serial) {
    auto change = round(day, {{promise, mail("jo@example.org"), -1}});
    auto digest = acknowledgement(serial, "EX-2026-000002", "jo@example.org");
    digest.purpose = domain::MailPurpose::staff_letter;
    digest.template_name = "digest";
    digest.reference.reset();
    digest.not_before = nine(day);
    change.mails.push_back(digest);
    return change;
  }

  domain::HouseDay house;
  domain::Instant untold_since = at("2026-11-25T07:45:00Z");
};

TEST_F(Daily, OpenPromisesComeInTheOrderOfTheirTimeUpToTheHorizon) {
  apply(second_case());
  const auto open = rows(DayRow::What::promise);
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].reference, ref("EX-2026-000002"));
  EXPECT_EQ(open[0].kind, DeadlineKind::act);
  EXPECT_EQ(open[1].kind, DeadlineKind::respond);
  EXPECT_EQ(open[1].complainant, "");
  EXPECT_EQ(rows(DayRow::What::promise, "2026-11-27T00:00:00Z").size(), 1U);
  EXPECT_EQ(rows(DayRow::What::promise, "2026-12-01T00:00:00Z", true)[1].complainant, "Ann Other");
}

TEST_F(Daily, AnAcknowledgementThatGoesOutByItselfIsToldOnItsLastDay) {
  journal({1});
  apply(opening());  // owed by the 26th, and waiting in the outbox
  const auto told = [&](const char* today) {
    return rows(DayRow::What::promise, "2026-12-01T00:00:00Z", false, today).size();
  };
  EXPECT_EQ(told("2026-11-25"), 0U);
  EXPECT_EQ(told("2026-11-26"), 1U);
  EXPECT_EQ(told("2026-11-27"), 1U);
  domain::Change held;
  held.held = {domain::OutboxId{1}};  // a person has to let it go
  apply(held);
  EXPECT_EQ(told("2026-11-25"), 1U);
}

TEST_F(Daily, WhoWasRemindedIsRememberedUntilTheLimitMoves) {
  apply(second_case());
  const auto open = rows(DayRow::What::promise);
  ASSERT_EQ(open.size(), 2U);
  EXPECT_TRUE(open[1].told.empty());
  apply(round("2026-11-25", {{open[1].promise, mail("jo@example.org"), -2},
                             {open[1].promise, mail("jo@example.org"), -1}}));
  const auto told = rows(DayRow::What::promise);
  EXPECT_TRUE(told[0].told.empty());
  using Told = std::vector<std::pair<std::string, int>>;
  EXPECT_EQ(told[1].told, (Told{{"jo@example.org", -2}, {"jo@example.org", -1}}));
  domain::Change moved;
  moved.updates.push_back(
      promising("EX-2026-000002", {deadline(DeadlineKind::respond, "2026-11-28T23:59:59Z")}));
  apply(moved);
  EXPECT_TRUE(rows(DayRow::What::promise).at(0).told.empty());
}

TEST_F(Daily, ADayHasItsMailsOnce) {
  EXPECT_FALSE(is_done("2026-11-25", nine("2026-11-25")));
  apply(round("2026-11-25"));
  EXPECT_TRUE(is_done("2026-11-25", nine("2026-11-25")));
  EXPECT_FALSE(is_done("2026-11-26", nine("2026-11-26")));
  EXPECT_THROW(apply(round("2026-11-25")), adapters::StoreFailure);
}

TEST_F(Daily, WhatAClockThatRanAheadHasLeftDoesNotCount) {
  apply(second_case());
  const auto promise = rows(DayRow::What::promise).at(1).promise;
  auto ahead = round("2026-11-26", {{promise, mail("jo@example.org"), 0}});
  ahead.daily->at = at("2026-11-26T12:00:00Z");
  ahead.daily->newest_case = 7;
  apply(ahead);
  EXPECT_FALSE(is_done("2026-11-26", nine("2026-11-26")));
  EXPECT_TRUE(is_done("2026-11-26", at("2026-11-26T11:30:00Z")));  // put right by half an hour
  EXPECT_TRUE(is_done("2026-11-26", at("2026-11-26T15:00:00Z")));
  EXPECT_TRUE(rows(DayRow::What::promise).at(1).told.empty());
  EXPECT_EQ(rows(DayRow::What::fresh).size(), 1U);
  EXPECT_TRUE(house.first);
  apply(round("2026-11-25"));  // takes it away
  EXPECT_FALSE(is_done("2026-11-26", at("2026-11-26T15:00:00Z")));
  EXPECT_TRUE(
      rows(DayRow::What::promise, "2026-12-01T00:00:00Z", false, "2026-11-27").at(1).told.empty());
}

TEST_F(Daily, MailsThatWereNotSentOnTheirDayAreTakenBackWithWhatTheyTold) {
  apply(second_case());
  const auto promise = rows(DayRow::What::promise).at(1).promise;
  apply(digest_of("2026-11-24", promise, "s1"));
  apply(tried(1, domain::OutboxState::sent));
  auto second = digest_of("2026-11-25", promise, "s2");
  second.daily->told.front().rung = 0;
  apply(second);
  apply(tried(2, domain::OutboxState::unknown));
  const auto evening = at("2026-11-25T20:00:00Z");
  const auto told = [&] {
    return rows(DayRow::What::promise, "2026-12-01T00:00:00Z", false, "2026-11-26").at(1).told;
  };
  EXPECT_EQ(run(store().daily().take_back(nine("2026-11-25"), evening)), 0U);
  EXPECT_EQ(told().size(), 2U);
  EXPECT_EQ(run(store().daily().take_back(evening, evening)), 1U);
  using Told = std::vector<std::pair<std::string, int>>;
  EXPECT_EQ(told(), (Told{{"jo@example.org", -1}}));  // of the one that was sent
  EXPECT_TRUE(is_done("2026-11-24", nine("2026-11-26")));
  EXPECT_FALSE(is_done("2026-11-25", nine("2026-11-26")));
  EXPECT_TRUE(run(store().outbox().claim(at("2026-11-27T09:00:00Z"), 9)).empty());
  EXPECT_EQ(run(store().daily().take_back(evening, evening)), 0U);
}

TEST_F(Daily, AnOlderCaseWithoutALimitIsOpenUntilItIsClosed) {
  apply(second_case());
  EXPECT_TRUE(rows(DayRow::What::open).empty());  // new
  apply(round("2026-11-24"));
  EXPECT_TRUE(rows(DayRow::What::open).empty());  // its limits run
  using domain::CaseStatus;
  for (const auto& [status, shown, open] :
       {std::tuple{CaseStatus::received, 1, 1}, std::tuple{CaseStatus::responded, 1, 1},
        std::tuple{CaseStatus::awaiting_complainant, 0, 1}, std::tuple{CaseStatus::closed, 0, 0},
        std::tuple{CaseStatus::final_, 0, 0}}) {
    apply(standing("EX-2026-000002", status));
    EXPECT_EQ(rows(DayRow::What::open).size(), static_cast<std::size_t>(shown))
        << to_string(status);
    EXPECT_EQ(house.open, open) << to_string(status);
  }
  domain::Change measure;
  measure.updates.push_back(
      promising("EX-2026-000002", {deadline(DeadlineKind::review, "2027-11-25T09:00:00Z")}));
  apply(measure);
  EXPECT_EQ(rows(DayRow::What::open).size(), 1U);  // a measure's review is no limit of the case
  apply(second_limit());
  EXPECT_TRUE(rows(DayRow::What::open).empty());
}

TEST_F(Daily, LettersThatWaitForTheirReleaseAreSeen) {
  journal({1});
  apply(opening());
  EXPECT_TRUE(rows(DayRow::What::letter).empty());
  domain::Change held;
  held.held = {domain::OutboxId{1}};
  apply(held);
  const auto letters = rows(DayRow::What::letter);
  ASSERT_EQ(letters.size(), 1U);
  EXPECT_EQ(letters[0].reference, ref("EX-2026-000001"));
  EXPECT_EQ(letters[0].letter, "acknowledgement");
  EXPECT_EQ(letters[0].mail, domain::OutboxId{1});
}

TEST_F(Daily, AMailThatFailedIsOverWithItsCaseOrItsPromise) {
  journal({1});
  apply(opening());
  apply(digest_of("2026-11-24", "x", "s9"));
  apply(tried(2, domain::OutboxState::failed));
  EXPECT_TRUE(rows(DayRow::What::failed).empty());  // a daily mail
  apply(tried(1, domain::OutboxState::failed));
  const auto failed = rows(DayRow::What::failed);
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0].mail, domain::OutboxId{1});
  domain::Change met;  // by another way
  met.met.push_back({ref("EX-2026-000001"), DeadlineKind::acknowledge, k_now});
  apply(met);
  EXPECT_TRUE(rows(DayRow::What::failed).empty());
  domain::Change letter;
  letter.mails.push_back(acknowledgement("s3", "EX-2026-000001"));
  letter.mails.front().purpose = domain::MailPurpose::letter;
  letter.mails.front().message_id = "three@example.org";
  apply(letter);
  apply(tried(3, domain::OutboxState::failed));
  EXPECT_EQ(rows(DayRow::What::failed).size(), 1U);
  apply(standing("EX-2026-000001", domain::CaseStatus::closed));
  EXPECT_TRUE(rows(DayRow::What::failed).empty());
}

TEST_F(Daily, HeldMessagesThatAreOwedAnAnswerComeFirst) {
  journal({1, 2});
  for (const std::int64_t id : {1, 2}) {
    domain::Change change;
    change.verdict = verdict(id);
    change.verdict->state = domain::MessageState::held;
    if (id == 2) {
      change.owed =
          domain::MessageOwed{{id}, deadline(DeadlineKind::acknowledge, "2026-11-26T23:59:59Z")};
    }
    apply(change);
  }
  const auto held = rows(DayRow::What::held);
  ASSERT_EQ(held.size(), 2U);
  EXPECT_EQ(held[0].message, domain::MessageRowId{2});
  EXPECT_EQ(held[1].message, domain::MessageRowId{1});
}

TEST_F(Daily, NewIsWhatTheLastRoundDidNotKnow) {
  journal({1});
  apply(opening());
  EXPECT_EQ(rows(DayRow::What::fresh).size(), 1U);
  EXPECT_TRUE(house.first);
  EXPECT_EQ(house.seen, 1);
  apply(round("2026-11-24"));  // knew of case 1 and message 1
  apply(second_case());
  const auto fresh = rows(DayRow::What::fresh);
  ASSERT_EQ(fresh.size(), 1U);
  EXPECT_EQ(fresh[0].reference, ref("EX-2026-000002"));
  EXPECT_EQ(house.seen, 0);
  EXPECT_EQ(house.newest_case, 2);
}

TEST_F(Daily, ThePauseAndWhomACaseIsKeptFromAreSeen) {
  apply(second_case());
  auto update =
      promising("EX-2026-000002", {deadline(DeadlineKind::respond, "2026-11-27T23:59:59Z")},
                domain::CaseStatus::awaiting_complainant);
  const auto last = domain::parse_date("2026-11-26").value();
  update.file.pauses.push_back({1, k_now, last});
  update.file.mentioned = {mail("jo@example.org")};
  domain::Change change;
  change.updates.push_back(update);
  apply(change);
  const auto open = rows(DayRow::What::promise);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].paused, last);
  EXPECT_EQ(open[0].paused_from, k_now);
  EXPECT_EQ(open[0].kept_from, std::vector{mail("jo@example.org")});
  EXPECT_EQ(rows(DayRow::What::waiting).size(), 1U);
}

TEST(DailyMigration, APauseThatWasThereBeforeIsKnown) {
  SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  const auto texts = adapters::migrations();
  for (const auto& text : texts.first(6)) database.exec(std::string{text});
  database.exec(R"sql(
    INSERT INTO complaint_case (reference, prefix, year, number, status, stage, received, mailbox)
    VALUES ('A', 'A', 2026, 1, 'awaiting_complainant', 1, 'x', 'm'),
           ('B', 'A', 2026, 2, 'triage', 1, 'x', 'm');
    INSERT INTO event (at, actor, what, reference, facts, commitment, previous, hash)
    VALUES ('t1', 'a', 'paused', 'A', '{"until":"2026-11-01"}', x'', x'', x''),
           ('t2', 'a', 'paused', 'A', '{"until":"2026-12-01"}', x'', x'', x''),
           ('t3', 'a', 'extended', 'A', '{"until":"2026-12-24"}', x'', x'', x''),
           ('t4', 'a', 'paused', 'B', '{"until":"2026-12-24"}', x'', x'', x''))sql");
  database.exec(std::string{texts[6]});
  const auto paused = [&](const char* reference) {
    SQLite::Statement query{database,
                            "SELECT coalesce(paused_from || ' ' || paused_until, '')"
                            " FROM complaint_case WHERE reference = ?"};
    query.bind(1, reference);
    query.executeStep();
    return query.getColumn(0).getString();
  };
  EXPECT_EQ(paused("A"), "t2 2026-12-01");
  EXPECT_EQ(paused("B"), "");
}

TEST_F(Daily, TheLedgerOfTheRoundAddsUp) {
  journal({1, 2, 3});
  apply(opening());
  run(store().journal().quarantine({2}, "broken", k_now));
  const auto broken = rows(DayRow::What::quarantined);
  ASSERT_EQ(broken.size(), 1U);
  EXPECT_EQ(broken[0].message, domain::MessageRowId{2});
  EXPECT_EQ(house.seen, 3);
  EXPECT_EQ(house.kinds[domain::MessageKind::complaint], 1);
  EXPECT_EQ(house.quarantined, 1);
  EXPECT_EQ(house.unread, 1);
  EXPECT_EQ(house.unaccounted, 1);
  EXPECT_EQ(house.untold, 1);  // of the quarantine, a day ago
  untold_since = k_now;        // it is still being gathered
  rows(DayRow::What::quarantined);
  EXPECT_EQ(house.untold, 0);
}

TEST_F(Daily, AMessageOfACaseIsKeptFromStaffWhomItOrTheCaseNames) {
  journal({1, 2});
  auto opened = opening();
  opened.updates.back().file.mentioned = {mail("kim@example.org")};
  apply(opened);
  domain::Change asks_on;  // it joined, and is held because it asks for the next stage
  asks_on.verdict = verdict(2, domain::MessageKind::follow_up);
  asks_on.verdict->joined = ref("EX-2026-000001");
  asks_on.verdict->state = domain::MessageState::held;
  asks_on.owed =
      domain::MessageOwed{{2}, deadline(DeadlineKind::acknowledge, "2026-11-26T23:59:59Z")};
  asks_on.events.push_back(event("message_joined"));
  asks_on.events.back().message = domain::MessageRowId{2};
  asks_on.events.back().facts = R"({"mentions":"jo@example.org"})";
  apply(asks_on);
  const std::vector both{mail("jo@example.org"), mail("kim@example.org")};
  const auto held = rows(DayRow::What::held);
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held[0].kept_from, both);
  const auto owed = rows(DayRow::What::promise);  // the case's own goes out by itself
  ASSERT_EQ(owed.size(), 1U);
  EXPECT_EQ(owed[0].message, domain::MessageRowId{2});
  EXPECT_EQ(owed[0].kept_from, both);
}

TEST_F(Daily, WhatGoesOutsideGoesBeforeDigests) {
  apply(second_case());
  domain::Change change;
  auto digest = acknowledgement("s1", "EX-2026-000002", "jo@example.org");
  digest.purpose = domain::MailPurpose::staff_letter;
  digest.template_name = "digest";
  auto answer = acknowledgement("s2", "EX-2026-000002");
  answer.message_id = "two@example.org";
  change.mails = {digest, answer};
  apply(change);
  const auto claimed = run(store().outbox().claim(k_now, 1));
  ASSERT_EQ(claimed.size(), 1U);
  EXPECT_EQ(claimed[0].letter, "acknowledgement");
}

}  // namespace
}  // namespace redress::tests
