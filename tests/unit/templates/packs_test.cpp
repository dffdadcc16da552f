#include "templates/fields.hpp"
#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

#include <set>

namespace redress::templates {
namespace {

std::set<std::string> packs() {
  std::set<std::string> names;
  for (const TemplateFile& one : shipped_files()) names.insert(one.pack);
  return names;
}

TEST(Packs, EveryPackHasEveryLetter) {
  EXPECT_TRUE(packs().contains("common"));
  EXPECT_TRUE(packs().contains("cim"));
  std::vector<std::string> expected;
  for (const LetterNeeds& row : k_letter_needs) expected.emplace_back(row.letter);
  std::sort(expected.begin(), expected.end());
  for (const std::string& pack : packs()) {
    const auto set = TemplateSet::make(shipped_files(), pack);
    ASSERT_TRUE(set) << set.error().text;
    auto letters = set->letters();
    std::sort(letters.begin(), letters.end());
    EXPECT_EQ(letters, expected) << pack;
  }
}

TEST(Packs, EveryLetterRendersWithMuchAndWithLittle) {
  for (const std::string& pack : packs()) {
    const TemplateSet set = shipped(pack);
    for (const std::string& name : set.letters()) {
      auto full = full_facts();
      full.fields["notice_count"] = "0";
      for (const auto& facts : {least_facts(name), full}) {
        const auto letter = set.render(name, facts);
        ASSERT_TRUE(letter) << letter.error().text;
        EXPECT_LE(longest_line(letter->text), 72U) << pack << " " << name;
        EXPECT_EQ(letter->text.find("{{"), std::string::npos);
        EXPECT_EQ(letter->text.find("\n\n\n"), std::string::npos);
        EXPECT_EQ(letter->text.find("\xC2\xA0"), std::string::npos);
        EXPECT_EQ(letter->subject.find('\n'), std::string::npos);
      }
    }
  }
}

TEST(Packs, TheAcknowledgementOfCimSaysWhatThePolicySays) {
  const Letter letter = shipped("cim").render("acknowledgement", full_facts()).value();
  EXPECT_EQ(letter.subject, "[EX-2026-000001] We have received your complaint");
  EXPECT_EQ(
      letter.text.rfind("Dear Zo\xC3\xAB O'Neill,\n\n"
                        "Thank you for getting in touch. We received your message on\n"
                        "Tuesday 24 November 2026, 10:15, and have recorded it as a complaint.\n",
                        0),
      0U)
      << letter.text;
  for (const char* said : {"\nYour reference is EX-2026-000001.\n",
                           "the department manager of the\nbusiness area it relates to.",
                           "If we need to look into it further, we will reply to you by\n"
                           "Tuesday 22 December 2026.",
                           "01234 567890", "1 High Street, Cookham", "You can ask for a review.",
                           "https://example.org/complaints?a=1&b=2", "in confidence"}) {
    EXPECT_NE(letter.text.find(said), std::string::npos) << said;
  }
}

TEST(Packs, AnAcknowledgementPromisesNothingThatWasNotGiven) {
  for (const char* pack : {"common", "cim"}) {
    const Letter letter = shipped(pack).render("acknowledgement", minimal_facts()).value();
    EXPECT_EQ(letter.text.rfind("Hello,\n", 0), 0U);
    for (const std::string& form : {letter.text, letter.html}) {
      for (const char* unsaid :
           {"reply to you by", "hear from us by", "You will hear by", "reply by", "telephone",
            "in touch with you", "in touch by", "What would help", "sent automatically",
            "write to us, giving", "http", "What comes after", "WHAT COMES AFTER", "policy"}) {
        EXPECT_EQ(form.find(unsaid), std::string::npos) << pack << ": " << unsaid;
      }
    }
  }
}

TEST(Packs, HtmlAndTextSayTheSame) {
  for (const char* pack : {"common", "cim"}) {
    const Letter letter = shipped(pack).render("acknowledgement", full_facts()).value();
    for (const char* said :
         {"EX-2026-000001", "Tuesday 24 November 2026", "10:15", "Tuesday 22 December 2026",
          "01234 567890", "1 High Street, Cookham", "You can ask for a review.",
          "Example Institute", "Reply to this email", "sent automatically",
          "Thursday 3 December 2026", "dates and names", "what you would like",
          "Qualifications are regulated by the regulator.", "First words of a person."}) {
      EXPECT_NE(letter.text.find(said), std::string::npos) << pack << ": " << said;
      EXPECT_NE(letter.html.find(said), std::string::npos) << pack << ": " << said;
    }
  }
}

TEST(Packs, TheDutyAlertTellsWhatToDoAlsoWithoutACase) {
  const TemplateSet set = shipped("cim");
  const Letter with = set.render("duty_alert", full_facts()).value();
  EXPECT_EQ(with.subject, "[EX-2026-000001] Urgent: a message needs a person now");
  for (const char* said :
       {"- serious\n- threat\n", "redressctl case show EX-2026-000001",
        "owed by Thursday 26 November 2026", "Message:   17", "sent no acknowledgement"}) {
    EXPECT_NE(with.text.find(said), std::string::npos) << said;
  }
  auto facts = minimal_facts();
  facts.fields.erase("reference");
  const Letter without = set.render("duty_alert", facts).value();
  EXPECT_EQ(without.subject, "Urgent: a message needs a person now");
  EXPECT_EQ(without.text.find("redressctl case show"), std::string::npos);
}

TEST(Packs, TheStaffNoticeGroupsByKind) {
  LetterFacts facts = minimal_facts();
  for (const char* kind :
       {"junk", "held", "failed", "overdue", "quarantined", "serious", "system"}) {
    facts.lists["notices"].push_back({{"kind", kind}, {"text", std::string{"a matter "} + kind}});
  }
  facts.lists["notices"][1]["reference"] = "EX-2026-000007";
  facts.lists["notices"][1]["owed"] = "Thursday 26 November 2026";
  facts.lists["notices"][1]["command"] = "redressctl release 17";
  const Letter letter = shipped("cim").render("staff_notice", facts).value();
  EXPECT_EQ(letter.subject, "Redress at Example Institute: for your attention (7)");
  EXPECT_EQ(letter.html, "");
  std::size_t before = 0;
  for (const char* said : {"SERIOUS", "- a matter serious.\n", "OVERDUE", "- a matter overdue.\n",
                           "FAILED", "- a matter failed.\n", "HELD",
                           "- a matter held [EX-2026-000007]; acknowledgement owed by\n"
                           "  Thursday 26 November 2026.\n"
                           "  Settle it with: redressctl release 17\n",
                           "QUARANTINED", "- a matter quarantined.\n", "JUNK FOLDER",
                           "- a matter junk.\n", "THE PROGRAM", "- a matter system.\n"}) {
    const auto at = letter.text.find(said, before);
    ASSERT_NE(at, std::string::npos) << said << "\n" << letter.text;
    before = at;
  }
}

TEST(Packs, AGroupWithoutNoticesIsLeftOut) {
  LetterFacts facts = minimal_facts();
  facts.lists["notices"] = {{{"kind", "held"}, {"text", "one"}}};
  const std::string text = shipped("common").render("staff_notice", facts)->text;
  EXPECT_NE(text.find("HELD"), std::string::npos);
  for (const char* other : {"SERIOUS", "OVERDUE", "FAILED", "QUARANTINED", "JUNK", "THE PROGRAM"}) {
    EXPECT_EQ(text.find(other), std::string::npos) << other;
  }
}

}  // namespace
}  // namespace redress::templates
