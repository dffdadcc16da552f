#include "tests/unit/domain/decide_support.hpp"

namespace redress::domain {
namespace {

TEST_F(Decide, AFollowUpThatNamesMoreStaffIsToldToTheOthers) {
  names_case(ReferenceProof::keyed);
  snapshot.named.front().owner = "sam@example.org";
  snapshot.named.front().kept_from = {address("toni@example.org")};
  mail.mentions = {address("sam@example.org"), address("toni@example.org")};
  EXPECT_TRUE(decided().change.notices.empty()) << "the owner is addressed, the other known";
  mail.mentions.push_back(address("jo@example.org"));
  const auto out = decided();
  ASSERT_EQ(out.change.notices.size(), 1U);
  EXPECT_NE(out.change.notices[0].text.find("/staff-named"), std::string::npos);
  // By the trail the notice passes them by.
  EXPECT_EQ(fields_of(out.change.events[0].facts).at("mentions"),
            "sam@example.org toni@example.org jo@example.org");
}

TEST_F(Decide, DutyIsToldOfAFollowUpUnlessTheCaseNamesThem) {
  names_case(ReferenceProof::keyed);
  snapshot.named.front().kept_from = {address("toni@example.org")};
  mail.mentions = {address("jo@example.org")};
  mail.reading.flags.insert(Flag::serious);
  const auto out = decided();
  ASSERT_EQ(out.letters.size(), 1U);
  EXPECT_EQ(out.letters[0].to_role, "duty");
  EXPECT_EQ(out.letters[0].not_to,
            (std::vector{address("toni@example.org"), address("jo@example.org")}));
}

struct Joining {
  const char* name;
  ReferenceProof proof;
  SenderAuthentication authentication;
  const char* sender;
  Standing standing;
};

TEST_F(Decide, WhoJoinsACase) {
  const Joining rows[] = {
      {"key, participant, nothing known", ReferenceProof::keyed, SenderAuthentication::unknown,
       "ann@example.net", Standing::joins_open},
      {"key, participant, passed", ReferenceProof::keyed, SenderAuthentication::passed,
       "ANN@example.net", Standing::joins_open},
      {"key, participant, failed", ReferenceProof::keyed, SenderAuthentication::failed,
       "ann@example.net", Standing::unproven},
      {"key, stranger", ReferenceProof::keyed, SenderAuthentication::passed, "eve@example.com",
       Standing::unproven},
      {"bare, participant, passed", ReferenceProof::bare, SenderAuthentication::passed,
       "ann@example.net", Standing::joins_open},
      {"bare, participant, nothing known", ReferenceProof::bare, SenderAuthentication::unknown,
       "ann@example.net", Standing::unproven},
      {"bare, participant, failed", ReferenceProof::bare, SenderAuthentication::failed,
       "ann@example.net", Standing::unproven},
      {"bare, stranger, passed", ReferenceProof::bare, SenderAuthentication::passed,
       "eve@example.com", Standing::unproven},
      {"forged key, participant, passed", ReferenceProof::forged, SenderAuthentication::passed,
       "ann@example.net", Standing::unproven},
  };
  for (const auto& row : rows) {
    mail.reading.named.clear();
    snapshot = {};
    names_case(row.proof);
    mail.authentication = row.authentication;
    mail.sender = Person{"", address(row.sender)};
    EXPECT_EQ(standing_of(snapshot, mail).standing, row.standing) << row.name;
    const auto out = decided();
    const bool joins = row.standing == Standing::joins_open;
    EXPECT_EQ(out.change.verdict->joined.has_value(), joins) << row.name;
    EXPECT_EQ(out.change.verdict->state, joins ? MessageState::recorded : MessageState::held)
        << row.name;
    EXPECT_TRUE(out.letters.empty()) << row.name << ": nobody is answered";
    EXPECT_EQ(out.change.notices.size(), joins ? 0U : 1U) << row.name;
  }
}

TEST_F(Decide, AStrangersMessageIsOwedAnAcknowledgementThatAPersonSends) {
  names_case(ReferenceProof::bare);
  mail.sender = Person{"", address("eve@example.com")};
  const auto out = decided();
  EXPECT_FALSE(out.change.new_case);
  ASSERT_TRUE(out.change.owed);
  EXPECT_EQ(out.change.verdict->joined, std::nullopt);
}

TEST_F(Decide, AnAnswerToOnesOwnEarlierMailJoinsWhereTheSenderIsProven) {
  snapshot.threads.push_back(known());
  mail.authentication = SenderAuthentication::passed;
  EXPECT_EQ(standing_of(snapshot, mail).standing, Standing::joins_open);
  mail.authentication = SenderAuthentication::unknown;
  EXPECT_EQ(standing_of(snapshot, mail).standing, Standing::unnamed);
}

TEST_F(Decide, AFollowUpAfterTheAnswerJoinsAndIsToldToStaff) {
  names_case(ReferenceProof::keyed);
  for (const auto status : {CaseStatus::responded, CaseStatus::closed, CaseStatus::final_}) {
    snapshot.named[0].status = status;
    const auto out = decided();
    EXPECT_EQ(out.change.verdict->joined, reference());
    EXPECT_EQ(out.change.notices.size(), 1U) << to_string(status);
  }
}

TEST_F(Decide, AskingForTheNextStageIsOwedAnAcknowledgement) {
  names_case(ReferenceProof::keyed);
  mail.reading.flags.insert(Flag::escalation);
  policy.stages.push_back({.number = 2, .acknowledge = policy.stages.front().acknowledge});
  const auto out = decided();
  EXPECT_EQ(out.change.verdict->joined, reference());
  EXPECT_EQ(out.change.verdict->state, MessageState::held);
  EXPECT_TRUE(out.change.owed);
  EXPECT_EQ(out.change.notices.size(), 1U);
}

TEST_F(Decide, AfterTheLastStageWhoAsksForAnotherIsShownToAPersonAndOwedNothing) {
  names_case(ReferenceProof::keyed);
  mail.reading.flags.insert(Flag::escalation);
  for (const auto status : {CaseStatus::acknowledged, CaseStatus::responded, CaseStatus::final_}) {
    snapshot.named[0].status = status;
    const auto out = decided();
    EXPECT_EQ(out.change.verdict->state, MessageState::recorded) << to_string(status);
    EXPECT_FALSE(out.change.owed);
    EXPECT_EQ(out.change.notices.size(), 1U) << to_string(status);
  }
}

TEST_F(Decide, AnUnknownNumberOfOursStillOpensACaseForAComplaint) {
  mail.reading.named.push_back({reference(), ReferenceProof::bare, "subject"});
  EXPECT_TRUE(decided().change.new_case);
}

class Bounce : public Decide {
 protected:
  Bounce() {
    mail.reading.kind = MessageKind::delivery_report;
    mail.reading.flags.insert(Flag::failed);
    mail.sender = Person{"", address("mailer-daemon@example.net")};
    snapshot.bounced = SentMail{.mail = OutboxId{3},
                                .purpose = MailPurpose::acknowledgement,
                                .state = OutboxState::sent,
                                .reference = reference(),
                                .to = address("ann@example.net")};
  }
};

TEST_F(Bounce, OpensItsAcknowledgementAgainAndTellsStaff) {
  const auto out = decided();
  EXPECT_EQ(out.change.verdict->joined, reference());
  ASSERT_EQ(out.change.reopened.size(), 1U);
  EXPECT_EQ(out.change.reopened[0].kind, DeadlineKind::acknowledge);
  ASSERT_EQ(out.change.statuses.size(), 1U);
  EXPECT_EQ(out.change.statuses[0].status, CaseStatus::received);
  EXPECT_EQ(out.change.statuses[0].only_from, CaseStatus::acknowledged);
  ASSERT_EQ(out.change.deliveries.size(), 1U);
  EXPECT_EQ(out.change.deliveries[0].state, OutboxState::failed);
  ASSERT_EQ(out.change.notices.size(), 1U);
  EXPECT_EQ(out.change.notices[0].kind, NoticeKind::failed);
  EXPECT_TRUE(out.letters.empty());
}

TEST_F(Bounce, ADelayIsNoFailure) {
  mail.reading.flags = {Flag::delayed};
  const auto out = decided();
  EXPECT_TRUE(out.change.reopened.empty());
  EXPECT_TRUE(out.change.notices.empty());
}

}  // namespace
class Sent : public Decide {
 protected:
  Sent() {
    mail.from_sent = true;
    mail.to = {address("ann@example.net")};
    snapshot.threads.push_back(known());
  }
  Change settled(SentCounts counts) {
    mail.sent_counts = counts;
    const auto out = decided();
    EXPECT_TRUE(out.letters.empty());
    EXPECT_FALSE(out.change.new_case);
    EXPECT_EQ(out.change.verdict->kind, MessageKind::staff);
    EXPECT_EQ(out.change.verdict->state, MessageState::recorded);
    return out.change;
  }
};

TEST_F(Sent, IsCorrespondenceOfTheCaseThatItsReaderTakesPartIn) {
  const auto change = settled(SentCounts::never);
  EXPECT_EQ(change.verdict->joined, reference());
  ASSERT_EQ(change.events.size(), 1U);
  EXPECT_EQ(change.events[0].what, "staff_wrote");
  EXPECT_EQ(fields_of(change.events[0].facts).at("moment"), to_rfc3339(mail.received));
  EXPECT_FALSE(fields_of(change.events[0].facts).contains("answers"));
  EXPECT_EQ(change.touched, std::vector{reference()});
  EXPECT_TRUE(change.notices.empty());
}

TEST_F(Sent, MayCountAsTheAnswer) {
  EXPECT_EQ(fields_of(settled(SentCounts::always).events.at(0).facts).at("answers"), "true");
}

TEST_F(Sent, IsAskedAboutWhileAnAnswerIsOwed) {
  EXPECT_EQ(settled(SentCounts::ask).notices.size(), 1U);
  snapshot.threads[0].status = CaseStatus::responded;
  EXPECT_TRUE(settled(SentCounts::ask).notices.empty());
}

TEST_F(Sent, ToSomebodyElseIsNoPartOfTheCase) {
  mail.to = {address("bob@example.com")};
  const auto change = settled(SentCounts::ask);
  EXPECT_FALSE(change.verdict->joined);
  EXPECT_TRUE(change.notices.empty());
}

}  // namespace redress::domain
