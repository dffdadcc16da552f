#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

struct BadCase {
  const char* name;
  std::string text;
  std::string expected;  ///< the whole error
};

class BadTemplate : public testing::TestWithParam<BadCase> {};

TEST_P(BadTemplate, IsRefusedWithPlaceAndMend) {
  const auto made = TemplateSet::make(letter_x(GetParam().text), "cim");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, domain::ErrorCode::settings);
  EXPECT_EQ(made.error().text, "common/x.text.mustache:" + GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadTemplate,
    testing::Values(
        BadCase{"unknown", "Hello\n\n{{referense}}",
                "3: unknown field 'referense'; did you mean 'reference'"},
        BadCase{"unknown_without_likeness", "{{ qqqqqqqqqq }}", "1: unknown field 'qqqqqqqqqq'"},
        BadCase{"unknown_section", "{{#telefone}}x{{/telefone}}",
                "1: unknown field 'telefone'; did you mean 'telephone'"},
        BadCase{
            "optional_outside_its_section", "a\n{{telephone}}",
            "2: field 'telephone' may be absent; write {{#telephone}} … {{/telephone}} around it"},
        BadCase{
            "optional_in_inverted_section", "{{^telephone}}{{telephone}}{{/telephone}}",
            "1: field 'telephone' may be absent; write {{#telephone}} … {{/telephone}} around it"},
        BadCase{"list_as_value", "{{reasons}}",
                "1: 'reasons' is a list; write {{#reasons}} … {{/reasons}}"},
        BadCase{"item_outside_its_list", "{{text}}",
                "1: field 'text' belongs to the list 'later_stages'; write it inside "
                "{{#later_stages}}"},
        BadCase{"condition_of_no_list", "{{#has_reference}}{{/has_reference}}",
                "1: unknown field 'has_reference'; did you mean 'reference'"},
        BadCase{"section_left_open", "a\n{{#reference}}\nb",
                "2: section 'reference' is not closed; write {{/reference}}"},
        BadCase{"section_never_opened", "a{{/reference}}",
                "1: section 'reference' was never opened; write {{#reference}} before it"},
        BadCase{"sections_crossed", "{{#mailbox}}\n{{#reference}}{{/mailbox}}{{/reference}}",
                "2: section 'mailbox' closes, but 'reference' of line 2 is open; close that first"},
        BadCase{"tag_left_open", "a\nb {{reference",
                "2: a tag is not closed; write }} after its name"},
        BadCase{"empty_tag", "{{ }}", "1: an empty tag; name a field"},
        BadCase{"triple", "{{{reference}}}",
                "1: a tag without escaping is not allowed; write {{name}}"},
        BadCase{"ampersand", "{{& reference}}",
                "1: a tag without escaping is not allowed; write {{name}}"},
        BadCase{"delimiters", "{{=<% %>=}}", "1: other delimiters are not allowed; keep {{ and }}"},
        BadCase{"no_such_part", "{{>footer}}",
                "1: there is no template 'footer.text' for {{>footer}}; add footer.text.mustache"},
        BadCase{"contains_itself", "{{>x}}",
                "1: templates are nested deeper than 4; does 'x' contain itself?"}),
    [](const auto& info) { return info.param.name; });

std::string error_of(std::vector<TemplateFile> files) {
  const auto made = TemplateSet::make(std::move(files), "cim");
  return made ? "accepted" : made.error().text;
}

TEST(Make, RefusesAnErrorInAPartAtItsOwnPlace) {
  auto files = letter_x("{{>part}}");
  files.push_back(file("part.text", "\n{{nonsense_name}}"));
  EXPECT_EQ(error_of(files), "common/part.text.mustache:2: unknown field 'nonsense_name'");
}

TEST(Make, RefusesALetterWithoutText) {
  EXPECT_EQ(error_of({file("x.subject", "s")}),
            "common/x.subject.mustache:1: letter 'x' has no text; add x.text.mustache");
}

TEST(Make, RefusesANameOfNoMedium) {
  EXPECT_EQ(error_of({file("x.pdf", "s")}),
            "common/x.pdf.mustache:1: 'x.pdf' is no name of a template; name it LETTER.subject, "
            "LETTER.text or LETTER.html");
}

TEST(Make, RefusesAMisspeltFileOfThePack) {
  auto files = letter_x("text");
  files.push_back(file("y.text", "never used", "cim"));
  EXPECT_EQ(error_of(files),
            "cim/y.text.mustache:1: no letter uses 'y.text'; give it the name of a letter, or a "
            "subject of its own");
}

TEST(Make, RefusesALayoutWithoutAPlaceForTheLetter) {
  auto files = letter_x("text");
  files.push_back(file("layout.text", "head\n"));
  EXPECT_EQ(
      error_of(files),
      "common/layout.text.mustache:1: a layout without a place for the letter; write {{>body}}");
}

TEST(Make, PassesOverOtherPacks) {
  auto files = letter_x("common");
  files.push_back(file("x.text", "{{broken", "other"));
  const auto made = TemplateSet::make(files, "cim");
  ASSERT_TRUE(made) << made.error().text;
  EXPECT_EQ(made->render("x", minimal_facts())->text, "common\n");
}

TEST(Make, PutsThePacksFileInPlaceOfTheCommonOneInAnyOrder) {
  const auto own = file("x.text", "own", "cim");
  for (const bool own_first : {true, false}) {
    auto files = letter_x("common");
    files.insert(own_first ? files.begin() : files.end(), own);
    const auto made = TemplateSet::make(files, "cim");
    ASSERT_TRUE(made) << made.error().text;
    EXPECT_EQ(made->render("x", minimal_facts())->text, "own\n");
    EXPECT_EQ(made->render("x", minimal_facts())->subject, "Subject");
  }
}

TEST(Make, NamesItsLetters) {
  auto files = letter_x("text");
  files.push_back(file("a.subject", "s"));
  files.push_back(file("a.text", "t{{>part}}"));
  files.push_back(file("part.text", "p"));
  EXPECT_EQ(TemplateSet::make(files, "cim")->letters(), (std::vector<std::string>{"a", "x"}));
}

}  // namespace
}  // namespace redress::templates
