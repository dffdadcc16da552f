#include "parsers/read_message.hpp"
#include "templates/compose.hpp"
#include "templates/header_text.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

domain::Person person(std::string name, const std::string& address) {
  return {std::move(name), domain::MailAddress::parse(address).value()};
}

OutgoingMail acknowledgement() {
  return {.from = person("Sefydliad Siartredig Marchnata \xE2\x80\x93 C\xC5\xB5yn",
                         "comments@example.org"),
          .to = person("O'Neill, Zo\xC3\xAB", "zoe@example.net"),
          .reply_to = domain::MailAddress::parse("comments+r-1@example.org").value(),
          .message_id = "ack.ex-2026-000001.5f.token@example.org",
          .in_reply_to = "b@example.net",
          .references = {"a@example.net", "b@example.net"},
          .date = domain::parse_rfc3339("2026-11-24T10:15:09Z").value(),
          .letter = shipped("cim").render("acknowledgement", full_facts()).value()};
}

TEST(ReadBack, OurOwnParserReadsWhatWeSend) {
  const OutgoingMail mail = acknowledgement();
  const auto facts = parsers::read_message(compose(mail));
  EXPECT_FALSE(facts.unreadable);
  for (const auto& defect : facts.defects) ADD_FAILURE() << defect.name << ": " << defect.detail;
  EXPECT_EQ(facts.message_id, mail.message_id);
  EXPECT_EQ(facts.date, mail.date);
  ASSERT_EQ(facts.from.size(), 1U);
  EXPECT_EQ(facts.from[0].name, mail.from.name);
  EXPECT_EQ(facts.from[0].address, mail.from.address.str());
  ASSERT_EQ(facts.to.size(), 1U);
  EXPECT_EQ(facts.to[0].name, mail.to.name);
  ASSERT_EQ(facts.reply_to.size(), 1U);
  EXPECT_EQ(facts.reply_to[0].address, mail.reply_to->str());
  EXPECT_EQ(facts.subject, mail.letter.subject);
  EXPECT_EQ(facts.in_reply_to, std::vector<std::string>{"b@example.net"});
  EXPECT_EQ(facts.references, mail.references);
  EXPECT_NE(facts.text.find("Dear Zo\xC3\xAB O'Neill,\n\nThank you for getting in touch."),
            std::string::npos);
  EXPECT_TRUE(facts.attachments.empty());
}

TEST(ReadBack, OurMailIsKnownAsAutomatic) {
  EXPECT_TRUE(parsers::read_message(compose(acknowledgement())).automatic.has_value());
}

/// Names and subjects that must come back as they went.
TEST(ReadBack, AnyOneLineComesBack) {
  for (const std::string text :
       {"plain words", "\"quoted\" \\ back", "a, b; c <d@e>", "=?UTF-8?Q?not_encoded?=",
        "tail is \xC3\xA9", "\xC3\xA9 head", "\xC3\xA9 middle words \xC3\xA9", "50% = half",
        "under_score and question? mark", "\xE2\x82\xAC\xE2\x82\xAC \xF0\x9F\x98\x80 mixed",
        "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7"}) {
    OutgoingMail mail = acknowledgement();
    mail.letter.subject = text;
    mail.to.name = text;
    const auto facts = parsers::read_message(compose(mail));
    EXPECT_EQ(facts.subject, text);
    ASSERT_EQ(facts.to.size(), 1U) << text;
    EXPECT_EQ(facts.to[0].name, text);
    EXPECT_EQ(facts.to[0].address, "zoe@example.net");
  }
}

TEST(ReadBack, EachEncodedWordIsShortAndHoldsWholeCharacters) {
  std::string text = "x";  // so that every even cut would go through a character
  for (int i = 0; i < 100; ++i) text += "\xE2\x82\xAC\xF0\x9F\x98\x80";
  const HeaderWords words = unstructured(text);
  EXPECT_GT(words.size(), 10U);  // 701 bytes, 39 at most in each
  std::string together;
  for (const std::string& word : words) {
    EXPECT_LE(word.size(), 75U);
    const std::string alone = parsers::read_message("Subject: " + word + "\r\n\r\n").subject;
    EXPECT_EQ(alone.find("\xEF\xBF\xBD"), std::string::npos) << word;
    together += alone;
  }
  EXPECT_EQ(together, text);
}

}  // namespace
}  // namespace redress::templates
