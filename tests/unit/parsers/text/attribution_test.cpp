#include "parsers/text/new_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::parsers {
namespace {

struct Phrase {
  std::string name;
  std::string lines;
};

std::string named(const testing::TestParamInfo<Phrase>& info) {
  return info.param.name;
}

/// Phrases as mail programs write them above what they quote.
class AboveQuotation : public testing::TestWithParam<Phrase> {};

TEST_P(AboveQuotation, GoesWithAMarkedOne) {
  const auto text = "It is not so.\n\n" + GetParam().lines + "\n\n> Old words\n> and more\n";
  EXPECT_EQ(new_text_of(text), "It is not so.");
}

TEST_P(AboveQuotation, GoesWithoutABlankLine) {
  const auto text = "It is not so.\n" + GetParam().lines + "\n> Old words\n\nMine again.\n";
  EXPECT_EQ(new_text_of(text), "It is not so.\n\nMine again.");
}

/// The same where the program marks nothing: all below it is quoted.
class AboveUnmarkedQuotation : public AboveQuotation {};

TEST_P(AboveUnmarkedQuotation, ReachesToTheEnd) {
  const auto text = "It is not so.\n\n" + GetParam().lines + "\n\nDear Jo,\n\nOld words.\n";
  EXPECT_EQ(new_text_of(text), "It is not so.");
}

const auto k_phrases = testing::Values(
    Phrase{"gmail_english", "On Thu, 1 Oct 2026 at 16:12, CIM <comments@cim.example> wrote:"},
    Phrase{"gmail_american",
           "On Thu, Oct 1, 2026 at 4:12\xE2\x80\xAFPM CIM <comments@cim.example> wrote:"},
    Phrase{"gmail_broken",
           "On Thu, 1 Oct 2026 at 16:12, CIM Customer Feedback Office\n"
           "<comments@cim.example> wrote:"},
    Phrase{"gmail_broken_in_the_address",
           "On Thu, 1 Oct 2026 at 16:12, CIM Customer Feedback <\n"
           "comments@cim.example> wrote:"},
    Phrase{"gmail_broken_behind_the_address",
           "On Thu, 1 Oct 2026 at 16:12, CIM <comments+a-very-long-key@cim.example\n> wrote:"},
    Phrase{"gmail_of_2016", "2016-10-24 15:36 GMT+02:00 CIM <comments@cim.example>:"},
    Phrase{"apple_english", "On 1 Oct 2026, at 16:12, CIM <comments@cim.example> wrote:"},
    Phrase{"thunderbird_english", "On 01/10/2026 16:12, CIM wrote:"},
    Phrase{"yahoo_english",
           "On Thursday, 1 October 2026 at 16:12:33 BST, CIM <comments@cim.example> wrote:"},
    Phrase{"outlook_for_mac", "On 01/10/2026, 16:12, \"CIM\" <comments@cim.example> wrote:"},
    Phrase{"zoho", "---- On Thu, 01 Oct 2026 16:12:33 +0100 CIM <comments@cim.example> wrote ----"},
    Phrase{"without_colon", "On Thu, 1 Oct 2026 16:12:33 +0100 CIM <comments@cim.example> wrote"},
    Phrase{"gmail_welsh", "Ar Iau, 1 Hyd 2026 am 16:12 ysgrifennodd CIM <comments@cim.example>:"},
    Phrase{"gmail_german", "Am Do., 1. Okt. 2026 um 16:12 Uhr schrieb CIM <comments@cim.example>:"},
    Phrase{"gmail_german_name_first",
           "CIM Feedback <comments@cim.example> schrieb am Do., 1.\nOkt. 2026 um 16:12 Uhr:"},
    Phrase{"apple_german", "Am 01.10.2026 um 16:12 schrieb CIM <comments@cim.example>:"},
    Phrase{"gmail_french", "Le jeu. 1 oct. 2026 à 16:12, CIM <comments@cim.example> a écrit :"},
    Phrase{"apple_french", "Le 1 oct. 2026 à 16:12, CIM <comments@cim.example> a écrit\xC2\xA0:"},
    Phrase{"thunderbird_french", "Le 01/10/2026 à 16:12, CIM a écrit :"},
    Phrase{"gmail_spanish",
           "El jue, 1 oct 2026 a las 16:12, CIM (<comments@cim.example>) escribió:"},
    Phrase{"gmail_catalan",
           "Missatge de CIM <comments@cim.example> del dia dj., 1 d’oct. 2026\na les 16:12 va "
           "escriure:"},
    Phrase{"gmail_italian",
           "Il giorno gio 1 ott 2026 alle ore 16:12 CIM <comments@cim.example>\nha scritto:"},
    Phrase{"thunderbird_italian", "Il 01/10/2026 16:12, CIM ha scritto:"},
    Phrase{"gmail_portuguese",
           "Em qui., 1 de out. de 2026 às 16:12, CIM <comments@cim.example>\nescreveu:"},
    Phrase{"apple_portuguese",
           "No dia 1 de out. de 2026, às 16:12, CIM <comments@cim.example> escreveu:"},
    Phrase{"gmail_dutch", "Op do 1 okt 2026 om 16:12 schreef CIM <comments@cim.example>:"},
    Phrase{"apple_dutch",
           "Op 1 okt 2026, om 16:12 heeft CIM <comments@cim.example> het volgende geschreven:"},
    Phrase{"gmail_polish", "czw., 1 paź 2026 o 16:12 CIM <comments@cim.example> napisał(a):"},
    Phrase{
        "apple_polish",
        "Wiadomość napisana przez CIM <comments@cim.example> w dniu 1 paź\n2026, o godz. 16:12:"},
    Phrase{"gmail_swedish", "Den tors 1 okt. 2026 kl 16:12 skrev CIM <comments@cim.example>:"},
    Phrase{"gmail_norwegian", "tor. 1. okt. 2026 kl. 16:12 skrev CIM <comments@cim.example>:"},
    Phrase{"apple_danish", "Den 1. okt. 2026 kl. 16.12 skrev CIM <comments@cim.example>:"},
    Phrase{"gmail_finnish", "to 1. lokak. 2026 klo 16.12 CIM (comments@cim.example) kirjoitti:"},
    Phrase{"gmail_czech", "čt 1. 10. 2026 v 16:12 odesílatel CIM <comments@cim.example>\nnapsal:"},
    Phrase{"gmail_slovak", "št 1. 10. 2026 o 16:12 CIM <comments@cim.example> napísal(a):"},
    Phrase{"gmail_hungarian",
           "CIM <comments@cim.example> ezt írta (időpont: 2026. okt. 1.,\nCs, 16:12):"},
    Phrase{"gmail_romanian", "În joi, 1 oct. 2026 la 16:12, CIM <comments@cim.example> a scris:"},
    Phrase{"gmail_croatian", "čet, 1. lis 2026. u 16:12 CIM <comments@cim.example> napisao je:"},
    Phrase{"gmail_estonian",
           "CIM (<comments@cim.example>) kirjutas kuupäeval N, 1. oktoober\n2026 kell 16:12:"},
    Phrase{"gmail_lithuanian", "2026-10-01, kt, 16:12 CIM <comments@cim.example> rašė:"},
    Phrase{"gmail_turkish",
           "CIM <comments@cim.example>, 1 Eki 2026 Per, 16:12 tarihinde\nşunu yazdı:"},
    Phrase{"gmail_greek",
           "Στις Πέμ 1 Οκτ 2026 στις 4:12 μ.μ., ο χρήστης CIM\n<comments@cim.example> έγραψε:"},
    Phrase{"gmail_russian", "чт, 1 окт. 2026 г. в 16:12, CIM <comments@cim.example>:"},
    Phrase{"apple_russian", "1 окт. 2026 г., в 16:12, CIM <comments@cim.example> написал(а):"},
    Phrase{"mail_ru", "Четверг, 1 октября 2026, 16:12 +03:00 от CIM <comments@cim.example>:"},
    Phrase{"gmail_ukrainian", "чт, 1 жовт. 2026 р. о 16:12 CIM <comments@cim.example> пише:"},
    Phrase{"gmail_bulgarian", "На чт, 1.10.2026 г. в 16:12 CIM <comments@cim.example> написа:"},
    Phrase{"gmail_hebrew",
           "\xE2\x80\xAB"
           "בתאריך יום ה׳, 1 באוק׳ 2026 ב-16:12 מאת CIM <\xE2\x80\xAA"
           "comments@cim.example\xE2\x80\xAC"
           ">:\xE2\x80\xAC"},
    Phrase{"gmail_arabic",
           "في الخميس، 1 أكتوبر 2026 في 4:12 م تمت كتابة ما يلي بواسطة\nCIM "
           "<comments@cim.example>:"},
    Phrase{"gmail_persian", "در تاریخ پنجشنبه ۱ اکتبر ۲۰۲۶، CIM <comments@cim.example> نوشت:"},
    Phrase{"gmail_hindi", "गुरु, 1 अक्तू॰ 2026 को 4:12 pm बजे को CIM <comments@cim.example>\nने लिखा:"},
    Phrase{"gmail_simplified_chinese",
           "CIM <comments@cim.example> 于2026年10月1日周四 16:12写道：\n"},
    Phrase{"apple_simplified_chinese",
           "在 2026年10月1日，下午4:12，CIM <comments@cim.example> 写道："},
    Phrase{"gmail_traditional_chinese",
           "CIM <comments@cim.example> 於 2026年10月1日 週四 下午4:12寫道：\n"},
    Phrase{"gmail_japanese", "2026年10月1日(木) 16:12 CIM <comments@cim.example>:"},
    Phrase{"apple_japanese", "2026/10/01 16:12、CIM <comments@cim.example>のメール:"},
    Phrase{"gmail_korean", "2026년 10월 1일 (목) 오후 4:12, CIM <comments@cim.example>님이 작성:"},
    Phrase{"gmail_vietnamese",
           "Vào Th 5, 1 thg 10, 2026 vào lúc 16:12 CIM\n<comments@cim.example> đã viết:"},
    Phrase{"gmail_indonesian",
           "Pada tanggal Kam, 1 Okt 2026 pukul 16.12 CIM\n<comments@cim.example> menulis:"},
    Phrase{"gmail_thai", "ในวันที่ พฤ. 1 ต.ค. 2026 เวลา 16:12 CIM <comments@cim.example>\nเขียนว่า:"});

INSTANTIATE_TEST_SUITE_P(Programs, AboveQuotation, k_phrases, named);
INSTANTIATE_TEST_SUITE_P(Programs, AboveUnmarkedQuotation, k_phrases, named);

// Without a time and an address anybody may have written them: only marks below tell.
INSTANTIATE_TEST_SUITE_P(
    Short, AboveQuotation,
    testing::Values(Phrase{"name_alone", "CIM Feedback wrote:"},
                    Phrase{"usenet", "CIM <comments@cim.example> writes:"},
                    Phrase{"day_alone", "On 1 October 2026 CIM wrote:"},
                    Phrase{"german_day_alone", "Am 01.10.2026 schrieb CIM:"},
                    Phrase{"message_id", "In message <1@cim.example> CIM writes:"},
                    Phrase{"gmail_of_2013", "2013/7/20 CIM <comments@cim.example>"}),
    named);

/// Header blocks of Outlook and of forwarding programs.
class HeaderBlock : public testing::TestWithParam<Phrase> {};

TEST_P(HeaderBlock, ReachesToTheEnd) {
  const auto block = GetParam().lines + "\n\nDear Jo,\n\nOld words.\n";
  EXPECT_EQ(new_text_of("It is not so.\n\n" + block), "It is not so.");
  EXPECT_EQ(new_text_of("It is not so.\n\n________________________________\n" + block),
            "It is not so.");
}

INSTANTIATE_TEST_SUITE_P(
    Programs, HeaderBlock,
    testing::Values(
        Phrase{"english",
               "From: CIM <c@cim.example>\nSent: 01 October 2026 16:12\nTo: Jo\n"
               "Subject: RE: Form"},
        Phrase{"english_bold",
               "*From:* CIM <c@cim.example>\n*Date:* Thursday, 1 October 2026\n"
               "*To:* Jo\n*Subject:* RE: Form"},
        Phrase{"welsh", "Oddi wrth: CIM\nAnfonwyd: 01 Hydref 2026 16:12\nAt: Jo\nPwnc: Ffurflen"},
        Phrase{"german",
               "Von: CIM\nGesendet: Donnerstag, 1. Oktober 2026 16:12\nAn: Jo\n"
               "Betreff: AW: Form"},
        Phrase{"german_web_mail",
               "Gesendet: Donnerstag, 01. Oktober 2026 um 16:12 Uhr\n"
               "Von: CIM <c@cim.example>\nAn: jo@example.org\nBetreff: Form"},
        Phrase{"french", "De : CIM\nEnvoyé : jeudi 1 octobre 2026 16:12\nÀ : Jo\nObjet : RE: Form"},
        Phrase{"french_web_mail",
               "Message du : 12/12/2016 13:20\nDe : \"CIM\" <c@cim.example>\n"
               "A : jo@example.org\nCopie à : \nSujet : Form"},
        Phrase{"french_hard_blank",
               "De\xC2\xA0: CIM\nEnvoyé\xC2\xA0: jeudi 1 octobre 2026\n"
               "À\xC2\xA0: Jo\nObjet\xC2\xA0: RE: Form"},
        Phrase{"spanish",
               "De: CIM\nEnviado el: jueves, 1 de octubre de 2026 16:12\nPara: Jo\n"
               "Asunto: RE: Form"},
        Phrase{"italian",
               "Da: CIM\nInviato: giovedì 1 ottobre 2026 16:12\nA: Jo\nOggetto: R: Form"},
        Phrase{"portuguese",
               "De: CIM\nEnviado: 1 de outubro de 2026 16:12\nPara: Jo\n"
               "Assunto: RE: Form"},
        Phrase{"dutch",
               "Van: CIM\nVerzonden: donderdag 1 oktober 2026 16:12\nAan: Jo\n"
               "Onderwerp: RE: Form"},
        Phrase{"polish",
               "Od: CIM\nWysłano: czwartek, 1 października 2026 16:12\nDo: Jo\n"
               "Temat: RE: Form"},
        Phrase{"swedish", "Från: CIM\nSkickat: den 1 oktober 2026 16:12\nTill: Jo\nÄmne: SV: Form"},
        Phrase{"danish", "Fra: CIM\nSendt: 1. oktober 2026 16:12\nTil: Jo\nEmne: SV: Form"},
        Phrase{"finnish",
               "Lähettäjä: CIM\nLähetetty: 1. lokakuuta 2026 16:12\n"
               "Vastaanottaja: Jo\nAihe: VS: Form"},
        Phrase{"czech",
               "Od: CIM\nOdesláno: čtvrtek 1. října 2026 16:12\nKomu: Jo\n"
               "Předmět: RE: Form"},
        Phrase{"hungarian",
               "Feladó: CIM\nElküldve: 2026. október 1. 16:12\nCímzett: Jo\n"
               "Tárgy: RE: Form"},
        Phrase{"romanian",
               "De la: CIM\nTrimis: joi, 1 octombrie 2026 16:12\nCătre: Jo\n"
               "Subiect: RE: Form"},
        Phrase{"greek", "Από: CIM\nΣτάλθηκε: Πέμπτη, 1 Οκτωβρίου 2026\nΠρος: Jo\nΘέμα: RE: Form"},
        Phrase{"russian", "От: CIM\nОтправлено: 1 октября 2026 г. 16:12\nКому: Jo\nТема: RE: Form"},
        Phrase{"turkish",
               "Kimden: CIM\nGönderildi: 1 Ekim 2026 Perşembe 16:12\nKime: Jo\n"
               "Konu: YNT: Form"},
        Phrase{"chinese",
               "发件人: CIM\n发送时间: 2026年10月1日 16:12\n收件人: Jo\n主题: 回复: Form"},
        Phrase{"chinese_wide",
               "发件人：CIM\n发送时间：2026年10月1日 16:12\n收件人：Jo\n主题：回复"},
        Phrase{"japanese", "差出人: CIM\n送信日時: 2026年10月1日 16:12\n宛先: Jo\n件名: RE: Form"},
        Phrase{"korean",
               "보낸 사람: CIM\n보낸 날짜: 2026년 10월 1일\n받는 사람: Jo\n제목: RE: Form"}),
    named);

/// Words of a person that look like such a phrase: nothing of them goes.
class Civil : public testing::TestWithParam<Phrase> {};

TEST_P(Civil, StaysWhole) {
  EXPECT_EQ(new_text_of(GetParam().lines), GetParam().lines);
}

INSTANTIATE_TEST_SUITE_P(
    People, Civil,
    testing::Values(
        Phrase{"in_a_sentence", "I was ill.\n\nOn Tuesday Ann wrote: you must pay.\n\nI paid."},
        Phrase{"sentence_with_time",
               "I was ill.\n\nOn 1 October 2026 at 16:12 Ann wrote: you must pay.\n\nI paid."},
        Phrase{"on_a_line_of_its_own", "I was ill.\n\nOn Tuesday Ann wrote:\n\nYou must pay."},
        Phrase{"with_a_date", "I was ill.\n\nOn 1 October 2026 Ann wrote:\n\nYou must pay."},
        Phrase{"with_a_year_and_a_name", "So it was.\n\nIn 2025 Mrs Ann Smith writes:\n\nPay!"},
        Phrase{"your_man",
               "I was ill.\n\nOn 1 October 2026 at 16:12 your man Ian wrote:\n\nYou must pay."},
        Phrase{"to_me",
               "So it was.\n\nOn 1 Oct at 16:12 I mailed ann@cim.example and Ann wrote:\n\n"
               "You must pay.\n\nI did not."},
        Phrase{"who_wrote",
               "So it was.\n\nOn 1 October 2026 at 16:12 Ann <ann@cim.example>, who was "
               "rude, wrote:\n\nYou must pay.\n\nI did not."},
        Phrase{"my_letter",
               "So it was.\n\nAm 1. Oktober um 16:12 habe ich Folgendes geschrieben:\n\n"
               "Guten Tag\n\nUnd nun?"},
        Phrase{"french", "Voici.\n\nLe 1 octobre à 16:12 je vous ai écrit :\n\nBonjour."},
        Phrase{"list_of_times",
               "So it was:\n\n1 October 2026 16:12:\n\nI rang.\n\n16:40: no answer."},
        Phrase{"heading_with_colon", "On the 16:12 train:\n\nThe guard was rude."},
        Phrase{"from_the_start", "From: the heart\n\nDate: I do not know\n\nI complain."},
        Phrase{"a_ratio", "The room A> was cold, and B>C."},
        Phrase{"a_table", "I rang three times.\n\n| Mon | no answer |\n| Tue | no answer |"}),
    named);

TEST(AboveQuotation, BarsAreMarksBelowAPhrase) {
  EXPECT_EQ(new_text_of("No.\n\nOn 1 October 2026 CIM wrote:\n| Old words\n| and more\n\nMine."),
            "No.\n\nMine.");
}

TEST(AboveQuotation, InitialsAreMarks) {
  EXPECT_EQ(new_text_of("No.\n\nJB> Old words\nJB>\nJB> and more\n\nMine."), "No.\n\nMine.");
}

/// At the very top of a mail nobody knows where what is not marked ends.
TEST(AboveQuotation, AtTheTopOnlyThePhraseGoes) {
  EXPECT_EQ(new_text_of("On 1 Oct 2026 at 16:12, CIM <c@cim.example> wrote:\n\nOld or new?"),
            "Old or new?");
}

}  // namespace
}  // namespace redress::parsers
