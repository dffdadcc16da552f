#include "parsers/mime/charset.hpp"
#include "parsers/mime/mime.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::parsers {
namespace {

struct Case {
  std::string name;
  std::string bytes;
  std::string charset;
  std::string text;
  std::string defect;  ///< empty: none
};

class Charset : public testing::TestWithParam<Case> {};

TEST_P(Charset, ToUtf8) {
  DefectLog defects;
  EXPECT_EQ(to_utf8(GetParam().bytes, GetParam().charset, defects), GetParam().text);
  const auto found = defects.take();
  EXPECT_EQ(found.empty() ? "" : found.front().name, GetParam().defect);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Charset,
    testing::Values(Case{"ascii", "abc", "us-ascii", "abc", ""},
                    Case{"utf8", "\xC3\xA9", "UTF-8", "\xC3\xA9", ""},
                    Case{"latin1", "\xE9", "iso-8859-1", "\xC3\xA9", ""},
                    // 0x96 is an en dash in windows-1252 and nothing in iso-8859-1.
                    Case{"windows_in_latin1", "\x96", "ISO-8859-1", "\xE2\x80\x93", ""},
                    Case{"euro", "\x80", "windows-1252", "\xE2\x82\xAC", ""},
                    Case{"latin2", "\xB1", "iso-8859-2", "\xC4\x85", ""},
                    Case{"koi8", "\xF0", "koi8-r", "\xD0\x9F", ""},
                    Case{"gb18030", "\xC4\xE3", "gb2312", "\xE4\xBD\xA0", ""},
                    Case{"shift_jis", "\x82\xA0", "Shift_JIS", "\xE3\x81\x82", ""},
                    Case{"iso_2022_jp", "\x1B$B$\"\x1B(B", "iso-2022-jp", "\xE3\x81\x82", ""},
                    Case{"utf16", std::string{"\0a\0b", 4}, "utf-16be", "ab", ""},
                    Case{"none_utf8", "\xC3\xA9", "", "\xC3\xA9", "charset_missing"},
                    Case{"none_windows", "\x93x\x94", "", "\xE2\x80\x9Cx\xE2\x80\x9D",
                         "charset_missing"},
                    Case{"unknown", "\xE9", "x-nobody", "\xC3\xA9", "charset_unknown"},
                    Case{"ascii_lies_utf8", "\xC3\xA9", "us-ascii", "\xC3\xA9", "charset_mismatch"},
                    Case{"ascii_lies", "\xE9", "us-ascii", "\xC3\xA9", "charset_mismatch"},
                    // One stray byte must not spoil the letters around it.
                    Case{"utf8_with_stray_byte", "\xC3\xA9\x96\xC3\xA9", "utf-8",
                         "\xC3\xA9\xE2\x80\x93\xC3\xA9", "charset_mismatch"},
                    // Overlong forms and surrogates are no UTF-8 (RFC 3629, 3).
                    Case{"overlong", "\xC0\xAF", "utf-8", "\xC3\x80\xC2\xAF", "charset_mismatch"}),
    [](const auto& info) { return info.param.name; });

TEST(Charset, LongTextPassesTheConvertersBuffers) {
  DefectLog defects;
  const std::string bytes(100'000, '\xB1');
  const auto text = to_utf8(bytes, "iso-8859-2", defects);
  EXPECT_EQ(text.size(), 200'000U);
  EXPECT_EQ(text.substr(199'998), "\xC4\x85");
}

TEST(CleanText, LineEndsAndControls) {
  EXPECT_EQ(clean_text("\xEF\xBB\xBF"
                       "a\r\nb\rc\nd\r\r\ne"),
            "a\nb\nc\nd\ne");
  EXPECT_EQ(clean_text(std::string_view{"a\0b\x01\x1B[0m\tc\x7F", 11}), "ab[0m\tc");
}

TEST(CutUtf8, NeverInsideACharacter) {
  EXPECT_EQ(cut_utf8("a\xE2\x82\xAC", 3), "a");
  EXPECT_EQ(cut_utf8("a\xE2\x82\xAC", 4), "a\xE2\x82\xAC");
  EXPECT_EQ(cut_utf8("", 0), "");
}

struct TransferCase {
  std::string name;
  std::string encoded;
  std::string bytes;
  bool clean;
};

class Base64Body : public testing::TestWithParam<TransferCase> {};
TEST_P(Base64Body, Decode) {
  const auto decoded = decode_base64(GetParam().encoded);
  EXPECT_EQ(decoded.bytes, GetParam().bytes);
  EXPECT_EQ(decoded.clean, GetParam().clean);
}
// RFC 4648, 10, then damage.
INSTANTIATE_TEST_SUITE_P(
    Table, Base64Body,
    testing::Values(TransferCase{"empty", "", "", true}, TransferCase{"f", "Zg==", "f", true},
                    TransferCase{"fo", "Zm8=", "fo", true},
                    TransferCase{"foo", "Zm9v", "foo", true},
                    TransferCase{"foobar", "Zm9v\r\nYmFy\r\n", "foobar", true},
                    TransferCase{"pieces", "Zg==Zg==", "ff", true},
                    TransferCase{"no_padding", "Zg", "f", false},
                    TransferCase{"padding_amid_lines",
                                 "Zm9vZm8=\r\nZm9vYmFy\r\nZg==", "foofofoobarf", true},
                    TransferCase{"lone_letter_then_more", "Zm9vZ===Zm9v", "foofoo", false},
                    TransferCase{"one_letter_over", "Zm9vY", "foo", false},
                    TransferCase{"strange_bytes", "Zm\xFF{9v", "foo", false}),
    [](const auto& info) { return info.param.name; });

class QuotedPrintable : public testing::TestWithParam<TransferCase> {};
TEST_P(QuotedPrintable, Decode) {
  const auto decoded = decode_quoted_printable(GetParam().encoded);
  EXPECT_EQ(decoded.bytes, GetParam().bytes);
  EXPECT_EQ(decoded.clean, GetParam().clean);
}
INSTANTIATE_TEST_SUITE_P(
    Table, QuotedPrintable,
    testing::Values(TransferCase{"plain", "abc", "abc", true},
                    TransferCase{"hex", "a=3Db=C3=A9", "a=b\xC3\xA9", true},
                    TransferCase{"lower_hex", "=c3=a9", "\xC3\xA9", true},
                    TransferCase{"soft", "ab=\r\ncd", "abcd", true},
                    TransferCase{"soft_lf", "ab=\ncd", "abcd", true},
                    TransferCase{"soft_blank", "ab=  \r\ncd", "abcd", true},
                    TransferCase{"hard", "ab\r\ncd\r\n", "ab\ncd\n", true},
                    TransferCase{"trailing_blank_lf", "ab \ncd", "ab\ncd", true},
                    TransferCase{"soft_at_the_end", "ab =", "ab ", true},
                    TransferCase{"blank_at_the_end", "ab ", "ab", true},
                    TransferCase{"blank_behind_no_hex", "=Z \r\nc", "=Z\nc", false},
                    TransferCase{"cut_hex", "a=4", "a=4", false},
                    TransferCase{"no_hex", "100=% of", "100=% of", false}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::parsers
