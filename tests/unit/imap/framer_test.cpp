#include "daemon/adapters/curl/imap/framer.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace redress::adapters::imap {
namespace {

struct Framed {
  std::string text;
  std::vector<std::string> literals;
};

struct Case {
  std::string name;
  std::string bytes;
  std::vector<Framed> expected;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> table{
      {"one_line", "* 3 EXISTS\r\n", {{"* 3 EXISTS", {}}}},
      {"bare_line_feed", "* 3 EXISTS\n", {{"* 3 EXISTS", {}}}},
      {"two_lines", "* 1 RECENT\r\nR1 OK done\r\n", {{"* 1 RECENT", {}}, {"R1 OK done", {}}}},
      {"literal",
       "* 1 FETCH (BODY[] {5}\r\nab\r\nc)\r\n",
       {{"* 1 FETCH (BODY[] \n)", {"ab\r\nc"}}}},
      {"literal_then_item",
       "* 1 FETCH (BODY[] {1}\r\nx UID 7)\r\n",
       {{"* 1 FETCH (BODY[] \n UID 7)", {"x"}}}},
      {"empty_literal", "* 1 FETCH (BODY[] {0}\r\n)\r\n", {{"* 1 FETCH (BODY[] \n)", {""}}}},
      {"binary_literal",
       "* 1 FETCH (BODY[] ~{3}\r\na\nb)\r\n",
       {{"* 1 FETCH (BODY[] \n)", {"a\nb"}}}},
      {"two_literals", "* LIST () {1}\r\n/ {2}\r\nab\r\n", {{"* LIST () \n \n", {"/", "ab"}}}},
      {"literal_that_looks_like_one",
       "* 1 FETCH (BODY[] {5}\r\n{99}\r)\r\n",
       {{"* 1 FETCH (BODY[] \n)", {"{99}\r"}}}},
      {"free_text_is_no_literal",
       "* OK see {5}\r\n* 1 EXISTS\r\n",
       {{"* OK see {5}", {}}, {"* 1 EXISTS", {}}}},
      {"bye_is_no_literal", "* BYE {9}\r\n", {{"* BYE {9}", {}}}},
      {"tagged_text_is_no_literal", "R9 NO {5}\r\n", {{"R9 NO {5}", {}}}},
      {"continuation_is_no_literal", "+ {5}\r\n", {{"+ {5}", {}}}},
      {"braces_without_number", "* LIST () \"/\" a{}\r\n", {{"* LIST () \"/\" a{}", {}}}},
  };
  return table;
}

Framer framer(Limits limits = {}) {
  return Framer{limits};
}

/// Feeds in pieces of that size, as a network may.
std::vector<Framed> frame(const std::string& bytes, std::size_t piece) {
  auto cutter = framer();
  std::vector<Framed> out;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    std::string_view rest = std::string_view{bytes}.substr(at, piece);
    while (!rest.empty()) {
      auto found = cutter.next(rest);
      if (found.has_error()) {
        ADD_FAILURE() << found.error().text;
        return out;
      }
      if (!*found) continue;
      Framed framed{(*found)->text, {}};
      for (auto& literal : (*found)->literals) framed.literals.push_back(literal.bytes);
      out.push_back(framed);
    }
  }
  return out;
}

class FramerSplits : public testing::TestWithParam<Case> {};

TEST_P(FramerSplits, SameResponsesHoweverTheBytesCome) {
  const auto& [name, bytes, expected] = GetParam();
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    const auto found = frame(bytes, piece);
    ASSERT_EQ(found.size(), expected.size()) << "pieces of " << piece;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].text, expected[i].text) << "pieces of " << piece;
      EXPECT_EQ(found[i].literals, expected[i].literals) << "pieces of " << piece;
    }
  }
}
INSTANTIATE_TEST_SUITE_P(Table, FramerSplits, testing::ValuesIn(cases()),
                         [](const auto& info) { return info.param.name; });

struct Hostile {
  std::string name;
  Limits limits;
  std::string bytes;
};

class FramerLimits : public testing::TestWithParam<Hostile> {};

TEST_P(FramerLimits, EndsInAProtocolError) {
  auto cutter = framer(GetParam().limits);
  std::string_view rest = GetParam().bytes;
  for (;;) {
    const auto found = cutter.next(rest);
    if (found.has_error()) {
      EXPECT_EQ(found.error().code, domain::ErrorCode::protocol);
      return;
    }
    ASSERT_FALSE(rest.empty()) << "no error";
  }
}
INSTANTIATE_TEST_SUITE_P(
    Table, FramerLimits,
    testing::Values(Hostile{"line_with_end", {.line = 10}, "* OK 345678\r\n"},
                    Hostile{"line_without_end", {.line = 10}, std::string(11, 'x')},
                    Hostile{"line_after_literal", {.line = 10}, "* X {1}\r\naaaaaaaaaaaa"},
                    Hostile{"literal_beyond_limit", {.literal_size = 9}, "* X {10}\r\n"},
                    Hostile{"literal_beyond_64_bits", {}, "* X {99999999999999999999}\r\n"},
                    Hostile{"too_many_literals", {.literals = 1}, "* X {0}\r\n {0}\r\n\r\n"}),
    [](const auto& info) { return info.param.name; });

TEST(Framer, KeepsTheStartOfALiteralThatIsTooLargeAndStaysInStep) {
  auto cutter = framer({.literal_keep = 4});
  std::string_view rest = "* 1 FETCH (BODY[] {10}\r\n0123456789)\r\n* 2 EXISTS\r\n";
  const auto first = cutter.next(rest);
  ASSERT_TRUE(first.has_value() && first->has_value());
  EXPECT_EQ((*first)->literals.at(0).bytes, "0123");
  EXPECT_EQ((*first)->literals.at(0).announced, 10U);
  const auto second = cutter.next(rest);
  ASSERT_TRUE(second.has_value() && second->has_value());
  EXPECT_EQ((*second)->text, "* 2 EXISTS");
}

TEST(Framer, BoundsTheLiteralsOfOneResponseTogether) {
  auto cutter = framer({.literal_keep = 4});
  std::string_view rest = "* X {3}\r\nabc {3}\r\ndef\r\n";
  const auto found = cutter.next(rest);
  ASSERT_TRUE(found.has_value() && found->has_value());
  EXPECT_EQ((*found)->literals.at(0).bytes, "abc");
  EXPECT_EQ((*found)->literals.at(1).bytes, "d");
}

}  // namespace
}  // namespace redress::adapters::imap
