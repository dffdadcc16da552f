#include "parsers/mime/encoded_words.hpp"
#include "parsers/mime/parameters.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace redress::parsers {
namespace {

struct WordCase {
  std::string name;
  std::string field;
  std::string text;
};

class EncodedWords : public testing::TestWithParam<WordCase> {};

TEST_P(EncodedWords, Decode) {
  DefectLog defects;
  EXPECT_EQ(decode_encoded_words(GetParam().field, defects), GetParam().text);
}

// The first rows are the examples of RFC 2047, 8.
INSTANTIATE_TEST_SUITE_P(
    Table, EncodedWords,
    testing::Values(
        WordCase{"one", "(=?ISO-8859-1?Q?a?=)", "(a)"},
        WordCase{"word_and_text", "(=?ISO-8859-1?Q?a?= b)", "(a b)"},
        WordCase{"neighbours_lose_the_blank", "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"},
        WordCase{"neighbours_lose_all_blanks", "=?ISO-8859-1?Q?a?=  \t =?ISO-8859-1?Q?b?=", "ab"},
        WordCase{"blank_inside", "=?ISO-8859-1?Q?a_b?=", "a b"},
        WordCase{"blank_between_by_encoding", "=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b"},
        WordCase{"latin_1", "=?ISO-8859-1?Q?Andr=E9?= Pirard", "Andr\xC3\xA9 Pirard"},
        WordCase{"base64",
                 "=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?= "
                 "=?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
                 "If you can read this you understand the example."},
        // E2 82 AC is the euro sign, cut between two words.
        WordCase{"split_character_q", "=?utf-8?Q?=E2=82?= =?utf-8?Q?=AC5?=",
                 "\xE2\x82\xAC"
                 "5"},
        WordCase{"split_character_b", "=?UTF-8?B?4oI=?= =?utf-8?B?rDU=?=",
                 "\xE2\x82\xAC"
                 "5"},
        WordCase{"language", "=?us-ascii*en-GB?Q?hello?=", "hello"},
        WordCase{"raw_utf8", "Caf\xC3\xA9", "Caf\xC3\xA9"},
        WordCase{"raw_latin", "Caf\xE9", "Caf\xC3\xA9"},
        WordCase{"blank_in_word", "=?utf-8?Q?a b?=", "a b"},
        WordCase{"unknown_charset", "=?x-nobody?Q?caf=E9?=", "caf\xC3\xA9"},
        WordCase{"broken_hex", "=?utf-8?Q?100=?=", "100="},
        WordCase{"no_end", "=?utf-8?Q?abc", "=?utf-8?Q?abc"},
        WordCase{"unknown_encoding", "=?utf-8?X?abc?=", "=?utf-8?X?abc?="},
        WordCase{"no_line_breaks_out", "=?utf-8?Q?a=0D=0ABcc:_b?=", "a  Bcc: b"},
        WordCase{"no_padding", "=?utf-8?B?SGk?=", "Hi"}),
    [](const auto& info) { return info.param.name; });

struct ParameterCase {
  std::string name;
  std::string field;
  std::string value;
  std::string key;
  std::string content;
};

class Parameters : public testing::TestWithParam<ParameterCase> {};

TEST_P(Parameters, Read) {
  DefectLog defects;
  const auto read = parse_parameterised(GetParam().field, defects);
  EXPECT_EQ(read.value, GetParam().value);
  const auto* found = read.find(GetParam().key);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(*found, GetParam().content);
}

// RFC 2231's own examples, then what senders make of it.
INSTANTIATE_TEST_SUITE_P(
    Table, Parameters,
    testing::Values(
        ParameterCase{"continuation",
                      "message/external-body; access-type=URL; URL*0=\"ftp://\"; "
                      "URL*1=\"cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar\"",
                      "message/external-body", "url",
                      "ftp://cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar"},
        ParameterCase{
            "charset",
            "application/x-stuff; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
            "application/x-stuff", "title", "This is ***fun***"},
        ParameterCase{"mixed",
                      "application/x-stuff; title*0*=us-ascii'en'This%20is%20even%20more%20; "
                      "title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"",
                      "application/x-stuff", "title", "This is even more ***fun*** isn't it!"},
        ParameterCase{"out_of_order", "a/b; n*1=y; n*0=x", "a/b", "n", "xy"},
        ParameterCase{"eight_bit_in_ascii", "a/b; name*=us-ascii''f%F6r.txt", "a/b", "name",
                      "f\xC3\xB6r.txt"},
        ParameterCase{"split_character", "a/b; name*0*=utf-8''%E2%82; name*1*=%AC", "a/b", "name",
                      "\xE2\x82\xAC"},
        ParameterCase{"extended_wins", "a/b; name=x.txt; name*=utf-8''y.txt", "a/b", "name",
                      "y.txt"},
        ParameterCase{"encoded_word_in_quotes", "a/b; name=\"=?utf-8?Q?caf=C3=A9?=\"", "a/b",
                      "name", "caf\xC3\xA9"},
        ParameterCase{"comment", "text/plain (yes); charset=us-ascii (Plain text)", "text/plain",
                      "charset", "us-ascii"},
        ParameterCase{"escaped_quote", R"(a/b; name="a\"b;c.txt")", "a/b", "name", "a\"b;c.txt"},
        ParameterCase{"unquoted_blanks", "a/b; name=My file.pdf; x=y", "a/b", "name",
                      "My file.pdf"},
        ParameterCase{"upper_case", "TEXT/Plain; CHARSET=\"UTF-8\"", "text/plain", "charset",
                      "UTF-8"},
        ParameterCase{"open_quote", "a/b; name=\"abc", "a/b", "name", "abc"},
        ParameterCase{"open_comment", "a/b; name=x(1.txt", "a/b", "name", "x(1.txt"},
        ParameterCase{"blank_around_equals", "a/b ; name = x", "a/b", "name", "x"},
        ParameterCase{"encoded_whole", "=?utf-8?Q?text/html;_charset=3Dutf-8?=", "text/html",
                      "charset", "utf-8"}),
    [](const auto& info) { return info.param.name; });

TEST(Parameters, TooManyAreBounded) {
  std::string field = "a/b";
  for (int n = 0; n < 5000; ++n) field += "; p" + std::to_string(n) + "=1";
  DefectLog defects;
  EXPECT_LE(parse_parameterised(field, defects).parameters.size(), 200U);
  EXPECT_TRUE(defects.has("too_many_parameters"));
}

}  // namespace
}  // namespace redress::parsers
