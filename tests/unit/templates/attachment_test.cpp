#include "parsers/read_message.hpp"
#include "templates/base64.hpp"
#include "templates/compose.hpp"
#include "templates/mime_part.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

using domain::Attachment;

OutgoingMail with(std::vector<Attachment> attachments, std::string html = "<p>Words</p>\n") {
  return {.from = {"Example Institute", domain::MailAddress::parse("c@example.org").value()},
          .to = {"Jo", domain::MailAddress::parse("jo@example.org").value()},
          .reply_to = {},
          .message_id = "staff.1@example.org",
          .in_reply_to = {},
          .references = {},
          .date = domain::parse_rfc3339("2026-11-24T10:15:09Z").value(),
          .letter = {"Subject", "Words\n", std::move(html)},
          .attachments = std::move(attachments)};
}

const Attachment k_table{"figures.csv", "text/csv; charset=utf-8", "a,b\r\n"};
const Attachment k_chart{"chart.png", "image/png", std::string("\x89PNG\0", 5),
                         "chart@example.org"};

/// The media types of the mail and its parts, in the order in which they stand.
std::vector<std::string> types_of(const std::string& mail) {
  const std::string field = "Content-Type: ";
  std::vector<std::string> types;
  for (auto at = mail.find(field); at != mail.npos; at = mail.find(field, at + 1)) {
    const auto start = at + field.size();
    types.push_back(mail.substr(start, mail.find_first_of(";\r", start) - start));
  }
  return types;
}

struct LevelCase {
  const char* name;
  OutgoingMail mail;
  std::vector<std::string> types;
};

class MailLevels : public testing::TestWithParam<LevelCase> {};

TEST_P(MailLevels, AreThoseThatAreNeeded) {
  const auto mail = compose(GetParam().mail);
  EXPECT_EQ(types_of(mail), GetParam().types);
  EXPECT_LE(longest_line(mail, "\r\n"), 78U);
  EXPECT_EQ(count_of(mail, "\r\n"), count_of(mail, "\n"));
  EXPECT_TRUE(parsers::read_message(mail).defects.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, MailLevels,
    testing::Values(
        LevelCase{"letter", with({}), {"multipart/alternative", "text/plain", "text/html"}},
        LevelCase{
            "file",
            with({k_table}),
            {"multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/csv"}},
        LevelCase{
            "picture",
            with({k_chart}),
            {"multipart/related", "multipart/alternative", "text/plain", "text/html", "image/png"}},
        LevelCase{"both",
                  with({k_table, k_chart}),
                  {"multipart/mixed", "multipart/related", "multipart/alternative", "text/plain",
                   "text/html", "image/png", "text/csv"}},
        LevelCase{"plain", with({}, ""), {"text/plain"}},
        LevelCase{
            "plain_with_file", with({k_table}, ""), {"multipart/mixed", "text/plain", "text/csv"}},
        LevelCase{"plain_with_picture",
                  with({k_chart}, ""),
                  {"multipart/mixed", "text/plain", "image/png"}}),
    [](const auto& info) { return info.param.name; });

TEST(Attachments, StandAsTheStandardsHaveThem) {
  const auto mail = compose(with({k_table, k_chart}));
  EXPECT_NE(mail.find("\r\nContent-Type: text/csv; charset=utf-8\r\n"
                      "Content-Transfer-Encoding: base64\r\n"
                      "Content-Disposition: attachment;\r\n"
                      " filename=\"figures.csv\"\r\n"
                      "\r\nYSxiDQo=\r\n"),
            mail.npos);
  EXPECT_NE(mail.find("Content-Disposition: inline;\r\n"
                      " filename=\"chart.png\"\r\n"
                      "Content-ID: <chart@example.org>\r\n"),
            mail.npos);
  EXPECT_NE(mail.find("\r\n type=\"multipart/alternative\"\r\n"), mail.npos);
}

/// A boundary that is the start of another would end the part early in lenient readers.
TEST(Attachments, NoBoundaryIsTheStartOfAnother) {
  const auto mail = compose(with({k_table, k_chart}));
  std::vector<std::string> boundaries;
  for (auto at = mail.find("boundary=\""); at != mail.npos; at = mail.find("boundary=\"", at + 1)) {
    boundaries.push_back(mail.substr(at + 10, mail.find('"', at + 10) - at - 10));
  }
  ASSERT_EQ(boundaries.size(), 3U);
  for (std::size_t one = 0; one < 3; ++one) {
    for (std::size_t other = 0; other < 3; ++other) {
      EXPECT_EQ(boundaries[one].starts_with(boundaries[other]), one == other);
    }
  }
}

TEST(Attachments, OurOwnParserReadsThemAsTheyWere) {
  std::string every_byte;
  for (int round = 0; round < 300; ++round) {
    for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  }
  const auto facts = parsers::read_message(
      compose(with({{"all.bin", "application/x-test", every_byte}, k_chart, {"empty", "", ""}})));
  EXPECT_TRUE(facts.defects.empty());
  EXPECT_NE(facts.text.find("Words"), std::string::npos);
  ASSERT_EQ(facts.attachments.size(), 3U);
  EXPECT_EQ(facts.attachments[0].name, "chart.png");
  EXPECT_EQ(facts.attachments[0].type, "image/png");
  EXPECT_EQ(facts.attachments[0].size, 5U);
  EXPECT_EQ(facts.attachments[1].name, "all.bin");
  EXPECT_EQ(facts.attachments[1].size, every_byte.size());
  // sha256 of 0x00…0xff, three hundred times over.
  EXPECT_EQ(facts.attachments[1].sha256,
            "f8b0585eb91f58c007a5634362c9f90d8543822c113f702523bc7b73408a9392");
  EXPECT_EQ(facts.attachments[2].size, 0U);
}

struct NameCase {
  const char* name;
  std::string given, safe;
};

class FileName : public testing::TestWithParam<NameCase> {};

TEST_P(FileName, IsSafeAndComesBack) {
  EXPECT_EQ(safe_attachment_name(GetParam().given), GetParam().safe);
  const auto mail = compose(with({{GetParam().given, "text/plain", "x"}}));
  EXPECT_LE(longest_line(mail, "\r\n"), 78U);
  EXPECT_EQ(mail.find("\r\nBcc"), mail.npos);
  const auto facts = parsers::read_message(mail);
  EXPECT_TRUE(facts.defects.empty());
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, GetParam().safe);
}

INSTANTIATE_TEST_SUITE_P(
    Table, FileName,
    testing::Values(
        NameCase{"plain", "letter 1.pdf", "letter 1.pdf"},
        NameCase{"not_ascii", "C\xC5\xB5yn \xE2\x82\xAC.pdf", "C\xC5\xB5yn \xE2\x82\xAC.pdf"},
        NameCase{"semicolon_and_quote", "a;b='c'%41.txt", "a;b='c'%41.txt"},
        NameCase{"double_quote", "a\"; x=\"b.txt", "a_; x=_b.txt"},
        NameCase{"unix_path", "../../etc/passwd", "passwd"},
        NameCase{"windows_path", "C:\\Users\\Ann\\my.doc", "my.doc"},
        NameCase{"folder", "folder/", "attachment"}, NameCase{"nothing", "", "attachment"},
        NameCase{"dots", "...", "attachment"}, NameCase{"hidden", ".profile", "profile"},
        NameCase{"dot_at_the_end", "run.exe. .", "run.exe"},
        NameCase{"device_characters", "a:b*c?d<e>f|g", "a_b_c_d_e_f_g"},
        NameCase{"header", "a\r\nBcc: all@example.org", "a Bcc_ all@example.org"},
        NameCase{"nul", std::string("a\0b", 3), "a b"},
        NameCase{"right_to_left",
                 "invoice\xE2\x80\xAE"
                 "fdp.exe",
                 "invoice fdp.exe"},
        NameCase{"looks_encoded", "=?UTF-8?Q?x?=.txt", "=_UTF-8_Q_x_=.txt"},
        NameCase{"broken_bytes", "\xFF.txt", "\xEF\xBF\xBD.txt"},
        NameCase{"long_ascii", std::string(300, 'n') + ".pdf", std::string(196, 'n') + ".pdf"},
        NameCase{"long_extension", std::string(50, 'n') + "." + std::string(200, 'x'),
                 std::string(50, 'n') + "." + std::string(149, 'x')},
        NameCase{"sixty_one", std::string(57, 'n') + ".pdf", std::string(57, 'n') + ".pdf"}),
    [](const auto& info) { return info.param.name; });

TEST(FileName, OfManyWideCharactersIsCutBetweenThem) {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "\xF0\x9F\x98\x80";
  const auto facts = parsers::read_message(compose(with({{name + ".txt", "text/plain", "x"}})));
  ASSERT_EQ(facts.attachments.size(), 1U);
  EXPECT_EQ(facts.attachments[0].name, name.substr(0, 49U * 4U) + ".txt");
}

struct TypeCase {
  const char* name;
  std::string given, written;
};

class MediaType : public testing::TestWithParam<TypeCase> {};

TEST_P(MediaType, IsOneOrIsUnknown) {
  const auto part = file_part({"a", GetParam().given, "x"}, false);
  EXPECT_EQ(part.substr(0, part.find("\r\nContent-Transfer")),
            "Content-Type: " + GetParam().written);
}

INSTANTIATE_TEST_SUITE_P(
    Table, MediaType,
    testing::Values(TypeCase{"usual", "application/pdf", "application/pdf"},
                    TypeCase{"office", "application/vnd.oasis.opendocument.text",
                             "application/vnd.oasis.opendocument.text"},
                    TypeCase{"parameter", "text/plain; charset=utf-8", "text/plain; charset=utf-8"},
                    TypeCase{"odd_parameter", "text/plain; name=\"x\"", "text/plain"},
                    TypeCase{"none", "", "application/octet-stream"},
                    TypeCase{"no_slash", "pdf", "application/octet-stream"},
                    TypeCase{"injected", "text/plain\r\nBcc: a@b", "application/octet-stream"},
                    TypeCase{"parameter_injected", "text/plain; a=b\r\nBcc: a@b", "text/plain"},
                    TypeCase{"message", "message/rfc822", "application/octet-stream"},
                    TypeCase{"multipart", "multipart/mixed", "application/octet-stream"},
                    TypeCase{"long", "text/" + std::string(300, 'x'), "application/octet-stream"}),
    [](const auto& info) { return info.param.name; });

TEST(Attachments, AContentIdThatIsNoneIsABug) {
  EXPECT_THROW(compose(with({{"a.png", "image/png", "x", "no id"}})), std::invalid_argument);
}

TEST(Base64, IsThatOfTheStandard) {  // RFC 4648, 10
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"f", "Zg=="},
                                                       {"fo", "Zm8="},
                                                       {"foo", "Zm9v"},
                                                       {"foob", "Zm9vYg=="},
                                                       {"fooba", "Zm9vYmE="},
                                                       {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : cases) EXPECT_EQ(base64(bytes), text);
  EXPECT_EQ(base64_lines(""), "");
  // 57 bytes fill a line of 76.
  EXPECT_EQ(base64_lines(std::string(57, '\0')), std::string(76, 'A') + "\r\n");
  EXPECT_EQ(base64_lines(std::string(58, '\0')), std::string(76, 'A') + "\r\nAA==\r\n");
}

}  // namespace
}  // namespace redress::templates
