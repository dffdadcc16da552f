#include "daemon/app/completeness.hpp"

#include <gtest/gtest.h>

namespace redress::app {
namespace {

using enum domain::AskedFor;
using Lacks = std::vector<domain::AskedFor>;

std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "word ";
  return text;
}

Lacks lacks(std::string text, std::size_t attachments = 0) {
  parsers::MessageFacts facts;
  facts.new_text = std::move(text);
  facts.attachments.resize(attachments);
  return lacks_of(facts);
}

TEST(Completeness, ShortComplaintIsAskedForEverything) {
  EXPECT_EQ(lacks("Your service is bad."), (Lacks{account, resolution, evidence}));
}

TEST(Completeness, AnAccountHasDatesAndSomeLength) {
  EXPECT_EQ(lacks("On 12 March " + words(90)), (Lacks{resolution, evidence}));
  EXPECT_EQ(lacks("On 12/03/2026 " + words(90)), (Lacks{resolution, evidence}));
  EXPECT_EQ(lacks("On 12 March it rained."), (Lacks{account, resolution, evidence}));
  EXPECT_EQ(lacks("Order 12 of 3 things " + words(90)), (Lacks{account, resolution, evidence}));
}

TEST(Completeness, WishesAndDocumentsAreSeen) {
  EXPECT_EQ(lacks("I would like a refund."), (Lacks{account, evidence}));
  EXPECT_EQ(lacks("See the letter.", 1), (Lacks{account, resolution}));
  EXPECT_EQ(lacks("On Monday I asked for an apology. " + words(90), 1), Lacks{});
}

}  // namespace
}  // namespace redress::app
