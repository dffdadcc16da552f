#include "tests/unit/templates/html_page.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

#include <set>

namespace redress::templates {
namespace {

constexpr double k_least_contrast = 4.5;  // WCAG 2.1, 1.4.3

struct PageCase {
  const char* name;
  const char* pack;
  const char* letter;
  bool full;
};

class HtmlLetter : public testing::TestWithParam<PageCase> {
 protected:
  std::string html() const {
    const auto facts = GetParam().full ? full_facts() : minimal_facts();
    return shipped(GetParam().pack).render(GetParam().letter, facts).value().html;
  }
};

/// Declarations of every class in the block that follows `start` in the style sheet.
std::map<std::string, std::string> rules_after(const std::string& html, const std::string& start) {
  std::map<std::string, std::string> rules;
  const auto from = html.find(start);
  if (from == std::string::npos) return rules;
  const auto end = html.find("</style>", from);
  for (auto dot = html.find("\n.", from); dot < end; dot = html.find("\n.", dot + 1)) {
    const auto open = html.find(" { ", dot);
    const auto close = html.find(" }", open);
    rules[html.substr(dot + 2, open - dot - 2)] = html.substr(open + 3, close - open - 3);
  }
  return rules;
}

struct Colours {
  std::string text{"#000000"}, ground{"#ffffff"};
};

/// The colours that text in this node has: the nearest declaration upwards, a class's over an
/// inline one.
Colours colours_of(const GumboNode& text, const std::map<std::string, std::string>& classes) {
  Colours found{"", ""};
  for (const GumboNode* node = text.parent; node != nullptr && node->type == GUMBO_NODE_ELEMENT;
       node = node->parent) {
    std::string declared = HtmlPage::attribute(*node, "style");
    const std::string names = " " + HtmlPage::attribute(*node, "class") + " ";
    for (const auto& [name, rule] : classes) {
      if (names.find(" " + name + " ") != std::string::npos) declared = rule + ";" + declared;
    }
    if (found.text.empty()) found.text = css_colour(declared, "color");
    if (found.ground.empty()) found.ground = css_colour(declared, "background-color");
  }
  return found;
}

std::size_t check_contrast(const std::string& html,
                           const std::map<std::string, std::string>& classes) {
  std::size_t checked = 0;
  HtmlPage{html}.visit([&](const GumboNode& node) {
    const std::set<std::string> unseen{"title", "style"};
    if (node.type != GUMBO_NODE_TEXT || unseen.contains(HtmlPage::tag(*node.parent))) return;
    const Colours colours = colours_of(node, classes);
    EXPECT_FALSE(colours.text.empty()) << node.v.text.text;
    EXPECT_FALSE(colours.ground.empty()) << node.v.text.text;
    if (colours.text.empty() || colours.ground.empty()) return;
    EXPECT_GE(contrast(colours.text, colours.ground), k_least_contrast)
        << colours.text << " on " << colours.ground << ": " << node.v.text.text;
    ++checked;
  });
  return checked;
}

TEST_P(HtmlLetter, CanBeReadByDayAndByNight) {
  const std::string page = html();
  const auto dark = rules_after(page, "prefers-color-scheme: dark");
  EXPECT_GE(dark.size(), 6U);
  EXPECT_GT(check_contrast(page, {}), 10U);
  EXPECT_GT(check_contrast(page, dark), 10U);
}

TEST_P(HtmlLetter, DarkModeKnowsEveryInlineColour) {
  const std::string page = html();
  const auto dark = rules_after(page, "prefers-color-scheme: dark");
  HtmlPage{page}.visit([&](const GumboNode& node) {
    const std::string style = HtmlPage::attribute(node, "style");
    for (const char* property : {"color", "background-color"}) {
      if (css_colour(style, property).empty()) continue;
      const std::string names = " " + HtmlPage::attribute(node, "class") + " ";
      const bool known = std::any_of(dark.begin(), dark.end(), [&](const auto& rule) {
        return names.find(" " + rule.first + " ") != std::string::npos &&
               !css_colour(rule.second, property).empty();
      });
      EXPECT_TRUE(known) << HtmlPage::tag(node) << " " << names << style;
    }
  });
}

TEST_P(HtmlLetter, IsAWholeAccessibleDocument) {
  const std::string page_text = html();
  const HtmlPage page{page_text};
  EXPECT_EQ(page_text.rfind("<!DOCTYPE html>", 0), 0U);
  EXPECT_EQ(page.parse_errors(), 0U);
  EXPECT_EQ(page.count("h1"), 1U);
  EXPECT_GE(page.count("h2"), 2U);
  EXPECT_NE(page.text_of("title").find("EX-2026-000001"), std::string::npos);
  page.visit([](const GumboNode& node) {
    if (HtmlPage::tag(node) == "html") {
      EXPECT_EQ(HtmlPage::attribute(node, "lang"), "en-GB");
    }
    // A table is either layout and says so, or data with headings.
    if (HtmlPage::tag(node) == "table" && HtmlPage::attribute(node, "class") != "panel") {
      EXPECT_EQ(HtmlPage::attribute(node, "role"), "presentation");
    }
    if (HtmlPage::tag(node) == "th") {
      EXPECT_EQ(HtmlPage::attribute(node, "scope"), "row");
    }
  });
}

TEST_P(HtmlLetter, FetchesAndRunsNothing) {
  const std::string page_text = html();
  const HtmlPage page{page_text};
  for (const char* tag : {"img", "script", "link", "iframe", "form", "object", "svg"}) {
    EXPECT_EQ(page.count(tag), 0U) << tag;
  }
  for (const char* word :
       {"url(", "@import", "@font-face", "display:flex", "display:grid", "{{", "}}"}) {
    EXPECT_EQ(page_text.find(word), std::string::npos) << word;
  }
  EXPECT_NE(page_text.find("max-width:600px"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Table, HtmlLetter,
                         testing::Values(PageCase{"common_full", "common", "acknowledgement", true},
                                         PageCase{"common_minimal", "common", "acknowledgement",
                                                  false},
                                         PageCase{"cim_full", "cim", "acknowledgement", true},
                                         PageCase{"cim_minimal", "cim", "acknowledgement", false},
                                         PageCase{"duty_full", "cim", "duty_alert", true},
                                         PageCase{"duty_minimal", "cim", "duty_alert", false}),
                         [](const auto& info) { return info.param.name; });

TEST(HtmlLetterOf, AHostileFactAddsNoElement) {
  auto facts = full_facts();
  const std::string attack = "\"><script>x</script><img src=x onerror=y>'";
  for (auto& [name, value] : facts.fields) {
    if (name != "policy_url") value = attack;
  }
  facts.fields["policy_url"] = "https://e.org/\"><script>";
  for (auto& [name, items] : facts.lists) items = {{{"text", attack}}};
  const HtmlPage page{shipped("cim").render("acknowledgement", facts).value().html};
  EXPECT_EQ(page.count("script"), 0U);
  EXPECT_EQ(page.count("img"), 0U);
  EXPECT_EQ(page.count("a"), 1U);
}

TEST(Contrast, IsThatOfTheStandard) {
  EXPECT_DOUBLE_EQ(contrast("#000000", "#ffffff"), 21.0);
  EXPECT_DOUBLE_EQ(contrast("#336699", "#336699"), 1.0);
  EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.48, 0.01);  // the well-known grey that just fails
}

}  // namespace
}  // namespace redress::templates
