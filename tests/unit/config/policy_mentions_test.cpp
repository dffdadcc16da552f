#include "tests/unit/config/policy_support.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// What a policy takes from other files, and what it names that lies elsewhere.

namespace redress::config {
namespace {

using test::k_least_policy;
using test::k_least_settings;
using test::read_with;
using test::Texts;
using Names = std::vector<std::string>;

constexpr const char* k_threat =
    "[[behaviour]]\ncategory = \"threat\"\ntitle = \"threats\"\nclause = \"1\"\n";

TEST(PolicyIncludes, GiveBehavioursMeasuresReferralsAndWords) {
  const auto policy = read_with(
      "include = [\"b.toml\", \"w.toml\"]\n" + std::string{k_least_policy} +
          "[[word]]\nphrase = \"own\"\nspeaks_for = \"complaint\"\n",
      {{"b.toml", std::string{k_threat} +
                      "[[measure]]\nname = \"m\"\ntitle = \"M\"\ndecided_by = [\"o\"]\nclause = "
                      "\"2\"\n[[referral]]\nname = \"r\"\ntitle = \"R\"\nclause = \"3\"\n"},
       {"w.toml", "[[word]]\nphrase = \"muddle\"\nspeaks_for = \"complaint\"\n"}});
  ASSERT_TRUE(policy) << policy.error().text;
  EXPECT_EQ(policy->policy.behaviours.size(), 1U);
  EXPECT_EQ(policy->policy.measures.size(), 1U);
  EXPECT_EQ(policy->policy.referrals.size(), 1U);
  EXPECT_EQ(policy->policy.vocabulary.words.size(), 1U);
  ASSERT_EQ(policy->included_words.size(), 2U);
  EXPECT_EQ(policy->included_words[1].file, "w.toml");
  EXPECT_EQ(policy->included_words[1].words.at(0).phrase, "muddle");
}

struct WrongInclude {
  const char* name;
  const char* text;  ///< of "b.toml"; null: there is no such file
  const char* start;
  const char* holds;
};

void PrintTo(const WrongInclude& c, std::ostream* out) {
  *out << c.name;
}

class WrongIncludes : public testing::TestWithParam<WrongInclude> {};

TEST_P(WrongIncludes, AreToldWithTheirOwnFile) {
  const auto& c = GetParam();
  Texts texts;
  if (c.text != nullptr) texts["b.toml"] = c.text;
  const auto policy =
      read_with("include = [\"b.toml\"]\n" + std::string{k_least_policy} + k_threat, texts);
  ASSERT_FALSE(policy);
  EXPECT_TRUE(policy.error().text.starts_with(c.start)) << policy.error().text;
  EXPECT_NE(policy.error().text.find(c.holds), std::string::npos) << policy.error().text;
}

constexpr WrongInclude k_wrong_includes[] = {
    {"Missing", nullptr, "p.toml:1: include: there is no file b.toml", "mend"},
    {"Nested", "include = [\"c.toml\"]\n", "b.toml:1: include: ", "includes no other"},
    {"Stage", "\n[[stage]]\nname = \"Two\"\n", "b.toml:2: stage: does not belong", "[[measure]]"},
    {"Title", "title = \"T\"\n", "b.toml:1: title: does not belong", "[[behaviour]]"},
    {"Key", "[[measure]]\nnmae = \"m\"\n", "b.toml:2: measure.nmae: unknown key", "\"name\""},
    {"NoToml", "[[measure\n", "b.toml:1: ", "mend"},
    {"SameAsOurs", k_threat, "p.toml:8: behaviour.category: \"threat\"", "twice"},
};
INSTANTIATE_TEST_SUITE_P(Table, WrongIncludes, testing::ValuesIn(k_wrong_includes),
                         [](const auto& info) { return std::string{info.param.name}; });

TEST(PolicyIncludes, AreRefusedWhereNoFileCanBeRead) {
  const auto policy =
      read_policy("include = [\"b.toml\"]\n" + std::string{k_least_policy}, "p.toml");
  ASSERT_FALSE(policy);
  EXPECT_TRUE(policy.error().text.starts_with("p.toml:1: include: \"b.toml\""))
      << policy.error().text;
}

/// The least settings with Jo, who is a complaints manager, and what else is given.
Settings settings_with(const std::string& more) {
  auto settings = read_settings(std::string{k_least_settings} +
                                    "[[staff]]\nname = \"Jo\"\nemail = \"jo@example.org\"\nroles = "
                                    "[\"complaints-manager\"]\n" +
                                    more,
                                "r.toml");
  if (!settings) throw std::runtime_error(settings.error().text);
  return std::move(*settings);
}

domain::Result<Names> check(const std::string& tables, const std::string& settings = "") {
  const auto file = read_with(std::string{k_least_policy} + tables, {});
  if (!file) throw std::runtime_error(file.error().text);
  const auto house = settings_with(settings);
  const Names letters{"acknowledgement", "response"};
  const Names templates{"acknowledgement.text", "acknowledgement.cy.text"};
  return check_mentions(*file, with_settings(file->policy, house), house, letters, templates);
}

TEST(Mentions, WhatIsThereIsSilent) {
  const auto warnings = check(R"([[measure]]
name = "m"
title = "M"
decided_by = ["manager", "trustee"]
clause = "1"
[[area]]
name = "a"
title = "A"
owner = "complaints-manager"
[[body]]
name = "B"
relation = "out-of-scope"
clause = "1"
[letters]
automatic = ["response"]
languages = ["en", "cy"]
)",
                              "[[body]]\nname = \"B\"\ncontact = [\"b@example.org\"]\n");
  ASSERT_TRUE(warnings) << warnings.error().text;
  EXPECT_EQ(*warnings, Names{});
}

TEST(Mentions, ARoleThatNobodyHasIsAWarning) {
  const auto warnings = check(
      "[[area]]\nname = \"a\"\ntitle = \"A\"\nowner = \"trainer\"\n"
      "[[measure]]\nname = \"m\"\ntitle = \"M\"\ndecided_by = [\"trustee\", \"chair\"]\n"
      "clause = \"1\"\n"
      "[[referral]]\nname = \"r\"\ntitle = \"R\"\nrole = \"board\"\nclause = \"1\"\n"
      "[[report]]\nname = \"q\"\ntitle = \"Q\"\nreader = \"auditor\"\nclause = \"1\"\n"
      "[review]\nevery_months = 12\nlast = 2026-01-01\nowner = \"owner\"\nclause = \"1\"\n");
  ASSERT_TRUE(warnings) << warnings.error().text;
  const Names starts{
      "p.toml:9: area.owner: nobody has the role \"trainer\"",
      "p.toml:13: measure.decided_by: nobody has the role \"trustee\" or \"chair\"",
      "p.toml:18: referral.role: nobody has the role \"board\"",
      "p.toml:23: report.reader: nobody has the role \"auditor\"",
      "p.toml:28: review.owner: nobody has the role \"owner\"",
  };
  ASSERT_EQ(warnings->size(), starts.size());
  for (const auto& start : starts) {
    EXPECT_TRUE(std::any_of(warnings->begin(), warnings->end(), [&](const auto& text) {
      return text.starts_with(start + "; ");
    })) << start;
  }
}

TEST(Mentions, AnyManagerIsAManager) {
  const auto file = read_with(std::string{k_least_policy} +
                                  "[[measure]]\nname = \"m\"\ntitle = \"M\"\ndecided_by = "
                                  "[\"manager\"]\nclause = \"1\"\n",
                              {});
  ASSERT_TRUE(file) << file.error().text;
  auto settings = settings_with("");
  const auto count = [&] {
    return check_mentions(*file, file->policy, settings, {}, {}).value().size();
  };
  auto& jo = settings.staff.at(0);
  for (const auto* role : {"manager", "complaints-manager", "senior-management"}) {
    jo.roles = {role, "complaints-manager"};
    EXPECT_EQ(count(), 0U) << role;
  }
  jo.roles = {"duty"};
  EXPECT_EQ(count(), 2U);  // the stage's owner, too
  jo.manager = "Sam";
  EXPECT_EQ(count(), 1U);
}

struct WrongMention {
  const char* name;
  const char* tables;
  const char* settings;
  const char* start;
  const char* holds;
};

void PrintTo(const WrongMention& c, std::ostream* out) {
  *out << c.name;
}

class WrongMentions : public testing::TestWithParam<WrongMention> {};

TEST_P(WrongMentions, AreToldInOneLine) {
  const auto& c = GetParam();
  const auto warnings = check(c.tables, c.settings);
  ASSERT_FALSE(warnings);
  EXPECT_EQ(warnings.error().code, domain::ErrorCode::settings);
  EXPECT_TRUE(warnings.error().text.starts_with(c.start)) << warnings.error().text;
  EXPECT_NE(warnings.error().text.find(c.holds), std::string::npos) << warnings.error().text;
}

constexpr WrongMention k_wrong_mentions[] = {
    {"AutomaticLetter", "[letters]\nautomatic = [\"thanks\"]\n", "",
     "p.toml:7: letters.automatic: there is no letter \"thanks\"; ", "response"},
    {"ReferralLetter",
     "[[referral]]\nname = \"r\"\ntitle = \"R\"\nletter = \"handed\"\nclause = \"1\"\n", "",
     "p.toml:9: referral.letter: there is no letter \"handed\"; ", "acknowledgement"},
    {"Language", "[letters]\nlanguages = [\"en\", \"ga\"]\n", "",
     "p.toml:7: letters.languages: no acknowledgement is written in \"ga\"; ",
     "acknowledgement.ga.text.mustache"},
    {"BodyWithoutContact",
     "[[body]]\nname = \"Law School\"\nrelation = \"out-of-scope\"\nclause = \"1\"\n", "",
     "p.toml:7: body.name: the policy does not say how \"Law School\" is reached; ",
     "add [[body]] with name = \"Law School\""},
    {"BodyOfNoPolicy", "", "[[body]]\nname = \"Law School\"\ncontact = [\"a\"]\n",
     "r.toml:20: body.name: the policy does not name \"Law School\"; ", "take the table out"},
    {"BodyMisspelt",
     "[[body]]\nname = \"Law School\"\nrelation = \"out-of-scope\"\ncontact = [\"a\"]\n"
     "clause = \"1\"\n",
     "[[body]]\nname = \"Law Shcool\"\ncontact = [\"a\"]\n",
     "r.toml:20: body.name: the policy does not name \"Law Shcool\"; ", "it names \"Law School\""},
};
INSTANTIATE_TEST_SUITE_P(Table, WrongMentions, testing::ValuesIn(k_wrong_mentions),
                         [](const auto& info) { return std::string{info.param.name}; });

}  // namespace
}  // namespace redress::config
