#include "daemon/domain/deadline.hpp"
#include "tests/unit/config/policy_support.hpp"

#include <gtest/gtest.h>

// Every rule of a policy.toml, read and refused.

namespace redress::config {
namespace {

using domain::LimitUnit;
using domain::RecordField;
using test::k_least_policy;
using test::read_with;
using Names = std::vector<std::string>;

domain::Policy read(const std::string& top, const std::string& tables) {
  auto policy = read_with(top + std::string{k_least_policy} + tables, {});
  if (!policy) throw std::runtime_error(policy.error().text);
  return std::move(policy->policy);
}

TEST(PolicyRules, TheLeastHasTheDocumentedDefaults) {
  const auto policy = read("", "");
  EXPECT_TRUE(policy.warning_first);
  EXPECT_TRUE(policy.reasons);
  EXPECT_TRUE(policy.closing.empty());
  EXPECT_TRUE(policy.priorities.empty() && policy.areas.empty() && policy.bodies.empty());
  EXPECT_FALSE(policy.pause || policy.extension || policy.retention || policy.review);
  EXPECT_EQ(policy.automatic_letters, std::set<std::string>{"acknowledgement"});
  EXPECT_EQ(policy.languages, Names{"en"});
}

TEST(PolicyRules, WithoutALadderTheProductsOwnHolds) {
  const auto ladder = read("", "").reminders;
  ASSERT_EQ(ladder.size(), 7U);  // five for every limit, two for reviews
  EXPECT_EQ(ladder.front().at, -2);
  EXPECT_EQ(ladder.front().to, "owner");
}

TEST(PolicyRules, ALadderStandsInPlaceOfTheProductsOwn) {
  const auto ladder = read("", R"([[reminder]]
at = -3
to = "owner"
[[reminder]]
at = 5
to = "trustee"
kind = "act"
)")
                          .reminders;
  ASSERT_EQ(ladder.size(), 2U);
  EXPECT_EQ(ladder[0].at, -3);
  EXPECT_FALSE(ladder[0].kind);
  EXPECT_EQ(ladder[1].to, "trustee");
  EXPECT_EQ(ladder[1].kind, domain::DeadlineKind::act);
}

struct WrongRung {
  const char* text;
  const char* told;
};
constexpr WrongRung k_wrong_rungs[] = {
    {"to = \"owner\"\n", "p.toml:6: reminder.at: missing"},
    {"at = 1\n", "p.toml:6: reminder.to: missing"},
    {"at = 61\nto = \"owner\"\n", "p.toml:7: reminder.at: 61"},
    {"at = 1\nto = \"the boss\"\n", "p.toml:8: reminder.to: \"the boss\" is no role"},
    {"at = 1\nto = \"owner\"\nkind = \"answer\"\n", "p.toml:9: reminder.kind: \"answer\""},
    {"at = 1\nto = \"owner\"\n[[reminder]]\nat = 1\nto = \"owner\"\n",
     "p.toml:10: reminder.at: the reminder of \"owner\" at 1 stands here twice"},
    {"at = 1\nto = \"owner\"\nwhen = 1\n", "p.toml:9: reminder.when: "},
};

TEST(PolicyRules, AWrongRungIsToldWithItsLine) {
  for (const auto& c : k_wrong_rungs) {
    const auto policy = read_with(std::string{k_least_policy} + "[[reminder]]\n" + c.text, {});
    ASSERT_FALSE(policy) << c.text;
    EXPECT_EQ(policy.error().text.find(c.told), 0U) << policy.error().text;
  }
}

TEST(PolicyRules, TheTopIsRead) {
  const auto policy = read(
      "warning_first = false\nclosing = [\"desired-outcome\", \"lesson\", \"lesson\"]\n"
      "reasons = false\nmay_see = [\"trustee\"]\n",
      "");
  EXPECT_FALSE(policy.warning_first);
  EXPECT_FALSE(policy.reasons);
  EXPECT_EQ(policy.closing, (std::vector{RecordField::desired_outcome, RecordField::lesson}));
  EXPECT_EQ(policy.may_see, Names{"trustee"});
}

TEST(PolicyRules, UrgencyIsRead) {
  const auto policy = read("", R"([[priority]]
name = "low"
[[priority]]
name = "high"
act = { within = "1 week", from = "acknowledged", clause = "5" }
standard = true
[pause]
longest = "10 working days"
clause = "6"
[[stage]]
name = "Two"
owner = "o"
handled_by = "h"
respond = { within = "2 days", clause = "4" }
[extension]
times = 2
longest = "4 weeks"
clause = "7"
)");
  ASSERT_EQ(policy.priorities.size(), 2U);
  EXPECT_FALSE(policy.priorities[0].act || policy.priorities[0].standard);
  EXPECT_EQ(policy.priorities[1].act->base, domain::LimitBase::acknowledged);
  EXPECT_EQ(policy.priorities[1].act->unit, LimitUnit::weeks);
  EXPECT_TRUE(policy.priorities[1].standard);
  EXPECT_EQ(policy.pause->longest.count, 10);
  EXPECT_EQ(policy.pause->longest.clause, "6");
  EXPECT_EQ(policy.extension->times, 2);
  EXPECT_EQ(policy.extension->longest.unit, LimitUnit::weeks);
  EXPECT_EQ(policy.extension->longest.clause, "7");
}

TEST(PolicyRules, WhoDealsWithWhatIsRead) {
  const auto policy = read("", R"([[area]]
name = "training"
title = "Training"
owner = "trainer"
letter_text = ["One.", "Two."]
closing = ["cause"]
tracked_action = true
clause = "7"
[[body]]
name = "Trading Ltd"
relation = "first-elsewhere"
contact = ["a", "b"]
clause = "2"
[[referral]]
name = "board"
title = "the Board"
role = "trustee"
decided_by = ["a", "b"]
only_for = ["member", "other"]
takes_over = true
ends_response_limit = true
letter = "conduct_handed_over"
clause = "8"
)");
  const auto& area = policy.areas.at(0);
  EXPECT_EQ(area.owner_role, "trainer");
  EXPECT_EQ(area.letter_text, (Names{"One.", "Two."}));
  EXPECT_EQ(area.closing, std::vector{RecordField::cause});
  EXPECT_TRUE(area.tracked_action);
  const auto& body = policy.bodies.at(0);
  EXPECT_EQ(body.relation, domain::BodyRelation::first_elsewhere);
  EXPECT_EQ(body.contact, (Names{"a", "b"}));
  const auto& referral = policy.referrals.at(0);
  EXPECT_EQ(referral.title, "the Board");
  EXPECT_EQ(referral.decided_by, (Names{"a", "b"}));
  EXPECT_EQ(referral.only_for, (Names{"member", "other"}));
  EXPECT_TRUE(referral.takes_over && referral.ends_response_limit);
  EXPECT_EQ(referral.letter, "conduct_handed_over");
}

TEST(PolicyRules, BehaviourAndDutiesAreRead) {
  const auto policy = read("", R"([[behaviour]]
category = "sexual_innuendo"
title = "innuendo"
clause = "9"
[[measure]]
name = "elsewhere"
title = "you write to one person"
effect = "route-contact"
decided_by = ["manager"]
needs_end = true
at_once = true
clause = "9"
[letters]
automatic = []
languages = ["en", "cy"]
[[report]]
name = "yearly"
title = "The year"
reader = "trustee"
every_months = 12
personal = true
clause = "10"
[retention]
years = 7
clause = "11"
[review]
every_months = 24
last = 2026-01-15
owner = "trustee"
clause = "12"
)");
  EXPECT_EQ(policy.behaviours.at(0).category, "sexual_innuendo");
  const auto& measure = policy.measures.at(0);
  EXPECT_EQ(measure.effect, domain::MeasureEffect::route_contact);
  EXPECT_TRUE(measure.needs_end && measure.at_once);
  EXPECT_TRUE(policy.automatic_letters.empty());
  EXPECT_EQ(policy.languages, (Names{"en", "cy"}));
  EXPECT_EQ(policy.reports.at(0).every_months, 12);
  EXPECT_TRUE(policy.reports.at(0).personal);
  EXPECT_EQ(policy.retention->years, 7);
  EXPECT_EQ(policy.review->every_months, 24);
  EXPECT_EQ(domain::to_iso(policy.review->last), "2026-01-15");
  EXPECT_EQ(policy.review->owner_role, "trustee");
}

/// A table after the least policy, whose first line is 6, and how the error begins and what it
/// holds. `top`: instead a line before it, which is line 1.
struct Wrong {
  const char* name;
  const char* top;
  const char* tables;
  const char* start;
  const char* holds;
};

void PrintTo(const Wrong& c, std::ostream* out) {
  *out << c.name;
}

class WrongRule : public testing::TestWithParam<Wrong> {};

TEST_P(WrongRule, IsToldInOneLine) {
  const auto& c = GetParam();
  const auto policy = read_with(c.top + std::string{k_least_policy} + c.tables, {});
  ASSERT_FALSE(policy);
  const auto& text = policy.error().text;
  EXPECT_EQ(policy.error().code, domain::ErrorCode::settings);
  EXPECT_TRUE(text.starts_with(c.start)) << text;
  EXPECT_NE(text.find(c.holds), std::string::npos) << text;
  EXPECT_NE(text.find("; "), std::string::npos) << "no mend: " << text;
  EXPECT_EQ(text.find('\n'), std::string::npos) << text;
}

constexpr Wrong k_wrong[] = {
    // Stages and their limits
    {"NoOwner", "", "[[stage]]\nname = \"Two\"\nhandled_by = \"h\"\n",
     "p.toml:6: stage.owner: missing", "role"},
    {"FirstStageFromEscalation", "",
     "respond = { within = \"2 days\", from = \"escalated\", clause = \"1\" }\n",
     "p.toml:6: stage.respond: ", "\"received\""},
    {"LaterStageFromReceipt", "",
     "[[stage]]\nname = \"Two\"\nowner = \"o\"\nhandled_by = \"h\"\n"
     "contact = { within = \"2 days\", from = \"received\", clause = \"1\" }\n",
     "p.toml:10: stage.contact: ", "\"escalated\""},
    {"FirstAnswerKeepsNothing", "", "contact_responds = true\n",
     "p.toml:6: stage.contact_responds: ", "add respond"},
    {"TextForTrue", "", "contact_responds = \"yes\"\n",
     "p.toml:6: stage.contact_responds: this is a text", "true or false"},
    // Priorities
    {"NoStandard", "", "[[priority]]\nname = \"low\"\n[[priority]]\nname = \"high\"\n",
     "p.toml:6: priority.standard: no priority", "standard = true"},
    {"TwoStandards", "",
     "[[priority]]\nname = \"low\"\nstandard = true\n[[priority]]\nname = \"high\"\n"
     "standard = true\n",
     "p.toml:11: priority.standard: another", "take one out"},
    {"PriorityTwice", "",
     "[[priority]]\nname = \"low\"\nstandard = true\n[[priority]]\nname = \"low\"\n",
     "p.toml:10: priority.name: \"low\"", "twice"},
    {"PriorityOfTwoWords", "", "[[priority]]\nname = \"very low\"\nstandard = true\n",
     "p.toml:7: priority.name: \"very low\"", "letters"},
    {"ActFromEscalation", "",
     "[[priority]]\nname = \"low\"\nstandard = true\n"
     "act = { within = \"2 days\", from = \"escalated\", clause = \"1\" }\n",
     "p.toml:9: priority.act: ", "\"acknowledged\""},
    // Pause and extension
    {"PauseWithoutEnd", "", "[pause]\nclause = \"6\"\n", "p.toml:6: pause.longest: missing", "add"},
    {"PauseForEver", "", "[pause]\nlongest = \"for ever\"\nclause = \"6\"\n",
     "p.toml:7: pause.longest: \"for ever\"", "8 weeks"},
    {"ExtensionOfNothing", "", "[extension]\nlongest = \"2 weeks\"\nclause = \"6\"\n",
     "p.toml:7: extension.longest: ", "add respond"},
    {"PauseTwice", "", "[[pause]]\nlongest = \"1 day\"\nclause = \"6\"\n",
     "p.toml:6: pause: ", "[pause]"},
    // Areas, bodies, referrals
    {"AreaOwner", "", "[[area]]\nname = \"a\"\ntitle = \"A\"\nowner = \"the boss\"\n",
     "p.toml:9: area.owner: \"the boss\"", "letters"},
    {"AreaClosing", "", "[[area]]\nname = \"a\"\ntitle = \"A\"\nclosing = [\"costs\"]\n",
     "p.toml:9: area.closing: \"costs\"", "\"remedy\""},
    {"Closing", "closing = [\"cuase\"]\n", "", "p.toml:1: closing: \"cuase\"", "\"cause\""},
    {"Relation", "", "[[body]]\nname = \"B\"\nrelation = \"elsewhere\"\nclause = \"2\"\n",
     "p.toml:8: body.relation: \"elsewhere\"", "\"first-elsewhere\""},
    {"BodyTwice", "",
     "[[body]]\nname = \"B\"\nrelation = \"out-of-scope\"\nclause = \"2\"\n[[body]]\nname = \"B\"\n"
     "relation = \"out-of-scope\"\nclause = \"2\"\n",
     "p.toml:11: body.name: \"B\"", "twice"},
    {"ReferralNobodyDecides", "",
     "[[referral]]\nname = \"r\"\ntitle = \"R\"\ndecided_by = []\nclause = \"8\"\n",
     "p.toml:9: referral.decided_by: nobody", "[\"manager\"]"},
    {"NobodyTakesOver", "",
     "[[referral]]\nname = \"r\"\ntitle = \"R\"\ntakes_over = true\nclause = \"8\"\n",
     "p.toml:9: referral.takes_over: ", "add role"},
    {"Standing", "",
     "[[referral]]\nname = \"r\"\ntitle = \"R\"\nonly_for = [\"fellow\"]\nclause = \"8\"\n",
     "p.toml:9: referral.only_for: \"fellow\"", "\"member\""},
    // Behaviour
    {"Category", "", "[[behaviour]]\ncategory = \"rude\"\ntitle = \"R\"\nclause = \"9\"\n",
     "p.toml:7: behaviour.category: \"rude\"", "\"insult\""},
    {"FlagThatIsNoBehaviour", "",
     "[[behaviour]]\ncategory = \"serious\"\ntitle = \"S\"\nclause = \"9\"\n",
     "p.toml:7: behaviour.category: \"serious\"", "\"threat\""},
    {"CategoryTwice", "",
     "[[behaviour]]\ncategory = \"threat\"\ntitle = \"S\"\nclause = \"9\"\n"
     "[[behaviour]]\ncategory = \"threat\"\ntitle = \"T\"\nclause = \"9\"\n",
     "p.toml:11: behaviour.category: \"threat\"", "one title"},
    {"MeasureNobodyDecides", "",
     "[[measure]]\nname = \"m\"\ntitle = \"M\"\ndecided_by = []\nclause = \"9\"\n",
     "p.toml:9: measure.decided_by: nobody", "[\"manager\"]"},
    {"MeasureWithoutDeciders", "", "[[measure]]\nname = \"m\"\ntitle = \"M\"\nclause = \"9\"\n",
     "p.toml:6: measure.decided_by: missing", "roles"},
    {"Effect", "",
     "[[measure]]\nname = \"m\"\ntitle = \"M\"\ndecided_by = [\"manager\"]\neffect = \"block\"\n"
     "clause = \"9\"\n",
     "p.toml:10: measure.effect: \"block\"", "\"end-contact\""},
    {"MeasureKey", "",
     "[[measure]]\nname = \"m\"\ntitle = \"M\"\ndecide_by = [\"manager\"]\nclause = \"9\"\n",
     "p.toml:9: measure.decide_by: unknown key", "\"decided_by\""},
    // Duties
    {"NoEnglish", "", "[letters]\nlanguages = [\"cy\"]\n", "p.toml:7: letters.languages: \"en\"",
     "add it"},
    {"Language", "", "[letters]\nlanguages = [\"en\", \"Welsh\"]\n",
     "p.toml:7: letters.languages: \"Welsh\"", "\"cy\""},
    {"EveryMonths", "",
     "[[report]]\nname = \"r\"\ntitle = \"R\"\nreader = \"o\"\nevery_months = 0\nclause = \"1\"\n",
     "p.toml:10: report.every_months: 0", "1 to 12"},
    {"MonthsThatDivideNoYear", "",
     "[[report]]\nname = \"r\"\ntitle = \"R\"\nreader = \"o\"\nevery_months = 5\nclause = \"1\"\n",
     "p.toml:10: report.every_months: 5 months do not divide a year", "1, 2, 3, 4, 6 or 12"},
    {"MonthsOfMoreThanAYear", "",
     "[[report]]\nname = \"r\"\ntitle = \"R\"\nreader = \"o\"\nevery_months = 18\nclause = \"1\"\n",
     "p.toml:10: report.every_months: 18", "1 to 12"},
    {"ReviewWithoutOwner", "", "[review]\nevery_months = 12\nlast = 2026-01-01\nclause = \"1\"\n",
     "p.toml:6: review.owner: missing", "role"},
    {"ReviewDay", "",
     "[review]\nevery_months = 12\nlast = \"July 2018\"\nowner = \"o\"\nclause = \"1\"\n",
     "p.toml:8: review.last: \"July 2018\"", "2026-12-24"},
    {"RetentionInWords", "", "[retention]\nyears = \"six\"\nclause = \"1\"\n",
     "p.toml:7: retention.years: this is a text", "whole number"},
    {"UnknownTable", "", "[[priorities]]\nname = \"low\"\n", "p.toml:6: priorities: unknown table",
     "[[priority]]"},
};
INSTANTIATE_TEST_SUITE_P(Table, WrongRule, testing::ValuesIn(k_wrong),
                         [](const auto& info) { return std::string{info.param.name}; });

}  // namespace
}  // namespace redress::config
