#include "daemon/ctl/adopt_change.hpp"
#include "daemon/ctl/csv.hpp"

#include <gtest/gtest.h>

namespace redress::ctl {
namespace {

using domain::DeadlineKind;

domain::Instant at(const char* text) {
  return domain::parse_rfc3339(text).value();
}

/// Two stages of two working days and of ten for the answer, and words for the rest.
domain::Policy two_stages() {
  domain::Policy policy;
  for (const int number : {1, 2}) {
    domain::Stage stage;
    stage.number = number;
    stage.name = "stage";
    stage.owner_role = "complaints-manager";
    stage.acknowledge = {.count = 2, .unit = domain::LimitUnit::working_days, .clause = "2"};
    stage.respond =
        domain::Limit{.count = 10, .unit = domain::LimitUnit::working_days, .clause = "3"};
    if (number == 2) stage.respond->base = domain::LimitBase::escalated;
    policy.stages.push_back(stage);
  }
  policy.close_of_business = std::chrono::hours{17};
  policy.priorities.push_back({.name = "low", .act = {}, .standard = true});
  policy.priorities.push_back({.name = "high", .act = {}, .standard = false});
  domain::Area area;
  area.name = "training";
  policy.areas.push_back(area);
  return policy;
}

class AdoptTest : public ::testing::Test {
 protected:
  AdoptReading read(const std::string& text) {
    return read_adoption(text, "open.csv",
                         {policy_, staff_, zone_, {"comments", "enquiries"}, k_now});
  }
  std::string first_error(const std::string& text) {
    const auto read_file = read(text);
    return read_file.errors.empty() ? "" : read_file.errors.front();
  }

  inline static const domain::Instant k_now = at("2026-03-20T12:00:00Z");
  domain::Policy policy_{two_stages()};
  domain::TimeZone zone_{domain::TimeZone::find("Europe/London").value()};
  domain::Staff staff_{{.name = "Jo Bloggs",
                        .email = domain::MailAddress::parse("jo@example.org").value(),
                        .roles = {"complaints-manager"},
                        .manager = {},
                        .deputy = {},
                        .away = {}}};
};

TEST_F(AdoptTest, SYS_14_ARowSaysHowACaseStands) {
  const auto file = read(
      "\xEF\xBB\xBFName,Address,Received,Stage,Stage_since,Acknowledged,Owner,Priority,Area,"
      "Old_reference,Channel\r\n"
      "\"Other, Ann\",ann@example.net,2026-03-02,2,12/3/2026,2026-03-13 10:15,Jo Bloggs,HIGH,"
      "training,C-17,post\r\n"
      "\r\n"
      ",bob@example.com,2026-03-03T09:30:00Z\r\n");
  ASSERT_TRUE(file.errors.empty()) << file.errors.front();
  ASSERT_EQ(file.cases.size(), 2U);
  const auto& ann = file.cases[0];
  EXPECT_EQ(ann.complainant.name, "Other, Ann");
  EXPECT_EQ(ann.received, at("2026-03-02T12:00:00Z"));     // a day is its midday
  EXPECT_EQ(ann.stage_since, at("2026-03-12T12:00:00Z"));  // the day first
  EXPECT_EQ(ann.acknowledged, at("2026-03-13T10:15:00Z"));
  EXPECT_EQ(ann.stage, 2);
  EXPECT_EQ(ann.owner, "jo@example.org");
  EXPECT_EQ(ann.priority, "high");
  EXPECT_EQ(ann.channel, domain::Channel::post);
  EXPECT_EQ(ann.old_reference, "C-17");
  const auto& bob = file.cases[1];
  EXPECT_EQ(bob.line, 4U);
  EXPECT_EQ(bob.received, at("2026-03-03T09:30:00Z"));
  EXPECT_EQ(bob.mailbox, "comments");
  EXPECT_EQ(bob.stage, 1);
  EXPECT_FALSE(bob.acknowledged);
}

TEST_F(AdoptTest, SYS_14_EveryMistakeIsNamedWithItsPlaceAndItsMend) {
  struct Row {
    const char *text, *error;
  };
  for (const auto& row : {
           Row{"", "open.csv:1: empty; begin with a header row of received, address"},
           Row{"received\n2026-03-02\n", "open.csv:1: column address: missing; add it"},
           Row{"received,address,colour\n", "open.csv:1: column 3: \"colour\" is not known;"},
           Row{"received,address,Address\n", "open.csv:1: column address: is there twice;"},
           Row{"received,address\n\n2026-02-30,a@b.org\n",
               "open.csv:3: column received: \"2026-02-30\" is no date; write 2026-03-12"},
           Row{"received,address\n2027-01-01,a@b.org\n",
               "open.csv:2: column received: 2027-01-01 lies in the future;"},
           Row{"received,address\n,a@b.org\n", "open.csv:2: column received: missing;"},
           Row{"received,address\n2026-03-02,\n", "open.csv:2: column address: missing;"},
           Row{"received,address\n2026-03-02,Ann\n", "open.csv:2: column address: "},
           Row{"received,address\n2026-03-02,a@b.org,x\n",
               "open.csv:2: 3 fields where the header has 2; put fields with commas into"},
           Row{"received,address,stage\n2026-03-02,a@b.org,3\n",
               "open.csv:2: column stage: \"3\" is no stage of the policy; write a number from 1 "
               "to 2"},
           Row{"received,address,stage\n2026-03-02,a@b.org,2\n",
               "open.csv:2: column stage_since: missing;"},
           Row{"received,address,acknowledged\n2026-03-02,a@b.org,2026-03-01\n",
               "open.csv:2: column acknowledged: lies before the complaint was received;"},
           Row{"received,address,priority\n2026-03-02,a@b.org,urgent\n",
               "open.csv:2: column priority: \"urgent\" is not in the policy; write one of low, "
               "high"},
           Row{"received,address,owner\n2026-03-02,a@b.org,Nobody\n",
               "open.csv:2: column owner: \"Nobody\" is nobody of [[staff]]"},
           Row{"received,address,mailbox\n2026-03-02,a@b.org,sales\n",
               "open.csv:2: column mailbox: \"sales\" is no mailbox of the settings; write one of "
               "comments, enquiries"},
           Row{"received,address,channel\n2026-03-02,a@b.org,fax\n",
               "open.csv:2: column channel: \"fax\" is not known; write email, post"},
           Row{"received,address\n2026-03-02,\"a@b.org\n",
               "open.csv:2: a quotation mark opens a field that never ends;"},
       }) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(first_error(row.text).substr(0, std::string_view{row.error}.size()), row.error);
  }
}

TEST_F(AdoptTest, OneMistakeAnywhereTakesNothing) {
  const auto file = read("received,address\n2026-03-02,a@b.org\n2026-03-02,x\n2026-03-02,y\n");
  EXPECT_TRUE(file.cases.empty());
  EXPECT_EQ(file.errors.size(), 2U);
}

TEST_F(AdoptTest, SYS_14_ItsLimitsCountFromItsOwnDatesAndNoLetterIsWritten) {
  const auto calendar =
      domain::WorkingCalendar::make(domain::Nation::england_and_wales, {}, 2026, 2027).value();
  const domain::House house{
      .prefix = "EX", .policy = policy_, .calendar = calendar, .zone = zone_, .limits = {}};
  const auto file = read("received,address,acknowledged\n2026-03-02,ann@example.net,2026-03-04\n");
  const auto change = adopt_change(house, file.cases.at(0), 7, "me", k_now).value();
  EXPECT_TRUE(change.mails.empty());
  EXPECT_EQ(change.new_case->reference.str(), "EX-2026-000007");
  EXPECT_EQ(change.new_case->status, domain::CaseStatus::acknowledged);
  EXPECT_EQ(change.events.front().what, "case_adopted");
  EXPECT_EQ(change.events.front().facts.find("ann@example.net"), std::string::npos);
  ASSERT_EQ(change.updates.size(), 1U);
  EXPECT_TRUE(change.updates[0].file.history);
  for (const auto& one : change.updates[0].deadlines) {
    if (one.deadline.kind == DeadlineKind::acknowledge) {
      EXPECT_EQ(one.met, at("2026-03-04T12:00:00Z"));
    } else {
      // Monday 2 March and ten working days: Monday 16 March, close of business.
      EXPECT_EQ(one.deadline.at, at("2026-03-16T17:00:00Z"));
      EXPECT_FALSE(one.met);
    }
  }
  EXPECT_EQ(change.updates[0].deadlines.size(), 2U);
}

TEST(CsvTest, ReadsWhatSpreadsheetsWrite) {
  struct Row {
    const char* text;
    std::vector<std::vector<std::string>> rows;
  };
  for (const auto& row : {
           Row{"a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
           Row{"a;b\r\n1,5;2", {{"a", "b"}, {"1,5", "2"}}},
           Row{"a, \"b \"\"c\"\", d\" \n", {{"a", "b \"c\", d"}}},
           Row{"a,\"two\nlines\"\n,\n", {{"a", "two\nlines"}}},
           Row{"a,\n", {{"a", ""}}},
           Row{"", {}},
       }) {
    SCOPED_TRACE(row.text);
    const auto read = read_csv(row.text).value();
    std::vector<std::vector<std::string>> texts;
    for (const auto& one : read) {
      texts.emplace_back();
      for (const auto& field : one.fields) texts.back().push_back(field.text);
    }
    EXPECT_EQ(texts, row.rows);
  }
  EXPECT_FALSE(read_csv("\"a\" b,c\n"));
}

}  // namespace
}  // namespace redress::ctl
