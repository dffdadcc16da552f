#include "daemon/domain/casework/case_deadlines.hpp"
#include "tests/unit/domain/calendar_support.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace redress::domain {
namespace {

using test::calendar_of;

/// Two stages; priorities as in the CEME pack; March 2026 has no bank holiday, Good Friday is 3
/// April.
Policy policy() {
  Policy made;
  made.title = "Policy";
  const Limit two{2, LimitUnit::working_days, LimitBase::received, "ack"};
  const Limit twenty{20, LimitUnit::working_days, LimitBase::received, "respond"};
  made.stages.push_back({1, "One", "owner", "us", two, {}, twenty, false});
  made.stages.push_back({2, "Two", "boss", "them", two, {}, {}, false});
  made.priorities.push_back({"low", Limit{7, LimitUnit::days, LimitBase::received, "low"}, false});
  made.priorities.push_back({"high", Limit{3, LimitUnit::days, LimitBase::received, "high"}, true});
  return made;
}

CaseFile file_of() {
  return open_file(CaseReference::parse("EX-2026-000001").value(),
                   {.id = 0,
                    .at = parse_rfc3339("2026-03-02T10:00:00Z").value(),
                    .actor = {},
                    .what = "case_opened",
                    .facts = {{"received", "2026-03-02T10:00:00Z"}},
                    .personal = {},
                    .message = {}})
      .value();
}

CaseEvent event(const char* what, const char* at, Fields facts = {}) {
  return {.id = 0,
          .at = parse_rfc3339(at).value(),
          .actor = {},
          .what = what,
          .facts = std::move(facts),
          .personal = {},
          .message = {}};
}

class CaseDeadlines : public testing::Test {
 protected:
  std::vector<CaseDeadline> all() const {
    return deadlines_of(file, rules, calendar, zone).value();
  }
  CaseDeadline one(DeadlineKind kind, int stage = 1, std::string_view subject = {}) const {
    const auto list = all();
    const auto found = std::find_if(list.begin(), list.end(), [&](const CaseDeadline& each) {
      return each.deadline.kind == kind && each.deadline.stage == stage &&
             each.deadline.subject == subject;
    });
    EXPECT_NE(found, list.end());
    return found == list.end() ? CaseDeadline{} : *found;
  }
  std::string day(DeadlineKind kind, int stage = 1, std::string_view subject = {}) const {
    return to_iso(zone.date_of(one(kind, stage, subject).deadline.at));
  }

  Policy rules = policy();
  WorkingCalendar calendar = calendar_of(Nation::england_and_wales);
  TimeZone zone = TimeZone::find("Europe/London").value();
  CaseFile file = file_of();
};

TEST_F(CaseDeadlines, OfAFreshCase) {
  EXPECT_EQ(day(DeadlineKind::acknowledge), "2026-03-04");
  EXPECT_EQ(day(DeadlineKind::respond), "2026-03-30");
  EXPECT_EQ(day(DeadlineKind::act), "2026-03-05");  // the standard priority
}

TEST_F(CaseDeadlines, PriorityMovesTheLimitForActing) {
  apply_event(file, event("priority_set", "2026-03-03T10:00:00Z", {{"priority", "low"}}));
  EXPECT_EQ(day(DeadlineKind::act), "2026-03-09");
  EXPECT_EQ(one(DeadlineKind::act).deadline.clause, "low");
}

// Wednesday 4 March is working day 2. From the 5th to Tuesday the 10th the clock stands: four
// working days. What would have been 30 March is 3 April and one more, for that is Good Friday, and
// Easter Monday the 6th: Tuesday the 7th.
TEST_F(CaseDeadlines, PausedDaysDoNotCount) {
  apply_event(file, event("paused", "2026-03-04T16:00:00Z", {{"until", "2026-03-10"}}));
  EXPECT_EQ(day(DeadlineKind::respond), "2026-04-07");
  EXPECT_EQ(day(DeadlineKind::acknowledge), "2026-03-04") << "it never waits for anybody";
  const auto due = one(DeadlineKind::respond).deadline;
  const auto stands = std::count_if(
      due.arithmetic.begin(), due.arithmetic.end(),
      [](const CountedDay& each) { return each.why.find("clock stands") != std::string::npos; });
  EXPECT_EQ(stands, 4);
}

TEST_F(CaseDeadlines, ExtensionPutsTheResponseOff) {
  apply_event(file, event("extended", "2026-03-20T16:00:00Z", {{"until", "2026-04-10"}}));
  EXPECT_EQ(day(DeadlineKind::respond), "2026-04-10");
  EXPECT_EQ(one(DeadlineKind::respond).deadline.arithmetic.back().why, "put off to this day");
}

TEST_F(CaseDeadlines, NextStageHasItsOwnAndTheFirstStays) {
  apply_event(file, event("acknowledgement_sent", "2026-03-02T10:05:00Z"));
  apply_event(file, event("letter_sent", "2026-03-20T10:00:00Z", {{"letter", "response"}}));
  apply_event(file, event("escalated", "2026-03-25T10:00:00Z"));
  EXPECT_EQ(day(DeadlineKind::acknowledge, 2), "2026-03-27");
  EXPECT_TRUE(one(DeadlineKind::acknowledge, 1).met);
  EXPECT_TRUE(one(DeadlineKind::respond, 1).met);
}

TEST_F(CaseDeadlines, ClosedWithoutAnswerOwesNothingMore) {
  apply_event(file, event("withdrawn", "2026-03-03T10:00:00Z"));
  for (const auto& each : all()) EXPECT_TRUE(each.dropped) << to_string(each.deadline.kind);
}

TEST_F(CaseDeadlines, ReferralEndsTheResponseLimitOnly) {
  apply_event(file, event("referred", "2026-03-03T10:00:00Z",
                          {{"referral", "x"}, {"ends_response_limit", "true"}}));
  EXPECT_TRUE(one(DeadlineKind::respond).dropped);
  EXPECT_FALSE(one(DeadlineKind::acknowledge).dropped);
}

TEST_F(CaseDeadlines, FirstAnswerKeepsTheResponseWhereThePolicySaysSo) {
  apply_event(file, event("contacted", "2026-03-03T10:00:00Z"));
  EXPECT_FALSE(one(DeadlineKind::respond).met);
  rules.stages.front().contact_responds = true;
  EXPECT_TRUE(one(DeadlineKind::respond).met);
}

TEST_F(CaseDeadlines, LimitFromTheAcknowledgementWaitsForIt) {
  rules.stages.front().respond->base = LimitBase::acknowledged;
  const auto before = all();
  EXPECT_TRUE(std::none_of(before.begin(), before.end(), [](const CaseDeadline& each) {
    return each.deadline.kind == DeadlineKind::respond;
  }));
  apply_event(file, event("acknowledgement_sent", "2026-03-04T10:05:00Z"));
  EXPECT_EQ(day(DeadlineKind::respond), "2026-04-01");
}

TEST_F(CaseDeadlines, ActionsAndReviewsHaveTheirDay) {
  apply_event(file, event("action_opened", "2026-03-03T10:00:00Z",
                          {{"kind", "corrective"}, {"staff", "x"}, {"due", "2026-03-12"}}));
  apply_event(file, event("restricted", "2026-03-03T10:00:00Z",
                          {{"measure", "x"}, {"effect", "none"}, {"review", "2026-06-01"}}));
  EXPECT_EQ(day(DeadlineKind::act, 1, "action 1"), "2026-03-12");
  EXPECT_EQ(day(DeadlineKind::review, 1, "restriction 1"), "2026-06-01");
  apply_event(file, event("action_done", "2026-03-04T10:00:00Z", {{"number", "1"}}));
  EXPECT_TRUE(one(DeadlineKind::act, 1, "action 1").met);
  EXPECT_TRUE(one(DeadlineKind::act).met) << "a corrective action is acting";
}

TEST_F(CaseDeadlines, AReviewThatWasToldIsOverWhereItsMeasureEndsOnThatDay) {
  apply_event(file, event("restricted", "2026-03-03T10:00:00Z",
                          {{"measure", "x"},
                           {"effect", "none"},
                           {"until", "2026-06-01"},
                           {"review", "2026-06-01"}}));
  apply_event(file, event("restricted", "2026-03-03T10:00:00Z",
                          {{"measure", "y"}, {"effect", "none"}, {"review", "2026-06-01"}}));
  EXPECT_FALSE(one(DeadlineKind::review, 1, "restriction 1").met);
  apply_event(file, event("review_due", "2026-06-01T08:00:00Z", {{"day", "2026-06-01"}}));
  EXPECT_TRUE(one(DeadlineKind::review, 1, "restriction 1").met);
  EXPECT_FALSE(one(DeadlineKind::review, 1, "restriction 2").met)
      << "what holds on waits for somebody to look at it";
}

TEST_F(CaseDeadlines, YearThatNobodyKnowsIsAnError) {
  apply_event(file, event("extended", "2026-03-20T16:00:00Z", {{"until", "2026-04-10"}}));
  rules.stages.front().respond->count = 3000;
  const auto due = deadlines_of(file, rules, calendar, zone);
  ASSERT_FALSE(due);
  EXPECT_EQ(due.error().code, ErrorCode::settings);
}

}  // namespace
}  // namespace redress::domain
