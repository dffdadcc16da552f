#include "templates/text.hpp"

#include "templates/fields.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

struct LineCase {
  const char* name;
  std::string text;
  std::size_t most;
  std::string expected;
};

class OneLine : public testing::TestWithParam<LineCase> {};

TEST_P(OneLine, MakesTextHarmless) {
  EXPECT_EQ(one_line(GetParam().text, GetParam().most), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, OneLine,
    testing::Values(
        LineCase{"plain", "Ann Other", 80, "Ann Other"}, LineCase{"empty", "", 80, ""},
        LineCase{"crlf", "Ann\r\nBcc: all@example.org", 80, "Ann Bcc: all@example.org"},
        LineCase{"nul", std::string("A\0B", 3), 80, "A B"},
        LineCase{"tab_and_delete", "A\tB\x7F", 80, "A B"},
        LineCase{"c1_controls",
                 "A\xC2\x85"
                 "B\xC2\x9B",
                 80, "A B"},
        LineCase{"line_separator",
                 "A\xE2\x80\xA8"
                 "B",
                 80, "A B"},
        LineCase{"bidi_override",
                 "A\xE2\x80\xAE"
                 "gpj",
                 80, "A gpj"},
        LineCase{"bidi_isolate",
                 "\xE2\x81\xA6"
                 "A\xE2\x81\xA9",
                 80, "A"},
        LineCase{"hebrew_mark_stays", "\xD7\x90\xE2\x80\x8F", 80, "\xD7\x90\xE2\x80\x8F"},
        LineCase{"only_spaces", " \n\t ", 80, ""},
        LineCase{"latin1_byte", "Jos\xE9", 80, "Jos\xEF\xBF\xBD"},
        LineCase{"overlong_slash", "\xC0\xAF", 80, "\xEF\xBF\xBD\xEF\xBF\xBD"},
        LineCase{"surrogate", "\xED\xA0\x80", 80, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        LineCase{"cut_short_sequence", "A\xE2\x82", 80, "A\xEF\xBF\xBD\xEF\xBF\xBD"},
        LineCase{"exactly_as_long", "abcde", 5, "abcde"},
        LineCase{"cut", "abcdef", 5, "abcd\xE2\x80\xA6"},
        LineCase{"cut_between_characters", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 3,
                 "\xC3\xA9\xC3\xA9\xE2\x80\xA6"},
        LineCase{"cut_before_a_space", "abc def", 5, "abc\xE2\x80\xA6"},
        LineCase{"no_room", "abc", 0, ""}),
    [](const auto& info) { return info.param.name; });

TEST(FirstCharacter, ReadsEveryLength) {
  EXPECT_EQ(first_character("\x7F").code, 0x7FU);
  EXPECT_EQ(first_character("\xC3\xA9").code, 0xE9U);
  EXPECT_EQ(first_character("\xE2\x82\xAC").code, 0x20ACU);
  EXPECT_EQ(first_character("\xF0\x9F\x98\x80").code, 0x1F600U);
  EXPECT_FALSE(first_character("\xF4\x90\x80\x80").valid);  // past U+10FFFF
  EXPECT_FALSE(first_character("\x80").valid);
}

TEST(EscapeHtml, EscapesWhatEndsTextAndAttributes) {
  EXPECT_EQ(escape_html("<a href=\"x\">Tom & 'Jo'</a>"),
            "&lt;a href=&quot;x&quot;&gt;Tom &amp; &#39;Jo&#39;&lt;/a&gt;");
}

struct WrapCase {
  const char* name;
  std::string text, expected;
};

class WrapText : public testing::TestWithParam<WrapCase> {};

TEST_P(WrapText, AtTenColumns) {
  EXPECT_EQ(wrap_text(GetParam().text, 10), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrapText,
    testing::Values(
        WrapCase{"short", "one two", "one two\n"},
        WrapCase{"exactly_ten", "aaaa bbbbb", "aaaa bbbbb\n"},
        WrapCase{"eleven", "aaaaa bbbbb", "aaaaa\nbbbbb\n"},
        WrapCase{"long_word_stays_whole", "see https://example.org/x now",
                 "see\nhttps://example.org/x\nnow\n"},
        WrapCase{"list_item_hangs", "- one two three", "- one two\n  three\n"},
        WrapCase{"bullet_stays_with_its_word", "- aaaaaaaaaaaa b", "- aaaaaaaaaaaa\n  b\n"},
        WrapCase{"indentation_is_kept", "  one two three", "  one two\n  three\n"},
        WrapCase{"inner_spaces_are_kept", "A:   b", "A:   b\n"},
        WrapCase{"characters_not_bytes",
                 "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9",
                 "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\n"},
        WrapCase{"blank_lines_become_one", "\n\na  \n\n \n\nb\n\n\n", "a\n\nb\n"},
        WrapCase{"nothing", "", ""}),
    [](const auto& info) { return info.param.name; });

struct NearCase {
  const char* written;
  const char* meant;
};

TEST(NearestField, GuessesWhatWasMeant) {
  for (const auto& [written, meant] :
       {NearCase{"referense", "reference"}, NearCase{"organization", "organisation"},
        NearCase{"recieved_date", "received_date"}, NearCase{"respond_by", "respond_by_date"},
        NearCase{"zzzzzzzz", ""}, NearCase{"", ""}}) {
    EXPECT_EQ(nearest_field(written), meant) << written;
  }
}

}  // namespace
}  // namespace redress::templates
