#include "daemon/domain/reminders/day_sheets.hpp"
#include "daemon/domain/reminders/day_words.hpp"
#include "tests/unit/domain/reminders/staff_support.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

// Wednesday 25 November 2026, nine o'clock.

namespace redress::domain {
namespace {

using test::address;
using test::day;

CaseReference reference(int number) {
  return CaseReference::make("EX", 2026, static_cast<std::uint32_t>(number)).value();
}

DayRow promise(int number, const char* date, DeadlineKind kind = DeadlineKind::respond) {
  return {.what = DayRow::What::promise,
          .reference = reference(number),
          .message = {},
          .kind = kind,
          .at = parse_rfc3339(std::string{date} + "T23:59:59Z").value(),
          .owner = "ann@example.org",
          .promise = fmt::format("{}:{}", number, date)};
}

DayRow row(DayRow::What what, int number) {
  return {.what = what, .reference = reference(number), .message = {}, .owner = "ann@example.org"};
}

class Sheets : public testing::Test {
 protected:
  Sheets() {
    policy.stages.push_back({.number = 1, .name = "One", .owner_role = "customer-service"});
    policy.areas = {{.name = "awards", .title = "Awards", .owner_role = "manager"}};
    policy.measures = {{.name = "end-contact", .decided_by = {"senior-management"}}};
    plan.today = day("2026-11-25");
    plan.now = parse_rfc3339("2026-11-25T09:00:00Z").value();
    plan.team_to = "complaints-manager";
  }

  /// Parts of everybody's sheet: "jo: overdue 1, due 2; ann: reminders 1".
  std::string dealt(const std::vector<DayRow>& rows) {
    DaySheets made{policy, staff, calendar, zone, plan};
    for (const auto& one : rows) made.add(one);
    EXPECT_FALSE(made.error());
    sheets = made.take();
    told = made.take_told();
    std::string text;
    for (const auto& sheet : sheets) {
      std::string parts;
      for (const auto part : k_day_parts) {
        if (const auto count = sheet.count(part); count > 0) {
          parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", to_string(part), count);
        }
      }
      if (parts.empty()) continue;
      text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", sheet.reader->name, parts);
    }
    return text;
  }
  const DaySheet& sheet_of(const std::string& name) const {
    for (const auto& one : sheets) {
      if (one.reader->name == name) return one;
    }
    throw std::runtime_error{"no sheet of " + name};
  }

  Policy policy;
  Staff staff{test::house()};
  WorkingCalendar calendar{test::calendar_of(Nation::england_and_wales)};
  TimeZone zone{TimeZone::find("Europe/London").value()};
  DayPlan plan;
  std::vector<DaySheet> sheets;
  std::vector<ReminderTold> told;
};

TEST_F(Sheets, TheLadderOfALimit) {
  // The limit, seen from Wednesday 25 November.
  EXPECT_EQ(dealt({promise(1, "2026-12-03")}), "");  // in six working days
  EXPECT_EQ(dealt({promise(1, "2026-12-02")}), "ann: due 1; jo: due 1");
  EXPECT_EQ(dealt({promise(1, "2026-11-27")}), "ann: reminders 1; jo: due 1");
  EXPECT_EQ(dealt({promise(1, "2026-11-25")}), "ann: reminders 1; jo: due 1");
  EXPECT_EQ(dealt({promise(1, "2026-11-24")}), "ann: overdue 1; bob: reminders 1; jo: overdue 1");
  EXPECT_EQ(dealt({promise(1, "2026-11-23")}), "ann: overdue 1; max: reminders 1; jo: overdue 1");
  EXPECT_EQ(dealt({promise(1, "2026-09-01")}), "ann: overdue 1; jo: overdue 1");
}

TEST_F(Sheets, WhatWasToldIsNotToldAgainNorAnEarlierRung) {
  auto one = promise(1, "2026-11-26");  // tomorrow: rung -1
  one.told = {{"ann@example.org", -2}};
  EXPECT_EQ(dealt({one}), "ann: reminders 1; jo: due 1");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].promise, "1:2026-11-26");
  EXPECT_EQ(told[0].person, address("ann"));
  EXPECT_EQ(told[0].rung, -1);
  one.told = {{"ann@example.org", -1}};
  EXPECT_EQ(dealt({one}), "ann: due 1; jo: due 1");
  one.told = {{"ann@example.org", 0}};  // a clock was set back
  EXPECT_EQ(dealt({one}), "ann: due 1; jo: due 1");
  one.told = {{"bob@example.org", 0}};  // somebody else had it then
  EXPECT_EQ(dealt({one}), "ann: reminders 1; jo: due 1");
}

TEST_F(Sheets, WhoeverHasItElseItsAreaElseItsStage) {
  auto one = promise(1, "2026-11-27");
  one.owner = "customer-service";
  EXPECT_EQ(dealt({one}), "ann: reminders 1; bob: reminders 1; jo: due 1");
  one.owner.clear();
  EXPECT_EQ(dealt({one}), "ann: reminders 1; bob: reminders 1; jo: due 1");
  one.area = "awards";
  EXPECT_EQ(dealt({one}), "max: reminders 1; jo: due 1");
}

TEST_F(Sheets, TheTeamReadsAllButWhatIsKeptFromEachOfThem) {
  staff.push_back(test::person("kim", {"complaints-manager"}));
  auto named = promise(1, "2026-12-01");
  named.kept_from = {address("jo")};
  EXPECT_EQ(dealt({named, promise(2, "2026-12-01")}), "ann: due 2; jo: due 1; kim: due 2");
}

TEST_F(Sheets, NothingOfACaseGoesToStaffItIsKeptFrom) {
  auto named = promise(1, "2026-11-27");
  named.owner = "customer-service";
  named.kept_from = {address("ann")};
  EXPECT_EQ(dealt({named}), "bob: reminders 1; jo: due 1");
  named.kept_from = {address("ann"), address("bob")};
  EXPECT_EQ(dealt({named}), "jo: reminders 1");
  auto failed = row(DayRow::What::failed, 1);
  failed.kept_from = {address("jo")};  // the whole team: somebody else must know of it
  EXPECT_EQ(dealt({failed}), "root: failed 1");
  auto held = row(DayRow::What::held, 1);
  held.kept_from = {address("jo"), address("root")};
  EXPECT_EQ(dealt({held}), "head: held 1");
  auto broken = row(DayRow::What::quarantined, 1);
  broken.kept_from = {address("jo"), address("root"), address("head")};
  EXPECT_EQ(dealt({broken}), "");
  staff.push_back(test::person("kim", {"complaints-manager"}));
  EXPECT_EQ(dealt({failed}), "kim: failed 1");
}

TEST_F(Sheets, AClockThatStandsIsSilent) {
  auto paused = promise(1, "2026-11-27");
  paused.paused = day("2026-11-25");  // its last day
  EXPECT_EQ(dealt({paused}), "");
  paused.paused = day("2026-11-24");
  EXPECT_EQ(dealt({paused}), "ann: reminders 1; jo: due 1");
  auto late = promise(1, "2026-09-01");
  late.paused = day("2026-12-01");
  late.paused_from = parse_rfc3339("2026-11-24T10:00:00Z").value();  // a pause mends no lateness
  EXPECT_EQ(dealt({late}), "ann: overdue 1; jo: overdue 1");
  late.paused_from = parse_rfc3339("2026-09-01T10:00:00Z").value();  // on the day of the limit
  EXPECT_EQ(dealt({late}), "");
  auto acknowledge = promise(1, "2026-11-27", DeadlineKind::acknowledge);
  acknowledge.paused = day("2026-12-31");  // is never put off
  EXPECT_EQ(dealt({acknowledge}), "ann: reminders 1; jo: due 1");
  auto action = promise(1, "2026-11-27", DeadlineKind::act);
  action.subject = "action 1";  // a day that was set
  action.paused = day("2026-12-31");
  EXPECT_EQ(dealt({action}), "ann: reminders 1; jo: due 1");
}

TEST_F(Sheets, AReviewIsForThoseWhoDecideOnTheMeasure) {
  auto review = promise(1, "2026-11-27", DeadlineKind::review);
  review.measure = "end-contact";
  EXPECT_EQ(dealt({review}), "jo: due 1; head: reminders 1");
  review.at = parse_rfc3339("2026-11-20T09:00:00Z").value();  // told on its day by a letter
  EXPECT_EQ(dealt({review}), "");
}

TEST_F(Sheets, AMessageWithoutACaseIsTheManagers) {
  auto owed = promise(1, "2026-11-27", DeadlineKind::acknowledge);
  owed.reference.reset();
  owed.message = MessageRowId{7};
  owed.owner.clear();
  EXPECT_EQ(dealt({owed}), "jo: reminders 1");
}

TEST_F(Sheets, WhatElseIsOpen) {
  auto held = row(DayRow::What::held, 1);
  EXPECT_EQ(dealt({row(DayRow::What::fresh, 1), row(DayRow::What::waiting, 2), held,
                   row(DayRow::What::failed, 3), row(DayRow::What::quarantined, 4)}),
            "ann: fresh 1, waiting 1; "
            "jo: held 1, fresh 1, waiting 1, failed 1, quarantined 1");
  EXPECT_TRUE(sheet_of("ann").has_work());
  EXPECT_EQ(dealt({row(DayRow::What::waiting, 2)}), "ann: waiting 1; jo: waiting 1");
  EXPECT_FALSE(sheet_of("ann").has_work());
  // A letter that waits for its release is a decision of whoever has the case, too.
  EXPECT_EQ(dealt({row(DayRow::What::open, 1), row(DayRow::What::letter, 2)}),
            "ann: held 1, open 1; jo: held 1, open 1");
  EXPECT_TRUE(sheet_of("ann").has_work());
}

TEST_F(Sheets, WhoIsAwayIsStoodInFor) {
  staff[0].away = {{day("2026-11-25"), day("2026-11-25")}};
  staff[3].away = {{day("2026-11-25"), day("2026-11-25")}};  // jo, whose deputy is ann
  EXPECT_EQ(dealt({promise(1, "2026-11-27")}), "bob: reminders 1");
  ASSERT_TRUE(sheet_of("bob").team);  // jo's deputy is away, whose deputy is bob
}

TEST_F(Sheets, EachHalfCanBeTurnedOff) {
  const std::vector rows{promise(1, "2026-11-27"), promise(2, "2026-11-20"),
                         row(DayRow::What::fresh, 3)};
  plan.digest = false;
  EXPECT_EQ(dealt(rows), "ann: reminders 1; max: reminders 1");
  plan.digest = true;
  plan.reminders = false;
  EXPECT_EQ(dealt(rows), "ann: overdue 1, due 1, fresh 1; jo: overdue 1, due 1, fresh 1");
}

TEST_F(Sheets, MemoryDoesNotGrowWithTheRegister) {
  std::vector<DayRow> rows;
  for (int number = 1; number <= 1000; ++number) rows.push_back(promise(number, "2026-09-01"));
  EXPECT_EQ(dealt(rows), "ann: overdue 1000; jo: overdue 1000");
  const auto& shown = sheet_of("ann").parts.at(DayPart::overdue).rows;
  ASSERT_EQ(shown.size(), k_part_rows);
  EXPECT_EQ(shown.front().reference, reference(1));  // as they came: the most urgent
}

TEST_F(Sheets, OnlyRemindersThatAreShownWereTold) {
  // Thursday's limits come with the rung of the day before; what ends today is shown in any case.
  std::vector<DayRow> rows;
  for (int number = 1; number <= 40; ++number) rows.push_back(promise(number, "2026-11-26"));
  EXPECT_EQ(dealt(rows), "ann: reminders 40; jo: due 40");
  EXPECT_EQ(sheet_of("ann").parts.at(DayPart::reminders).rows.size(), 40U);
  EXPECT_EQ(told.size(), 40U);
  for (int number = 41; number <= 300; ++number) rows.push_back(promise(number, "2026-11-26"));
  rows.push_back(promise(301, "2026-11-25"));
  EXPECT_EQ(dealt(rows), "ann: reminders 301; jo: due 301");
  const auto& shown = sheet_of("ann").parts.at(DayPart::reminders).rows;
  ASSERT_EQ(shown.size(), 200U);
  EXPECT_EQ(shown.front().reference, reference(301));
  EXPECT_EQ(shown.back().reference, reference(199));
  ASSERT_EQ(told.size(), 200U);
  EXPECT_EQ(told.front().rung, 0);
  EXPECT_EQ(told.back().promise, "199:2026-11-26");
}

TEST_F(Sheets, TheHorizonHoldsEveryRung) {
  const auto until = [&] {
    return to_rfc3339(day_horizon(policy, plan.today, calendar, zone).value());
  };
  EXPECT_EQ(until(), "2026-12-03T00:00:00Z");  // what is due within five working days: 2 December
  policy.reminders.push_back({-10, "owner"});
  EXPECT_EQ(until(), "2026-12-10T00:00:00Z");  // ten working days ahead: 9 December
}

struct WordsCase {
  DayRow row;
  const char* expected;
};

TEST_F(Sheets, Words) {
  auto late = promise(1, "2026-11-20");
  late.area = "awards";
  auto close = promise(1, "2026-11-29");
  close.owner = "customer-service";
  auto action = promise(1, "2026-11-25", DeadlineKind::act);
  action.subject = "action 2";
  auto named = row(DayRow::What::fresh, 1);
  named.complainant = "Ann Example";
  auto waiting = row(DayRow::What::waiting, 1);
  waiting.paused = day("2026-12-01");
  auto draft = row(DayRow::What::letter, 1);
  draft.letter = "acknowledgement";
  draft.mail = OutboxId{12};
  auto lost = draft;
  lost.what = DayRow::What::failed;
  const WordsCase cases[] = {
      {late, "answer was due Friday 20 November 2026, 3 working days ago; stage 1; Awards; ann"},
      {close, "answer due Sunday 29 November 2026, in 2 working days; stage 1; customer-service"},
      {action, "action 2 due Wednesday 25 November 2026, today; stage 1; ann"},
      {named, "stage 1; ann; of Ann Example"},
      {waiting, "the clock stands until Tuesday 1 December 2026; stage 1; ann"},
      {row(DayRow::What::held, 1), "waits for a decision"},
      {row(DayRow::What::open, 1), "stage 1; ann"},
      {draft, "the letter \"acknowledgement\" waits for a release; outbox 12"},
      {lost, "the letter \"acknowledgement\"; outbox 12"},
  };
  const DayWords words{policy, staff, calendar, zone, plan.today, plan.now};
  for (const auto& c : cases) EXPECT_EQ(words.text(c.row), c.expected);
  const DayWords friday{policy, staff, calendar, zone, day("2026-11-27"), plan.now};
  EXPECT_EQ(friday.distance(day("2026-11-29")), "before the next working day");
}

TEST_F(Sheets, HeadlineCountsEveryPart) {
  dealt({promise(1, "2026-11-27"), promise(2, "2026-11-20"), row(DayRow::What::fresh, 3)});
  EXPECT_EQ(headline(sheet_of("ann")), "1 reminder, 1 overdue, 1 new");
  EXPECT_EQ(headline(sheet_of("ann"), 2), "1 reminder, 1 overdue");
  EXPECT_EQ(headline(DaySheet{}), "");
}

TEST_F(Sheets, WhereNothingIsToDoTheTeamHearsHowMuchIsOpen) {
  HouseDay house;
  dealt({row(DayRow::What::waiting, 2)});
  EXPECT_EQ(nothing_line(sheet_of("ann"), house), "nothing needs you today");
  EXPECT_EQ(nothing_line(sheet_of("jo"), house), "nothing is open");
  house.open = 1;
  EXPECT_EQ(nothing_line(sheet_of("jo"), house), "nothing to do today; 1 case is open");
  house.open = 12;
  EXPECT_EQ(nothing_line(sheet_of("jo"), house), "nothing to do today; 12 cases are open");
}

TEST(House, ItsLinesTellWhatWantsAPersonOnly) {
  const auto calendar = test::calendar_of(Nation::england_and_wales);
  HouseDay well;
  EXPECT_TRUE(house_lines(well, calendar, day("2026-11-25")).empty());
  HouseDay ill;
  ill.unaccounted = 1;
  ill.untold = 2;
  ill.trouble = {"comments"};
  EXPECT_EQ(house_lines(ill, calendar, day("2028-11-24")).size(),
            4U);  // the calendar ends with 2028
}

TEST(House, TheLedgerAddsUpInOneLine) {
  HouseDay one;
  one.seen = 41;
  one.kinds = {{MessageKind::complaint, 6}, {MessageKind::follow_up, 30}, {MessageKind::junk, 0}};
  one.duplicate = 4;
  one.quarantined = 1;
  one.held = 2;
  EXPECT_EQ(ledger_line(one),
            "seen 41: complaint 6, follow up 30, duplicate 4, quarantined 1; held 2 of these; "
            "unaccounted 0");
}

}  // namespace
}  // namespace redress::domain
