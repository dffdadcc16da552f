#include "tests/unit/domain/report_support.hpp"

namespace redress::domain {
namespace {

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

}  // namespace
}  // namespace redress::domain
