#include "parsers/text/html_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::parsers {
namespace {

struct Case {
  std::string name;
  std::string html;
  std::string text;
};

class HtmlText : public testing::TestWithParam<Case> {};

TEST_P(HtmlText, WhatAPersonSees) {
  DefectLog defects;
  EXPECT_EQ(without_marks(html_to_marked_text(GetParam().html, {}, defects)), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Table, HtmlText,
    testing::Values(
        Case{"paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"},
        Case{"lines", "One<br>Two<br><br>Three", "One\nTwo\n\nThree"},
        Case{"divs", "<div>One</div><div>Two</div>", "One\nTwo"},
        Case{"white_space", "<p>One \n  two\t three</p>", "One two three"},
        Case{"formatting", "<b>Bo</b>ld and <i>i</i>", "Bold and i"},
        Case{"entities", "&lt;b&gt; &amp; &pound;5&nbsp;now",
             "<b> & \xC2\xA3"
             "5 now"},
        Case{"list", "<ul><li>One<li>Two</ul>", "- One\n- Two"},
        Case{"table", "<table><tr><td>Name</td><td>Jo</td></tr><tr><td>A</td><td>B</td></table>",
             "Name Jo\nA B"},
        Case{"link", "<a href=\"https://example.org/x\">here</a>", "here <https://example.org/x>"},
        Case{"link_is_its_text", "<a href=\"https://www.example.org/\">example.org</a>",
             "example.org"},
        Case{"mail_link", "<a href=\"mailto:a@example.org\">Jo</a>", "Jo"},
        Case{"image", "<img src=\"x\" alt=\"A cat\">", "A cat"},
        Case{"script", "a<script>if (1 < 2) alert('</p>');</script>b", "ab"},
        Case{"style", "<style>p { color: red }</style>text", "text"},
        Case{"title", "<head><title>T</title></head><body>B</body>", "B"},
        Case{"comment", "a<!-- <p>no</p> -->b", "ab"},
        Case{"conditional", "<!--[if mso]>x<![endif]-->y<![if !mso]>z<![endif]>", "yz"},
        Case{"hidden", "<div style=\"display: none\">no<div>no</div></div>yes", "yes"},
        Case{"hidden_attribute", "<p hidden>no</p>yes", "yes"},
        Case{"zero_font", "<span style='font-size:0px'>no</span>yes", "yes"},
        Case{"small_font_is_shown", "<span style='font-size:0.8em'>yes</span>", "yes"},
        Case{"cite", "<p>New</p><blockquote type=\"cite\">Old<br>older</blockquote>",
             "New\n\n> Old\n> older"},
        Case{"indent_is_no_quote", "<blockquote>Mine</blockquote>", "Mine"},
        Case{"nested_quote",
             "<blockquote type=cite>a<blockquote type=cite>b</blockquote></blockquote>",
             "> a\n>\n>> b"},
        Case{"pre", "<pre>a\n  b</pre>", "a\n  b"},
        Case{"unclosed", "<div><p>One<p>Two", "One\n\nTwo"},
        Case{"stray_end_tags", "One</div></p></table>Two", "One\nTwo"},
        Case{"bare_less_than", "2 < 3", "2 < 3"}, Case{"cut_off_tag", "text<a href=\"", "text"}),
    [](const auto& info) { return info.param.name; });

TEST(HtmlText, SignatureIsMarked) {
  DefectLog defects;
  EXPECT_EQ(html_to_marked_text("Hi<div class=\"gmail_signature\">Jo</div>", {}, defects),
            "Hi\n\x02Jo");
}

struct Flood {
  std::string name;
  std::string piece;
  bool deep;  ///< nests without end; else each piece ends the one before
};
class HtmlFlood : public testing::TestWithParam<Flood> {};

TEST_P(HtmlFlood, IsReadInBoundedDepthAndTime) {
  std::string html;
  for (int n = 0; n < 100'000; ++n) html += GetParam().piece;
  html += "end";
  DefectLog defects;
  const auto text = html_to_marked_text(html, {}, defects);
  EXPECT_TRUE(text.ends_with("end"));
  EXPECT_EQ(defects.has("html_too_deep"), GetParam().deep);
}

INSTANTIATE_TEST_SUITE_P(Table, HtmlFlood,
                         testing::Values(Flood{"div", "<div>", true}, Flood{"bold", "<b>", true},
                                         Flood{"font", "<font size=1><p>", false},
                                         Flood{"table", "<table><tr><td>", true},
                                         Flood{"mismatched", "<div><i></x>", true},
                                         Flood{"quote", "<blockquote type=cite>x", true},
                                         Flood{"list", "<ul><li>", true}),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::parsers
