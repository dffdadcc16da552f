#include "daemon/domain/staff_mail/orders.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

using Commands = std::vector<std::string>;

struct OrdersCase {
  std::string name, text;
  Commands commands;
  std::string note;
};

class Orders : public testing::TestWithParam<OrdersCase> {};

TEST_P(Orders, AreReadFromWhatWasWrittenThisTime) {
  const auto read = read_orders(GetParam().text);
  EXPECT_EQ(read.commands, GetParam().commands);
  EXPECT_EQ(read.note, GetParam().note);
  EXPECT_FALSE(read.too_many);
}

const std::string k_marker{k_answer_marker};

INSTANTIATE_TEST_SUITE_P(
    Table, Orders,
    testing::Values(
        OrdersCase{"nothing", "", {}, ""}, OrdersCase{"blank_lines", "\n \r\n\n", {}, ""},
        OrdersCase{"one", "/assign jo\n", {"/assign jo"}, ""},
        OrdersCase{
            "several", "/assign jo\r\n/priority high\r\n", {"/assign jo", "/priority high"}, ""},
        OrdersCase{"a_plain_answer",
                   "I telephoned her.\n\nShe is well.\n",
                   {},
                   "I telephoned her.\n\nShe is well."},
        OrdersCase{"a_sign_off_is_not_the_commands",
                   "/assign jo\n\nThanks, Sam",
                   {"/assign jo"},
                   "Thanks, Sam"},
        OrdersCase{"a_greeting_before", "Hello,\n/assign jo", {"/assign jo"}, "Hello,"},
        OrdersCase{"a_letter_has_its_lines",
                   "/respond\nDear Ann,\n\nWe are sorry.\n/note: she rang",
                   {"/respond\nDear Ann,\n\nWe are sorry.", "/note: she rang"},
                   ""},
        OrdersCase{"a_reason_is_one_line",
                   "/extend until 12 March because it is long\nRegards",
                   {"/extend until 12 March because it is long"},
                   "Regards"},
        OrdersCase{"a_misspelt_letter_is_no_note",
                   "/repsond\nDear Ann,\nwe are sorry.",
                   {"/repsond\nDear Ann,\nwe are sorry."},
                   ""},
        OrdersCase{"indented", "   /assign jo", {"/assign jo"}, ""},
        OrdersCase{"within_a_line", "please /assign jo", {}, "please /assign jo"},
        OrdersCase{"a_path",
                   "/etc/redress is full? 1/2 of it\n/ nothing\n//x",
                   {"/etc/redress is full? 1/2 of it\n/ nothing\n//x"},
                   ""},
        OrdersCase{"quoted", "/assign jo\n> /close\n>> /close\n", {"/assign jo"}, ""},
        OrdersCase{"under_the_marker", "/assign jo\n" + k_marker + "\n/close", {"/assign jo"}, ""},
        OrdersCase{"under_a_quoted_marker", "> " + k_marker + "\n/close", {}, ""},
        OrdersCase{"under_a_marker_without_ornaments", "Answer above this line\n/close", {}, ""},
        OrdersCase{"under_a_marker_within_a_letter",
                   "/respond\nDear Ann\n" + k_marker + "\nour words",
                   {"/respond\nDear Ann"},
                   ""}),
    [](const auto& info) { return info.param.name; });

TEST(OrdersLimit, WhatIsTooMuchIsSaid) {
  std::string text;
  for (std::size_t i = 0; i <= k_orders_max; ++i) text += "/note: one more\n";
  const auto read = read_orders(text);
  EXPECT_EQ(read.commands.size(), k_orders_max);
  EXPECT_TRUE(read.too_many);
}

struct SignOff {
  const char* what;
  const char* text;
  const char* kept;
};

class WithoutSignOff : public ::testing::TestWithParam<SignOff> {};

TEST_P(WithoutSignOff, KeepsWhatTheLetterSays) {
  EXPECT_EQ(without_sign_off(GetParam().text, "Robin Lee"), GetParam().kept);
}

INSTANTIATE_TEST_SUITE_P(
    Table, WithoutSignOff,
    ::testing::Values(SignOff{"name_below",
                              "/respond: We are sorry.\n\nKind regards,\nRobin Lee\nMembership",
                              "/respond: We are sorry."},
                      SignOff{"no_name_below", "/respond: We thank you.\n\nThanks\nand goodbye",
                              "/respond: We thank you.\n\nThanks\nand goodbye"},
                      SignOff{"name_without_a_close", "/respond: Ask for\nRobin Lee",
                              "/respond: Ask for\nRobin Lee"},
                      SignOff{"close_in_a_sentence",
                              "/respond: Many thanks for your letter, says\nRobin Lee",
                              "/respond: Many thanks for your letter, says\nRobin Lee"},
                      SignOff{"in_capitals", "/ask: When?\nBEST WISHES\nROBIN LEE", "/ask: When?"},
                      SignOff{"far_above", "/ask: When?\nThanks\n1\n2\n3\n4\n5\n6\n7\n8\nRobin Lee",
                              "/ask: When?\nThanks\n1\n2\n3\n4\n5\n6\n7\n8\nRobin Lee"},
                      SignOff{"one_line", "/close because Robin Lee", "/close because Robin Lee"},
                      SignOff{"nothing", "", ""}),
    [](const auto& param) { return std::string{param.param.what}; });

TEST(WithoutSignOff, OfAWriterWithoutANameLeavesEverything) {
  EXPECT_EQ(without_sign_off("/ask: a\nRegards\nx", ""), "/ask: a\nRegards\nx");
}

}  // namespace
}  // namespace redress::domain
