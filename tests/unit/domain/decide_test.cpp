#include "daemon/domain/way_out.hpp"
#include "tests/unit/domain/decide_support.hpp"

namespace redress::domain {
namespace {

TEST_F(Decide, ANewComplaintOpensACaseAndIsAcknowledgedAtOnce) {
  snapshot.next_number = 123;
  const auto out = decided();
  ASSERT_TRUE(out.change.new_case);
  EXPECT_EQ(out.change.new_case->reference.str(), "CIM-2026-000123");
  EXPECT_EQ(out.change.new_case->complainant.address, address("ann@example.net"));
  EXPECT_EQ(out.change.verdict->state, MessageState::recorded);
  EXPECT_EQ(out.change.verdict->joined, reference("CIM-2026-000123"));
  ASSERT_EQ(out.change.updates.size(), 1U);
  const auto& deadlines = out.change.updates[0].deadlines;
  ASSERT_EQ(deadlines.size(), 2U);
  // Monday is day 0: two working days end with Wednesday, twenty with Monday 7 December.
  EXPECT_EQ(to_rfc3339(deadlines[0].deadline.at), "2026-11-11T23:59:59Z");
  EXPECT_EQ(to_rfc3339(deadlines[1].deadline.at), "2026-12-07T23:59:59Z");
  ASSERT_EQ(out.letters.size(), 1U);
  const auto& letter = out.letters.front();
  EXPECT_EQ(letter.purpose, MailPurpose::acknowledgement);
  EXPECT_EQ(letter.to->address, address("ann@example.net"));
  EXPECT_EQ(letter.in_reply_to, "x@example.net");
  EXPECT_EQ(letter.state, OutboxState::pending);
  EXPECT_EQ(letter.not_before, now);
  EXPECT_TRUE(out.change.notices.empty());
  ASSERT_EQ(out.change.events.size(), 1U);
  EXPECT_EQ(out.change.events[0].what, "case_opened");
}

TEST_F(Decide, TheYearOfTheReferenceIsThatOfReceiptInTheOrganisationsZone) {
  mail.received = at("2026-12-31T23:30:00Z");
  EXPECT_EQ(decided().change.new_case->reference.str(), "CIM-2026-000001");
}

struct HeldCase {
  const char* name;
  void (*set)(IncomingMail&, Snapshot&);
  const char* because;
};

TEST_F(Decide, WhatSpeaksAgainstARoutineAnswerHoldsItAndTellsStaff) {
  const HeldCase cases[] = {
      {"abusive", [](IncomingMail& m, Snapshot&) { m.reading.flags.insert(Flag::abusive); },
       "abusive"},
      {"read as hold",
       [](IncomingMail& m, Snapshot&) { m.reading.acknowledge = AcknowledgeReading::hold; },
       "abusive"},
      {"forged sender",
       [](IncomingMail& m, Snapshot&) { m.authentication = SenderAuthentication::failed; },
       "forged"},
      {"too many to this address", [](IncomingMail&, Snapshot& s) { s.automatic.to_address = 3; },
       "limit"},
      {"too many to this domain", [](IncomingMail&, Snapshot& s) { s.automatic.to_domain = 100; },
       "limit"},
      {"too many at all", [](IncomingMail&, Snapshot& s) { s.automatic.total = 2000; }, "limit"},
      {"cut", [](IncomingMail& m, Snapshot&) { m.cut = true; }, "larger"},
      {"old mail listed anew", [](IncomingMail& m, Snapshot&) { m.relisted = true; }, "anew"},
  };
  const auto plain_mail = mail;
  for (const auto& one : cases) {
    mail = plain_mail;
    snapshot = {};
    one.set(mail, snapshot);
    const auto out = decided();
    ASSERT_TRUE(out.change.new_case) << one.name;
    ASSERT_EQ(out.letters.size(), 1U) << one.name;
    EXPECT_EQ(out.letters[0].state, OutboxState::held) << one.name;
    EXPECT_NE(out.letters[0].held_because.find(one.because), std::string::npos) << one.name;
    EXPECT_EQ(out.change.updates.at(0).deadlines.size(), 2U) << one.name;
    ASSERT_EQ(out.change.notices.size(), 1U) << one.name;
    EXPECT_EQ(out.change.notices[0].kind, NoticeKind::held) << one.name;
  }
}

TEST_F(Decide, ANoticeKnowsWhatCanBeDoneAboutItsMessage) {
  const auto way = [&] {
    const auto notices = decided().change.notices;
    EXPECT_EQ(notices.size(), 1U);
    return way_out(notices.at(0));
  };
  const auto plain_mail = mail;
  mail.reading.flags.insert(Flag::abusive);
  EXPECT_EQ(way(), WayOut::release) << "the held acknowledgement of a new case";
  mail = plain_mail;
  names_case(ReferenceProof::bare);
  EXPECT_EQ(way(), WayOut::release) << "a stranger's follow-up may be a complaint";
  mail.reading.kind = MessageKind::staff;
  EXPECT_EQ(way(), WayOut::settle) << "a release would make a complaint of it";
  mail.reading.named.front().proof = ReferenceProof::keyed;
  EXPECT_EQ(way(), WayOut::look) << "it joined its case, and nothing is held";
}

TEST_F(Decide, DangerToLifeIsToldToTheDutyRoleAtOnceAndNeverAnsweredByRoutine) {
  mail.reading.flags.insert(Flag::serious);
  const auto out = decided();
  ASSERT_EQ(out.letters.size(), 2U);
  EXPECT_EQ(out.letters[0].state, OutboxState::held);
  EXPECT_EQ(out.letters[1].purpose, MailPurpose::duty_alert);
  EXPECT_EQ(out.letters[1].to_role, "duty");
  EXPECT_EQ(out.letters[1].not_before, now);
  EXPECT_EQ(out.letters[1].state, OutboxState::pending);
  EXPECT_EQ(out.letters[1].reasons, std::vector<std::string>{"serious"});
  ASSERT_EQ(out.change.notices.size(), 1U);
  EXPECT_EQ(out.change.notices[0].kind, NoticeKind::serious);
}

TEST_F(Decide, DangerToLifeInAnyKindOfMailReachesTheDutyRole) {
  for (const auto kind : {MessageKind::enquiry, MessageKind::follow_up, MessageKind::automatic}) {
    mail.reading.kind = kind;
    mail.reading.flags = {Flag::serious};
    const auto out = decided();
    EXPECT_TRUE(std::any_of(out.letters.begin(), out.letters.end(), [](const LetterOrder& order) {
      return order.purpose == MailPurpose::duty_alert;
    })) << to_string(kind);
  }
}

TEST_F(Decide, WithoutAnAddressToAnswerTheMessageWaitsForAPerson) {
  mail.sender.reset();
  const auto out = decided();
  EXPECT_FALSE(out.change.new_case);
  EXPECT_EQ(out.change.verdict->state, MessageState::held);
  ASSERT_TRUE(out.change.owed);
  EXPECT_EQ(to_rfc3339(out.change.owed->deadline.at), "2026-11-11T23:59:59Z");
  EXPECT_TRUE(out.letters.empty());
  EXPECT_EQ(out.change.notices.size(), 1U);
}

TEST_F(Decide, WhoeverGivesOutTheWorkIsToldOfANewCaseUnlessItNamesThem) {
  policy.enquiries_to = "team-leader";
  mail.mentions = {address("toni@example.org")};
  const auto out = decided();
  ASSERT_EQ(out.letters.size(), 2U);
  EXPECT_EQ(out.letters[1].letter, "case_notice");
  EXPECT_EQ(out.letters[1].to_role, "team-leader");
  EXPECT_EQ(out.letters[1].not_to, mail.mentions);
  EXPECT_EQ(out.letters[1].reference, out.change.new_case->reference);
}

TEST_F(Decide, WhoeverHasTheCaseIsMailedItWhereTheHouseWantsThat) {
  EXPECT_TRUE(decided().change.case_mails.empty());
  case_mails = true;
  const auto opened = decided().change;
  ASSERT_EQ(opened.case_mails.size(), 1U);
  EXPECT_EQ(opened.case_mails[0].reference, opened.new_case->reference);
  EXPECT_EQ(opened.case_mails[0].message, mail.id);
  EXPECT_EQ(opened.case_mails[0].whom, "");
  EXPECT_EQ(opened.case_mails[0].headline, "new complaint");

  names_case(ReferenceProof::keyed);
  mail.reading.flags = {Flag::insult};
  const auto joined = decided().change;
  ASSERT_EQ(joined.case_mails.size(), 1U);
  EXPECT_EQ(joined.case_mails[0].reference, reference());
  EXPECT_EQ(joined.case_mails[0].headline, "new message");
  EXPECT_EQ(joined.case_mails[0].text, "Message 41 came in and is flagged (insult).");

  mail.reading.kind = MessageKind::automatic;
  EXPECT_TRUE(decided().change.case_mails.empty());
}

TEST_F(Decide, WhatIsHeldIsMailedToNobody) {
  case_mails = true;
  mail.sender.reset();
  EXPECT_TRUE(decided().change.case_mails.empty());
}

TEST_F(Decide, TheTrailOfAMessageThatWaitsSaysWhichStaffItNames) {
  mail.sender.reset();
  mail.mentions = {address("jo@example.org"), address("sam@example.org")};
  const auto out = decided();
  ASSERT_EQ(out.change.verdict->state, MessageState::held);
  EXPECT_EQ(fields_of(out.change.events[0].facts).at("mentions"), "jo@example.org sam@example.org");
}

TEST_F(Decide, ANoReplyAddressIsNotAnswered) {
  mail.no_reply = true;
  const auto out = decided();
  EXPECT_EQ(out.change.verdict->state, MessageState::held);
  EXPECT_TRUE(out.letters.empty());
}

TEST_F(Decide, OrdinaryMailIsRecordedAndNobodyIsAnsweredOrTold) {
  for (const auto kind : {MessageKind::enquiry, MessageKind::compliment, MessageKind::automatic,
                          MessageKind::junk, MessageKind::delivery_report}) {
    mail.reading.kind = kind;
    const auto out = decided();
    EXPECT_EQ(out.change.verdict->state, MessageState::recorded) << to_string(kind);
    EXPECT_FALSE(out.change.new_case) << to_string(kind);
    EXPECT_TRUE(out.letters.empty()) << to_string(kind);
    EXPECT_TRUE(out.change.notices.empty()) << to_string(kind);
  }
}

TEST_F(Decide, OwnMailIsOnlyBelievedWithOurKey) {
  mail.reading.kind = MessageKind::own;
  mail.really_own = true;
  EXPECT_EQ(decided().change.verdict->state, MessageState::recorded);
  mail.really_own = false;
  const auto out = decided();
  EXPECT_EQ(out.change.verdict->state, MessageState::held);
  EXPECT_TRUE(out.change.owed);
}

TEST_F(Decide, HistoryIsRecordedAndNothingElse) {
  mail.history = true;
  mail.reading.flags.insert(Flag::serious);
  const auto out = decided();
  EXPECT_EQ(out.change.verdict->state, MessageState::history);
  EXPECT_FALSE(out.change.new_case);
  EXPECT_TRUE(out.letters.empty());
  EXPECT_TRUE(out.change.notices.empty());
}

TEST_F(Decide, TheSameContentAgainIsADuplicateOfTheSameCase) {
  snapshot.same_content = EarlierMessage{.message = MessageRowId{7},
                                         .state = MessageState::recorded,
                                         .from_junk = false,
                                         .joined = reference()};
  const auto out = decided();
  EXPECT_EQ(out.change.verdict->state, MessageState::duplicate);
  EXPECT_EQ(out.change.verdict->joined, reference());
  EXPECT_TRUE(out.letters.empty());
}

TEST_F(Decide, AComplaintInTheJunkFolderIsHeldAndOneTakenOutOfItIsAnswered) {
  mail.from_junk = true;
  const auto held = decided();
  EXPECT_EQ(held.change.verdict->state, MessageState::held);
  EXPECT_TRUE(held.change.owed);
  ASSERT_EQ(held.change.notices.size(), 1U);
  EXPECT_EQ(held.change.notices[0].kind, NoticeKind::junk);
  EXPECT_TRUE(held.letters.empty());

  mail.from_junk = false;
  snapshot.same_content = EarlierMessage{
      .message = MessageRowId{7}, .state = MessageState::held, .from_junk = true, .joined = {}};
  const auto taken = decided();
  EXPECT_TRUE(taken.change.new_case);
  EXPECT_EQ(taken.letters.size(), 1U);
  EXPECT_EQ(taken.change.settled, std::vector{MessageRowId{7}});
}

TEST_F(Decide, AnArchivedCopyOfWhatIsHeldInJunkSettlesNothing) {
  mail.history = true;
  snapshot.same_content = EarlierMessage{
      .message = MessageRowId{7}, .state = MessageState::held, .from_junk = true, .joined = {}};
  const auto out = decided();
  EXPECT_EQ(out.change.verdict->state, MessageState::duplicate);
  EXPECT_TRUE(out.change.settled.empty());
  EXPECT_TRUE(out.letters.empty());
}

TEST_F(Decide, WhatAPersonReleasesIsAComplaintWhateverStoodAgainstIt) {
  names_case(ReferenceProof::bare);
  mail.sender = Person{"", address("eve@example.com")};
  mail.reading.flags = {Flag::abusive};
  mail.released = true;
  const auto out = decided();
  ASSERT_TRUE(out.change.new_case);
  EXPECT_EQ(out.change.new_case->complainant.address, address("eve@example.com"));
  EXPECT_EQ(out.change.verdict->kind, MessageKind::complaint);
  ASSERT_EQ(out.letters.size(), 1U);
  EXPECT_EQ(out.letters[0].state, OutboxState::pending);

  mail.sender.reset();
  EXPECT_EQ(decided().change.verdict->state, MessageState::held) << "nobody to answer";
}

TEST_F(Decide, OfficeHoursHoldTheAnswerBackButNeverPastTheDeadline) {
  office_hours = true;
  policy.close_of_business = std::chrono::hours{17};
  now = at("2026-11-09T22:00:00Z");
  EXPECT_EQ(to_rfc3339(decided().letters[0].not_before), "2026-11-10T09:00:00Z");
  now = at("2026-11-10T07:00:00Z");
  EXPECT_EQ(to_rfc3339(decided().letters[0].not_before), "2026-11-10T09:00:00Z");
  now = at("2026-11-10T12:00:00Z");
  EXPECT_EQ(decided().letters[0].not_before, now);
  now = at("2026-11-11T17:30:00Z");  // the promise ended at 17:00
  EXPECT_EQ(decided().letters[0].not_before, now);
}

TEST_F(Decide, AYearWithoutACalendarIsAnErrorAndNoGuess) {
  mail.received = at("2031-01-05T10:00:00Z");
  const House house{.prefix = "CIM",
                    .policy = policy,
                    .calendar = calendar,
                    .zone = zone,
                    .limits = {3, 100, 2000},
                    .office_hours = false};
  EXPECT_FALSE(decide(house, snapshot, mail, now));
}

}  // namespace
}  // namespace redress::domain
