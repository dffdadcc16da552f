#include "tests/unit/templates/support.hpp"

#include <gtest/gtest.h>

#include <set>

namespace redress::templates {
namespace {

/// What a letter says where a field or list is given, and never without.
struct Saying {
  const char* letter;
  const char* given;
  const char* said;
};

class OnlyWhereGiven : public testing::TestWithParam<Saying> {};

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

TEST_P(OnlyWhereGiven, IsItSaid) {
  const auto& [name, given, said] = GetParam();
  const TemplateSet set = shipped_letter("common", name);
  const LetterFacts full = full_facts();
  auto without = least_facts(name);
  auto with = without;
  if (const auto list = full.lists.find(given); list != full.lists.end()) {
    without.lists.erase(given);
    with.lists.insert(*list);
    // A letter that must have words of some kind gets the other kind.
    for (const std::string_view other : needs_of(name)->one_of) {
      if (other != given) without.lists[std::string{other}] = full.lists.at(std::string{other});
    }
  } else {
    with.fields.insert(*full.fields.find(given));
  }
  const Letter silent = set.render(name, without).value();
  const Letter speaking = set.render(name, with).value();
  EXPECT_EQ(spaced(silent.text).find(said), std::string::npos) << silent.text;
  EXPECT_NE(spaced(speaking.text).find(said), std::string::npos) << speaking.text;
  if (speaking.html.empty()) return;
  std::string html = speaking.html;
  for (const std::string tag : {"<strong style=\"white-space:nowrap;\">", "</strong>"}) {
    for (auto at = html.find(tag); at != std::string::npos; at = html.find(tag)) {
      html.erase(at, tag.size());
    }
  }
  EXPECT_EQ(silent.html.find(said), std::string::npos);
  EXPECT_NE(html.find(said), std::string::npos) << said;
}

INSTANTIATE_TEST_SUITE_P(
    Table, OnlyWhereGiven,
    testing::Values(
        Saying{"acknowledgement", "contact_by_date",
               "Somebody will be in touch with you by Thursday 3 December 2026."},
        Saying{"acknowledgement", "respond_by_date",
               "You will hear from us by Tuesday 22 December 2026."},
        Saying{"acknowledgement", "missing", "dates and names"},
        Saying{"acknowledgement", "area_text", "Qualifications are regulated"},
        Saying{"acknowledgement", "automatic", "sent automatically"},
        Saying{"acknowledgement", "later_stages", "You can ask for a review."},
        Saying{"stage_acknowledgement", "handled_by", "dealt with by the department manager"},
        Saying{"stage_acknowledgement", "respond_by_date",
               "You will hear from us by Tuesday 22 December 2026."},
        Saying{"stage_acknowledgement", "contact_by_date", "Thursday 3 December 2026"},
        Saying{"information_request", "until_date", "Monday 18 January 2027"},
        Saying{"information_request", "missing", "what you would like"},
        Saying{"information_request", "paragraphs", "First words of a person."},
        Saying{"out_of_scope", "paragraphs", "Second words of a person."},
        Saying{"first_elsewhere", "contact_lines", "2 Low Street"},
        Saying{"conduct_handed_over", "contact_lines", "info@regulation.example"},
        Saying{"third_party_consent", "third_party_name", "may speak to Morgan Lee about it"},
        Saying{"holding", "previous_date", "Monday 21 December 2026"},
        Saying{"response", "finding", "partly upheld"},
        Saying{"response", "outcome_reasons", "The letter was sent a week late."},
        Saying{"response", "remedy", "The fee is paid back."},
        Saying{"response", "preventive", "Letters are now counted every day."},
        Saying{"response", "next_stage_name", "next stage of our complaints procedure: Stage 3"},
        Saying{"response", "is_last_stage", "procedure ends with this answer"},
        Saying{"response", "area_text", "Qualifications are regulated"},
        Saying{"no_further_correspondence", "area_text", "Qualifications are regulated"},
        Saying{"serious_acknowledgement", "reference", "EX-2026-000001"},
        Saying{"restriction_notice", "until_date", "Monday 18 January 2027"},
        Saying{"restriction_notice", "review_date", "Friday 15 January 2027"},
        Saying{"restriction_notice", "decided_by", "Pat Jones"},
        Saying{"restriction_notice", "contact_name", "Please write to Alex Green"},
        Saying{"restriction_lifted", "paragraphs", "First words of a person."},
        Saying{"feedback_thanks", "contact_lines", "2 Low Street"},
        Saying{"case_notice", "until_date", "Monday 18 January 2027"},
        Saying{"case_notice", "action_text", "Check the marking of the paper."},
        Saying{"staff_named_notice", "contact_name", "Please write to Alex Green."},
        Saying{"staff_named_notice", "until_date", "Monday 18 January 2027"},
        Saying{"staff_named_notice", "staff_name", "Dear Jo Bloggs,"},
        Saying{"restriction_review", "review_date", "Friday 15 January 2027"},
        Saying{"report", "patterns", "3 complaints about awards"},
        Saying{"report", "lessons", "Number every form."},
        Saying{"report", "lessons_withheld", "left out here: 1"},
        Saying{"report", "report_cases", "EX-2026-000001, received"},
        Saying{"digest", "digest_reminders", "answer due today"},
        Saying{"digest", "digest_overdue", "answer due today"},
        Saying{"digest", "digest_held", "answer due today"},
        Saying{"digest", "digest_house", "comments cannot be reached now"},
        Saying{"digest", "digest_mail", "seen 2: complaint 2, duplicate 0; unaccounted 0"},
        Saying{"policy_review", "previous_date", "Last reviewed: Monday 21 December 2026"},
        Saying{"policy_review", "notice_text", "The answer is due in two working days."},
        Saying{"enquiry_handover", "message_number", "Message:   17"}),
    [](const auto& info) { return std::string{info.param.letter} + "_" + info.param.given; });

const std::set<std::string> k_staff{"case_notice",      "staff_named_notice",
                                    "enquiry_handover", "restriction_review",
                                    "duty_alert",       "staff_notice",
                                    "report",           "policy_review",
                                    "staff_answer",     "digest",
                                    "case_mail"};

TEST(Letters, ToComplainantsHaveBothFormsAndTheReference) {
  const TemplateSet set = shipped("common");
  for (const std::string& name : set.letters()) {
    auto facts = full_facts();
    facts.fields["notice_count"] = "1";
    const Letter letter = set.render(name, facts).value();
    if (k_staff.contains(name)) continue;
    EXPECT_FALSE(letter.html.empty()) << name;
    EXPECT_EQ(letter.subject.rfind("[EX-2026-000001] ", 0), 0U) << name;
    for (const std::string& form : {letter.text, letter.html}) {
      for (const char* said : {"Dear ", "Kind regards", "Example Institute"}) {
        EXPECT_NE(form.find(said), std::string::npos) << name << ": " << said;
      }
    }
    for (const char* word : {"redressctl", "Redress", "ledger", "mailbox"}) {
      EXPECT_EQ(letter.text.find(word), std::string::npos) << name << ": " << word;
    }
  }
}

/// CIM-10: subjects of mail to staff say which case, and nothing of it; CILEX-09: not even that it
/// is they who are complained about.
TEST(Letters, SubjectsToStaffTellNothingOfTheComplaint) {
  const TemplateSet set = shipped("common");
  const LetterFacts facts = full_facts();
  for (const auto& [name, subject] : std::map<std::string, std::string>{
           {"case_notice", "[EX-2026-000001] For your attention"},
           {"case_mail", "[EX-2026-000001] new complaint"},
           {"staff_named_notice", "[EX-2026-000001] For your attention"},
           {"enquiry_handover", "[EX-2026-000001] An enquiry is handed to you"},
           {"restriction_review", "[EX-2026-000001] A decision is due for review"}}) {
    EXPECT_EQ(set.render(name, facts)->subject, subject);
  }
}

/// SYS-12: careful wording. It calls the matter by no name, promises nothing, and gives no number
/// but those of the emergency services.
TEST(Letters, TheAcknowledgementOfASeriousMatterIsNoRoutine) {
  auto facts = full_facts();
  facts.lists.clear();
  for (const char* number : {"message_number", "telephone"}) facts.fields.erase(number);
  const Letter letter = shipped("cim").render("serious_acknowledgement", facts).value();
  EXPECT_EQ(letter.subject, "[EX-2026-000001] We have received your message");
  EXPECT_NE(letter.text.find("999 or 112"), std::string::npos);
  for (const std::string& form : {letter.subject, letter.text, letter.html}) {
    for (const char* routine : {"complain", "hear from us", "December", "policy", "threat",
                                "suicide", "harm", "violence", "You do not need to"}) {
      EXPECT_EQ(form.find(routine), std::string::npos) << routine;
    }
  }
}

TEST(Letters, AParagraphOfAPersonIsNotCutShort) {
  auto facts = least_facts("response");
  std::string words;
  for (int i = 0; i < 1500; ++i) words += "reason ";
  facts.lists["outcome_reasons"] = {{{"text", words + "end."}}};
  const Letter letter = shipped("common").render("response", facts).value();
  EXPECT_NE(letter.text.find("end."), std::string::npos);
  EXPECT_EQ(count_of(letter.text, "reason"), 1500U);
}

}  // namespace
}  // namespace redress::templates
