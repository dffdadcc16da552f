#include "parsers/read_message.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::parsers {
namespace {

/// Replies as mail programs build them in HTML, around the same words.
struct Reply {
  std::string name;
  std::string html;
};

class HtmlReply : public testing::TestWithParam<Reply> {};

TEST_P(HtmlReply, LeavesTheNewWords) {
  const auto facts =
      read_message("From: Jo Bloggs <jo@example.org>\nContent-Type: text/html; charset=utf-8\n\n" +
                   GetParam().html);
  EXPECT_EQ(facts.new_text, "It is not so.\n\nPlease look again.");
  EXPECT_NE(facts.text.find("Old words"), std::string::npos);
}

const std::string k_new = "<div>It is not so.</div><div><br></div><div>Please look again.</div>";

INSTANTIATE_TEST_SUITE_P(
    Programs, HtmlReply,
    testing::Values(
        Reply{"gmail",
              "<div dir=\"ltr\">" + k_new +
                  "</div><br><div class=\"gmail_quote gmail_quote_container\">"
                  "<div dir=\"ltr\" class=\"gmail_attr\">On Thu, 1 Oct 2026 at 16:12, CIM &lt;"
                  "<a href=\"mailto:c@cim.example\">c@cim.example</a>&gt; wrote:<br></div>"
                  "<blockquote class=\"gmail_quote\" style=\"border-left:1px solid\">"
                  "<div>Dear Jo,</div><div>Old words.</div></blockquote></div>"},
        Reply{"gmail_inline",
              "<div dir=\"ltr\"><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Thu, 1 Oct "
              "2026 at 16:12, CIM &lt;c@cim.example&gt; wrote:<br></div>"
              "<blockquote class=\"gmail_quote\"><div>Old words.</div></blockquote>"
              "<div>It is not so.</div><blockquote class=\"gmail_quote\">Older words</blockquote>"
              "<div>Please look again.</div></div></div>"},
        Reply{"apple",
              k_new +
                  "<br><div><blockquote type=\"cite\"><div>On 1 Oct 2026, at 16:12, CIM "
                  "&lt;c@cim.example&gt; wrote:</div><br><div>Old words.</div></blockquote></div>"},
        Reply{"outlook",
              "<div class=WordSection1><p class=MsoNormal>It is not so.<o:p></o:p></p>"
              "<p class=MsoNormal>Please look again.<o:p></o:p></p><div><div style='border:none;"
              "border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> CIM "
              "&lt;c@cim.example&gt; <br><b>Sent:</b> 01 October 2026 16:12<br><b>To:</b> Jo<br>"
              "<b>Subject:</b> RE: Form<o:p></o:p></p></div></div>"
              "<p class=MsoNormal>Old words.</p></div>"},
        Reply{
            "outlook_on_the_web",
            k_new +
                "<div id=\"appendonsend\"></div><hr style=\"width:98%\"><div id=\"divRplyFwdMsg\">"
                "<font><b>From:</b> CIM &lt;c@cim.example&gt;<br><b>Sent:</b> 01 October 2026 "
                "16:12<br><b>To:</b> Jo<br><b>Subject:</b> RE: Form</font></div><div>Old words."
                "</div>"},
        Reply{"outlook_german",
              k_new + "<hr><div><b>Von:</b> CIM<br><b>Gesendet:</b> Donnerstag, 1. Oktober 2026<br>"
                      "<b>An:</b> Jo<br><b>Betreff:</b> AW: Form</div><div>Old words.</div>"},
        Reply{"thunderbird",
              "<p>It is not so.</p><p>Please look again.</p><div class=\"moz-cite-prefix\">On "
              "01/10/2026 16:12, CIM wrote:<br></div><blockquote type=\"cite\" "
              "cite=\"mid:1@cim.example\"><p>Old words.</p></blockquote>"},
        Reply{"thunderbird_below",
              "<div class=\"moz-cite-prefix\">On 01/10/2026 16:12, CIM wrote:<br></div>"
              "<blockquote type=\"cite\" cite=\"mid:1@cim.example\"><p>Old words.</p></blockquote>"
              "<p>It is not so.</p><p>Please look again.</p>"},
        Reply{"yahoo",
              k_new +
                  "<div id=\"yahoo_quoted_12\" class=\"yahoo_quoted\"><div><div>On Thursday, 1 "
                  "October 2026 at 16:12:33 BST, CIM &lt;c@cim.example&gt; wrote:</div><div><br>"
                  "</div><div>Dear Jo,</div><div>Old words.</div></div></div>"},
        Reply{"yahoo_below",
              "<div class=\"yahoo_quoted\"><div>On Thursday, 1 October 2026 at 16:12:33 BST, CIM "
              "&lt;c@cim.example&gt; wrote:</div><div>Old words.</div></div>" +
                  k_new},
        Reply{
            "proton",
            k_new +
                "<div class=\"protonmail_signature_block\"><div class=\"protonmail_signature\">"
                "Sent with Proton Mail secure email.</div></div><div class=\"protonmail_quote\">On "
                "Thursday, 1 October 2026 at 16:12, CIM &lt;c@cim.example&gt; wrote:<br><br>"
                "<blockquote class=\"protonmail_quote\" type=\"cite\">Old "
                "words.</blockquote></div>"},
        Reply{"web_de",
              k_new +
                  "<div name=\"quote\" style=\"border-left:2px solid #C3D9E5;\"><div><b>Gesendet:"
                  "</b>&nbsp;Donnerstag, 01. Oktober 2026 um 16:12 Uhr<br><b>Von:</b>&nbsp;CIM "
                  "&lt;c@cim.example&gt;<br><b>An:</b>&nbsp;jo@example.org<br><b>Betreff:</b>&nbsp;"
                  "Form</div><div>Old words.</div></div>"},
        Reply{"samsung",
              k_new + "<div><br></div><div id=\"composer_signature\">Sent from my Galaxy</div>"
                      "<div><br></div><div>-------- Original message --------</div><div>From: CIM "
                      "&lt;c@cim.example&gt; </div><div>Date: 01/10/2026 16:12 (GMT+00:00) "
                      "</div><div>To: "
                      "Jo </div><div>Subject: Form </div><div>Old words.</div>"},
        Reply{
            "zoho",
            k_new +
                "<div class=\"zmail_extra\"><div id=\"Zm-_Id_-Sgn1\">---- On Thu, 01 Oct 2026 "
                "16:12:33 +0100 <b>CIM &lt;c@cim.example&gt;</b> wrote ---<br></div><div><br></div>"
                "<blockquote id=\"blockquote_zmail\"><div>Old words.</div></blockquote></div>"}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::parsers
