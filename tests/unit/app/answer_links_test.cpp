#include "daemon/app/answer_links.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

TEST(WithoutCommandLines, NoLineBeginsAsACommand) {
  EXPECT_EQ(without_command_lines("/close"), "\u00b7 /close");
  EXPECT_EQ(without_command_lines("a\n/close\n \t/ack\r\n/x"),
            "a\n\u00b7 /close\n \t\u00b7 /ack\r\n\u00b7 /x");
  EXPECT_EQ(without_command_lines("see /close, and/or\nhttp://x/y"),
            "see /close, and/or\nhttp://x/y");
  EXPECT_EQ(without_command_lines(""), "");
}

TEST(WithoutCommands, NoFieldAndNoItemBeginsAsACommand) {
  templates::LetterFacts facts;
  facts.fields["headline"] = "/close";
  facts.fields["policy_url"] = "https://example.org/policy";
  facts.lists["message"] = {{{"text", "  /withdraw"}}, {{"text", "and/or"}}, {}};
  without_commands(facts);
  EXPECT_EQ(facts.fields["headline"], "\u00b7 /close");
  EXPECT_EQ(facts.fields["policy_url"], "https://example.org/policy");
  EXPECT_EQ(facts.lists["message"][0]["text"], "\u00b7   /withdraw");
  EXPECT_EQ(facts.lists["message"][1]["text"], "and/or");
}

}  // namespace
}  // namespace redress::app
