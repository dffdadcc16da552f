#include "parsers/classify/classify.hpp"
#include "tests/unit/parsers/classify/builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace redress::parsers {
namespace {

using domain::AcknowledgeReading;
using domain::Flag;
using domain::MessageKind;
using enum domain::MessageKind;
using testing::mail;

ReadingContext mailbox(MessageKind expects) {
  ReadingContext context;
  context.expects = expects;
  context.prefixes = {"EX"};
  context.own_addresses = {*domain::MailAddress::parse("comments@example.org")};
  context.staff_addresses = {*domain::MailAddress::parse("sam@example.org")};
  return context;
}

domain::Reading read(const testing::FactsBuilder& builder, MessageKind expects = enquiry) {
  return classify(builder.facts(), mailbox(expects));
}

struct KindCase {
  MessageKind expects;
  const char* subject;
  const char* text;
  MessageKind kind;
};

/// Below a half a person looks, whatever the kind.
struct SureCase {
  MessageKind expects;
  const char* text;
  MessageKind kind;
  bool sure;
};

TEST(Classify, WhatOnlyTheMailboxSpeaksForIsUnsure) {
  constexpr SureCase k_cases[] = {
      {complaint, "We are moving to another street in May.", complaint, false},
      {complaint, "Treten Sie bitte n\u00e4her.", complaint, false},
      {complaint, "I am very unhappy: nobody has replied to my emails.", complaint, true},
      {enquiry, "My card has not arrived.", enquiry, false},
      {enquiry, "Are you open on Saturday?", enquiry, true},
  };
  for (const auto& c : k_cases) {
    const auto reading = read(mail().subject("Hello").text(c.text), c.expects);
    EXPECT_EQ(reading.kind, c.kind) << c.text;
    EXPECT_EQ(reading.confidence >= 0.5, c.sure) << c.text << " " << reading.confidence;
  }
}

TEST(Classify, ANoticeOfAbsenceInAComplaintIsNoMachines) {
  const auto builder = mail().subject("Mr Hale").text(
      "I want to complain about Mr Hale. Nobody answers my emails; I only ever get this: \"I am on "
      "annual leave until 3 June with limited access to email. If your enquiry is urgent please "
      "contact Sam.\" That was in October. I am very unhappy and want my money back.");
  EXPECT_EQ(read(builder, complaint).kind, complaint);
}

TEST(Classify, TellsPeoplesMailApart) {
  constexpr KindCase k_cases[] = {
      // Said, half said and not said at all, in a mailbox for questions.
      {enquiry, "Formal complaint", "Please treat this as a formal complaint.", complaint},
      {enquiry, "course", "i wish to complian, i mean complain, about the tutor", complaint},
      {enquiry, "Invoice", "You charged me twice and nobody has replied to my three emails.",
       complaint},
      {enquiry, "Application",
       "It is now sixteen weeks. I was told I would hear within ten, and "
       "I still have not had an answer.",
       complaint},
      {enquiry, "the lift", "Still broken. Not good enough.", complaint},
      {enquiry, "Booking",
       "I am really disappointed. The room was freezing and I would like my "
       "money back.",
       complaint},
      {enquiry, "Cwyn", "Rwy'n anfodlon iawn a hoffwn wneud cwyn.", complaint},
      {enquiry, "Opening hours", "Are you open on Saturday? Do I need an appointment?", enquiry},
      {enquiry, "Your complaints procedure", "Could you send me a copy of your complaints policy?",
       enquiry},
      {enquiry, "Data", "Please send me a copy of all personal data you hold. I have no complaint.",
       enquiry},
      // In a mailbox for complaints a plain question is a question, and doubt is a complaint.
      {complaint, "dates", "when is the next exam and how do i book?", enquiry},
      {complaint, "membership", "My membership number is 4471902.", complaint},
      {complaint, "", "", complaint},
      {complaint, "Beschwerde", "Ich m\u00f6chte mich beschweren.", complaint},
      // Thanks, with the words of complaints in them.
      {complaint, "Thank you", "Thank you so much for your help, Femi was brilliant.", compliment},
      {complaint, "No complaints here",
       "Excellent course, so well organised. Keep up the good work!", compliment},
      {enquiry, "well done", "I nearly complained, then Jo went out of her way to help. Wonderful.",
       compliment},
      {complaint, "The conference",
       "I should like to congratulate you on the conference, even if the lift broke down again.",
       compliment},
      {complaint, "The conference",
       "I must congratulate you on losing my booking a second time. I want a refund.", complaint},
      {enquiry, "Thanks a lot", "Thanks for the reply but it is still not working and I am fed up.",
       complaint},
      {complaint, "SEO",
       "We can place your website on the first page of Google. Special offer on "
       "backlinks, send you our price list.",
       junk},
      {complaint, "Proposal",
       "I am the attorney to a late client who left the sum of 10 million "
       "dollars. You are the beneficiary, it is risk free.",
       junk},
  };
  for (const auto& c : k_cases) {
    const auto reading = read(mail().subject(c.subject).text(c.text), c.expects);
    EXPECT_EQ(to_string(reading.kind), to_string(c.kind)) << c.subject << ": " << c.text;
    EXPECT_GE(reading.confidence, 0.0);
    EXPECT_LE(reading.confidence, 1.0);
  }
}

constexpr const char* k_complaint = "I want to complain about my invoice.";

TEST(Classify, KeepsTheOrderOfTheKinds) {
  const DeliveryReport report{{{"a@example.net", "failed", "5.1.1"}}, std::nullopt};
  const auto own_mail = testing::FactsBuilder{}.from("Comments@Example.org").text(k_complaint);
  EXPECT_EQ(read(own_mail).kind, own);
  EXPECT_EQ(read(testing::FactsBuilder{own_mail}.report(report)).kind, own);
  EXPECT_EQ(read(mail().report(report).header("Auto-Submitted", "auto-replied")).kind,
            delivery_report);
  EXPECT_EQ(read(testing::FactsBuilder{}
                     .from("sam@example.org")
                     .text("I am out")
                     .header("Auto-Submitted", "auto-replied"))
                .kind,
            automatic)
      << "staff's absence notice is no order of theirs";
  EXPECT_EQ(read(testing::FactsBuilder{}.from("sam@example.org").text(k_complaint)).kind, staff);
  EXPECT_EQ(read(mail().text(k_complaint)).kind, complaint);
  MessageFacts nothing;
  nothing.unreadable = true;
  EXPECT_EQ(classify(nothing, mailbox(complaint)).kind, unreadable);
  EXPECT_EQ(classify(MessageFacts{}, mailbox(complaint)).kind, complaint)
      << "an empty mail in a complaints mailbox is put before a person";
}

TEST(Classify, AMessageThatNamesACaseFollowsIt) {
  const auto reading = read(mail().subject("Re: [EX-2026-000012] hello").text("Any news?"));
  EXPECT_EQ(reading.kind, follow_up);
  EXPECT_EQ(reading.acknowledge, AcknowledgeReading::no);
  ASSERT_EQ(reading.named.size(), 1U);
  EXPECT_EQ(read(mail().subject("Re: [OTHER-2026-000012]").text(k_complaint)).kind, complaint)
      << "another organisation's number is a new matter";
  EXPECT_EQ(read(mail().subject("Automatic reply: [EX-2026-000012]").text("Away")).kind, automatic);
}

struct FlagCase {
  const char* text;
  Flag flag;
};

TEST(Classify, FlagsOfComplaints) {
  constexpr FlagCase k_cases[] = {
      {"You are a bunch of useless idiots and you lost my form.", Flag::insult},
      {"Refund me or I will break your legs, I know where you live.", Flag::threat},
      {"You lost my form. Tell that foreign woman to go back to where she came from.",
       Flag::discriminatory},
      {"You lost my form. What is she wearing today, that tight skirt again?",
       Flag::sexual_innuendo},
      {"You lost my form. Everyone knows he is a thief and takes backhanders.",
       Flag::malicious_allegation},
      {"I will only speak to the director. I refuse to use your form.", Flag::unreasonable_demands},
      {"You stopped my money and I want to end my life.", Flag::serious},
      {"The tutor put his hands on me and followed me to my room.", Flag::serious},
      {"You sent me someone else's medical records.", Flag::serious},
      {"The fire exit was locked, it is very bad.", Flag::serious},
      {"Your adviser was so rude to me, she hung up on me.", Flag::about_staff},
      {"One of your members breached the code of conduct, I am unhappy.", Flag::conduct},
      {"I complain about my accredited study centre, no tutor for weeks.", Flag::study_centre},
      {"The invigilator stopped my exam, I want to complain.", Flag::assessment},
      {"I am writing to complain on behalf of my mother.", Flag::third_party},
      {"I complain. I am dyslexic and asked for large print as a reasonable adjustment.",
       Flag::adjustment},
  };
  for (const auto& c : k_cases) {
    const auto reading = read(mail().subject("Complaint").text(c.text), complaint);
    EXPECT_TRUE(reading.has(c.flag)) << to_string(c.flag) << ": " << c.text;
    EXPECT_EQ(to_string(reading.kind), to_string(complaint)) << c.text;
  }
}

TEST(Classify, AbuseIsHeldNeverAnswered) {
  const char* const k_abuse = "You lost my form, you useless idiots.";
  EXPECT_EQ(read(mail().text(k_abuse), complaint).acknowledge, AcknowledgeReading::hold);
  EXPECT_TRUE(read(mail().text(k_abuse), complaint).has(Flag::abusive));
  EXPECT_EQ(read(mail().subject("EX-2026-000012").text(k_abuse)).acknowledge,
            AcknowledgeReading::hold);
  EXPECT_EQ(read(mail()
                     .subject("EX-2026-000012 stage 2")
                     .text("Please escalate this to stage 2, you useless idiots."))
                .acknowledge,
            AcknowledgeReading::hold);
}

TEST(Classify, WhatIsHarshWaitsForAPersonWithoutAFlag) {
  const auto reading =
      read(mail().text("I wish to complain. The arrogant answer was useless."), complaint);
  EXPECT_EQ(reading.kind, complaint);
  EXPECT_FALSE(reading.has(Flag::abusive));
  EXPECT_LT(reading.confidence, 0.5);
  EXPECT_GE(read(mail().text("I wish to complain. The answer was late."), complaint).confidence,
            0.5);
}

TEST(Classify, WhoTellsOfAbuseIsNotAbusive) {
  constexpr const char* k_texts[] = {
      "Your man told me to eff off. That is not acceptable.",
      "I complain about Darren. He said \"f*** off mate, you idiot\" to my face.",
      "Your adviser called me a stupid idiot and I was upset.",
      "She made me feel stupid. I want to complain.",
      "Threatened species were disturbed at your site and I want to complain.",
      "I complain as a disabled Asian woman: your door was too heavy for my wheelchair.",
      "He threatened to hurt me. I want to complain.",
      "I will take legal action and go to the press if you do not refund me.",
      "The invoice is wrong and the delay is unacceptable. This is a disgrace.",
  };
  for (const auto* text : k_texts) {
    const auto reading = read(mail().subject("Complaint").text(text), complaint);
    EXPECT_FALSE(reading.has(Flag::abusive)) << text;
    EXPECT_EQ(reading.acknowledge, AcknowledgeReading::yes) << text;
  }
}

TEST(Classify, WhatAFollowUpAsks) {
  struct Case {
    const char* text;
    Flag flag;
    bool set;
    AcknowledgeReading acknowledge;
  };
  constexpr Case k_cases[] = {
      {"I am not satisfied with your response. Please take this to Stage 2.", Flag::escalation,
       true, AcknowledgeReading::yes},
      {"Thank you for your Stage 1 letter, I will read it.", Flag::escalation, false,
       AcknowledgeReading::no},
      {"I would like to withdraw my complaint.", Flag::withdrawal, true, AcknowledgeReading::no},
      {"I will not withdraw my complaint.", Flag::withdrawal, false, AcknowledgeReading::no},
      {"Please don't close my case.", Flag::withdrawal, false, AcknowledgeReading::no},
      {"Forget it, all sorted.", Flag::withdrawal, true, AcknowledgeReading::no},
      {"I enclose the photos and documents as requested.", Flag::evidence, true,
       AcknowledgeReading::no},
      {"I enclose nothing today.", Flag::evidence, false, AcknowledgeReading::no},
  };
  for (const auto& c : k_cases) {
    const auto reading = read(mail().subject("[EX-2026-000012]").text(c.text));
    EXPECT_EQ(reading.has(c.flag), c.set) << c.text;
    EXPECT_EQ(reading.acknowledge, c.acknowledge) << c.text;
  }
}

TEST(Classify, InlineAnswers) {
  auto builder = mail().subject("[EX-2026-000012]").text("On the 4th.\n\nYes.");
  auto facts = builder.facts();
  facts.text = "> When was it?\nOn the 4th.\n> May we call?\nYes.\n";
  EXPECT_TRUE(classify(facts, mailbox(enquiry)).has(Flag::inline_answers));
  facts.text = "Thanks.\n> When was it?\n> May we call?\n";
  EXPECT_FALSE(classify(facts, mailbox(enquiry)).has(Flag::inline_answers));
}

TEST(Classify, FormsAndReports) {
  const auto file =
      mail().text("Please see attached.").attach("Complaint form.docx", "application/x");
  EXPECT_EQ(read(file).kind, complaint);
  EXPECT_TRUE(read(file).has(Flag::form));
  EXPECT_FALSE(
      read(mail().text("See attached.").attach("complaint.html", "text/html")).has(Flag::form))
      << "a web page is nobody's form";
  auto filled = mail().text("Please find attached.").facts();
  filled.form = Form{{{"name", "Ann"}, {"outcome", "An apology"}}};
  ReadingContext context;
  context.expects = enquiry;
  EXPECT_EQ(classify(filled, context).kind, complaint) << "who asks for an outcome complains";
  const auto delayed = read(mail().report({{{"a@example.net", "delayed", "4.4.1"}}, std::nullopt}));
  EXPECT_TRUE(delayed.has(Flag::delayed));
  EXPECT_FALSE(delayed.has(Flag::failed));
  EXPECT_EQ(delayed.acknowledge, AcknowledgeReading::no);
}

TEST(Classify, AForwardedComplaintIsReadWhole) {
  const auto reading = read(
      mail().subject("Fwd:").text("See below").quoted("> I want to complain, you lost my form"));
  EXPECT_EQ(reading.kind, complaint);
}

TEST(Classify, EveryDecisionHasEvidence) {
  const auto reading = read(mail().subject("Complaint").text(k_complaint));
  ASSERT_FALSE(reading.evidence.empty());
  EXPECT_TRUE(std::all_of(reading.evidence.begin(), reading.evidence.end(),
                          [](const auto& e) { return !e.rule.empty() && e.detail.size() <= 120; }));
  EXPECT_EQ(read(mail().header("Auto-Submitted", "auto-replied")).evidence.front().rule,
            "auto-submitted");
}

TEST(Classify, HugeAndHostileTextIsRead) {
  std::string text;
  while (text.size() < (2U << 20U)) text += "i want to i want to put it \"through f*** ";
  EXPECT_NO_THROW(read(mail().text(text)));
  EXPECT_NO_THROW(read(mail().text(std::string(1U << 20U, '\xff'))));
  EXPECT_NO_THROW(read(mail().text(std::string(1U << 20U, '*'))));
}

}  // namespace
}  // namespace redress::parsers
