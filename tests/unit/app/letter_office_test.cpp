#include "daemon/app/letter_office.hpp"

#include "daemon/app/letter_facts.hpp"
#include "daemon/domain/way_out.hpp"
#include "parsers/read_message.hpp"
#include "tests/unit/app/house.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

domain::Instant at(std::string_view text) {
  return domain::parse_rfc3339(text).value();
}

class Letters : public ::testing::Test {
 protected:
  std::vector<domain::NewMail> written(const domain::LetterOrder& order) {
    LetterOffice letters{house, keys, tokens};
    auto mails = letters.write(order, at("2026-11-24T10:15:20Z"));
    if (!mails) throw std::runtime_error(mails.error().text);
    return std::move(*mails);
  }

  domain::LetterOrder acknowledgement() {
    domain::LetterOrder order;
    order.purpose = domain::MailPurpose::acknowledgement;
    order.letter = "acknowledgement";
    order.to = domain::Person{"Ann Smith", domain::MailAddress::parse("ann@example.net").value()};
    order.reference = domain::CaseReference::parse("CIM-2026-000123").value();
    order.about = domain::MessageRowId{7};
    order.in_reply_to = "1@example.net";
    order.references = {"0@example.net"};
    order.received = at("2026-11-24T10:15:00Z");
    order.respond = domain::Deadline{.at = at("2026-12-22T23:59:59Z")};
    order.mailbox = "comments";
    return order;
  }

  test::TestFiles files;
  test::CountedTokens tokens;
  Installation house = test::make_house(files).value();
  domain::KeyRing keys = test::make_keys();
};

TEST_F(Letters, AnAcknowledgementHasAllThatItsReaderNeeds) {
  const auto mails = written(acknowledgement());
  ASSERT_EQ(mails.size(), 1U);
  const auto& mail = mails.front();
  const auto facts = parsers::read_message(mail.bytes);
  EXPECT_EQ(facts.subject, "[CIM-2026-000123] We have received your complaint");
  EXPECT_EQ(facts.message_id, mail.message_id);
  EXPECT_TRUE(domain::read_keyed_message_id(keys, facts.message_id).value().holds);
  EXPECT_EQ(facts.in_reply_to, std::vector<std::string>{"1@example.net"});
  EXPECT_EQ(facts.references, (std::vector<std::string>{"0@example.net", "1@example.net"}));
  EXPECT_EQ(facts.header("Auto-Submitted")->value, "auto-replied");
  EXPECT_NE(facts.header("X-Auto-Response-Suppress"), nullptr);
  ASSERT_EQ(facts.reply_to.size(), 1U);
  const auto reply = facts.reply_to[0].parsed->local();
  const auto tag = reply.substr(reply.find('+') + 1);
  EXPECT_TRUE(domain::read_reply_tag(keys, tag).value().holds);
  EXPECT_NE(facts.text.find("Tuesday 24 November 2026"), std::string::npos);
  EXPECT_NE(facts.text.find("Tuesday 22 December 2026"), std::string::npos);
  const auto envelope = mail.envelope_from.local();
  EXPECT_EQ(domain::read_bounce_tag(keys, envelope.substr(envelope.find('+') + 1)), mail.serial);
  EXPECT_TRUE(facts.cc.empty());
  EXPECT_TRUE(facts.defects.empty());
}

TEST_F(Letters, WhatAnOrderAttachesGoesWithEachOfItsMails) {
  auto order = acknowledgement();
  order.to_role = "complaints-manager";
  order.attachments = {{"figures.csv", "text/csv", "a,b\r\n"}};
  for (const auto& mail : written(order)) {
    const auto facts = parsers::read_message(mail.bytes);
    ASSERT_EQ(facts.attachments.size(), 1U);
    EXPECT_EQ(facts.attachments[0].name, "figures.csv");
    EXPECT_EQ(facts.attachments[0].size, 5U);
  }
}

TEST_F(Letters, AnAcknowledgementPromisesContactWhereThePolicyDoes) {
  auto order = acknowledgement();
  const std::string promise = "in touch with you by";
  EXPECT_EQ(parsers::read_message(written(order).front().bytes).text.find(promise),
            std::string::npos);
  order.contact = domain::Deadline{.at = at("2026-12-03T23:59:59Z")};
  const auto text = parsers::read_message(written(order).front().bytes).text;
  EXPECT_NE(text.find(promise + " Thursday 3 December 2026"), std::string::npos) << text;
}

TEST_F(Letters, AHeldOneIsWrittenAndWaits) {
  auto order = acknowledgement();
  order.state = domain::OutboxState::held;
  order.held_because = "it may be abusive";
  const auto mails = written(order);
  EXPECT_EQ(mails.front().state, domain::OutboxState::held);
  EXPECT_EQ(mails.front().held_because, "it may be abusive");
}

TEST_F(Letters, TheDutyRoleIsToldWithAndWithoutACase) {
  domain::LetterOrder order;
  order.purpose = domain::MailPurpose::duty_alert;
  order.letter = "duty_alert";
  order.to_role = "duty";
  order.about = domain::MessageRowId{7};
  order.received = at("2026-11-24T10:15:00Z");
  order.reasons = {"serious"};
  order.mailbox = "comments";
  for (const bool with_case : {false, true}) {
    if (with_case) order.reference = domain::CaseReference::parse("CIM-2026-000123").value();
    const auto mails = written(order);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].to.str(), "duty@example.org");
    EXPECT_TRUE(domain::is_own_message_id(keys, mails[0].message_id));
    const auto facts = parsers::read_message(mails[0].bytes);
    EXPECT_EQ(facts.header("Auto-Submitted")->value, "auto-generated");
    EXPECT_EQ(facts.subject.find("CIM-2026-000123") != std::string::npos, with_case);
  }
}

TEST_F(Letters, WithoutADutyRoleTheComplaintsManagerStandsIn) {
  std::erase_if(house.settings.staff, [](const config::StaffMember& one) {
    return one.email.str() == "duty@example.org";
  });
  domain::LetterOrder order;
  order.purpose = domain::MailPurpose::duty_alert;
  order.letter = "duty_alert";
  order.to_role = "duty";
  order.received = at("2026-11-24T10:15:00Z");
  order.mailbox = "comments";
  EXPECT_EQ(written(order).at(0).to.str(), "jo@example.org");
}

TEST_F(Letters, NoticesGoOnceToEachWhoMustKnow) {
  LetterOffice letters{house, keys, tokens};
  const std::vector<ports::UntoldNotice> notices{
      {{.kind = domain::NoticeKind::held,
        .key = "held:message:7",
        .at = at("2026-11-24T10:15:20Z"),
        .reference = {},
        .message = domain::MessageRowId{7},
        .text = "message 7 waits for a person"},
       {}},
      {{.kind = domain::NoticeKind::failed,
        .key = "failed:outbox:3:0",
        .at = at("2026-11-24T10:16:00Z"),
        .reference = domain::CaseReference::parse("CIM-2026-000123").value(),
        .message = {},
        .text = "outbox 3: refused"},
       {}}};
  const auto mails = letters.write_notices(notices, at("2026-11-24T10:30:20Z")).value();
  ASSERT_EQ(mails.size(), 1U) << "Jo has both roles and gets one mail";
  const auto facts = parsers::read_message(mails[0].bytes);
  EXPECT_NE(facts.subject.find("(2)"), std::string::npos);
  EXPECT_NE(facts.text.find("message 7 waits for a person"), std::string::npos);
  EXPECT_NE(facts.text.find("redressctl release --message 7"), std::string::npos);
  EXPECT_NE(facts.text.find("CIM-2026-000123"), std::string::npos);
}

TEST_F(Letters, ANoticeOffersWhatIsPossible) {
  struct Case {
    domain::NoticeKind kind;
    domain::WayOut way;
    bool of_case;
    std::string_view command;
  };
  using domain::NoticeKind;
  using domain::WayOut;
  const Case cases[]{
      {NoticeKind::held, WayOut::release, false, "redressctl release --message 7"},
      {NoticeKind::held, WayOut::release, true, "redressctl release --message 7"},
      {NoticeKind::junk, WayOut::release, false, "redressctl release --message 7"},
      {NoticeKind::held, WayOut::settle, false, "redressctl settle --message 7 --reason \"WHY\""},
      {NoticeKind::held, WayOut::look, true, "redressctl case show CIM-2026-000123"},
      {NoticeKind::held, WayOut::look, false, "redressctl messages"},
  };
  for (const auto& one : cases) {
    const domain::MessageRowId message{7};
    domain::NewNotice notice{.kind = one.kind,
                             .key = domain::key_of(one.kind, one.way, message),
                             .at = at("2026-11-24T10:15:20Z"),
                             .reference = {},
                             .message = message,
                             .text = "something"};
    if (one.of_case) notice.reference = domain::CaseReference::parse("CIM-2026-000123").value();
    const auto facts = facts_of(house, {notice});
    EXPECT_EQ(facts.lists.at("notices").at(0).at("command"), one.command);
  }
}

TEST_F(Letters, PlainAndCatchAllReplyAddresses) {
  house.settings.reply_address = config::ReplyAddress::plain;
  EXPECT_EQ(written(acknowledgement()).at(0).envelope_from.str(), "comments@example.org");
  house.settings.reply_address = config::ReplyAddress::catch_all;
  const auto envelope = written(acknowledgement()).at(0).envelope_from;
  EXPECT_TRUE(domain::read_bounce_tag(keys, envelope.local()));
}

domain::LetterOrder to_complainant(const std::string& letter, domain::MailPurpose purpose) {
  domain::LetterOrder order;
  order.purpose = purpose;
  order.letter = letter;
  order.to = domain::Person{"Ann Smith", domain::MailAddress::parse("ann@example.net").value()};
  order.reference = domain::CaseReference::parse("CIM-2026-000123").value();
  order.received = at("2026-11-24T10:15:00Z");
  order.mailbox = "comments";
  return order;
}

domain::LetterOrder holding() {
  auto order = to_complainant("holding", domain::MailPurpose::letter);
  order.fields = {{"until_date", "2027-01-18"}, {"previous_date", "a day in winter"}};
  order.lists["paragraphs"] = {{{"text", "The examiner is ill."}}};
  return order;
}

TEST_F(Letters, AnOrdersOwnFieldsAndListsAreInTheLetter) {
  auto order = holding();
  order.state = domain::OutboxState::held;
  order.held_because = "a draft";
  const auto mails = written(order);
  ASSERT_EQ(mails.size(), 1U);
  const auto facts = parsers::read_message(mails[0].bytes);
  EXPECT_EQ(mails[0].subject, "[CIM-2026-000123] Our answer will take longer");
  EXPECT_EQ(mails[0].state, domain::OutboxState::held);
  EXPECT_NE(facts.text.find("Monday 18 January 2027"), std::string::npos)
      << "a date is written out";
  EXPECT_NE(facts.text.find("a day in winter"), std::string::npos) << "words stay as they are";
  EXPECT_NE(facts.text.find("The examiner is ill."), std::string::npos);
  EXPECT_EQ(facts.header("Auto-Submitted"), nullptr) << "a person releases it";
  EXPECT_EQ(facts.header("X-Auto-Response-Suppress"), nullptr);
  ASSERT_EQ(facts.reply_to.size(), 1U);
  const auto reply = facts.reply_to[0].parsed->local();
  EXPECT_TRUE(domain::read_reply_tag(keys, reply.substr(reply.find('+') + 1)).value().holds);
}

TEST_F(Letters, ALetterThatLacksWhatItMustSayIsNotWritten) {
  LetterOffice letters{house, keys, tokens};
  auto without_reason = holding();
  without_reason.lists.clear();
  auto without_date = holding();
  without_date.fields.erase("until_date");
  const auto now = at("2026-11-24T10:15:20Z");
  EXPECT_NE(letters.write(without_reason, now).error().text.find("'paragraphs'"),
            std::string::npos);
  EXPECT_NE(letters.write(without_date, now).error().text.find("'until_date'"), std::string::npos);
}

TEST_F(Letters, OnlyWhatNoPersonSendsCallsItselfAutomatic) {
  struct Case {
    domain::MailPurpose purpose;
    std::string letter;
    bool answers;        ///< a message
    bool own_words;      ///< a person's
    const char* header;  ///< Auto-Submitted; null: none
    bool says_so;        ///< in its last line
  };
  house.policy.automatic_letters = {"acknowledgement", "feedback_thanks"};
  using domain::MailPurpose;
  for (const Case& one : {
           Case{MailPurpose::acknowledgement, "acknowledgement", true, false, "auto-replied", true},
           Case{MailPurpose::acknowledgement, "acknowledgement", true, true, "auto-replied", false},
           Case{MailPurpose::letter, "feedback_thanks", true, false, "auto-replied", true},
           Case{MailPurpose::letter, "feedback_thanks", false, false, "auto-generated", true},
           Case{MailPurpose::letter, "feedback_thanks", true, true, nullptr, false},
           Case{MailPurpose::letter, "withdrawal_confirmed", true, false, nullptr, false},
       }) {
    auto order = to_complainant(one.letter, one.purpose);
    if (one.answers) order.in_reply_to = "1@example.net";
    if (one.own_words) order.lists["paragraphs"] = {{{"text", "Our own words."}}};
    const auto facts = parsers::read_message(written(order).at(0).bytes);
    const auto* header = facts.header("Auto-Submitted");
    EXPECT_EQ(header == nullptr ? "none" : header->value, one.header ? one.header : "none")
        << one.letter;
    EXPECT_EQ(facts.text.find("sent automatically") != std::string::npos, one.says_so);
  }
}

TEST_F(Letters, AdjustmentsAreKeptTo) {
  auto order = holding();
  const auto usual = written(order).at(0).bytes;
  EXPECT_NE(usual.find("Content-Type: text/html"), std::string::npos);
  EXPECT_NE(usual.find("font-size:16px"), std::string::npos);
  order.large_print = true;
  EXPECT_NE(written(order).at(0).bytes.find("font-size:24px"), std::string::npos);
  order.plain_text = true;
  const auto plain = written(order).at(0).bytes;
  EXPECT_EQ(plain.find("text/html"), std::string::npos);
  EXPECT_NE(plain.find("Content-Type: text/plain"), std::string::npos);
}

TEST_F(Letters, AreWelshWhereThePolicyAndTheMailAre) {
  struct Case {
    std::vector<std::string> offered;
    std::string asked, letter, written;
  };
  for (const Case& one : {Case{{"en", "cy"}, "cy", "acknowledgement", "cy"},
                          Case{{"en", "cy"}, "en", "acknowledgement", "en"},
                          Case{{"en"}, "cy", "acknowledgement", "en"},
                          Case{{"en", "cy"}, "fr", "acknowledgement", "en"},
                          Case{{"en", "cy"}, "cy", "withdrawal_confirmed", "en"}}) {
    house.policy.languages = one.offered;
    auto order = to_complainant(one.letter, domain::MailPurpose::acknowledgement);
    order.language = one.asked;
    order.respond = domain::Deadline{.at = at("2026-12-22T23:59:59Z")};
    order.fields["contact_by_date"] = "2026-12-03";
    const auto facts = parsers::read_message(written(order).at(0).bytes);
    EXPECT_EQ(facts.header("Content-Language")->value, one.written);
    const bool welsh = one.written == "cy";
    EXPECT_EQ(facts.subject.find("eich cwyn") != std::string::npos, welsh) << facts.subject;
    for (const char* date : {"dydd Mawrth 24 Tachwedd 2026", "dydd Mawrth 22 Rhagfyr 2026",
                             "dydd Iau 3 Rhagfyr 2026"}) {
      EXPECT_EQ(facts.text.find(date) != std::string::npos, welsh) << date << facts.text;
    }
  }
}

TEST_F(Letters, EachMemberOfStaffGetsAMailOfTheirOwn) {
  auto order = to_complainant("case_notice", domain::MailPurpose::staff_letter);
  order.to = {};
  order.to_staff = {{"Jo Bloggs", domain::MailAddress::parse("jo@example.org").value()},
                    {"Alex Green", domain::MailAddress::parse("alex@example.org").value()}};
  order.in_reply_to = "1@example.net";
  order.fields["notice_text"] = "The answer is due in two working days.";
  const auto mails = written(order);
  ASSERT_EQ(mails.size(), 2U);
  EXPECT_EQ(mails[0].to.str(), "jo@example.org");
  EXPECT_EQ(mails[1].to.str(), "alex@example.org");
  EXPECT_NE(mails[0].message_id, mails[1].message_id);
  for (const auto& mail : mails) {
    const auto facts = parsers::read_message(mail.bytes);
    EXPECT_EQ(facts.to.size(), 1U);
    EXPECT_EQ(facts.subject, "[CIM-2026-000123] For your attention");
    EXPECT_EQ(facts.header("Auto-Submitted")->value, "auto-generated");
    EXPECT_TRUE(facts.reply_to.empty());
    EXPECT_TRUE(facts.in_reply_to.empty()) << "a thread of the complainant's is not theirs";
  }
}

TEST(Installation, NobodyToTellIsAnError) {
  test::TestFiles files;
  const auto settings = std::string{test::k_settings};
  auto without = settings;
  const std::string roles = R"(["complaints-manager", "administrator"])";
  without.replace(without.find(roles), roles.size(), R"(["clerk"])");
  const auto made = test::make_house(files, without);
  ASSERT_FALSE(made);
  EXPECT_NE(made.error().text.find("staff"), std::string::npos);
}

TEST(Installation, MakesAKeyOnceAndKeepsIt) {
  test::TestFiles files;
  test::CountedTokens tokens;
  const auto house = test::make_house(files).value();
  EXPECT_FALSE(load_keys(house.settings, files, nullptr));
  const auto made = load_keys(house.settings, files, &tokens).value();
  const auto again = load_keys(house.settings, files, &tokens).value();
  EXPECT_EQ(made.digest("x"), again.digest("x"));
  EXPECT_TRUE(files.texts.contains("/tmp/nowhere/redress.db.key"));
}

}  // namespace
}  // namespace redress::app
