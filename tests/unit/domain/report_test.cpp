#include "daemon/domain/report.hpp"

#include "daemon/domain/folded_text.hpp"
#include "daemon/domain/report_names.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

namespace redress::domain {
namespace {

using test::day;

/// A policy with an area, two stages and limits of working days, and what was registered under it.
struct ReportTest : testing::Test {
  ReportTest() {
    policy.stages = {{.number = 1, .name = "First", .acknowledge = days(2), .respond = days(20)},
                     {.number = 2,
                      .name = "Second",
                      .acknowledge = {2, LimitUnit::working_days, LimitBase::escalated, "p"}}};
    policy.areas = {{.name = "awards", .title = "awards"}};
  }
  static Limit days(int count) {
    return {count, LimitUnit::working_days, LimitBase::received, "p"};
  }
  static Instant at(const std::string& day) { return parse_rfc3339(day + "T10:00:00Z").value(); }

  using Step = std::tuple<std::string, std::string, Fields, Fields>;  // day, what, facts, personal

  /// A case of somebody that was received on a day, and what became of it.
  void add(const std::string& received, const std::string& name, const std::vector<Step>& steps) {
    const auto reference =
        CaseReference::make("EX", 2026, static_cast<std::uint32_t>(material.cases.size() + 1))
            .value();
    std::vector<CaseEvent> events{
        {.id = 1,
         .at = at(received),
         .actor = "redressd",
         .what = "case_opened",
         .facts = {{"received", to_rfc3339(at(received))}, {"stage", "1"}},
         .personal = {{"name", name}, {"address", folded(name).substr(1, 3) + "@example.net"}},
         .message = {}}};
    for (const auto& [when, what, facts, personal] : steps) {
      events.push_back({.id = 2,
                        .at = at(when),
                        .actor = "jo",
                        .what = what,
                        .facts = facts,
                        .personal = personal,
                        .message = {}});
    }
    material.cases.push_back(course_of(reference, events).value());
  }
  Report report(const std::string& first, const std::string& last, ReportDetail detail = {},
                const std::string& now = "2026-12-01") {
    return make_report(material, {"EX", policy, calendar, zone, {}, false}, {day(first), day(last)},
                       detail, at(now))
        .value();
  }
  static std::int64_t count(const Report& report, const std::string& section,
                            const std::string& line) {
    for (const auto& one : report.sections) {
      if (one.name != section) continue;
      for (const auto& found : one.lines) {
        if (found.name == line) return found.count;
      }
    }
    return -1;
  }

  Policy policy;
  WorkingCalendar calendar{test::calendar_of(Nation::england_and_wales)};
  TimeZone zone{TimeZone::find("Europe/London").value()};
  ReportMaterial material;
};

TEST_F(ReportTest, CountsEachThingInThePeriodOfItsOwnDay) {
  // Acknowledged in time in January, answered late: 20 working days after 5 January are over on
  // 2 February. Not upheld in February; taken further in March; answered there in April.
  add("2026-01-05", "Ann Example",
      {{"2026-01-06", "acknowledgement_sent", {}, {}},
       {"2026-01-07", "area_set", {{"area", "awards"}}, {}},
       {"2026-02-03", "outcome_recorded", {{"finding", "not-upheld"}}, {{"text", "why"}}},
       {"2026-02-04", "letter_sent", {{"letter", "response"}}, {}},
       {"2026-03-02", "escalated", {}, {}},
       {"2026-04-01", "outcome_recorded", {{"finding", "upheld"}}, {{"text", "why"}}},
       {"2026-04-02", "letter_sent", {{"letter", "response"}}, {}},
       {"2026-04-03", "action_opened", {{"kind", "corrective"}, {"due", "2026-04-30"}}, {}},
       {"2026-05-04", "action_done", {{"number", "1"}}, {}},
       {"2026-05-05", "closed", {}, {}}});
  material.messages = {{MessageKind::compliment, at("2026-01-10")},
                       {MessageKind::compliment, at("2026-02-01")},
                       {MessageKind::enquiry, at("2026-01-31")}};
  struct Golden {
    const char *first, *last, *section, *line;
    int count;
  };
  const Golden table[] = {
      {"2026-01-01", "2026-01-31", "received", "complaints", 1},
      {"2026-02-01", "2026-02-28", "received", "complaints", 0},
      {"2026-01-01", "2026-01-31", "received", "compliments", 1},
      {"2026-01-01", "2026-02-28", "received", "compliments", 2},
      {"2026-01-01", "2026-01-31", "received", "enquiries", 1},
      {"2026-01-01", "2026-01-31", "channel", "email", 1},
      {"2026-01-01", "2026-01-31", "area", "awards", 1},
      {"2026-01-01", "2026-01-31", "stage", "2", 1},  // as far as it came
      {"2026-01-01", "2026-01-31", "promises", "acknowledged-in-time", 1},
      {"2026-01-01", "2026-01-31", "promises", "answered-late", 0},
      {"2026-02-01", "2026-02-28", "promises", "answered-late", 1},
      {"2026-02-01", "2026-02-28", "promises", "answered-in-time", 0},
      {"2026-02-01", "2026-02-28", "outcome", "not-upheld", 1},
      {"2026-02-01", "2026-02-28", "outcome", "upheld", 0},
      {"2026-04-01", "2026-04-30", "outcome", "upheld", 1},
      {"2026-03-01", "2026-03-31", "promises", "acknowledged-late", 1},  // stage 2: by 4 March
      {"2026-01-01", "2026-01-31", "open", "open", 1},
      {"2026-01-01", "2026-01-31", "open", "overdue", 0},
      {"2026-02-01", "2026-02-03", "open", "overdue", 1},
      {"2026-05-01", "2026-05-31", "open", "open", 0},
      {"2026-04-01", "2026-04-30", "actions", "corrective-opened", 1},
      {"2026-04-01", "2026-04-30", "actions", "corrective-late", 1},
      {"2026-04-01", "2026-04-30", "actions", "changes", 1},
      {"2026-05-01", "2026-05-31", "actions", "corrective-done", 1},
      {"2026-05-01", "2026-05-31", "actions", "corrective-late", 0},
  };
  for (const auto& one : table) {
    EXPECT_EQ(count(report(one.first, one.last), one.section, one.line), one.count)
        << one.section << " " << one.line << " " << one.first;
  }
}

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
