#include "tests/unit/sqlite/store_fixture.hpp"

#include "daemon/adapters/sqlite/erasure_scope.hpp"
#include "daemon/adapters/sqlite/retention.hpp"
#include "daemon/adapters/sqlite/senders.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace redress::tests {
namespace {

using adapters::StoreFailure;
using domain::ErrorCode;

constexpr const char* k_case = "EX-2026-000001";
constexpr const char* k_bobs = "EX-2026-000002";

/// Two people, a case each, with everything that a case can hold.
class ErasureTest : public StoreTest {
 protected:
  ErasureTest() {
    take({1, "Ann Other", "Ann@Example.net", k_case, "zebra"});
    take({2, "Bob Wood", "bob@example.com", k_bobs, "giraffe"});
  }

  struct Somebody {
    std::uint32_t uid;
    const char *name, *address, *reference, *word;
  };

  /// A complaint as it comes, and its acknowledgement as it went.
  void take(const Somebody& who) {
    const auto folder = open_inbox();
    // A word that does not compress away: it stands once in every text.
    const std::string word = who.word;
    ports::FetchedMessage fetched{.uid = {who.uid}, .internal_date = k_now, .size = 0, .bytes = {}};
    fetched.bytes = "From: " + std::string{who.name} + " <" + who.address +
                    ">\r\nSubject: " + word + "\r\n\r\nThe " + word + " broke.\r\n";
    fetched.size = fetched.bytes.size();
    run(store().journal().append(folder, std::span{&fetched, 1}, std::nullopt, k_now));

    domain::Change change;
    change.new_case = {.reference = ref(who.reference),
                       .received = k_now,
                       .complainant = {who.name, mail(who.address)},
                       .mailbox = "comments"};
    change.verdict = verdict(who.uid);
    change.verdict->joined = ref(who.reference);
    change.verdict->from = std::string{who.name} + " <" + who.address + ">";
    change.verdict->subject = word;
    change.verdict->message_id = word + "@example.net";
    change.verdict->content_digest = "digest-" + std::to_string(who.uid);
    change.verdict->reading_json = R"({"evidence":[{"detail":")" + word + R"("}]})";
    change.updates.push_back(promising(
        who.reference, {deadline(domain::DeadlineKind::acknowledge, "2026-11-26T17:00:00Z")}));
    auto letter = acknowledgement("s" + std::to_string(who.uid), who.reference, who.address);
    letter.bytes = "Subject: your " + word + "\r\n\r\nDear " + who.name + "\r\n";
    change.mails.push_back(letter);
    change.notices.push_back({.kind = domain::NoticeKind::system,
                              .key = "k" + std::to_string(who.uid),
                              .at = k_now,
                              .reference = ref(who.reference),
                              .message = std::nullopt,
                              .text = "about the " + word});
    auto opened = event("case_opened");
    opened.reference = ref(who.reference);
    opened.facts = R"({"received":"2026-11-24T10:00:00Z","stage":"1","mailbox":"comments"})";
    opened.personal =
        R"({"name":")" + std::string{who.name} + R"(","address":")" + who.address + R"("})";
    change.events.push_back(opened);
    change.corrections.push_back({{who.uid}, domain::MessageKind::enquiry, k_now, "jo"});
    apply(change);
    domain::Change sent;
    sent.deliveries.push_back({.mail = {who.uid},
                               .at = k_now,
                               .state = domain::OutboxState::sent,
                               .next_try = {},
                               .smtp_code = 250,
                               .reply = "2.1.5 " + std::string{who.address} + " ok"});
    sent.met.push_back({ref(who.reference), domain::DeadlineKind::acknowledge, k_now});
    apply(sent);
  }

  void set_status(const char* reference, domain::CaseStatus status, domain::Instant when = k_now) {
    domain::Change change;
    change.statuses.push_back({ref(reference), status, std::nullopt});
    auto noted = event("closed");
    noted.reference = ref(reference);
    noted.at = when;
    change.events.push_back(noted);
    apply(change);
  }

  static ports::ErasureOrder order(const char* address, bool open_too = false) {
    return {.what = ports::PersonErasure{.person = mail(address),
                                         .address_digest = "keyed-digest",
                                         .reason = "asked for on paper",
                                         .open_too = open_too},
            .actor = "redressctl:uid 0"};
  }
  ports::ErasureCount erase(const ports::ErasureOrder& what) {
    return run(store().personal_data().erase(what, k_now));
  }
  std::string refusal(const ports::ErasureOrder& what) {
    try {
      erase(what);
    } catch (const StoreFailure& failure) {
      return failure.error().text;
    }
    return "nothing was refused";
  }

  /// All that lies on the disk, in lower case: the database and what belongs to it.
  std::string on_disk() const {
    std::string all;
    for (const auto* ending : {"", "-wal", "-shm", "-journal"}) {
      std::ifstream in{path() + ending, std::ios::binary};
      all.append(std::istreambuf_iterator<char>{in}, {});
    }
    std::transform(all.begin(), all.end(), all.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return all;
  }
  bool lies_on_disk(std::string_view text) const {
    return on_disk().find(text) != std::string::npos;
  }
  int number(const char* sql) {
    SQLite::Database database{path()};
    return database.execAndGet(sql).getInt();
  }
};

TEST_F(ErasureTest, SYS_13_NoByteOfThePersonIsLeftInTheFiles) {
  for (const auto* text : {"ann@example.net", "ann other", "zebra"}) {
    ASSERT_TRUE(lies_on_disk(text)) << text;  // else the test shows nothing
  }
  set_status(k_case, domain::CaseStatus::closed);
  const auto count = erase(order("ann@example.net"));
  EXPECT_EQ(count.leftover, "");
  for (const auto* text : {"ann@example.net", "ann other", "zebra"}) {
    EXPECT_FALSE(lies_on_disk(text)) << text;
  }
  EXPECT_EQ(count.cases, 1);
  EXPECT_EQ(count.messages, 1);
  EXPECT_EQ(count.letters, 1);
  EXPECT_EQ(count.withdrawn, 0);
  EXPECT_EQ(count.records, 1);
}

TEST_F(ErasureTest, SYS_13_TheOtherPersonIsUntouched) {
  set_status(k_case, domain::CaseStatus::closed);
  const auto raw = reading()->raw({2}).value();
  erase(order("ANN@example.net"));  // in any case of letters
  const auto bobs = reading()->find_case(ref(k_bobs)).value();
  EXPECT_EQ(bobs.row.complainant.address, mail("bob@example.com"));
  EXPECT_EQ(bobs.row.complainant.name, "Bob Wood");
  EXPECT_EQ(bobs.messages.at(0).subject, "giraffe");
  EXPECT_EQ(bobs.mails.at(0).to, "bob@example.com");
  EXPECT_FALSE(bobs.events.at(0).erased);
  EXPECT_EQ(reading()->raw({2}).value(), raw);
  EXPECT_TRUE(lies_on_disk("about the giraffe"));
}

TEST_F(ErasureTest, SYS_13_CountsDatesReferencesAndDigestsStay) {
  set_status(k_case, domain::CaseStatus::closed);
  const auto before = reading()->ledger();
  erase(order("ann@example.net"));
  const auto after = reading()->ledger();
  EXPECT_EQ(after.seen, before.seen);
  EXPECT_EQ(after.kinds, before.kinds);
  EXPECT_EQ(after.unaccounted, 0);
  ASSERT_EQ(reading()->cases().size(), 2U);
  const auto anns = reading()->find_case(ref(k_case)).value();
  EXPECT_EQ(anns.row.status, domain::CaseStatus::closed);
  EXPECT_EQ(anns.row.received, k_now);
  EXPECT_EQ(anns.row.acknowledged, k_now);
  EXPECT_EQ(anns.row.complainant.address.str(), "erased@erased.invalid");
  EXPECT_EQ(anns.row.complainant.name, "");
  EXPECT_EQ(anns.messages.size(), 1U);
  EXPECT_EQ(anns.mails.size(), 1U);
  EXPECT_EQ(number("SELECT count(*) FROM message WHERE content_digest = 'digest-1'"), 1);
  EXPECT_EQ(reading()->raw({1}).error().text, "the bytes of message 1 were erased");
}

TEST_F(ErasureTest, SYS_13_TheTrailVerifiesAndTellsOfTheErasure) {
  set_status(k_case, domain::CaseStatus::closed);
  erase(order("ann@example.net"));
  EXPECT_TRUE(reading()->verify());
  const auto events = reading()->find_case(ref(k_case)).value().events;
  EXPECT_TRUE(events.front().erased);
  EXPECT_EQ(events.back().what, "case_erased");
  EXPECT_EQ(events.back().actor, "redressctl:uid 0");
  SQLite::Database database{path()};
  SQLite::Statement row{database, "SELECT facts, personal FROM event WHERE what='person_erased'"};
  ASSERT_TRUE(row.executeStep());
  EXPECT_EQ(row.getColumn(0).getString(),
            R"({"address_digest":"keyed-digest","cases":1,"messages":1,"letters":1,)"
            R"("withdrawn":0,"records":1})");
  EXPECT_EQ(row.getColumn(1).getString(), R"({"reason":"asked for on paper"})");
}

TEST_F(ErasureTest, WhatStillWaitsIsRefusedUnlessItIsMeant) {
  EXPECT_EQ(refusal(order("ann@example.net")),
            "nothing was erased, because this still waits for somebody: EX-2026-000001 (received); "
            "deal with it first, or say --open-too");
  EXPECT_TRUE(lies_on_disk("ann@example.net"));
  domain::Change more;
  more.updates.push_back(
      promising(k_case, {deadline(domain::DeadlineKind::acknowledge, "2026-11-26T17:00:00Z"),
                         deadline(domain::DeadlineKind::respond, "2026-12-20T17:00:00Z")}));
  apply(more);
  erase(order("ann@example.net", true));
  const auto anns = reading()->find_case(ref(k_case)).value();
  EXPECT_EQ(anns.row.status, domain::CaseStatus::final_);
  EXPECT_EQ(anns.events.back().what, "closed");
  for (const auto& due : anns.row.due) EXPECT_NE(due.state, "open");
  EXPECT_TRUE(reading()->verify());
  EXPECT_FALSE(lies_on_disk("ann@example.net"));
}

TEST_F(ErasureTest, WhatHadNotGoneOutIsWithdrawnAndWaitsNoMore) {
  set_status(k_case, domain::CaseStatus::closed);
  domain::Change change;
  change.mails.push_back(acknowledgement("s3", k_case));
  apply(change);
  EXPECT_EQ(erase(order("ann@example.net")).withdrawn, 1U);
  EXPECT_TRUE(run(store().outbox().claim(k_now, 10)).empty());
  EXPECT_EQ(run(store().outbox().next_due()), std::nullopt);
}

TEST_F(ErasureTest, AMailThatIsGoingOutIsNotTakenAway) {
  set_status(k_case, domain::CaseStatus::closed);
  domain::Change change;
  change.mails.push_back(acknowledgement("s3", k_case));
  apply(change);
  run(store().outbox().claim(k_now, 10));
  EXPECT_NE(refusal(order("ann@example.net")).find("going out at this moment"), std::string::npos);
  EXPECT_TRUE(lies_on_disk("ann@example.net"));
}

TEST_F(ErasureTest, MessagesOfNoCaseGoWithTheirSender) {
  journal({7, 8});
  domain::Change change;
  change.verdict = verdict(3, domain::MessageKind::enquiry);
  change.verdict->subject = "walrus";
  apply(change);
  change.verdict = verdict(4, domain::MessageKind::enquiry);
  change.verdict->from = "Joann <joann@example.net>";  // ends with the address, is another
  apply(change);
  set_status(k_case, domain::CaseStatus::closed);
  EXPECT_EQ(erase(order("ann@example.net")).messages, 2U);
  EXPECT_FALSE(lies_on_disk("walrus"));
  EXPECT_EQ(reading()->message({4}).value().from, "Joann <joann@example.net>");
}

TEST_F(ErasureTest, AHeldMessageWaitsForNobodyAfterwards) {
  set_status(k_case, domain::CaseStatus::closed);
  journal({7});
  domain::Change change;
  change.verdict = verdict(3, domain::MessageKind::unreadable);
  change.verdict->state = domain::MessageState::held;
  change.verdict->held_because = "it cannot be read";
  change.owed =
      domain::MessageOwed{{3}, deadline(domain::DeadlineKind::acknowledge, "2026-11-26T17:00:00Z")};
  apply(change);
  EXPECT_NE(refusal(order("ann@example.net")).find("message 3 (held)"), std::string::npos);
  erase(order("ann@example.net", true));
  EXPECT_EQ(reading()->status(at("2027-01-01T00:00:00Z")).held, 0);
  EXPECT_EQ(reading()->status(at("2027-01-01T00:00:00Z")).overdue_acknowledgements, 0);
}

TEST_F(ErasureTest, SomebodyElsesCaseLosesOnlyTheirPartInIt) {
  {
    SQLite::Database database{path(), SQLite::OPEN_READWRITE};
    database.exec(
        "INSERT INTO participant (case_id, address_key, address, name, role)"
        " VALUES (1, 'carol@example.org', 'carol@example.org', 'Carol', 'other')");
  }
  domain::Change change;
  auto asked = event("third_party", R"({"name":"Carol","address":"carol@example.org"})");
  asked.reference = ref(k_case);
  change.events.push_back(asked);
  apply(change);
  const auto count = erase(order("carol@example.org"));  // though the case is open: it is not hers
  EXPECT_EQ(count.cases, 0U);
  EXPECT_EQ(count.records, 1U);
  const auto anns = reading()->find_case(ref(k_case)).value();
  EXPECT_EQ(anns.row.complainant.name, "Ann Other");
  EXPECT_EQ(anns.participants.size(), 1U);
  EXPECT_FALSE(anns.events.front().erased);
  EXPECT_FALSE(lies_on_disk("carol"));
}

TEST_F(ErasureTest, WhoIsNotKnownIsNotErased) {
  EXPECT_EQ(refusal(order("nobody@example.net")), "nothing is held on nobody@example.net");
  set_status(k_case, domain::CaseStatus::closed);
  erase(order("ann@example.net"));
  EXPECT_EQ(refusal(order("ann@example.net")), "nothing is held on ann@example.net");
}

TEST_F(ErasureTest, AReplyWithTheOldNumberIsANewMatter) {
  set_status(k_case, domain::CaseStatus::closed);
  erase(order("ann@example.net"));
  domain::SnapshotQuery query{.message = {9},
                              .named = {ref(k_case)},
                              .thread_ids = {"zebra@example.net"},
                              .content_digest = {},
                              .sender = mail("ann@example.net"),
                              .bounce_serial = "s1",
                              .bounced_message_ids = {"ack.s1@example.org"},
                              .prefix = "EX",
                              .year = 2026,
                              .now = k_now};
  const auto seen = snapshot(query);
  EXPECT_TRUE(seen.named.empty());
  EXPECT_TRUE(seen.threads.empty());
  EXPECT_FALSE(seen.bounced);
  EXPECT_EQ(seen.next_number, 3U);  // the number of an erased case is not given again
}

TEST_F(ErasureTest, CEME_06_RetentionTakesWhatIsOverAndOldAndWasListedThatDay) {
  const ports::ErasureOrder run_it{
      .what = ports::RetentionRun{.before = at("2032-11-25T00:00:00Z"), .day = "2038-11-25"},
      .actor = "redressctl:uid 0"};
  set_status(k_case, domain::CaseStatus::closed);
  set_status(k_bobs, domain::CaseStatus::closed, at("2033-01-01T00:00:00Z"));
  EXPECT_NE(refusal(run_it).find("not listed today"), std::string::npos);

  const auto list = [&](const char* facts) {
    domain::Change change;
    change.events.push_back(event("retention_listed"));
    change.events.back().facts = facts;
    apply(change);
  };
  list(R"({"day":"2038-11-25","before":"2032-11-25T00:00:00Z","cases":0,"messages":0})");
  EXPECT_NE(refusal(run_it).find("more would go than was listed"), std::string::npos);
  list(R"({"day":"2038-11-24","before":"2032-11-25T00:00:00Z","cases":1,"messages":1})");
  EXPECT_NE(refusal(run_it).find("not listed today"), std::string::npos);
  EXPECT_TRUE(lies_on_disk("ann@example.net"));

  list(R"({"day":"2038-11-25","before":"2032-11-25T00:00:00Z","cases":1,"messages":1})");
  const auto count = erase(run_it);
  EXPECT_EQ(count.cases, 1U);
  EXPECT_EQ(count.messages, 1U);
  EXPECT_FALSE(lies_on_disk("ann@example.net"));
  EXPECT_TRUE(lies_on_disk("bob@example.com"));  // something happened in it since
  EXPECT_TRUE(reading()->verify());
  EXPECT_EQ(reading()->ledger().seen, 2);
}

TEST_F(ErasureTest, CEME_06_RetentionShortensNothingThatIsOpen) {
  const auto before = at("2032-11-25T00:00:00Z");
  const auto old_cases = [&] {
    const auto connection =
        adapters::Connection::open(path(), adapters::Connection::Mode::read_only);
    return adapters::scope_older_than(**connection, before, at("2038-11-25T10:00:00Z"))
        .cases.size();
  };
  EXPECT_EQ(old_cases(), 0U);  // both are open
  set_status(k_case, domain::CaseStatus::closed);
  EXPECT_EQ(old_cases(), 1U);
  domain::Change promised;
  promised.updates.push_back(
      promising(k_case, {deadline(domain::DeadlineKind::review, "2033-01-01T00:00:00Z")},
                domain::CaseStatus::closed));
  apply(promised);
  EXPECT_EQ(old_cases(), 0U);
}

TEST(IsFromTest, ReadsTheFromFieldAndNothingElse) {
  struct Row {
    const char* raw;
    bool is_hers;
  };
  for (const auto& row : {
           Row{"From: Ann <ann@example.net>\r\n\r\nx", true},
           Row{"To: x@y\nFROM: Ann\n <Ann@Example.NET>\n\nx", true},
           Row{"From: Joann <joann@example.net>\r\n\r\nx", false},
           Row{"From: <ann@example.net.invalid>\r\n\r\nx", false},
           Row{"To: ann@example.net\r\nFrom: b@c\r\n\r\nx", false},
           Row{"From: b@c\r\n\r\nFrom: ann@example.net\r\n", false},
           Row{"From: b@c\r\nCc: d@e,\r\n ann@example.net\r\n\r\n", false},
           Row{"", false},
       }) {
    SCOPED_TRACE(row.raw);
    EXPECT_EQ(adapters::is_from(row.raw, "ann@example.net"), row.is_hers);
  }
}

}  // namespace
}  // namespace redress::tests
