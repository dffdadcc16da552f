#include "tests/unit/templates/html_page.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

#include <set>

namespace redress::templates {
namespace {

constexpr double k_least_contrast = 4.5;  // WCAG 2.1, 1.4.3

struct PageCase {
  std::string pack, letter;
  bool full;
  std::string language{"en"};
};

/// Every letter that has HTML, of the common pack, and what another pack or language has of its
/// own. Told by the names of the files: the table is made in every process that runs one of its
/// rows, and parsing all templates takes seconds.
std::vector<PageCase> pages() {
  const std::string html = ".html";
  std::set<std::string> names;
  for (const TemplateFile& one : shipped_files()) {
    if (one.pack == "common") names.insert(one.name);
  }
  std::vector<PageCase> all;
  for (const bool full : {true, false}) {
    for (const std::string& name : names) {
      if (!name.ends_with(html)) continue;
      const std::string letter = name.substr(0, name.size() - html.size());
      if (letter.find('.') != std::string::npos) continue;  // another language
      if (names.contains(letter + ".subject")) all.push_back({"common", letter, full});
    }
    all.push_back({"cim", "acknowledgement", full});
    all.push_back({"common", "acknowledgement", full, "cy"});
    all.push_back({"cim", "acknowledgement", full, "cy"});
  }
  return all;
}

class HtmlLetter : public testing::TestWithParam<PageCase> {
 protected:
  std::string html() const {
    const PageCase& page = GetParam();
    const auto facts = page.full ? full_facts() : least_facts(page.letter);
    return shipped_letter(page.pack, page.letter)
        .render(page.letter, facts, page.language)
        .value()
        .html;
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
  EXPECT_GE(check_contrast(page, {}), 3U);
  EXPECT_GE(check_contrast(page, dark), 3U);
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

/// Whether a row of this table itself starts with a heading.
bool has_heading(const GumboNode& node) {
  if (HtmlPage::tag(node) == "th") return true;
  if (node.type != GUMBO_NODE_ELEMENT || HtmlPage::tag(node) == "td") return false;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    if (has_heading(*static_cast<const GumboNode*>(children.data[i]))) return true;
  }
  return false;
}

TEST_P(HtmlLetter, IsAWholeAccessibleDocument) {
  const std::string page_text = html();
  const HtmlPage page{page_text};
  EXPECT_EQ(page_text.rfind("<!DOCTYPE html>", 0), 0U);
  EXPECT_EQ(page.parse_errors(), 0U);
  EXPECT_EQ(page.count("h1"), 1U);
  EXPECT_LE(page.text_of("title").size(), 78U) << "a subject too long for one line";
  // A report or a digest may list cases, and is about none of them.
  const bool lists_cases = GetParam().letter == "report" || GetParam().letter == "digest";
  const bool has_reference = !lists_cases && page_text.find("EX-2026-000001") != std::string::npos;
  EXPECT_EQ(page.text_of("title").starts_with("[EX-2026-000001] "), has_reference);
  const std::string language = GetParam().language == "en" ? "en-GB" : GetParam().language;
  page.visit([&](const GumboNode& node) {
    if (HtmlPage::tag(node) == "html") {
      EXPECT_EQ(HtmlPage::attribute(node, "lang"), language);
    }
    // A table is either layout and says so, or data with headings.
    if (HtmlPage::tag(node) == "table") {
      const bool layout = HtmlPage::attribute(node, "role") == "presentation";
      EXPECT_NE(layout, has_heading(node));
    }
    if (HtmlPage::tag(node) == "th") {
      const auto scope = HtmlPage::attribute(node, "scope");
      EXPECT_TRUE(scope == "row" || scope == "col" || scope == "rowgroup") << scope;
    }
  });
}

TEST_P(HtmlLetter, FetchesAndRunsNothing) {
  const std::string page_text = html();
  const HtmlPage page{page_text};
  page.visit([](const GumboNode& node) {  // what the mail itself brings, said in words too
    if (node.type != GUMBO_NODE_ELEMENT || HtmlPage::tag(node) != "img") return;
    EXPECT_EQ(GetParam().letter, "report");
    EXPECT_TRUE(HtmlPage::attribute(node, "src").starts_with("cid:"));
    EXPECT_GE(HtmlPage::attribute(node, "alt").size(), 10U);
  });
  for (const char* tag : {"script", "link", "iframe", "form", "object", "svg"}) {
    EXPECT_EQ(page.count(tag), 0U) << tag;
  }
  for (const char* word :
       {"url(", "@import", "@font-face", "display:flex", "display:grid", "{{", "}}"}) {
    EXPECT_EQ(page_text.find(word), std::string::npos) << word;
  }
  EXPECT_NE(page_text.find("max-width:600px"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Table, HtmlLetter, testing::ValuesIn(pages()), [](const auto& info) {
  const PageCase& page = info.param;
  return page.pack + "_" + page.letter + "_" + page.language + (page.full ? "_full" : "_least");
});

TEST(HtmlLetterOf, AHostileFactAddsNoElement) {
  const std::string attack = "\"><script>x</script><img src=x onerror=y><a href=z>'";
  for (const std::string& letter : shipped("cim").letters()) {
    auto facts = full_facts();
    for (auto& [name, value] : facts.fields) value = attack;
    for (auto& [name, items] : facts.lists) {
      for (auto& item : items) {
        for (auto& [key, value] : item) value = attack;
      }
    }
    facts.fields["policy_url"] = "https://e.org/\"><script>";
    facts.fields["notice_count"] = "1";
    const HtmlPage page{shipped("cim").render(letter, facts).value().html};
    EXPECT_EQ(page.count("script"), 0U) << letter;
    EXPECT_EQ(page.count("img"), letter == "report" ? 1U : 0U) << letter;  // its one chart
    EXPECT_LE(page.count("a"), 1U) << letter;
  }
}

/// RNIB: large print is 16 points or more. A point is 4/3 of a pixel; 0.9em is the smallest we use.
TEST(HtmlLetterOf, LargePrintIsLargeToTheLastLine) {
  const TemplateSet set = shipped("common");
  auto facts = full_facts();
  const std::string usual = set.render("response", facts)->html;
  facts.fields["large_print"] = "yes";
  const std::string large = set.render("response", facts)->html;
  EXPECT_NE(usual.find("font-size:16px;"), std::string::npos);
  EXPECT_NE(large.find("font-size:24px;"), std::string::npos);
  EXPECT_GE(24 * 0.9 * 3 / 4, 16.0);
  for (const std::string& letter : set.letters()) {
    facts.fields["notice_count"] = "1";
    const std::string html = set.render(letter, facts)->html;
    // Everything but the base is relative to it.
    EXPECT_EQ(count_of(html, "px;line-height"), html.empty() ? 0U : 1U) << letter;
    for (const char* small : {"font-size:0.8", "font-size:0.7", "font-size:small"}) {
      EXPECT_EQ(html.find(small), std::string::npos) << letter;
    }
  }
}

TEST(Contrast, IsThatOfTheStandard) {
  EXPECT_DOUBLE_EQ(contrast("#000000", "#ffffff"), 21.0);
  EXPECT_DOUBLE_EQ(contrast("#336699", "#336699"), 1.0);
  EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.48, 0.01);  // the well-known grey that just fails
}

}  // namespace
}  // namespace redress::templates
