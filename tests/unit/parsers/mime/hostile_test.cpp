#include "parsers/read_message.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

namespace redress::parsers {
namespace {

constexpr int k_many = 100'000;

std::string repeated(std::string_view piece, int times) {
  std::string out;
  out.reserve(piece.size() * static_cast<std::size_t>(times));
  for (int n = 0; n < times; ++n) out += piece;
  return out;
}

std::string nested_parts() {
  std::string out = "From: a@b.test\n";
  for (int n = 0; n < k_many; ++n) {
    const auto name = std::to_string(n);
    out += "Content-Type: multipart/mixed; boundary=" + name + "\n\n--" + name + "\n";
  }
  return out + "\nend";
}

std::string nested_messages() {
  return "From: a@b.test\n" + repeated("Content-Type: message/rfc822\n\n", k_many) + "\nend";
}

std::string many_parts() {
  return "From: a@b.test\nContent-Type: multipart/mixed; boundary=b\n\n" +
         repeated("--b\n\nx\n", k_many) + "--b--\n";
}

/// What would cost seconds, gigabytes or the stack if any step were not linear and bounded.
struct Hostile {
  std::string name;
  std::function<std::string()> bytes;
  std::string defect;  ///< empty: within the limits
};

class HostileMail : public testing::TestWithParam<Hostile> {};

TEST_P(HostileMail, IsReadWithItsDefect) {
  const auto facts = read_message(GetParam().bytes());
  const auto& defect = GetParam().defect;
  EXPECT_TRUE(defect.empty() ||
              std::any_of(facts.defects.begin(), facts.defects.end(),
                          [&defect](const Defect& found) { return found.name == defect; }));
  EXPECT_FALSE(facts.headers.empty());
  EXPECT_LE(facts.headers.size(), Limits{}.header_count);
  EXPECT_LE(facts.text.size(), 2 * Limits{}.text_bytes);
  for (const auto& found : facts.defects) EXPECT_LE(found.detail.size(), 200U);
  if (facts.delivery_report) {
    EXPECT_LE(facts.delivery_report->recipients.size(), Limits{}.addresses);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, HostileMail,
    testing::Values(
        Hostile{"nested_parts", nested_parts, "nesting_too_deep"},
        Hostile{"nested_messages", nested_messages, "nesting_too_deep"},
        Hostile{"many_parts", many_parts, "too_many_parts"},
        Hostile{"long_header", [] { return "Subject: " + std::string(20U << 20U, 'x') + "\n\nx"; },
                "header_field_too_long"},
        Hostile{"folded_header",
                [] { return "To: a\n" + repeated(" b@x.test,\n", 1'000'000) + "\nx"; },
                "header_field_too_long"},
        Hostile{"many_headers", [] { return repeated("A: b\n", 1'000'000) + "\nx"; },
                "too_many_header_fields"},
        Hostile{"many_addresses", [] { return "To: " + repeated("a@b,", k_many) + "\n\nx"; },
                "too_many_addresses"},
        Hostile{"many_address_fields", [] { return repeated("To: a@b.test\n", k_many) + "\nx"; },
                "too_many_header_fields"},
        Hostile{"many_comments", [] { return "From: " + repeated("(", 30'000) + "\n\nx"; }, ""},
        Hostile{"closed_comments", [] { return "From: " + repeated("(a)", 10'000) + "\n\nx"; }, ""},
        Hostile{"many_quotes", [] { return "From: " + repeated("\"", 30'001) + "\n\nx"; }, ""},
        Hostile{"many_brackets", [] { return "From: " + repeated("<", 30'000) + "\n\nx"; }, ""},
        Hostile{"nested_comments",
                [] { return "From: " + repeated("(", 300'000) + repeated(")", 300'000) + "\n\nx"; },
                "header_field_too_long"},
        Hostile{"encoded_words",
                [] { return "Subject: " + repeated("=?utf-8?q?a?= ", 300'000) + "\n\nx"; },
                "header_field_too_long"},
        Hostile{"parameters",
                [] {
                  return "From: a@b.test\nContent-Type: text/plain" +
                         repeated("; a*0*=b", 200'000) + "\n\nx";
                },
                "header_field_too_long"},
        Hostile{"references",
                [] {
                  std::string field = "References:";
                  for (int n = 0; n < 400'000; ++n) field += " <" + std::to_string(n) + "@b>";
                  return "From: a@b.test\n" + field + "\n\nx";
                },
                "too_many_references"},
        Hostile{"one_long_line", [] { return "From: a@b.test\n\n" + std::string(20U << 20U, 'x'); },
                "text_too_long"},
        Hostile{"attribution_without_end",
                [] { return "From: a@b.test\n\n" + repeated("On 1 Oct 2026 somebody\n", k_many); },
                ""},
        Hostile{"broken_base64",
                [] {
                  return "From: a@b.test\nContent-Transfer-Encoding: base64\n\n" +
                         repeated("A=*%\n", 1'000'000);
                },
                "base64_invalid"},
        Hostile{"broken_quoted_printable",
                [] {
                  return "From: a@b.test\nContent-Transfer-Encoding: quoted-printable\n\n" +
                         repeated("=G=\n", 500'000);
                },
                "quoted_printable_invalid"},
        Hostile{"blanks_behind_quoted_printable",
                [] {
                  return "Content-Transfer-Encoding: quoted-printable\n\n" +
                         repeated("=a", 1'000'000) + std::string(1U << 20U, ' ');
                },
                "quoted_printable_invalid"},
        Hostile{"open_tables",
                [] {
                  return "From: a@b.test\nContent-Type: text/html\n\n" +
                         repeated("<table><tr><td>", 100'000);
                },
                ""},
        Hostile{"word_starts", [] { return "Subject: " + repeated("=?a?q?", 5'000) + "\n\nx"; },
                ""},
        Hostile{"many_ids", [] { return "References: " + repeated("<", 30'000) + ">\n\nx"; }, ""},
        Hostile{"nuls", [] { return "From: a@b.test\n\n" + std::string(1U << 20U, '\0'); },
                "nul_in_text"},
        Hostile{"quote_depth",
                [] { return "From: a@b.test\n\n" + repeated(repeated(">", 5'000) + "\n", 200); },
                ""},
        Hostile{"blank_lines", [] { return "From: a@b.test\n\n" + repeated("\n", 1'000'000); }, ""},
        Hostile{"attributions",
                [] {
                  return "From: a@b.test\n\n" + repeated("On 1 Oct 2026, x wrote:\n> y\n", k_many);
                },
                ""},
        Hostile{"attributions_over_lines",
                [] {
                  return "From: a@b.test\n\n" +
                         repeated("On 1 <a@b>\n1 <a\n1 b\nThu, 1 c\n16:12 I:\n", 20'000);
                },
                ""},
        Hostile{"addresses_that_close_below",
                [] { return "From: a@b.test\n\n" + repeated("On 1 <a@b\n> wrote:\n", k_many); },
                ""},
        Hostile{"recipients_without_gaps",
                [] {
                  return "From: MAILER-DAEMON@b.test\nSubject: Undelivered mail\n\n" +
                         repeated("Final-Recipient: rfc822; a@b.test\nAction: failed\n", 40'000);
                },
                ""},
        Hostile{"dashes",
                [] {
                  return "From: a@b.test\nContent-Type: multipart/mixed; boundary=" +
                         std::string(60, '-') + "\n\n" + repeated("--------\n", k_many);
                },
                "boundary_not_closed"},
        Hostile{"long_text", [] { return "From: a@b.test\n\n" + repeated("word ", 2'000'000); },
                "text_too_long"},
        Hostile{"html_depth",
                [] {
                  return "From: a@b.test\nContent-Type: text/html\n\n" +
                         repeated("<div>", 1'000'000);
                },
                "html_too_long"},
        Hostile{
            "semicolons",
            [] { return "From: a@b.test\nContent-Type: a/b" + repeated(";x=(", 8'000) + "\n\nx"; },
            ""}),
    [](const auto& info) { return info.param.name; });

TEST(HostileMail, AFileNameLeadsNowhere) {
  const auto facts = read_message(
      "From: a@b.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n"
      "--b\nContent-Disposition: attachment; filename=\"../../etc/passwd\"\n\nx\n"
      "--b\nContent-Disposition: attachment; filename*=utf-8''..%5c..%2fC%3a%5cx.exe%00.pdf\n\nx\n"
      "--b\nContent-Disposition: attachment; filename=\"..\"\n\nx\n--b--\n");
  ASSERT_EQ(facts.attachments.size(), 3U);
  for (const auto& file : facts.attachments) {
    EXPECT_EQ(file.name.find_first_of("/\\"), std::string::npos) << file.name;
    EXPECT_EQ(file.name.find('\0'), std::string::npos);
    EXPECT_NE(file.name, "..");
  }
}

TEST(HostileMail, MessageOverTheLimitIsCut) {
  Limits limits;
  limits.message_bytes = 100;
  const auto facts = read_message("From: a@b.test\n\n" + std::string(1000, 'x'), limits);
  EXPECT_EQ(facts.text.size(), 100U - 16U);
  ASSERT_FALSE(facts.defects.empty());
  EXPECT_EQ(facts.defects.front().name, "message_too_long");
}

}  // namespace
}  // namespace redress::parsers
