#include "templates/dates.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

namespace redress::templates {
namespace {

TEST(Welsh, TheAcknowledgementIsWelshInEveryForm) {
  for (const char* pack : {"common", "cim"}) {
    const TemplateSet set = shipped(pack);
    ASSERT_TRUE(set.speaks("acknowledgement", "cy"));
    const Letter letter = set.render("acknowledgement", full_facts(), "cy").value();
    EXPECT_EQ(letter.language, "cy");
    EXPECT_EQ(letter.subject, "[EX-2026-000001] Rydym wedi derbyn eich cwyn");
    EXPECT_EQ(letter.text.rfind("Annwyl Zo\xC3\xAB O'Neill,\n", 0), 0U) << letter.text;
    EXPECT_NE(letter.html.find("<html lang=\"cy\""), std::string::npos);
    for (const std::string& form : {letter.text, letter.html}) {
      for (const char* said : {"EX-2026-000001", "Tuesday 22 December 2026", "01234 567890",
                               "Cofion gorau", "dates and names", "Thursday 3 December 2026"}) {
        EXPECT_NE(form.find(said), std::string::npos) << pack << ": " << said;
      }
      for (const char* english : {"Kind regards", "Your reference", "We received", "You will",
                                  "Reply to", "dealt with", "What happens", "department manager"}) {
        EXPECT_EQ(form.find(english), std::string::npos) << pack << ": " << english;
      }
    }
  }
}

TEST(Welsh, EnglishTextOfThePolicyIsMarkedAsEnglish) {
  const std::string html = shipped("common").render("acknowledgement", full_facts(), "cy")->html;
  for (const char* text : {"You can ask for a review.", "First words of a person.",
                           "Qualifications are regulated by the regulator."}) {
    const auto at = html.find(text);
    ASSERT_NE(at, std::string::npos) << text;
    const auto open = html.rfind('<', at);
    EXPECT_EQ(html.compare(open, 16, "<p lang=\"en-GB\" "), 0) << html.substr(open, 40);
  }
}

TEST(Welsh, PromisesNothingThatWasNotGiven) {
  for (const char* pack : {"common", "cim"}) {
    const Letter letter =
        shipped(pack).render("acknowledgement", least_facts("acknowledgement"), "cy").value();
    EXPECT_EQ(letter.text.rfind("Helo,\n", 0), 0U);
    for (const std::string& form : {letter.text, letter.html}) {
      for (const char* unsaid : {" erbyn ", "http", "ffonio", "awtomatig", "Saesneg"}) {
        EXPECT_EQ(form.find(unsaid), std::string::npos) << pack << ": " << unsaid;
      }
    }
  }
}

TEST(Welsh, ALetterWithoutAWelshVersionIsEnglish) {
  const TemplateSet set = shipped("common");
  EXPECT_FALSE(set.speaks("holding", "cy"));
  const Letter letter = set.render("holding", full_facts(), "cy").value();
  EXPECT_EQ(letter.language, "en");
  EXPECT_NE(letter.html.find("<html lang=\"en-GB\""), std::string::npos);
}

TEST(Languages, AVersionLacksNothingOfTheLetter) {
  auto files = letter_x("English {{>part}}", "<p>English</p>");
  files.push_back(file("part.text", "part"));
  files.push_back(file("x.cy.text", "Cymraeg {{>part}}"));
  const auto error = [&] {
    const auto made = TemplateSet::make(files, "cim").value();
    const auto spoken = made.speaks("x", "cy");
    EXPECT_EQ(made.render("x", minimal_facts(), "cy")->language, spoken ? "cy" : "en");
    return spoken ? std::string{"spoken"} : spoken.error().text;
  };
  EXPECT_EQ(error(), "there is no template 'x.cy.subject'; add x.cy.subject.mustache");
  files.push_back(file("x.cy.subject", "Pwnc"));
  EXPECT_EQ(error(),
            "common/x.cy.text.mustache:1: there is no template 'part.cy.text' for "
            "{{>part}}; add part.cy.text.mustache");
  files.push_back(file("part.cy.text", "rhan"));
  EXPECT_EQ(error(), "there is no template 'x.cy.html'; add x.cy.html.mustache");
  files.push_back(file("x.cy.html", "<p>Cymraeg</p>"));
  EXPECT_EQ(error(), "spoken");
  // The pack says something else in English: the common Welsh would be untrue.
  files.push_back(file("part.text", "part of the pack", "cim"));
  EXPECT_EQ(error(),
            "common/x.cy.text.mustache:1: there is no template 'part.cy.text' for "
            "{{>part}}; add part.cy.text.mustache");
  files.push_back(file("part.cy.text", "rhan y pecyn", "cim"));
  EXPECT_EQ(error(), "spoken");
}

TEST(LongDate, NamesEveryDayAndMonthInWelsh) {
  struct Case {
    const char* date;
    const char* text;
  };
  for (const Case& one :
       {Case{"2026-11-24", "dydd Mawrth 24 Tachwedd 2026"},
        Case{"2026-01-04", "dydd Sul 4 Ionawr 2026"},
        Case{"2026-02-02", "dydd Llun 2 Chwefror 2026"},
        Case{"2026-03-04", "dydd Mercher 4 Mawrth 2026"},
        Case{"2026-04-02", "dydd Iau 2 Ebrill 2026"}, Case{"2026-05-01", "dydd Gwener 1 Mai 2026"},
        Case{"2026-06-06", "dydd Sadwrn 6 Mehefin 2026"},
        Case{"2026-07-05", "dydd Sul 5 Gorffennaf 2026"},
        Case{"2026-08-03", "dydd Llun 3 Awst 2026"}, Case{"2026-09-01", "dydd Mawrth 1 Medi 2026"},
        Case{"2026-10-07", "dydd Mercher 7 Hydref 2026"},
        Case{"2026-12-31", "dydd Iau 31 Rhagfyr 2026"}}) {
    EXPECT_EQ(long_date(domain::parse_date(one.date).value(), "cy"), one.text);
  }
  EXPECT_EQ(long_date(domain::parse_date("2026-11-24").value(), "en"), "Tuesday 24 November 2026");
}

}  // namespace
}  // namespace redress::templates
