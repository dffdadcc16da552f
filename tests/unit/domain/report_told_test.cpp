// What a report tells besides counts: patterns, lessons, cases.

#include "daemon/domain/report_names.hpp"
#include "tests/unit/domain/report_support.hpp"

namespace redress::domain {
namespace {

TEST_F(ReportTest, CILEX_13_ShowsWhatWasThereTwice) {
  const Fields awards{{"area", "awards"}}, cause{{"field", "cause"}};
  add("2026-01-05", "Ann Example",
      {{"2026-01-06", "area_set", awards, {}},
       {"2026-01-06", "recorded", cause, {{"text", "The form was lost."}}}});
  add("2026-01-06", "Ann Example",
      {{"2026-01-06", "area_set", awards, {}},
       {"2026-01-06", "recorded", cause, {{"text", "the form  was LOST"}}}});
  add("2026-01-07", "Bob Sample", {{"2026-01-07", "recorded", cause, {{"text", "other"}}}});
  add("2026-02-01", "Bob Sample", {});  // the other one of Bob's is of another month
  const auto found = report("2026-01-01", "2026-01-31").patterns;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(to_string(found[0].kind), "area");
  EXPECT_EQ(found[0].count, 2);
  EXPECT_EQ(found[1].what, "The form was lost.");
  EXPECT_EQ(to_string(found[2].kind), "person");
  EXPECT_EQ(found[2].what, "");  // counts only
  EXPECT_EQ(report("2026-01-01", "2026-01-31", {.people = true}).patterns[2].what,
            "Ann Example <ann@example.net>");
}

TEST_F(ReportTest, CILEX_17_LessonsOfThePeriodThatNameNobody) {
  const Fields lesson{{"field", "lesson"}};
  add("2026-01-05", "Ann Example",
      {{"2026-01-06", "recorded", lesson, {{"text", "Answer the telephone."}}}});
  add("2026-01-05", "Bob Sample",
      {{"2026-01-06", "recorded", lesson, {{"text", "Mr Sample waited too long."}}}});
  add("2026-01-05", "Cat Other",
      {{"2026-02-06", "recorded", lesson, {{"text", "Said a month later."}}}});
  const auto found = report("2026-01-01", "2026-01-31");
  EXPECT_EQ(found.lessons, std::vector<std::string>{"Answer the telephone."});
  EXPECT_EQ(found.lessons_withheld, 1);
  EXPECT_TRUE(found.cases.empty());
  EXPECT_EQ(report("2026-01-01", "2026-01-31", {.people = true}).lessons.size(), 2U);
}

TEST_F(ReportTest, CEME_02_EachComplaintWithTheActionTaken) {
  add("2026-01-05", "Ann Example",
      {{"2026-01-06", "recorded", {{"field", "corrective"}}, {{"text", "Sent it again."}}}});
  add("2026-01-05", "Bob Sample",
      {{"2026-01-06", "recorded", {{"field", "remedy"}}, {{"text", "Paid Bob back."}}}});
  const auto cases = report("2026-01-01", "2026-01-31", {.cases = true}).cases;
  ASSERT_EQ(cases.size(), 2U);
  EXPECT_EQ(cases[0].complainant, "");
  EXPECT_EQ(cases[0].actions, std::vector<std::string>{"corrective: Sent it again."});
  EXPECT_EQ(cases[1].actions, std::vector<std::string>{"remedy: recorded; see the case"});
}

TEST(ReportNames, WhoeverTheCaseKnowsIsSeenInAText) {
  CaseFile file{.reference = CaseReference::parse("EX-2026-000001").value(),
                .complainant = {"Dr Mary O'Brien", MailAddress::parse("m@example.net").value()}};
  struct Case {
    const char* text;
    bool names;
  };
  const Case cases[] = {
      {"MARY was right", true},       {"Ms. Brien's form", true}, {"write to x@example.net", true},
      {"The brief was late", false},  {"Summary", false},         {"The doctor (Dr) said", false},
      {"Nothing of anybody.", false},
  };
  for (const auto& one : cases) EXPECT_EQ(names_somebody(file, one.text), one.names) << one.text;
}

}  // namespace
}  // namespace redress::domain
