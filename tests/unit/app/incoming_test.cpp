#include "daemon/app/incoming.hpp"

#include "parsers/read_message.hpp"
#include "tests/unit/app/house.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

using domain::SenderAuthentication;

parsers::Address person(const std::string& name, const std::string& address) {
  auto parsed = domain::MailAddress::parse(address);
  return {name, address, parsed ? std::optional{*parsed} : std::optional<domain::MailAddress>{}};
}

struct Answered {
  const char* name;
  std::vector<parsers::Address> from, reply_to;
  bool web_form;
  SenderAuthentication authentication;
  const char* to;  // "" where nobody is answered
  const char* greeting;
};

TEST(AnsweredPerson, Table) {
  const auto ann = person("Ann Smith", "ann@example.net");
  const Answered rows[] = {
      {"the sender",
       {ann},
       {},
       false,
       SenderAuthentication::passed,
       "ann@example.net",
       "Ann Smith"},
      {"unproven: no name", {ann}, {}, false, SenderAuthentication::unknown, "ann@example.net", ""},
      {"words in place of a name",
       {person("Win at evil.example/x", "ann@example.net")},
       {},
       false,
       SenderAuthentication::passed,
       "ann@example.net",
       ""},
      {"Reply-To of the same domain",
       {ann},
       {person("", "office@example.net")},
       false,
       SenderAuthentication::passed,
       "office@example.net",
       ""},
      {"Reply-To elsewhere is not followed",
       {ann},
       {person("", "victim@example.com")},
       false,
       SenderAuthentication::passed,
       "ann@example.net",
       "Ann Smith"},
      {"the person of a web form",
       {person("Web", "web@example.org")},
       {person("Ann Smith", "ann@example.net")},
       true,
       SenderAuthentication::passed,
       "ann@example.net",
       "Ann Smith"},
      {"two senders",
       {ann, person("", "bob@example.net")},
       {},
       false,
       SenderAuthentication::passed,
       "",
       ""},
      {"no sender", {}, {}, false, SenderAuthentication::unknown, "", ""},
      {"an empty one", {person("", "")}, {}, false, SenderAuthentication::unknown, "", ""},
  };
  for (const auto& row : rows) {
    parsers::MessageFacts facts;
    facts.from = row.from;
    facts.reply_to = row.reply_to;
    domain::Reading reading;
    if (row.web_form) reading.flags.insert(domain::Flag::web_form);
    const auto found = answered_person(facts, reading, row.authentication);
    EXPECT_EQ(found ? found->address.str() : "", row.to) << row.name;
    EXPECT_EQ(found ? found->name : "", row.greeting) << row.name;
  }
}

struct Receipt {
  const char* name;
  const char* received;  // the topmost Received field; empty where there is none
  const char* expected;
};

TEST(Receipt, IsTheEarlierOfInternaldateAndTheReceivingServersLine) {
  const auto internal = domain::parse_rfc3339("2026-11-24T10:15:00Z").value();
  const Receipt rows[] = {
      {"no field", "", "2026-11-24T10:15:00Z"},
      {"the server took it before it was stored",
       "from a by mx.example.org; Tue, 24 Nov 2026 10:14:30 +0000", "2026-11-24T10:14:30Z"},
      {"after a migration", "from a by mx.example.org; Mon, 2 Nov 2026 09:00:00 +0000",
       "2026-11-02T09:00:00Z"},
      {"later than INTERNALDATE", "from a by mx.example.org; Wed, 25 Nov 2026 10:00:00 +0000",
       "2026-11-24T10:15:00Z"},
      {"years ago is not believed", "from a by b; Tue, 1 Jan 1980 00:00:00 +0000",
       "2026-11-24T10:15:00Z"},
      {"no date", "from a by mx.example.org", "2026-11-24T10:15:00Z"},
      {"nonsense", "from a by mx.example.org; yesterday", "2026-11-24T10:15:00Z"},
  };
  for (const auto& row : rows) {
    parsers::MessageFacts facts;
    if (*row.received != '\0') facts.headers.push_back({"Received", row.received});
    facts.headers.push_back({"Received", "from x by y; Sun, 1 Nov 2026 00:00:00 +0000"});
    const auto expected =
        *row.received == '\0' ? std::string{"2026-11-01T00:00:00Z"} : std::string{row.expected};
    EXPECT_EQ(domain::to_rfc3339(receipt(facts, internal)), expected) << row.name;
  }
  EXPECT_EQ(receipt({}, internal), internal);
}

class ReadJournalled : public ::testing::Test {
 protected:
  ReadJournalled() : house(test::make_house(files).value()), keys(test::make_keys()) {
    message.mailbox = "comments";
    message.internal_date = domain::parse_rfc3339("2026-11-24T10:15:00Z").value();
  }

  ReadMail read(const std::string& bytes) {
    message.bytes = bytes;
    message.size = bytes.size();
    return read_journalled(message, parsers::read_message(message.bytes), house, keys);
  }

  test::TestFiles files;
  Installation house;
  domain::KeyRing keys;
  ports::JournalledMessage message;
};

const std::string k_mail =
    "From: Ann <ann@example.net>\r\nTo: comments@example.org\r\nDate: Tue, 24 Nov 2026 10:00:00 "
    "+0000\r\nSubject: My result\r\nMessage-ID: <1@example.net>\r\n\r\nI am not happy.\r\n";

TEST_F(ReadJournalled, TheSameMailOverTwoWaysHasOneDigest) {
  const auto first = read(k_mail).mail.content_digest;
  EXPECT_FALSE(first.empty());
  EXPECT_EQ(read("Delivered-To: enquiries@example.org\r\nReceived: from x by y; z\r\n" + k_mail)
                .mail.content_digest,
            first);
  auto renamed = k_mail;
  renamed.replace(renamed.find("<1@"), 3, "<2@");
  EXPECT_EQ(read(renamed).mail.content_digest, first) << "relays rewrite Message-IDs";
}

TEST_F(ReadJournalled, AForgedCopyWithOtherWordsIsAnotherMail) {
  const auto first = read(k_mail).mail.content_digest;
  auto other = k_mail;
  other.replace(other.find("not happy"), 9, "delighted");
  EXPECT_NE(read(other).mail.content_digest, first);
}

TEST_F(ReadJournalled, WithoutDateAndMessageIdNothingTellsMailsApart) {
  EXPECT_TRUE(
      read("From: ann@example.net\r\nSubject: x\r\n\r\nHello\r\n").mail.content_digest.empty());
}

TEST_F(ReadJournalled, ABounceFindsItsMailByTheKeyedEnvelopeRecipient) {
  const auto tag = domain::bounce_tag(keys, "serial1");
  const auto bounce = [](const std::string& to) {
    return "Return-Path: <>\r\nDelivered-To: " + to +
           "\r\nFrom: MAILER-DAEMON@mx.example.net\r\nTo: " + to +
           "\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
           "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
           "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
           "Final-Recipient: rfc822; ann@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n"
           "\r\n--b--\r\n";
  };
  const auto found = read(bounce("comments+" + tag + "@example.org"));
  EXPECT_EQ(found.mail.reading.kind, domain::MessageKind::delivery_report);
  EXPECT_EQ(found.query.bounce_serial, "serial1");
  const auto forged = read(bounce("comments+b-serial1-aaaaaaaaaaaaaaaaa@example.org"));
  EXPECT_EQ(forged.query.bounce_serial, std::nullopt);
}

TEST_F(ReadJournalled, AnAnswerOfStaffIsKnownByTheAddressThatItCameTo) {
  const auto answer = [](const std::string& to, const std::string& type = "text/plain",
                         const std::string& further = "") {
    return "From: Jo <jo@example.org>\r\nTo: " + to + "\r\nSubject: Re: x\r\n" + further +
           "MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n/assign sam\r\n\r\n> /close\r\n";
  };
  const auto address = "comments+" + domain::staff_tag(keys, "serial1") + "@example.org";
  const auto found = read(answer(address)).staff_reply;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->serial, "serial1");
  EXPECT_EQ(found->from, domain::MailAddress::parse("jo@example.org").value());
  EXPECT_EQ(found->orders.commands, std::vector<std::string>{"/assign sam"});
  const auto hidden = read(answer(address, "text/html")).staff_reply;
  ASSERT_TRUE(hidden);
  EXPECT_TRUE(hidden->from_html);
  EXPECT_TRUE(hidden->orders.commands.empty() && hidden->orders.note.empty());
  EXPECT_FALSE(read(answer("comments@example.org")).staff_reply);
  EXPECT_FALSE(read(answer("comments+s-serial1-aaaaaaaaaaaaaaaaa@example.org")).staff_reply);
  EXPECT_FALSE(
      read(answer("comments+" + domain::bounce_tag(keys, "serial1") + "@example.org")).staff_reply);
  EXPECT_FALSE(read(answer(address, "text/plain", "Auto-Submitted: auto-replied\r\n")).staff_reply)
      << "a machine orders nothing";
}

TEST_F(ReadJournalled, AMessageThatWasCutSaysSo) {
  message.bytes = k_mail;
  message.size = k_mail.size() + 1;
  EXPECT_TRUE(read_journalled(message, parsers::read_message(message.bytes), house, keys).mail.cut);
}

}  // namespace
}  // namespace redress::app
