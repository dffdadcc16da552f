#include "parsers/header/addresses.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace redress::parsers {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Case {
  std::string name;
  std::string field;
  Pairs expected;  ///< display name, address
};

class Addresses : public testing::TestWithParam<Case> {};

TEST_P(Addresses, Read) {
  DefectLog defects;
  Pairs read;
  for (const auto& address : parse_addresses(GetParam().field, 500, defects)) {
    read.emplace_back(address.name, address.address);
  }
  EXPECT_EQ(read, GetParam().expected);
}

// Rows named rfc_… are examples of RFC 5322, appendix A.
INSTANTIATE_TEST_SUITE_P(
    Table, Addresses,
    testing::Values(
        Case{
            "rfc_plain", "John Doe <jdoe@machine.example>", {{"John Doe", "jdoe@machine.example"}}},
        Case{"rfc_list",
             "Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>",
             {{"Mary Smith", "mary@x.test"}, {"", "jdoe@example.org"}, {"Who?", "one@y.test"}}},
        Case{"rfc_quoted",
             R"(<boss@nil.test>, "Giant; \"Big\" Box" <sysservices@example.net>)",
             {{"", "boss@nil.test"}, {"Giant; \"Big\" Box", "sysservices@example.net"}}},
        Case{"rfc_group",
             "A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;",
             {{"Ed Jones", "c@a.test"}, {"", "joe@where.test"}, {"John", "jdoe@one.test"}}},
        Case{"rfc_empty_group", "Undisclosed recipients:;", {}},
        Case{"rfc_comments",
             R"(Pete(A nice \) chap) <pete(his account)@silly.test(his host)>)",
             {{"Pete", "pete@silly.test"}}},
        Case{"rfc_obsolete",
             "Mary Smith <@node.test:mary@example.net>, , jdoe@test . example",
             {{"Mary Smith", "mary@example.net"}, {"", "jdoe@test.example"}}},
        Case{
            "comment_is_the_name", "jo@example.org (Jo Bloggs)", {{"Jo Bloggs", "jo@example.org"}}},
        Case{"at_in_name", "jo@home <jo@example.org>", {{"jo@home", "jo@example.org"}}},
        Case{"at_in_quoted_name",
             R"("jo@home, or not" <jo@example.org>)",
             {{"jo@home, or not", "jo@example.org"}}},
        Case{"comma_in_name", "Bloggs, Jo <jo@example.org>", {{"Bloggs, Jo", "jo@example.org"}}},
        Case{"comma_in_encoded_word",
             "=?utf-8?Q?Bloggs,_Jo?= <jo@example.org>",
             {{"Bloggs, Jo", "jo@example.org"}}},
        Case{"encoded_in_quotes",
             "\"=?utf-8?Q?J=C3=B6?=\" <jo@example.org>",
             {{"J\xC3\xB6", "jo@example.org"}}},
        Case{"semicolons", "a@x.test; b@x.test", {{"", "a@x.test"}, {"", "b@x.test"}}},
        Case{"forgotten_comma", "<a@x.test> <b@x.test>", {{"", "a@x.test"}, {"", "b@x.test"}}},
        Case{"forgotten_comma_without_brackets",
             "a@x.test b@x.test",
             {{"", "a@x.test"}, {"", "b@x.test"}}},
        Case{"name_like_an_address", "jo@home jo@x.test", {{"jo@home", "jo@x.test"}}},
        Case{"null_sender", "<>", {{"", ""}}}, Case{"empty", "", {}},
        Case{"only_a_name", "Whomever", {{"Whomever", ""}}},
        Case{"open_quote", "\"Jo <jo@example.org>", {{"\"Jo", "jo@example.org"}}},
        Case{"open_comment", "Jo (work <jo@example.org>", {{"Jo (work", "jo@example.org"}}},
        Case{"open_angle", "Jo <jo@example.org", {{"Jo", "jo@example.org"}}},
        Case{
            "name_without_brackets", "Jo Bloggs jo@example.org", {{"Jo Bloggs", "jo@example.org"}}},
        Case{"utf8_address", "<j\xC3\xB6@example.org>", {{"", "j\xC3\xB6@example.org"}}}),
    [](const auto& info) { return info.param.name; });

TEST(Addresses, CommentInsideAnAddressIsNoPartOfIt) {
  DefectLog defects;
  const auto read = parse_addresses("a(b)@silly.test", 10, defects);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].address, "a@silly.test");
  EXPECT_TRUE(read[0].parsed.has_value());
}

TEST(Addresses, TheLimitHolds) {
  std::string field;
  for (int n = 0; n < 1000; ++n) field += "a" + std::to_string(n) + "@x.test,";
  DefectLog defects;
  EXPECT_EQ(parse_addresses(field, 500, defects).size(), 500U);
  EXPECT_TRUE(defects.has("too_many_addresses"));
}

}  // namespace
}  // namespace redress::parsers
