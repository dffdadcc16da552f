#include "daemon/app/enclosure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace redress::app {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

parsers::Attachment attachment(std::string name, std::uint64_t size) {
  return {.name = std::move(name),
          .type = "application/pdf",
          .size = size,
          .sha256 = {},
          .text_chars = {}};
}

TEST(Enclosure, HasWhatWasWrittenApartFromWhatIsQuoted) {
  parsers::MessageFacts facts;
  facts.text =
      "Hello\n\n\n> we said\n> this\nand I say no\n\nOn Monday they wrote:\nDear Ann\nHello\n";
  facts.new_text = "Hello\n\nand I say no\n";
  const auto shown = enclosure_of(facts);
  EXPECT_THAT(shown.lines, ElementsAre("Hello", "", "and I say no"));
  EXPECT_THAT(shown.quoted,
              ElementsAre("> we said", "> this", "", "On Monday they wrote:", "Dear Ann", "Hello"));
}

TEST(Enclosure, OfNothingIsNothing) {
  const auto shown = enclosure_of({});
  EXPECT_THAT(shown.lines, IsEmpty());
  EXPECT_THAT(shown.quoted, IsEmpty());
  EXPECT_EQ(shown.from, "");
}

TEST(Enclosure, CountsTheLinesThatItLeavesOut) {
  parsers::MessageFacts facts;
  for (std::size_t i = 0; i < k_shown_lines + 3; ++i) facts.new_text += "line\n";
  facts.text = facts.new_text;
  for (std::size_t i = 0; i < k_quoted_lines + 2; ++i) facts.text += "> quoted\n";
  const auto shown = enclosure_of(facts);
  EXPECT_EQ(shown.lines.size(), k_shown_lines);
  EXPECT_EQ(shown.lines_left_out, 3U);
  EXPECT_EQ(shown.quoted.size(), k_quoted_lines);
  EXPECT_EQ(shown.quoted_left_out, 2U);
}

TEST(Enclosure, HasTheFilesThatWereKeptAndNamesTheOthersWithTheirSizes) {
  parsers::MessageFacts facts;
  facts.attachments = {attachment("a.pdf", 6), attachment("b.pdf", 1023), attachment("c.pdf", 1024),
                       attachment("d.pdf", 12'582'912), attachment("", 0)};
  facts.files.push_back({0, "application/pdf", "%PDF-1"});
  const auto shown = enclosure_of(facts);
  ASSERT_EQ(shown.files.size(), 1U);
  EXPECT_EQ(shown.files[0].name, "a.pdf");
  EXPECT_EQ(shown.files[0].bytes, "%PDF-1");
  EXPECT_THAT(
      shown.named,
      ElementsAre("b.pdf, application/pdf, 1023 bytes", "c.pdf, application/pdf, 1 kB",
                  "d.pdf, application/pdf, 12.0 MB", "without a name, application/pdf, 0 bytes"));
}

TEST(Enclosure, NamesTheSenderAsTheMessageDoes) {
  parsers::MessageFacts facts;
  facts.from.push_back({"Ann Smith", "ann@example.net", {}});
  EXPECT_EQ(enclosure_of(facts).from, "Ann Smith <ann@example.net>");
  facts.from[0].name.clear();
  EXPECT_EQ(enclosure_of(facts).from, "ann@example.net");
}

}  // namespace
}  // namespace redress::app
