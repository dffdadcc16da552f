#include "templates/check_letters.hpp"

#include "templates/fields.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

/// The shipped common templates with one file in place of another.
std::vector<TemplateFile> with(const std::string& name, const std::string& text) {
  auto files = shipped_files();
  for (TemplateFile& one : files) {
    if (one.pack == "common" && one.name == name) one.text = text;
  }
  return files;
}

std::string checked(std::vector<TemplateFile> files, const domain::Policy& policy = {}) {
  const TemplateSet set = TemplateSet::make(std::move(files), "common").value();
  const auto found = check_letters(set, policy);
  return found ? "good" : found.error().text;
}

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

TEST(CheckLetters, TheShippedOnesAreGoodInEveryPackAndLanguage) {
  for (const char* pack : {"common", "cim", "cieem"}) {
    domain::Policy policy;
    policy.languages = {"en", "cy"};
    policy.automatic_letters = {"acknowledgement", "feedback_thanks"};
    policy.referrals = {{.name = "secretary", .letter = "conduct_handed_over"}, {.name = "police"}};
    const auto found = check_letters(shipped(pack), policy);
    EXPECT_TRUE(found) << pack << ": " << found.error().text;
  }
}

TEST(CheckLetters, AFieldThatTheLetterIsNotGivenIsFound) {
  // Known, and given to other letters: nothing else would find it before somebody should be written
  // to.
  EXPECT_TRUE(ends_with(checked(with("holding.text", "About {{measure_title}}")),
                        "common/holding.text.mustache: no value for 'measure_title'"));
  EXPECT_EQ(checked(with("restriction_lifted.text", "About {{measure_title}}")), "good");
}

TEST(CheckLetters, EachAlternativeIsTriedByItself) {
  // With reasons there is no blank; with a person's own words alone there is one.
  EXPECT_TRUE(ends_with(
      checked(with("response.text", "{{^outcome_reasons}}{{measure_title}}{{/outcome_reasons}}")),
      "no value for 'measure_title'"));
}

TEST(CheckLetters, NamesThatThePolicyGivesMustBeLetters) {
  domain::Policy policy;
  policy.automatic_letters = {"acknowledgment"};
  EXPECT_EQ(
      checked(shipped_files(), policy)
          .rfind("policy: automatic letters: there is no letter 'acknowledgment'; the letters are:",
                 0),
      0U);
  policy.automatic_letters.clear();
  policy.referrals = {{.name = "police", .letter = "handed"}};
  EXPECT_EQ(checked(shipped_files(), policy)
                .rfind("policy: referral 'police': there is no letter 'handed'", 0),
            0U);
}

TEST(CheckLetters, ALanguageWithoutItsAcknowledgementIsAnError) {
  domain::Policy policy;
  policy.languages = {"en", "gd"};
  EXPECT_EQ(checked(shipped_files(), policy),
            "policy: language 'gd': there is no template 'acknowledgement.gd.text'; add "
            "acknowledgement.gd.text.mustache");
}

TEST(CheckLetters, ALetterOfTheProductMustBeThere) {
  auto files = shipped_files();
  std::erase_if(files, [](const TemplateFile& one) { return one.name.starts_with("warning."); });
  EXPECT_EQ(checked(files).rfind("templates: there is no letter 'warning'", 0), 0U);
}

TEST(LetterNeeds, NameKnownFieldsAndListsAlone) {
  for (const LetterNeeds& row : k_letter_needs) {
    for (const std::string_view name : row.fields) {
      ASSERT_NE(find_field(name, ""), nullptr) << row.letter << " " << name;
      EXPECT_NE(find_field(name, "")->kind, FieldKind::list);
    }
    for (const std::string_view name : row.one_of) {
      ASSERT_NE(find_field(name, ""), nullptr) << row.letter << " " << name;
      EXPECT_EQ(find_field(name, "")->kind, FieldKind::list);
    }
  }
}

TEST(LetterNeeds, ALetterWithNothingToSayIsNotWritten) {
  const TemplateSet set = shipped("common");
  for (const LetterNeeds& row : k_letter_needs) {
    auto facts = least_facts(row.letter);
    EXPECT_TRUE(set.render(row.letter, facts)) << row.letter;
    if (row.one_of.empty()) continue;
    facts.lists.clear();
    const auto letter = set.render(row.letter, facts);
    ASSERT_FALSE(letter) << row.letter;
    EXPECT_EQ(letter.error().code, domain::ErrorCode::settings);
    EXPECT_NE(letter.error().text.find("has nothing to say: give it '"), std::string::npos);
    // An item of blanks is no item.
    facts.lists[std::string{row.one_of.front()}] = {{{"text", "  "}}};
    EXPECT_FALSE(set.render(row.letter, facts)) << row.letter;
  }
}

}  // namespace
}  // namespace redress::templates
