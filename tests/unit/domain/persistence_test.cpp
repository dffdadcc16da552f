#include "daemon/domain/persistence.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

struct TextCase {
  std::string_view name;
  std::string_view text;
  std::int64_t words, questions;
};

TEST(Persistence, WordsAndQuestionsAreCounted) {
  constexpr TextCase k_cases[] = {
      {"nothing", "", 0, 0},
      {"spaces only", " \n\t ", 0, 0},
      {"a sentence", "Where is my certificate?", 4, 1},
      {"several marks are one question", "Why??? Why?! Why?!?", 3, 3},
      {"a mark of its own", "Why ? I ask.", 3, 1},
      {"two sentences without a space between lines", "Why?\nWhen?", 2, 2},
      {"an address of the web asks nothing", "See https://example.org/a?b=1 now", 3, 0},
      {"punctuation is no word", "- yes -- no -", 2, 0},
      {"an apostrophe joins", "I can't wait", 3, 0},
      {"other scripts", "Ble mae fy nhystysgrif? T\xC5\xB7 gwyn", 6, 1},
  };
  for (const auto& one : k_cases) {
    const auto counts = count_text(one.text);
    EXPECT_EQ(counts.words, one.words) << one.name;
    EXPECT_EQ(counts.questions, one.questions) << one.name;
    EXPECT_EQ(counts.addressed, 0) << one.name;
  }
}

Date day(std::string_view text) {
  return parse_date(text).value();
}

TEST(Persistence, AWeekGoesFromMondayToSunday) {
  // 2 March 2026 is a Monday.
  const auto weeks = weeks_of({{day("2026-03-09"), {1, 0, 1}},
                               {day("2026-03-02"), {10, 2, 1}},
                               {day("2026-03-08"), {5, 1, 3}}});
  ASSERT_EQ(weeks.size(), 2U);
  EXPECT_EQ(to_iso(weeks[0].monday), "2026-03-02");
  EXPECT_EQ(weeks[0].messages, 2);
  EXPECT_EQ(weeks[0].sums.words, 15);
  EXPECT_EQ(weeks[0].sums.questions, 3);
  EXPECT_EQ(weeks[0].sums.addressed, 4);
  EXPECT_EQ(to_iso(weeks[1].monday), "2026-03-09");
  EXPECT_EQ(weeks[1].messages, 1);
}

TEST(Persistence, NobodyWroteInAWeekThatIsNotThere) {
  EXPECT_TRUE(weeks_of({}).empty());
  EXPECT_EQ(weeks_of({{day("2026-01-01"), {}}, {day("2026-03-02"), {}}}).size(), 2U);
}

}  // namespace
}  // namespace redress::domain
