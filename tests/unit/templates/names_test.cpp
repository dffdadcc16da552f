#include "templates/names.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

struct NameCase {
  const char* name;
  std::string given;
  bool good;
};

class GreetingName : public testing::TestWithParam<NameCase> {};

TEST_P(GreetingName, IsTheNameOrNothing) {
  EXPECT_EQ(greeting_name(GetParam().given), GetParam().good ? GetParam().given : std::string{});
}

INSTANTIATE_TEST_SUITE_P(
    Table, GreetingName,
    testing::Values(
        NameCase{"plain", "Ann Other", true}, NameCase{"initials", "Dr J. R. Smith", true},
        NameCase{"apostrophe", "Siobhán O'Neill-Jones", true},
        NameCase{"typographic_apostrophe", "O\xE2\x80\x99Neill", true},
        NameCase{"welsh", "Siân Llŷr", true},
        NameCase{"chinese", "\xE7\x8E\x8B\xE5\xB0\x8F\xE6\x98\x8E", true},
        NameCase{"devanagari_with_marks", "\xE0\xA4\xB0\xE0\xA4\xBE\xE0\xA4\xAE", true},
        NameCase{"trailing_full_stop", "John Smith Jr.", true}, NameCase{"empty", "", false},
        NameCase{"no_letter", "- -", false}, NameCase{"address", "ann@example.org", false},
        NameCase{"web_address", "https://evil.example", false},
        NameCase{"domain", "Win at evil.example", false},
        NameCase{"digits", "Call 0900 123456", false}, NameCase{"tag", "<b>Ann</b>", false},
        NameCase{"mustache", "{{reference}}", false},
        NameCase{"emoji", "Ann \xF0\x9F\x98\x80", false},
        NameCase{"full_width_digits", "Ann \xEF\xBC\x91", false},
        NameCase{"sentence", "You have won a very large prize today", false},
        NameCase{"long", std::string(51, 'a'), false},
        NameCase{"longest", std::string(50, 'a'), true},
        NameCase{"broken_bytes", "Jos\xE9", false}),
    [](const auto& info) { return info.param.name; });

TEST(GreetingNameOf, AHiddenDirectionChangeIsTakenOut) {
  EXPECT_EQ(greeting_name("Ann\r\n\xE2\x80\xAE Other"), "Ann Other");
}

}  // namespace
}  // namespace redress::templates
