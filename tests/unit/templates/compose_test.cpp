#include "templates/compose.hpp"

#include "templates/fields.hpp"
#include "templates/header_text.hpp"
#include "templates/quoted_printable.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

domain::MailAddress address(const std::string& text) {
  return domain::MailAddress::parse(text).value();
}

OutgoingMail sample() {
  return {
      .from = {"Example Institute", address("comments@example.org")},
      .to = {"Ann Other", address("ann@example.net")},
      .reply_to = address("comments+r-ex-2026-000001-abc@example.org"),
      .message_id = "ack.ex-2026-000001.5f.token@example.org",
      .in_reply_to = "b@example.net",
      .references = {"a@example.net", "b@example.net"},
      .date = domain::parse_rfc3339("2026-11-24T10:15:09Z").value(),
      .letter = {"[EX-2026-000001] We have received your complaint", "Text\n", "<p>Text</p>\n"}};
}

std::string head_of(const std::string& mail) {
  return mail.substr(0, mail.find("\r\n\r\n") + 2);
}

/// The value of a header field, unfolded; "(absent)" where it is not there.
std::string field(const std::string& mail, const std::string& name) {
  const std::string head = "\r\n" + head_of(mail);
  auto at = head.find("\r\n" + name + ": ");
  if (at == std::string::npos) return "(absent)";
  at += name.size() + 4;
  std::string value;
  for (; at < head.size(); ++at) {
    if (head.compare(at, 2, "\r\n") != 0) {
      value += head[at];
    } else if (head.compare(at + 2, 1, " ") == 0) {
      ++at;
    } else {
      break;
    }
  }
  return value;
}

std::string boundary_of(const std::string& mail) {
  const std::string type = field(mail, "Content-Type");
  const auto open = type.find('"');
  return type.substr(open + 1, type.rfind('"') - open - 1);
}

void expect_sound_lines(const std::string& mail) {
  EXPECT_LE(longest_line(mail, "\r\n"), 998U);
  EXPECT_EQ(count_of(mail, "\r\n"), count_of(mail, "\n"));
  EXPECT_EQ(count_of(mail, "\r\n"), count_of(mail, "\r"));
  EXPECT_TRUE(mail.ends_with("\r\n"));
  EXPECT_EQ(mail.find('\0'), std::string::npos);
}

TEST(Compose, WritesTheHeadersOfAnAnswer) {
  const std::string mail = compose(sample());
  EXPECT_EQ(head_of(mail),
            "Date: Tue, 24 Nov 2026 10:15:09 +0000\r\n"
            "From: Example Institute <comments@example.org>\r\n"
            "To: Ann Other <ann@example.net>\r\n"
            "Reply-To: <comments+r-ex-2026-000001-abc@example.org>\r\n"
            "Subject: [EX-2026-000001] We have received your complaint\r\n"
            "Message-ID: <ack.ex-2026-000001.5f.token@example.org>\r\n"
            "In-Reply-To: <b@example.net>\r\n"
            "References: <a@example.net> <b@example.net>\r\n"
            "Auto-Submitted: auto-replied\r\n"
            "X-Auto-Response-Suppress: All\r\n"
            "Content-Language: en\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: multipart/alternative;\r\n"
            " boundary=\"" +
                boundary_of(mail) + "\"\r\n");
  expect_sound_lines(mail);
  EXPECT_EQ(compose(sample()), mail);
}

TEST(Compose, TextComesBeforeHtml) {
  const std::string mail = compose(sample());
  const std::string boundary = "--" + boundary_of(mail);
  EXPECT_EQ(mail.substr(head_of(mail).size()),
            "\r\n" + boundary +
                "\r\nContent-Type: text/plain; charset=utf-8\r\n"
                "Content-Transfer-Encoding: quoted-printable\r\n\r\nText\r\n" +
                boundary +
                "\r\nContent-Type: text/html; charset=utf-8\r\n"
                "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Text</p>\r\n" +
                boundary + "--\r\n");
}

TEST(Compose, ALetterWithoutHtmlIsPlainText) {
  auto mail = sample();
  mail.letter.html.clear();
  mail.auto_submitted = AutoSubmitted::auto_generated;
  mail.reply_to.reset();
  mail.in_reply_to.clear();
  mail.references.clear();
  const std::string bytes = compose(mail);
  EXPECT_EQ(field(bytes, "Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(field(bytes, "Auto-Submitted"), "auto-generated");
  for (const char* name : {"Reply-To", "In-Reply-To", "References", "Precedence", "Bcc", "Cc"}) {
    EXPECT_EQ(field(bytes, name), "(absent)") << name;
  }
  EXPECT_TRUE(bytes.ends_with("\r\n\r\nText\r\n"));
}

/// RFC 3834, 5: what a person decided on is not automatic.
TEST(Compose, AMailOfAPersonDoesNotSayThatItIsAutomatic) {
  auto mail = sample();
  mail.auto_submitted = AutoSubmitted::no;
  mail.language = "cy";
  const std::string bytes = compose(mail);
  EXPECT_EQ(field(bytes, "Auto-Submitted"), "(absent)");
  EXPECT_EQ(field(bytes, "X-Auto-Response-Suppress"), "(absent)");
  EXPECT_EQ(field(bytes, "Content-Language"), "cy");
}

TEST(Compose, NoBodyCanHoldTheBoundary) {
  auto mail = sample();
  const std::string boundary = boundary_of(compose(mail));
  mail.letter.text = "--" + boundary + "--\n";
  EXPECT_EQ(count_of(compose(mail), "--" + boundary), 3U);
}

struct HostileCase {
  const char* name;
  std::string value;
};

class HostileName : public testing::TestWithParam<HostileCase> {};

TEST_P(HostileName, AddsNoHeader) {
  auto mail = sample();
  const std::size_t lines = count_of(head_of(compose(mail)), "\r\n");
  const std::string value = "X" + GetParam().value + "Bcc: all@example.org";
  mail.from.name = mail.to.name = mail.letter.subject = mail.language = value;
  mail.in_reply_to = value;
  mail.references = {value, "x@y" + value};
  const std::string bytes = compose(mail);
  EXPECT_EQ(field(bytes, "Bcc"), "(absent)");
  EXPECT_EQ(field(bytes, "In-Reply-To"), "(absent)");
  EXPECT_EQ(field(bytes, "References"), "(absent)");
  EXPECT_EQ(field(bytes, "Content-Language"), "en");
  EXPECT_LE(count_of(head_of(bytes), "\r\n"), lines);
  expect_sound_lines(bytes);
}

INSTANTIATE_TEST_SUITE_P(Table, HostileName,
                         testing::Values(HostileCase{"crlf", "\r\n"}, HostileCase{"lf", "\n"},
                                         HostileCase{"cr", "\r"},
                                         HostileCase{"empty_line", "\r\n\r\n"},
                                         HostileCase{"nul", std::string("\0\r\n", 3)},
                                         HostileCase{"tab", "\r\n\t"},
                                         HostileCase{"next_line", "\xC2\x85"},
                                         HostileCase{"line_separator", "\xE2\x80\xA8"}),
                         [](const auto& info) { return info.param.name; });

struct PhraseCase {
  const char* name;
  std::string given, expected;
};

class DisplayName : public testing::TestWithParam<PhraseCase> {};

TEST_P(DisplayName, IsWrittenSafely) {
  auto mail = sample();
  mail.to.name = GetParam().given;
  EXPECT_EQ(field(compose(mail), "To"), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, DisplayName,
    testing::Values(PhraseCase{"none", "", "<ann@example.net>"},
                    PhraseCase{"atoms", "Ann O'Neill", "Ann O'Neill <ann@example.net>"},
                    PhraseCase{"comma", "Other, Ann", "\"Other, Ann\" <ann@example.net>"},
                    PhraseCase{"full_stop", "J. Smith", "\"J. Smith\" <ann@example.net>"},
                    PhraseCase{"second_address", "a@b> <c@d", "\"a@b> <c@d\" <ann@example.net>"},
                    PhraseCase{"quote_and_backslash", "A\"B\\", "\"A\\\"B\\\\\" <ann@example.net>"},
                    PhraseCase{"not_ascii", "Zo\xC3\xAB", "=?UTF-8?Q?Zo=C3=AB?= <ann@example.net>"},
                    PhraseCase{"mostly_ascii", "Siobhan and Zo\xC3\xAB Oneill",
                               "=?UTF-8?Q?Siobhan_and_Zo=C3=AB_Oneill?= <ann@example.net>"},
                    PhraseCase{"looks_encoded", "=?UTF-8?Q?x?=",
                               "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?= <ann@example.net>"},
                    PhraseCase{"broken_bytes", "\xFF", "=?UTF-8?B?77+9?= <ann@example.net>"}),
    [](const auto& info) { return info.param.name; });

TEST(Compose, AVeryLongNameIsCutAndFolded) {
  auto mail = sample();
  for (const char* unit : {"n", "n ", "\xE7\x8E\x8B", "\xF0\x9F\x98\x80"}) {
    mail.to.name.clear();
    for (int i = 0; i < 3000; ++i) mail.to.name += unit;
    const std::string bytes = compose(mail);
    EXPECT_LE(longest_line(head_of(bytes), "\r\n"), 78U);
    EXPECT_LT(field(bytes, "To").size(), 700U);
    EXPECT_TRUE(field(bytes, "To").ends_with(" <ann@example.net>"));
  }
}

TEST(Compose, TheReferenceStaysLegibleInASubjectThatIsNotAscii) {
  auto mail = sample();
  mail.letter.subject = "[EX-2026-000001] Eich cwyn \xC5\xB5 wedi dod";
  EXPECT_EQ(field(compose(mail), "Subject"),
            "[EX-2026-000001] Eich cwyn =?UTF-8?B?xbU=?= wedi dod");
}

TEST(Compose, ADisplayNameIsNotLostFromAnInternationalAddress) {
  auto mail = sample();
  mail.to = {"Zoe", address("zo\xC3\xAB@b\xC3\xBC"
                            "cher.example")};
  EXPECT_EQ(field(compose(mail), "To"),
            "Zoe <zo\xC3\xAB@b\xC3\xBC"
            "cher.example>");
}

TEST(Compose, ALocalPartThatIsNoAtomIsQuoted) {
  auto mail = sample();
  mail.to = {"", address("a:b@example.net")};
  EXPECT_EQ(field(compose(mail), "To"), "<\"a:b\"@example.net>");
}

struct IdCase {
  const char* name;
  std::string id;
  bool good;
};

class AnsweredId : public testing::TestWithParam<IdCase> {};

TEST_P(AnsweredId, StandsOnlyWhereItIsOne) {
  auto mail = sample();
  mail.in_reply_to = GetParam().id;
  mail.references = {"a@b", GetParam().id};
  const std::string bytes = compose(mail);
  EXPECT_EQ(field(bytes, "In-Reply-To"), GetParam().good ? "<" + GetParam().id + ">" : "(absent)");
  EXPECT_EQ(field(bytes, "References"),
            GetParam().good ? "<a@b> <" + GetParam().id + ">" : "<a@b>");
}

INSTANTIATE_TEST_SUITE_P(
    Table, AnsweredId,
    testing::Values(IdCase{"gmail", "CAF+x=1_-Q@mail.gmail.com", true},
                    IdCase{"exchange", "DB9P1.6B0$a@DB9P1.eurprd08.prod.outlook.com", true},
                    IdCase{"literal", "x@[192.0.2.1]", true},
                    IdCase{"literal_v6", "x@[IPv6:2001:db8::1]", true},
                    IdCase{"dot_at_the_end", "x.@y", true}, IdCase{"empty", "", false},
                    IdCase{"no_at", "abc", false}, IdCase{"two_ats", "a@b@c", false},
                    IdCase{"no_left", "@b", false}, IdCase{"no_right", "a@", false},
                    IdCase{"brackets", "<a@b>", false}, IdCase{"space", "a b@c", false},
                    IdCase{"comma", "a,b@c", false}, IdCase{"crlf", "a@b\r\nBcc: c@d", false},
                    IdCase{"not_ascii", "\xC3\xA9@b", false},
                    IdCase{"empty_literal", "a@[]", false},
                    IdCase{"longest", std::string(510, 'a') + "@b", true},
                    IdCase{"too_long", std::string(511, 'a') + "@b", false}),
    [](const auto& info) { return info.param.name; });

TEST(Compose, LongReferencesKeepTheFirstAndTheNewest) {
  auto mail = sample();
  mail.references.clear();
  for (int i = 0; i < 500; ++i) mail.references.push_back(std::to_string(i) + "@example.net");
  const std::string bytes = compose(mail);
  const std::string references = field(bytes, "References");
  EXPECT_EQ(count_of(references, "<"), 50U);
  EXPECT_EQ(references.rfind("<0@example.net> <451@example.net> ", 0), 0U);
  EXPECT_TRUE(references.ends_with(" <499@example.net>"));
  EXPECT_LE(longest_line(head_of(bytes), "\r\n"), 78U);
}

TEST(Compose, AnIdOfOursThatIsNoneIsABug) {
  auto mail = sample();
  mail.message_id = "no id";
  EXPECT_THROW(compose(mail), std::invalid_argument);
}

TEST(Compose, ShippedLettersKeepToMailsLines) {
  auto mail = sample();
  mail.letter = shipped("cim").render("acknowledgement", full_facts()).value();
  const std::string bytes = compose(mail);
  expect_sound_lines(bytes);
  EXPECT_LE(longest_line(bytes, "\r\n"), 78U);
}

TEST(HeaderDate, IsThatOfTheStandard) {
  EXPECT_EQ(header_date(domain::parse_rfc3339("2000-02-29T00:00:00Z").value()),
            "Tue, 29 Feb 2000 00:00:00 +0000");
  EXPECT_EQ(header_date(domain::parse_rfc3339("2026-07-05T23:59:59+01:00").value()),
            "Sun, 05 Jul 2026 22:59:59 +0000");
}

struct QpCase {
  const char* name;
  std::string text, expected;
};

class QuotedPrintable : public testing::TestWithParam<QpCase> {};

TEST_P(QuotedPrintable, Encodes) {
  EXPECT_EQ(quoted_printable(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, QuotedPrintable,
    testing::Values(QpCase{"nothing", "", ""}, QpCase{"plain", "a b\n", "a b\r\n"},
                    QpCase{"no_line_end", "a", "a\r\n"},
                    QpCase{"mixed_line_ends", "a\r\nb\rc\n\nd", "a\r\nb\r\nc\r\n\r\nd\r\n"},
                    QpCase{"equals", "a=b", "a=3Db\r\n"}, QpCase{"utf8", "\xC3\xA9", "=C3=A9\r\n"},
                    QpCase{"space_at_end", "a \n", "a=20\r\n"},
                    QpCase{"tab_at_end", "a\t\n", "a=09\r\n"},
                    QpCase{"from", "From here\nA From", "=46rom here\r\nA From\r\n"},
                    QpCase{"dot", ".\n..", "=2E\r\n=2E.\r\n"},
                    QpCase{"nul", std::string("a\0b", 3), "a=00b\r\n"},
                    QpCase{"seventy_six", std::string(76, 'x'), std::string(76, 'x') + "\r\n"},
                    QpCase{"seventy_seven", std::string(77, 'x'),
                           std::string(75, 'x') + "=\r\nxx\r\n"},
                    QpCase{"never_inside_an_escape", std::string(74, 'x') + "=y",
                           std::string(74, 'x') + "=\r\n=3Dy\r\n"}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::templates
