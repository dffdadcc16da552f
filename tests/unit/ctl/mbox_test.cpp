#include "daemon/ctl/mbox.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace redress::ctl {
namespace {

constexpr std::size_t k_no_limit = 1U << 30U;

std::vector<MboxMail> read(const std::string& text, std::size_t limit = k_no_limit) {
  std::istringstream in{text};
  LinePieces lines{in};
  MboxReader reader{lines, limit};
  std::vector<MboxMail> mails;
  while (auto mail = reader.next()) mails.push_back(std::move(*mail));
  return mails;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (auto& mail : read(text)) out.push_back(std::move(mail.bytes));
  return out;
}

#define FROM "From ann@example.net Tue Nov 24 10:15:00 2026\n"

struct Case {
  const char* what;
  std::string mbox;
  std::vector<std::string> mails;
};

TEST(Mbox, IsSplitAtItsFromLines) {
  const Case cases[] = {
      {"nothing", "", {}},
      {"one, without a last line end", FROM "Subject: a\n\nbody", {"Subject: a\n\nbody"}},
      {"two, and the empty line between is neither's",
       FROM "Subject: a\n\none\n\n" FROM "Subject: b\n\ntwo\n\n",
       {"Subject: a\n\none\n", "Subject: b\n\ntwo\n"}},
      {"empty lines of the message stay",
       FROM "Subject: a\n\none\n\n\n\n" FROM "Subject: b\n\n",
       {"Subject: a\n\none\n\n\n", "Subject: b\n"}},
      {"CRLF",
       "From a Tue Nov 24 10:15:00 2026\r\nSubject: a\r\n\r\none\r\n\r\n"
       "From b Tue Nov 24 10:15:00 2026\r\nSubject: b\r\n\r\ntwo\r\n",
       {"Subject: a\r\n\r\none\r\n", "Subject: b\r\n\r\ntwo\r\n"}},
      {"quoted From lines lose one mark",
       FROM "Subject: a\n\n>From me\n>>From you\n> From us\n>Fromage\n",
       {"Subject: a\n\nFrom me\n>From you\n> From us\n>Fromage\n"}},
      {"From in the middle of a paragraph",
       FROM "Subject: a\n\nIt came\nFrom ann@example.net Tue Nov 24 10:15:00 2026\nto me\n",
       {"Subject: a\n\nIt came\nFrom ann@example.net Tue Nov 24 10:15:00 2026\nto me\n"}},
      {"a paragraph that begins with From",
       FROM "Subject: a\n\nDear all\n\nFrom the very beginning\nnobody answered.\n",
       {"Subject: a\n\nDear all\n\nFrom the very beginning\nnobody answered.\n"}},
      {"a From line without a date, above a header",
       "From nobody\nSubject: a\n\none\n\nFrom nobody\nSubject: b\n\ntwo\n",
       {"Subject: a\n\none\n", "Subject: b\n\ntwo\n"}},
      {"empty lines before the first", "\n\n" FROM "Subject: a\n\none\n", {"Subject: a\n\none\n"}},
      {"a message of nothing", FROM "\n" FROM "Subject: b\n\ntwo\n", {"", "Subject: b\n\ntwo\n"}},
      {"no From line at all", "Subject: a\n\none\n", {}},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.what);
    EXPECT_EQ(split(one.mbox), one.mails);
  }
}

TEST(Mbox, AMessageOverTheLimitIsCutAndTheNextIsWhole) {
  const std::string body(100'000, 'x');  // one line, longer than a piece
  const auto mails = read(FROM "Subject: a\n\n" + body + "\n\n" FROM "Subject: b\n\ntwo\n", 1000);
  ASSERT_EQ(mails.size(), 2U);
  EXPECT_EQ(mails[0].bytes.size(), 1000U);
  EXPECT_EQ(mails[0].size, std::string_view{"Subject: a\n\n\n"}.size() + body.size());
  EXPECT_EQ(mails[1].bytes, "Subject: b\n\ntwo\n");
  EXPECT_EQ(mails[1].size, mails[1].bytes.size());
}

TEST(Mbox, ALineLongerThanAPieceIsOneLine) {
  for (const auto more : {0U, 1U, 2U}) {
    // "From " where the second piece begins is no line of its own.
    const std::string line = std::string(LinePieces::k_piece + more, 'x') + "From me\n";
    EXPECT_EQ(split(FROM "Subject: a\n\n" + line), std::vector{"Subject: a\n\n" + line});
    const std::string separator = "From " + std::string(LinePieces::k_piece + more, 'y') + "\n";
    EXPECT_EQ(split(separator + "Subject: a\n"), std::vector<std::string>{"Subject: a\n"});
  }
}

TEST(Mbox, ALongMboxIsReadThroughTheBuffer) {
  std::string text;
  std::vector<std::string> expected;
  for (int number = 0; number < 3000; ++number) {
    expected.push_back("Subject: " + std::to_string(number) + "\n\n" +
                       std::string(static_cast<std::size_t>(number % 200), 'z') + "\n");
    text += FROM + expected.back() + "\n";
  }
  EXPECT_EQ(split(text), expected);
}

TEST(Mbox, TheDateOfAFromLine) {
  struct {
    const char* line;
    const char* date;  // empty: none
  } const cases[] = {
      {"From ann@example.net Tue Nov 24 10:15:00 2026\n", "2026-11-24T10:15:00Z"},
      {"From ann@example.net  Tue Nov  3 10:15:00 2026\r\n", "2026-11-03T10:15:00Z"},
      {"From - Tue Nov 24 10:15:00 2026", "2026-11-24T10:15:00Z"},
      {"From 1682@xxx Tue Nov 24 10:15:00 +0100 2026", "2026-11-24T09:15:00Z"},
      {"From ann@example.net Tue Nov 24 10:15:00 2026 -0500", "2026-11-24T15:15:00Z"},
      {"From ann@example.net Tue, 24 Nov 2026 10:15:00 +0000", "2026-11-24T10:15:00Z"},
      {"From ann at example.net  Tue Nov 24 10:15:00 2026", "2026-11-24T10:15:00Z"},
      {"From march@may.example Tue Nov 24 10:15:00 2026", "2026-11-24T10:15:00Z"},
      {"From \"Ann Sun\" Tue Nov 24 10:15:00 2026", "2026-11-24T10:15:00Z"},
      {"From nobody Thu Jan  1 00:00:00 1970", ""},
      {"From nobody Tue Nov 44 10:15:00 2026", ""},
      {"From ann@example.net", ""},
      {"From ", ""},
      {"From the Sun and the Sea", ""},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.line);
    const auto date = envelope_date(one.line);
    EXPECT_EQ(date ? domain::to_rfc3339(*date) : std::string{}, one.date);
  }
}

TEST(Mbox, EachMessageHasItsOwnDate) {
  const auto mails = read(
      "From a Tue Nov 24 10:15:00 2026\nSubject: a\n\none\n\nFrom b\nSubject: b\n\ntwo\n\n"
      "From c Wed Nov 25 10:15:00 2026\nSubject: c\n\n");
  ASSERT_EQ(mails.size(), 3U);
  EXPECT_EQ(mails[0].date, domain::parse_rfc3339("2026-11-24T10:15:00Z").value());
  EXPECT_FALSE(mails[1].date);
  EXPECT_EQ(mails[2].date, domain::parse_rfc3339("2026-11-25T10:15:00Z").value());
}

}  // namespace
}  // namespace redress::ctl
