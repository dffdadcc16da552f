#include "parsers/read_message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace redress::parsers {
namespace {

bool has_defect(const MessageFacts& facts, std::string_view name) {
  return std::any_of(facts.defects.begin(), facts.defects.end(),
                     [name](const Defect& defect) { return defect.name == name; });
}

const std::string k_top =
    "From: Jo <jo@example.org>\r\nTo: c@cim.example\r\nSubject: =?utf-8?Q?Caf=C3=A9?=\r\n"
    "Date: Sat, 21 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@example.org>\r\n";

std::string lf(std::string text) {
  std::erase(text, '\r');
  return text;
}
std::string cr(std::string text) {
  std::erase(text, '\n');
  return text;
}

TEST(ReadMessage, Plain) {
  const auto facts = read_message(k_top +
                                  "In-Reply-To: <0@x>\r\nReferences: <a@x> <0@x>\r\n\r\n"
                                  "I would like to complain about the training course.\r\n");
  EXPECT_EQ(facts.message_id, "1@example.org");
  EXPECT_EQ(facts.subject, "Caf\xC3\xA9");
  ASSERT_EQ(facts.from.size(), 1U);
  EXPECT_EQ(facts.from[0].name, "Jo");
  EXPECT_EQ(facts.from[0].parsed, domain::MailAddress::parse("jo@example.org").value());
  EXPECT_EQ(domain::to_rfc3339(facts.date.value()), "2026-11-21T10:00:00Z");
  EXPECT_THAT(facts.in_reply_to, testing::ElementsAre("0@x"));
  EXPECT_THAT(facts.references, testing::ElementsAre("a@x", "0@x"));
  EXPECT_EQ(facts.new_text, "I would like to complain about the training course.");
  EXPECT_EQ(facts.language, "en");
  EXPECT_FALSE(facts.unreadable);
  EXPECT_THAT(facts.defects, testing::IsEmpty());
  EXPECT_EQ(facts.header("subject")->value, "=?utf-8?Q?Caf=C3=A9?=");
}

const std::string k_mixed =
    k_top +
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n"
    "\r\npreamble\r\n--b\r\n"
    "Content-Type: multipart/alternative; boundary=bb\r\n\r\n"
    "--bb\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlain words\r\n"
    "--bb\r\nContent-Type: text/html\r\n\r\n<p>HTML words</p>\r\n--bb--\r\n"
    "--b\r\nContent-Type: application/pdf; name=x.pdf\r\n"
    "Content-Disposition: attachment; filename=\"C:\\\\dir\\\\form.pdf\"\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nYWJj\r\n--b--\r\nepilogue\r\n";

class LineEnds : public testing::TestWithParam<std::string> {};

TEST_P(LineEnds, MixedAndAlternative) {
  const auto facts = read_message(GetParam());
  EXPECT_EQ(facts.text, "Plain words");
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, "form.pdf");
  EXPECT_EQ(facts.attachments[0].type, "application/pdf");
  EXPECT_EQ(facts.attachments[0].size, 3U);
  // FIPS 180-2, B.1: SHA-256 of "abc".
  EXPECT_EQ(facts.attachments[0].sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_THAT(facts.defects, testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, LineEnds, testing::Values(k_mixed, lf(k_mixed), cr(k_mixed)));

std::string with(const std::string& header, const std::string& body) {
  return k_top + header + "\r\n\r\n" + body;
}

struct Case {
  std::string name;
  std::string message;
  std::string text;
  std::string defect;
};

class Oddities : public testing::TestWithParam<Case> {};

TEST_P(Oddities, AreReadWithADefect) {
  const auto facts = read_message(GetParam().message);
  EXPECT_EQ(facts.text, GetParam().text);
  EXPECT_FALSE(facts.unreadable);
  if (GetParam().defect.empty()) {
    EXPECT_THAT(facts.defects, testing::IsEmpty());
  } else {
    EXPECT_TRUE(has_defect(facts, GetParam().defect));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, Oddities,
    testing::Values(
        Case{"html_only", with("Content-Type: text/html; charset=utf-8", "<p>Hi</p>"), "Hi", ""},
        Case{"blank_plain_alternative",
             with("Content-Type: multipart/alternative; boundary=b",
                  "--b\r\n\r\n \r\n--b\r\nContent-Type: text/html\r\n\r\n<b>Hi</b>\r\n--b--"),
             "Hi", ""},
        Case{"boundary_is_prefix_of_another",
             with("Content-Type: multipart/mixed; boundary=b",
                  "--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\nOne\r\n"
                  "--bb\r\n\r\nTwo\r\n--bb--\r\n--b\r\n\r\nThree\r\n--b--\r\n"),
             "One\n\nTwo\n\nThree", ""},
        Case{"text_looks_like_a_boundary",
             with("Content-Type: multipart/mixed; boundary=b",
                  "--b\r\n\r\n--bc\r\n-- b\r\n--b--\r\n"),
             "--bc\n-- b", ""},
        Case{"not_closed", with("Content-Type: multipart/mixed; boundary=b", "--b\r\n\r\nOne\r\n"),
             "One\n", "boundary_not_closed"},
        Case{"boundary_guessed",
             with("Content-Type: multipart/mixed",
                  "--xyz\r\nContent-Type: text/plain\r\n\r\nOne\r\n--xyz--\r\n"),
             "One", "boundary_missing"},
        Case{"boundary_nowhere", with("Content-Type: multipart/mixed; boundary=b", "Just text"),
             "Just text", "boundary_not_found"},
        Case{"inner_not_closed",
             with("Content-Type: multipart/mixed; boundary=b",
                  "--b\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\nOne\r\n"
                  "--b\r\n\r\nTwo\r\n--b--\r\n"),
             "One\n\nTwo", "boundary_not_closed"},
        Case{"unknown_charset", with("Content-Type: text/plain; charset=x-no", "caf\xE9"),
             "caf\xC3\xA9", "charset_unknown"},
        Case{"raw_8bit", with("X-A: b", "caf\xE9"), "caf\xC3\xA9", "charset_missing"},
        Case{"wrong_encoding", with("Content-Transfer-Encoding: quoted", "caf=E9"), "caf=E9",
             "transfer_encoding_unknown"},
        Case{"damaged_base64",
             with("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64", "SGVsb{G8="),
             "Hello", "base64_invalid"},
        Case{"type_without_slash", with("Content-Type: text", "Hi"), "Hi", "content_type_invalid"},
        Case{"encoded_type",
             with("Content-Type: =?utf-8?Q?text/html;_charset=3Dutf-8?=", "<p>Hi</p>"), "Hi", ""},
        Case{"nul_in_body", k_top + "\r\n" + std::string{"a\0b", 3}, "ab", "nul_in_text"},
        Case{"8bit_header",
             "From: Jos\xE9 <j@x.test>\nDate: Sat, 21 Nov 2026 10:00:00 Z\n"
             "Message-ID: <a@b>\n\nHi",
             "Hi", "header_8bit"},
        Case{"empty_body", k_top + "\r\n", "", ""}),
    [](const auto& info) { return info.param.name; });

TEST(ReadMessage, AttachedTextIsNotShownButTheFirstBodyIs) {
  const auto facts = read_message(with(
      "Content-Type: multipart/mixed; boundary=b",
      "--b\r\n\r\nBody\r\n--b\r\nContent-Type: text/plain; name=\"notes.txt\"\r\n\r\nNotes\r\n"
      "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nMore\r\n--b--"));
  EXPECT_EQ(facts.text, "Body");
  ASSERT_EQ(facts.attachments.size(), 2U);
  EXPECT_EQ(facts.attachments[0].name, "notes.txt");
  EXPECT_EQ(facts.attachments[1].name, "");
}

TEST(ReadMessage, FilesBesideHtmlThatIsNotTakenAreListed) {
  const auto facts = read_message(
      with("Content-Type: multipart/alternative; boundary=b",
           "--b\r\n\r\nPlain\r\n--b\r\nContent-Type: multipart/related; boundary=r\r\n\r\n"
           "--r\r\nContent-Type: text/html\r\n\r\n<p>HTML<img src=cid:i></p>\r\n"
           "--r\r\nContent-Type: image/png; name=i.png\r\n\r\nx\r\n--r--\r\n--b--"));
  EXPECT_EQ(facts.text, "Plain");
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, "i.png");
}

TEST(ReadMessage, HtmlAfterAnAlternativeIsRead) {
  const auto facts = read_message(
      with("Content-Type: multipart/mixed; boundary=m",
           "--m\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
           "--b\r\n\r\nPlain\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Same</p>\r\n--b--\r\n"
           "--m\r\nContent-Type: text/html\r\n\r\n<p>More</p>\r\n--m--"));
  EXPECT_EQ(facts.text, "Plain\n\nMore");
}

TEST(ReadMessage, MessageInsideIsAnAttachment) {
  const auto facts =
      read_message(with("Content-Type: multipart/mixed; boundary=b",
                        "--b\r\n\r\nSee below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
                        "From: x@y.test\r\nSubject: Old/er\r\n\r\nOld text\r\n--b--"));
  EXPECT_EQ(facts.text, "See below");
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, "er.eml");
  EXPECT_EQ(facts.attachments[0].type, "message/rfc822");
}

// RFC 2046, 5.2.1 forbids it, and programs do it. The base64 is of "Subject: Old\r\n\r\nx".
TEST(ReadMessage, EncodedMessageInsideIsNamedBySubject) {
  const auto facts = read_message(
      with("Content-Type: multipart/mixed; boundary=b",
           "--b\r\n\r\nSee below\r\n--b\r\nContent-Type: message/rfc822\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\nU3ViamVjdDogT2xkDQoNCng=\r\n--b--"));
  EXPECT_EQ(facts.text, "See below");
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, "Old.eml");
  EXPECT_EQ(facts.attachments[0].size, 17U);
}

TEST(ReadMessage, NoDirectionTricksInFileNames) {
  const auto facts =
      read_message(with("Content-Type: application/x; name*=utf-8''a%E2%80%AEfdp.exe", "x"));
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, "afdp.exe");
}

TEST(ReadMessage, TwoFromFieldsTheValidOneComesFirst) {
  const auto facts = read_message("From: not an address\nFrom: Jo <jo@x.test>\n\nHi");
  ASSERT_EQ(facts.from.size(), 2U);
  EXPECT_EQ(facts.from[0].address, "jo@x.test");
  EXPECT_TRUE(has_defect(facts, "from_repeated"));
}

TEST(ReadMessage, DateAfterArrival) {
  const auto facts = read_message(
      "Received: from a by b; Sat, 21 Nov 2026 10:00:00 +0000\n"
      "Date: Sat, 28 Nov 2026 10:00:00 +0000\n\nHi");
  EXPECT_TRUE(has_defect(facts, "date_in_future"));
  EXPECT_TRUE(facts.date.has_value());
}

struct Bytes {
  std::string name;
  std::string bytes;
};
class Unreadable : public testing::TestWithParam<Bytes> {};
TEST_P(Unreadable, IsSaid) {
  const auto facts = read_message(GetParam().bytes);
  EXPECT_TRUE(facts.unreadable);
  EXPECT_TRUE(has_defect(facts, "no_header"));
}
INSTANTIATE_TEST_SUITE_P(Table, Unreadable,
                         testing::Values(Bytes{"nothing", ""}, Bytes{"blank", "\r\n\r\n"},
                                         Bytes{"nuls", std::string(100'000, '\0')},
                                         Bytes{"binary", std::string{"\x01\x02\x03\xFF\x00PK", 7}}),
                         [](const auto& info) { return info.param.name; });

TEST(ReadMessage, WhatIsSealedIsSaid) {
  struct Case {
    const char* type;
    const char* defect;
  };
  for (const auto& c : {
           Case{"multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
                "encrypted"},
           Case{"application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "encrypted"},
           Case{"application/x-pkcs7-mime; name=smime.p7m", "encrypted"},
           Case{"application/pkcs7-mime; smime-type=signed-data", "signed_content_not_read"},
           Case{"application/ms-tnef; name=winmail.dat", "tnef_not_read"},
           Case{"application/octet-stream; name=WINMAIL.DAT", "tnef_not_read"},
       }) {
    const auto facts = read_message(k_top + "Content-Type: " + c.type +
                                    "\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\n"
                                    "Version: 1\r\n--b--\r\n");
    EXPECT_TRUE(has_defect(facts, c.defect)) << c.type;
  }
}

TEST(ReadMessage, AFileInTheTextIsAnAttachment) {
  const auto facts =
      read_message(k_top + "\r\nMy receipt:\r\n\r\nbegin 644 ../cat.txt\r\n#0V%T\r\n`\r\nend\r\n");
  EXPECT_EQ(facts.text, "My receipt:\n\n");
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, "cat.txt");
  EXPECT_EQ(facts.attachments[0].size, 3U);
}

TEST(ReadMessage, AServersPlaceholderIsNoMessage) {
  // Exchange, for what it cannot convert; the number is the UID.
  const std::string rest =
      "To: Comments <comments@example.org>\r\n"
      "Subject: Retrieval using the IMAP4 protocol failed for the following\r\n message: 20004\r\n"
      "Content-Type: text/plain\r\n\r\nThe message is still there.\r\n";
  const auto facts = read_message("From: Microsoft Exchange Server 2010\r\n" + rest);
  EXPECT_TRUE(facts.unreadable);
  EXPECT_TRUE(has_defect(facts, "server_placeholder"));
  EXPECT_FALSE(read_message("From: Ann <ann@example.net>\r\n" + rest).unreadable)
      << "who has an address wrote about one";
}

TEST(ReadMessage, TextWithoutHeaderIsStillRead) {
  const auto facts = read_message("I want to complain\n\nabout you");
  EXPECT_FALSE(facts.unreadable);
  EXPECT_EQ(facts.text, "I want to complain\n\nabout you");
  EXPECT_TRUE(has_defect(facts, "no_header"));
}

}  // namespace
}  // namespace redress::parsers
