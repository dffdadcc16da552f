#include "parsers/text/new_text.hpp"
#include "parsers/text/body_text.hpp"
#include "parsers/text/html_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::parsers {
namespace {

struct Case {
  std::string name;
  std::string text;
  std::string written;
  std::string sender{"Jo Bloggs"};
};

class NewText : public testing::TestWithParam<Case> {};

TEST_P(NewText, WithoutQuotesAndSignature) {
  EXPECT_EQ(new_text_of(GetParam().text, GetParam().sender), GetParam().written);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NewText,
    testing::Values(
        Case{"plain", "Hello\n\nworld\n", "Hello\n\nworld"},
        Case{"gmail",
             "No.\n\nOn Thu, 1 Oct 2026 at 16:12, CIM <comments@cim.example> wrote:\n> Is it?\n> "
             "x\n",
             "No."},
        Case{"broken_phrase",
             "No.\n\nOn Thu, 1 Oct 2026 at 16:12, CIM Customer Feedback\n<c@cim.example> "
             "wrote:\n\n> Q",
             "No."},
        Case{"below", "On 1 Oct 2026, Jo <a@b.test> wrote:\n> Is it?\n\nNo.\n", "No."},
        Case{"inline", "Hi\n\n> One?\nYes.\n> Two?\nNo.\n", "Hi\n\nYes.\n\nNo."},
        Case{"german", "Nein.\n\nAm 01.10.2026 um 16:12 schrieb Jo:\n> Ja?", "Nein."},
        Case{"german_ends_wrote", "Nein.\n\nAm 01.10.2026 um 16:12, Jo schrieb:\n> Ja?", "Nein."},
        Case{"french",
             "Non.\n\nLe jeu. 1 oct. 2026 \xC3\xA0 16:12, Jo a \xC3\xA9"
             "crit :\n> Oui ?",
             "Non."},
        Case{"welsh", "Na.\n\nAr 1 Hyd 2026, ysgrifennodd:\n> Ie?", "Na."},
        Case{"unmarked_quote",
             "No.\n\nOn Monday 14 September 2026 at 10:15:33 BST, CIM "
             "<c@cim.example> wrote:\n\nDear Ms Drury,\n\nThanks.",
             "No."},
        Case{"a_persons_wrote", "On Monday your man wrote:\nGo away.\nI am cross.",
             "On Monday your man wrote:\nGo away.\nI am cross."},
        Case{"outlook",
             "No.\n\n________________________________\nFrom: CIM <c@cim.example>\nSent: 08 "
             "September "
             "2026 11:45\nTo: Jo\nSubject: Hello\n\nDear Jo",
             "No."},
        Case{"outlook_bold",
             "No.\n\n*From:* CIM\n*Sent:* Monday\n*To:* Jo\n*Subject:* x\n\nDear Jo", "No."},
        Case{"outlook_german", "Nein.\n\nVon: CIM\nGesendet: Montag\nAn: Jo\nBetreff: x\n\nHallo",
             "Nein."},
        Case{"a_persons_from", "From: the heart\nI write.", "From: the heart\nI write."},
        Case{"original_message", "No.\n\n-----Original Message-----\nFrom: x\nOld", "No."},
        Case{"sentence_about_the_original_message", "The original message was rude.\nSee it.",
             "The original message was rude.\nSee it."},
        Case{"apple_forward", "See.\n\nBegin forwarded message:\n\nFrom: x\nOld", "See."},
        Case{"forward_alone", "---------- Forwarded message ---------\nFrom: x\nOld",
             "---------- Forwarded message ---------\nFrom: x\nOld"},
        Case{"signature", "Hello\n\n-- \nJo Bloggs\nTel. 1", "Hello"},
        Case{"signature_without_blank", "Hello\n--\nJo", "Hello"},
        Case{"signature_then_quote",
             "Hello\n-- \nJo\n\nOn 1 Oct 2026, x <a@b.test> wrote:\n> y\n\nMore.",
             "Hello\n\nMore."},
        Case{"device", "Hello\n\nSent from my iPhone", "Hello"},
        Case{"article_is_no_name", "From the guard\n\nNo\n\nTheo", "From the guard\n\nNo\n\nTheo",
             "Theo Bloggs"},
        Case{"name_in_small_letters", "I complain. Really.\n\ntheo b\n\nTel. 01234 5",
             "I complain. Really.\n\ntheo b", "Theo Bloggs"},
        Case{"proton", "Hello\n\nSent with Proton Mail secure email.", "Hello"},
        Case{"arrows", "No.\n\n>>> CIM <c@cim.example> 01/10/2026 16:12 >>>\nDear Jo\n\nOld words.",
             "No."},
        Case{"device_by_a_program", "Hello\n\nSent from TypeApp<http://a.test>", "Hello"},
        Case{"device_below_the_words", "Hello\nSent from my iPhone", "Hello"},
        Case{"no_device_but_a_broken_line", "The form was\nsent via recorded post on 3 May",
             "The form was\nsent via recorded post on 3 May"},
        Case{"no_device_but_a_sentence", "Sent from your office, the letter was rude.",
             "Sent from your office, the letter was rude."},
        Case{"tracker_sign", "Hello\n\n\xE1\x90\xA7", "Hello"},
        Case{"separator_in_stars", "No.\n\n*-------- Original Message --------*\n\nOld.", "No."},
        Case{"separator_danish", "Nej.\n\n-------- Oprindelig besked --------\n\nOld.", "Nej."},
        Case{"device_alone", "Sent from my iPhone", ""},
        Case{"disclaimer", "Hello\n\nThis email and any attachments are secret.\nReally.", "Hello"},
        Case{"typed_signature", "I complain.\n\nRegards\nJo\n\nJo Bloggs\nHead of X | Tel 01234 5",
             "I complain.\n\nRegards\nJo"},
        Case{"postscript_stays", "I complain.\n\nRegards\nJo\n\nPS My dog too",
             "I complain.\n\nRegards\nJo\n\nPS My dog too"},
        Case{"sentences_below_the_name_stay", "I complain.\n\nJo\n\nThe dog is ill. It was you.",
             "I complain.\n\nJo\n\nThe dog is ill. It was you."},
        Case{"structural_quote", "New\n\n\x01Old\n\x01\x01Older", "New"},
        Case{"structural_signature", "New\n\x02Jo\n\x02Tel", "New"},
        Case{"nothing_but_quotes", "> Old\n> older", "> Old\n> older"}, Case{"empty", "", ""}),
    [](const auto& info) { return info.param.name; });

TEST(NewText, BackslashesSurvive) {
  EXPECT_EQ(new_text_of("C:\\new\\text"), "C:\\new\\text");
}

struct FlowCase {
  std::string name;
  std::string text;
  bool del_sp;
  std::string joined;
};
class Flowed : public testing::TestWithParam<FlowCase> {};
TEST_P(Flowed, Join) {
  EXPECT_EQ(join_flowed(GetParam().text, GetParam().del_sp), GetParam().joined);
}
// RFC 3676, 4.
INSTANTIATE_TEST_SUITE_P(
    Table, Flowed,
    testing::Values(FlowCase{"soft", "one \ntwo\n", false, "one two\n"},
                    FlowCase{"hard", "one\ntwo\n", false, "one\ntwo\n"},
                    FlowCase{"del_sp", "on \ne\n", true, "one\n"},
                    FlowCase{"stuffed", " >one\n From\n", false, ">one\nFrom\n"},
                    FlowCase{"signature", "one \n-- \nJo\n", false, "one \n-- \nJo\n"},
                    FlowCase{"quoted", "> a \n> b\n", false, "> a b\n"},
                    FlowCase{"depth_changes", ">> a \n> b\nc\n", false, ">> a \n> b\nc\n"}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace redress::parsers
