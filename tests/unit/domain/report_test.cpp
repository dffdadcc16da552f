#include "daemon/domain/report.hpp"

#include "daemon/domain/folded_text.hpp"
#include "daemon/domain/report_names.hpp"
#include "daemon/domain/report_sums.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

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

TEST_F(ReportTest, CountsPeopleCausesAgesAndStages) {
  // Ann in January and March, Bob in February; Ann's first is answered in time.
  add("2026-01-05", "Ann Example",
      {{"2026-01-06", "acknowledgement_sent", {}, {}},
       {"2026-01-06", "adjusted", {{"adjustment", "large-print"}}, {}},
       {"2026-01-07", "recorded", {{"field", "cause"}}, {{"text", "The form was lost."}}},
       {"2026-01-08", "recorded", {{"field", "remedy"}}, {{"text", "Sent again."}}},
       {"2026-01-12", "outcome_recorded", {{"finding", "upheld"}}, {{"text", "why"}}},
       {"2026-01-13", "letter_sent", {{"letter", "response"}}, {}},
       {"2026-01-14", "closed", {}, {}}});
  add("2026-02-02", "Bob Sample", {});
  add("2026-03-02", "Ann Example", {});
  const auto found = report("2026-01-01", "2026-03-31");
  struct Golden {
    const char *section, *line;
    int count;
  };
  const Golden table[] = {
      {"complainant", "first", 2},
      {"complainant", "again", 1},
      {"cause", "recorded", 1},
      {"cause", "none", 2},
      {"adjustments", "large-print", 1},
      {"actions", "remedies", 1},
      {"in-time", "1-acknowledged-in-time", 1},
      {"in-time", "1-acknowledged-late", 2},
      {"in-time", "1-answered-in-time", 1},
      {"in-time", "1-answered-late", 2},  // by 2 and 30 March: 20 working days
      {"in-time", "2-answered-late", 0},
      {"open", "open", 2},
      {"age", "eight-weeks", 1},  // Ann's of 2 March: 29 days on 31 March, in hours 29 and 13
      {"age", "half-year", 1},    // Bob's of 2 February: 57 days
      {"age", "two-weeks", 0},
  };
  for (const auto& one : table) {
    EXPECT_EQ(count(found, one.section, one.line), one.count) << one.section << " " << one.line;
  }
}

TEST_F(ReportTest, StandsBesideThePeriodBefore) {
  add("2025-11-03", "Ann Example", {});
  add("2026-01-05", "Bob Sample", {});
  add("2026-02-05", "Cat Other", {});
  material.since = at("2025-10-01");
  const auto found = report("2026-01-01", "2026-03-31");
  ASSERT_TRUE(found.before);
  EXPECT_EQ(*found.before, (ReportPeriod{day("2025-10-01"), day("2025-12-31")}));
  EXPECT_FALSE(found.counted_from);
  EXPECT_EQ(found.sections[0].lines[0].count, 2);
  EXPECT_EQ(found.sections[0].lines[0].before, 1);
  // From October, when the register was begun, to March.
  ASSERT_EQ(found.trend.size(), 6U);
  EXPECT_EQ(found.trend[0].received, 0);
  EXPECT_EQ(found.trend[1].received, 1);
  EXPECT_EQ(found.trend[5].open, 3);
}

TEST_F(ReportTest, SaysNothingOfATimeBeforeTheRegisterWasBegun) {
  add("2026-02-05", "Cat Other", {});
  struct Case {
    const char *since, *counted_from;
    bool before;
  };
  const Case cases[] = {{"2025-10-01", "", true},
                        {"2025-12-31", "2025-12-31", true},
                        {"2026-01-01", "", false},
                        {"2026-01-20", "2026-01-20", false}};
  for (const auto& one : cases) {
    material.since = at(one.since);
    const auto found = report("2026-01-01", "2026-03-31");
    EXPECT_EQ(found.before.has_value(), one.before) << one.since;
    EXPECT_EQ(found.sections[0].lines[0].before.has_value(), one.before) << one.since;
    EXPECT_EQ(found.counted_from ? to_iso(*found.counted_from) : "", one.counted_from);
    EXPECT_GE(std::chrono::sys_days{found.trend.front().period.last},
              std::chrono::sys_days{day(one.since)});
  }
}

/// Random registers and periods: what is counted adds up, for every reader, and who does not see
/// each case is told no small count of those who share a circumstance.
TEST_F(ReportTest, AlwaysAddsUpAndTellsNoSmallNumber) {
  std::minstd_rand random{7};
  const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
  policy.areas.push_back({.name = "books", .title = "books"});
  policy.areas.push_back({.name = "events", .title = "events"});
  const std::string areas[] = {"", "awards", "books", "events"};
  const std::string findings[] = {"upheld", "not-upheld", "withdrawn"};
  for (int round = 0; round < 30; ++round) {
    material.cases.clear();
    for (int number = below(40); number > 0; --number) {
      const auto month = 1 + below(6);
      const auto when = fmt::format("2026-{:02}-{:02}", month, 1 + below(28));
      std::vector<Step> steps;
      if (below(2) == 0) steps.push_back({when, "area_set", {{"area", areas[below(4)]}}, {}});
      if (below(2) == 0) {
        const auto later = fmt::format("2026-{:02}-{:02}", month + 1, 1 + below(28));
        steps.push_back(
            {later, "outcome_recorded", {{"finding", findings[below(3)]}}, {{"text", "w"}}});
        steps.push_back({later, "letter_sent", {{"letter", "response"}}, {}});
      }
      add(when, fmt::format("{}nn Example", static_cast<char>('a' + below(20))), steps);
    }
    const ReportPeriod period{day("2026-04-01"), day("2026-06-30")};
    const House house{"EX", policy, calendar, zone, {}, false};
    const auto full =
        make_report(material, house, period, {.cases = true}, at("2026-12-01")).value();
    EXPECT_EQ(wrong_sum(full.sections), "");
    std::int64_t received = 0;
    for (const auto& one : full.trend) {
      if (one.period.first >= period.first) received += one.received;
    }
    EXPECT_EQ(received, count(full, "received", "complaints"));
    const auto less =
        make_report(material, house, period, {.smallest_count = 5}, at("2026-12-01")).value();
    ASSERT_EQ(less.sections.size(), full.sections.size());
    for (std::size_t index = 0; index < less.sections.size(); ++index) {
      const auto& section = less.sections[index];
      if (section.name == "in-time") continue;  // all of it or nothing
      std::int64_t all = 0, told = 0;
      for (const auto& line : full.sections[index].lines) all += line.count;
      for (const auto& line : section.lines) told += line.count;
      EXPECT_EQ(told, all) << section.name;
      if (section.name != "area" && section.name != "outcome" && section.name != "complainant")
        continue;
      for (const auto& line : section.lines) {
        if (line.name == "others") continue;
        EXPECT_TRUE(line.count == 0 || line.count >= 5) << section.name << " " << line.name;
        EXPECT_TRUE(line.before.value_or(0) == 0 || *line.before >= 5) << section.name;
      }
    }
  }
}

TEST(ReportSums, ASmallNumberCannotBeWorkedOut) {
  struct Case {
    std::vector<std::int64_t> counts;
    std::vector<std::int64_t> shown;  ///< besides others
  };
  const Case cases[] = {
      {{10, 20, 5}, {10, 20, 5}},  // none is small
      {{10, 20, 2}, {20}},         // the smallest of the rest goes with it
      {{10, 3, 2}, {10}},          // two hide each other
      {{10, 3, 0}, {10}},          // and so does nobody
      {{0, 0, 0}, {0, 0, 0}},      // of nobody nothing can be told
      {{3, 0, 0}, {}},
      {{3}, {3}},  // one circumstance alone divides nobody
  };
  for (const auto& one : cases) {
    Report report{.period = {}, .sections = {{.name = "area", .title = "", .lines = {}}}};
    std::int64_t all = 0;
    for (const auto count : one.counts) {
      report.sections[0].lines.push_back(
          {std::to_string(report.sections[0].lines.size()), "", count});
      all += count;
    }
    withhold_small(report, 5);
    std::vector<std::int64_t> shown;
    for (const auto& line : report.sections[0].lines) {
      if (line.name != "others") shown.push_back(line.count);
      all -= line.count;
    }
    EXPECT_EQ(shown, one.shown);
    EXPECT_EQ(all, 0);
  }
}

TEST(ReportSums, WhatDoesNotAddUpIsSeen) {
  const std::vector<ReportSection> wrong{
      {.name = "received", .title = "", .lines = {{"complaints", "", 3}, {"enquiries", "", 9}}},
      {.name = "area", .title = "", .lines = {{"awards", "", 1}, {"none", "", 1}}}};
  EXPECT_EQ(wrong_sum(wrong), "area adds up to 2, and received is 3");
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
