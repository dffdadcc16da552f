#include "config/settings.hpp"
#include "tests/unit/config/support.hpp"

#include <gtest/gtest.h>

namespace redress::config {
namespace {

using domain::LimitBase;
using domain::LimitUnit;
using test::with;

constexpr std::string_view k_policy = R"(title = "Policy"

[[stage]]
name = "One"
owner = "manager"
handled_by = "the manager"

[stage.acknowledge]
within = "3 days"
from = "received"
clause = "2.1"
)";

TEST(PolicyFiles, EveryKeyIsRead) {
  const auto text =
      R"(pack = "mine"
url = "https://example.org/policy"
nation = "scotland"
close_of_business = "17:00"
open_of_business = "08:30"
receipt = "lenient"
closure_days = [2026-12-24, "2026-12-31"]
later_stages_text = ["One.", "Two."]
)" + std::string{k_policy} +
      "[stage.respond]\nwithin = \"1 working day\"\nfrom = \"acknowledged\"\n"
      "clause = \"3\"\n[[stage]]\nname = \"Two\"\nowner = \"o\"\nhandled_by = \"h\"\n"
      "[stage.respond]\nwithin = \"8 weeks\"\nclause = \"4\"\n";
  const auto policy = read_policy(text, "policy.toml");
  ASSERT_TRUE(policy) << policy.error().text;
  EXPECT_EQ(policy->pack, "mine");
  EXPECT_EQ(policy->nation, domain::Nation::scotland);
  EXPECT_EQ(policy->close_of_business, std::chrono::hours{17});
  EXPECT_EQ(policy->open_of_business, std::chrono::minutes{510});
  EXPECT_TRUE(policy->lenient_receipt);
  ASSERT_EQ(policy->closure_days.size(), 2U);
  EXPECT_EQ(domain::to_iso(policy->closure_days[1]), "2026-12-31");
  EXPECT_EQ(policy->later_stages_text, (std::vector<std::string>{"One.", "Two."}));
  ASSERT_EQ(policy->stages.size(), 2U);
  EXPECT_EQ(policy->stages[0].acknowledge.unit, LimitUnit::days);
  EXPECT_EQ(policy->stages[0].acknowledge.base, LimitBase::received);
  EXPECT_EQ(policy->stages[0].respond->base, LimitBase::acknowledged);
  EXPECT_EQ(policy->stages[1].number, 2);
  EXPECT_EQ(policy->stages[1].acknowledge.base, LimitBase::escalated);
  EXPECT_EQ(policy->stages[1].respond->unit, LimitUnit::weeks);
  EXPECT_EQ(policy->stages[1].respond->count, 8);
  EXPECT_EQ(policy->stages[1].respond->base, LimitBase::escalated);
}

TEST(PolicyFiles, ThePackIsTheFolder) {
  for (const auto& [file, pack] : {std::pair{"policies/cim/policy.toml", "cim"},
                                   {"cim/policy.toml", "cim"},
                                   {"/srv/own/policy.toml", "own"},
                                   {"/policy.toml", ""},
                                   {"policy.toml", ""}}) {
    const auto policy = read_policy(k_policy, file);
    ASSERT_TRUE(policy) << policy.error().text;
    EXPECT_EQ(policy->pack, pack) << file;
  }
}

struct Wrong {
  const char* name;
  const char* from;
  const char* to;
  const char* start;
  const char* holds;
};

void PrintTo(const Wrong& c, std::ostream* out) {
  *out << c.name;
}

class WrongPolicy : public testing::TestWithParam<Wrong> {};

TEST_P(WrongPolicy, IsToldInOneLine) {
  const auto& c = GetParam();
  const auto policy = read_policy(with(k_policy, c.from, c.to), "p.toml");
  ASSERT_FALSE(policy);
  EXPECT_TRUE(policy.error().text.starts_with(c.start)) << policy.error().text;
  EXPECT_NE(policy.error().text.find(c.holds), std::string::npos) << policy.error().text;
}

constexpr Wrong k_wrong[] = {
    {"NoTitle", "title = \"Policy\"", "", "p.toml:1: title: missing", "add"},
    {"UnknownKey", "title =", "titel =", "p.toml:1: titel: unknown key", "\"title\""},
    {"UnknownStageKey", "owner =", "onwer =", "p.toml:5: stage.onwer: unknown key", "\"owner\""},
    {"UnknownLimitKey",
     "clause =", "clauses =", "p.toml:11: stage.acknowledge.clauses: unknown key", "\"clause\""},
    {"UnknownTable", "[[stage]]", "[[stages]]", "p.toml:3: stages: unknown table", "[[stage]]"},
    {"NoStage", k_policy.data() + k_policy.find("[[stage]]"), "", "p.toml:1: stage: no stage",
     "[[stage]]"},
    {"NoClause", "clause = \"2.1\"", "", "p.toml:8: stage.acknowledge.clause: missing", "add"},
    {"Within", "3 days", "soon", "p.toml:9: stage.acknowledge.within: \"soon\"", "2 working days"},
    {"WithinNothing", "3 days", "0 days", "p.toml:9: stage.acknowledge.within: ", "no limit"},
    {"WithinMonths", "3 days", "3 months", "p.toml:9: stage.acknowledge.within: ", "7 days"},
    {"WithinAThousandWeeks", "3 days", "1000 weeks",
     "p.toml:9: stage.acknowledge.within: ", "weeks"},
    {"WithinTenThousandDays", "3 days", "10000 days",
     "p.toml:9: stage.acknowledge.within: ", "no limit"},
    {"From", "\"received\"", "\"sent\"", "p.toml:10: stage.acknowledge.from: \"sent\"",
     "\"received\""},
    {"FromItself", "\"received\"", "\"acknowledged\"", "p.toml:8: stage.acknowledge: ", "received"},
    {"LimitAsText", "[stage.acknowledge]", "acknowledge = \"2 days\"\n[stage.respond]",
     "p.toml:8: stage.acknowledge: this is a text", "within"},
    {"Owner", "\"manager\"", "\"the boss\"", "p.toml:5: stage.owner: \"the boss\"", "letters"},
    {"Nation", "title", "nation = \"england\"\ntitle", "p.toml:1: nation: \"england\"",
     "england-and-wales"},
    {"Close", "title", "close_of_business = \"25:00\"\ntitle",
     "p.toml:1: close_of_business: ", "17:00"},
    {"CloseBeforeOpen", "title", "close_of_business = \"08:00\"\ntitle",
     "p.toml:1: close_of_business: ", "closes before"},
    {"Receipt", "title", "receipt = \"kind\"\ntitle", "p.toml:1: receipt: ", "\"lenient\""},
    {"Pack", "title", "pack = \"../x\"\ntitle", "p.toml:1: pack: ", "folder name"},
    {"Url", "title", "url = \"javascript:x\"\ntitle", "p.toml:1: url: ", "https://"},
    {"ClosureDay", "title", "closure_days = [\"2026-02-29\"]\ntitle",
     "p.toml:1: closure_days: \"2026-02-29\"", "date"},
};
INSTANTIATE_TEST_SUITE_P(Table, WrongPolicy, testing::ValuesIn(k_wrong),
                         [](const auto& info) { return std::string{info.param.name}; });

}  // namespace
}  // namespace redress::config
