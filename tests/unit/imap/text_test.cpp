#include "daemon/adapters/curl/imap/text.hpp"

#include "daemon/adapters/curl/refusal.hpp"

#include <gtest/gtest.h>

namespace redress::adapters::imap {
namespace {

struct Name {
  std::string utf8;
  std::string wire;
};

TEST(ModifiedUtf7, BothWays) {
  const Name table[]{
      {"INBOX", "INBOX"},
      {"A & B", "A &- B"},
      {"~peter/mail/\u53f0\u5317/\u65e5\u672c\u8a9e",
       "~peter/mail/&U,BTFw-/&ZeVnLIqe-"},  // RFC 3501
      {"Entw\u00fcrfe", "Entw&APw-rfe"},
      {"\u00e9\u00e8", "&AOkA6A-"},
      {"\U0001f4e7", "&2D3c5w-"},  // U+1F4E7 is D83D DCE7
      {"", ""},
  };
  for (const auto& row : table) {
    EXPECT_EQ(to_modified_utf7(row.utf8), row.wire);
    EXPECT_EQ(from_modified_utf7(row.wire), row.utf8);
  }
}

TEST(ModifiedUtf7, RefusesWhatIsNotInTheForm) {
  for (const char* wire : {"&", "&AP", "&!-", "&2D0-", "&3Oc-", "\xc3\xa9", "a\x01"}) {
    EXPECT_FALSE(from_modified_utf7(wire)) << wire;
  }
}

TEST(ModifiedUtf7, RefusesWhatIsNotUtf8) {
  for (const char* utf8 :
       {"\x80", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xff"}) {
    EXPECT_FALSE(to_modified_utf7(utf8));
  }
}

TEST(Printable, OneBoundedLine) {
  EXPECT_EQ(printable("NO\tsuch\x1b[1m folder\r\n"), "NO?such?[1m folder");
  EXPECT_EQ(printable(std::string(300, 'a')).size(), 200U);
}

TEST(SafeLine, NeverHoldsTheSecret) {
  EXPECT_EQ(adapters::safe_line("535 bad hunter2 hunter2\r\n", "hunter2"), "535 bad * *");
  EXPECT_EQ(adapters::safe_line("**", "*"), "**");
  EXPECT_EQ(adapters::safe_line(std::string(2000, 'x'), "").size(), 500U);
}

TEST(Busy, CodesAndWords) {
  EXPECT_TRUE(adapters::busy_code("UNAVAILABLE"));
  EXPECT_FALSE(adapters::busy_code("NONEXISTENT"));
  EXPECT_TRUE(adapters::busy_words("Maximum number of connections from user+IP exceeded"));
  EXPECT_TRUE(adapters::busy_words("too many simultaneous connections"));
  EXPECT_FALSE(adapters::busy_words("Authentication failed."));
}

}  // namespace
}  // namespace redress::adapters::imap
