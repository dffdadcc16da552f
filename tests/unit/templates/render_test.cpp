#include "templates/fields.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

Letter rendered(std::vector<TemplateFile> files, const LetterFacts& facts) {
  return TemplateSet::make(std::move(files), "cim").value().render("x", facts).value();
}
std::string text_of(std::string text, const LetterFacts& facts) {
  return rendered(letter_x(std::move(text)), facts).text;
}

TEST(Render, NamesEveryFieldThatHasNoValue) {
  const auto set =
      TemplateSet::make(letter_x("{{organisation}} {{reference}} {{mailbox}}"), "cim").value();
  const auto letter =
      set.render("x", {.fields = {{"mailbox", "m"}, {"organisation", ""}}, .lists = {}});
  ASSERT_FALSE(letter);
  EXPECT_EQ(letter.error().code, domain::ErrorCode::settings);
  EXPECT_EQ(letter.error().text,
            "common/x.text.mustache: no value for 'organisation', 'reference'");
}

TEST(Render, AnUnknownLetterNamesTheKnownOnes) {
  const auto letter = TemplateSet::make(letter_x("t"), "cim")->render("y", {});
  ASSERT_FALSE(letter);
  EXPECT_EQ(letter.error().text, "there is no letter 'y'; the letters are: x");
}

TEST(Render, AskingForAFieldIsNoMiss) {
  EXPECT_EQ(text_of("{{#telephone}}T {{telephone}}{{/telephone}}{{^telephone}}none{{/telephone}}",
                    minimal_facts()),
            "none\n");
  EXPECT_EQ(text_of("{{#telephone}}T {{telephone}}{{/telephone}}{{^telephone}}none{{/telephone}}",
                    full_facts()),
            "T 01234 567890\n");
}

TEST(Render, AFieldOfBlanksIsAbsent) {
  auto facts = minimal_facts();
  facts.fields["telephone"] = " \r\n ";
  EXPECT_EQ(text_of("{{^telephone}}none{{/telephone}}", facts), "none\n");
}

/// Text that tries to be something else.
struct HostileCase {
  const char* name;
  std::string value, text, html;
};

class HostileFact : public testing::TestWithParam<HostileCase> {};

TEST_P(HostileFact, StaysText) {
  auto facts = minimal_facts();
  facts.fields["organisation"] = GetParam().value;
  facts.fields["reference"] = "SECRET";
  facts.lists["reasons"] = {{{"text", GetParam().value}}};
  const auto letter = rendered(letter_x("{{organisation}}|{{#reasons}}{{text}}{{/reasons}}",
                                        "{{organisation}}|{{#reasons}}{{text}}{{/reasons}}"),
                               facts);
  EXPECT_EQ(letter.text, GetParam().text + "|" + GetParam().text + "\n");
  EXPECT_EQ(letter.html, GetParam().html + "|" + GetParam().html);
}

INSTANTIATE_TEST_SUITE_P(
    Table, HostileFact,
    testing::Values(HostileCase{"script", "<script>alert(1)</script>", "<script>alert(1)</script>",
                                "&lt;script&gt;alert(1)&lt;/script&gt;"},
                    HostileCase{"quotes", "O'Neill \"Z\" & Co", "O'Neill \"Z\" & Co",
                                "O&#39;Neill &quot;Z&quot; &amp; Co"},
                    HostileCase{"mustache", "{{reference}}", "{{reference}}", "{{reference}}"},
                    HostileCase{"triple", "{{{reference}}}", "{{{reference}}}", "{{{reference}}}"},
                    HostileCase{"section", "{{#reasons}}{{text}}{{/reasons}}",
                                "{{#reasons}}{{text}}{{/reasons}}",
                                "{{#reasons}}{{text}}{{/reasons}}"},
                    HostileCase{"delimiters", "{{=<% %>=}}", "{{=<% %>=}}", "{{=&lt;% %&gt;=}}"},
                    HostileCase{"lines", "a\r\n\r\nb", "a b", "a b"}),
    [](const auto& info) { return info.param.name; });

TEST(Render, ANameIsBounded) {
  auto facts = minimal_facts();
  facts.fields["complainant_name"] = std::string(5000, 'n');
  const auto text =
      text_of("{{#complainant_name}}{{complainant_name}}{{/complainant_name}}", facts);
  EXPECT_EQ(text, std::string(k_name_chars - 1, 'n') + "\xE2\x80\xA6\n");
}

TEST(Render, ALongListIsBounded) {
  auto facts = minimal_facts();
  facts.lists["reasons"].assign(k_list_items + 10, {{"text", "r"}});
  EXPECT_EQ(count_of(text_of("{{#reasons}}\n- {{text}}\n{{/reasons}}", facts), "- r"),
            k_list_items);
}

TEST(Render, OnlyWebAddressesAreLinks) {
  for (const auto& [url, shown] : std::map<std::string, std::string>{
           {"https://example.org/a?b&c", "https://example.org/a?b&amp;c"},
           {"http://example.org", "http://example.org"},
           {"javascript:alert(1)", "none"},
           {"https://a b", "none"},
           {"https://x\" onclick=\"y", "none"},
           {"https://x\"y", "https://x&quot;y"}}) {
    auto facts = minimal_facts();
    facts.fields["policy_url"] = url;
    const std::string html =
        "{{#policy_url}}{{policy_url}}{{/policy_url}}{{^policy_url}}none{{/policy_url}}";
    EXPECT_EQ(rendered(letter_x("t", html), facts).html, shown) << url;
  }
}

TEST(Render, AnItemNeverShowsTheLettersOwnField) {
  auto facts = minimal_facts();
  facts.lists["notices"] = {{{"kind", "held"}, {"text", "one"}},
                            {{"kind", "held"}, {"text", "two"}, {"reference", "EX-2026-000002"}}};
  EXPECT_EQ(
      text_of("{{#notices}}\n{{text}}{{#reference}} {{reference}}{{/reference}}\n{{/notices}}\n"
              "{{reference}}",
              facts),
      "one\ntwo EX-2026-000002\nEX-2026-000001\n");
}

TEST(Render, SortsNoticesByKindAndCountsThem) {
  LetterFacts facts;
  for (const char* kind : {"held", "junk", "held", "unheard_of"}) {
    facts.lists["notices"].push_back({{"kind", kind}, {"text", kind}});
  }
  EXPECT_EQ(text_of("{{notice_count}}: {{#notices_held}}{{text}},{{/notices_held}} "
                    "{{#notices_junk}}{{text}},{{/notices_junk}} "
                    "{{#notices_system}}{{text}},{{/notices_system}}"
                    "{{#has_notices_failed}}!{{/has_notices_failed}}",
                    facts),
            "4: held,held, junk, unheard_of,\n");
}

TEST(Render, LayoutAndPartsGoAroundTheLetter) {
  auto files = letter_x("body {{>part}}\nend", "<p>{{>part}}</p>");
  files.push_back(file("part.text", "part of {{organisation}}\n"));
  files.push_back(file("part.html", "<b>{{organisation}}</b>\n"));
  files.push_back(file("layout.html", "<title>{{subject}}</title>{{>body}}."));
  auto facts = minimal_facts();
  facts.fields["organisation"] = "A & B";
  const auto letter = rendered(files, facts);
  EXPECT_EQ(letter.text, "body part of A & B\nend\n");
  EXPECT_EQ(letter.html, "<title>Subject</title><p><b>A &amp; B</b></p>.");
}

TEST(Render, CommentsLeaveNoTrace) {
  EXPECT_EQ(text_of("{{! {{not a tag }}\na{{! b }}c", minimal_facts()), "ac\n");
}

TEST(Render, TheSubjectIsOneLineAndUnescaped) {
  auto facts = minimal_facts();
  facts.fields["organisation"] = "Tom & Jo\r\nBcc: x@example.org";
  const auto letter = rendered({file("x.subject", "[{{reference}}]\n {{organisation}}\n"),
                                file("x.text", "{{subject}}"), file("x.html", "{{subject}}")},
                               facts);
  EXPECT_EQ(letter.subject, "[EX-2026-000001] Tom & Jo Bcc: x@example.org");
  EXPECT_EQ(letter.text, letter.subject + "\n");
  EXPECT_EQ(letter.html, "[EX-2026-000001] Tom &amp; Jo Bcc: x@example.org");
}

TEST(Render, ALetterWithoutHtmlHasNone) {
  EXPECT_EQ(rendered(letter_x("t"), minimal_facts()).html, "");
}

}  // namespace
}  // namespace redress::templates
