#include "parsers/machine/automatic.hpp"
#include "parsers/form/web_form.hpp"
#include "tests/unit/parsers/classify/builder.hpp"

#include <gtest/gtest.h>

namespace redress::parsers {
namespace {

using testing::mail;

constexpr const char* k_person = "I have waited three weeks and nobody has answered.";

std::string reason(const MessageFacts& facts) {
  const auto automatic = read_automatic(facts);
  return automatic ? automatic->reason : std::string{};
}

struct HeaderCase {
  const char* name;
  const char* value;
  const char* reason;  ///< empty: a person's mail
};
void PrintTo(const HeaderCase& c, std::ostream* out) {
  *out << c.name << ": " << c.value;
}

class Headers : public ::testing::TestWithParam<HeaderCase> {};

TEST_P(Headers, DecideOrNot) {
  const auto& c = GetParam();
  EXPECT_EQ(reason(mail().subject("My fee").text(k_person).header(c.name, c.value).facts()),
            c.reason);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Headers,
    ::testing::Values(
        HeaderCase{"Auto-Submitted", "no", ""}, HeaderCase{"Auto-Submitted", " NO ", ""},
        HeaderCase{"Auto-Submitted", "no\n", ""}, HeaderCase{"Auto-Submitted", "no; x=y", ""},
        HeaderCase{"Auto-Submitted", "no (a person)", ""}, HeaderCase{"Auto-Submitted", "", ""},
        HeaderCase{"Auto-Submitted", "auto-replied", "auto-submitted"},
        HeaderCase{"auto-submitted", "Auto-Generated", "auto-submitted"},
        HeaderCase{"Auto-Submitted", "auto-notified; owner-token=1", "auto-submitted"},
        HeaderCase{"Auto-Submitted", "auto-replied; owner-email=\"a@example.net\"",
                   "auto-submitted"},
        HeaderCase{"Precedence", "normal", ""}, HeaderCase{"Precedence", "first-class", ""},
        HeaderCase{"Precedence", "Bulk", "precedence"},
        HeaderCase{"Precedence", "list", "precedence"},
        HeaderCase{"Precedence", "JUNK ", "precedence"},
        HeaderCase{"Precedence", "auto_reply", "precedence"},
        HeaderCase{"X-Precedence", "bulk", "precedence"},
        HeaderCase{"X-Autoreply", "yes", "auto-reply-header"}, HeaderCase{"X-Autoreply", "no", ""},
        HeaderCase{"X-Autorespond", "vacation", "auto-reply-header"},
        HeaderCase{"X-Autoresponder", "1", "auto-reply-header"},
        HeaderCase{"X-Mail-Autoreply", "x", "auto-reply-header"},
        HeaderCase{"X-AutoReply-From", "a@example.net", "auto-reply-header"},
        HeaderCase{"X-FC-MachineGenerated", "true", "auto-reply-header"},
        HeaderCase{"Delivered-To", "autoresponder@example.net", "autoresponder"},
        HeaderCase{"Delivered-To", "comments@example.org", ""},
        // What Outlook also writes for people, and what a redirecting rule leaves.
        HeaderCase{"X-Auto-Response-Suppress", "All", ""},
        HeaderCase{"X-Auto-Response-Suppress", "OOF, AutoReply", ""},
        HeaderCase{"X-MS-Exchange-Inbox-Rules-Loop", "a@example.net", ""},
        HeaderCase{"X-Loop", "forwarder@example.net", ""}, HeaderCase{"X-Loop", "yes", "loop"},
        HeaderCase{"List-Unsubscribe", "<https://example.net/u>", ""},
        HeaderCase{"List-Id", "News <news.example.net>", "list"},
        HeaderCase{"List-Post", "<mailto:l@example.net>", "list"},
        HeaderCase{"Mailing-List", "list l@example.net", "list"},
        HeaderCase{"Return-Path", "<>", "null-sender"},
        HeaderCase{"Return-Path", " <> ", "null-sender"},
        HeaderCase{"Return-Path", "<jo@example.net>", ""},
        HeaderCase{"Content-Type", "multipart/report; report-type=\"disposition-notification\"",
                   "read-receipt"},
        HeaderCase{"Content-Type", "multipart/report; report-type=feedback-report",
                   "feedback-report"},
        HeaderCase{"Content-Type", "text/calendar; method=REPLY", "calendar"},
        HeaderCase{"Content-Type", "text/plain; charset=utf-8", ""},
        HeaderCase{"Content-Class", "urn:content-classes:calendarmessage", "calendar"},
        HeaderCase{"Feedback-Type", "abuse", "feedback-report"},
        HeaderCase{"X-OTRS-Loop", "yes", ""}));

TEST(Automatic, WeakHeadersDecideTogether) {
  EXPECT_EQ(reason(mail()
                       .subject("Re: your letter")
                       .text("Thanks.")
                       .header("X-Auto-Response-Suppress", "All")
                       .header("X-MS-Exchange-Inbox-Rules-Loop", "jo@example.net")
                       .facts()),
            "auto-reply-header");
}

struct SenderCase {
  const char* from;
  const char* reply_to;
  const char* reason;
};

TEST(Automatic, SendersThatNobodyReads) {
  constexpr SenderCase k_cases[] = {
      {"noreply@example.net", "", "machine-sender"},
      {"No-Reply-42@example.net", "", "machine-sender"},
      {"do_not_reply@example.net", "", "machine-sender"},
      {"MAILER-DAEMON@example.net", "", "machine-sender"},
      {"postmaster@example.net", "", "machine-sender"},
      {"noreply@example.net", "jo@example.com", ""},
      {"noreply@example.net", "no-reply@example.net", "machine-sender"},
      {"noreplyson@example.net", "", ""},
      {"postmasters@example.net", "", ""},
      {"jo@example.net", "", ""},
  };
  for (const auto& c : k_cases) {
    auto builder = testing::FactsBuilder{}.from(c.from).subject("My fee").text(k_person);
    if (*c.reply_to != '\0') builder.reply_to(c.reply_to);
    EXPECT_EQ(reason(builder.facts()), c.reason) << c.from << " " << c.reply_to;
  }
  EXPECT_EQ(reason(testing::FactsBuilder{}.from("").text(k_person).facts()), "null-sender");
  EXPECT_EQ(reason(testing::FactsBuilder{}.text(k_person).facts()), "")
      << "a missing From is damage, no machine";
}

struct TextCase {
  const char* subject;
  const char* text;
  const char* reason;
};

TEST(Automatic, AbsenceNoticesWithoutHeaders) {
  constexpr TextCase k_cases[] = {
      {"Out of office", "I am out of the office until Monday 4 May and will reply on my return.",
       "out-of-office"},
      {"Re: your complaint",
       "Thank you for your email. I am on annual leave until 3 June with "
       "limited access to email. If your enquiry is urgent please contact Sam.",
       "out-of-office"},
      {"Automatic reply: Your complaint", "Hello", "subject"},
      {"Automatische Antwort: Ihre Anfrage", "Guten Tag", "subject"},
      {"R\u00e9ponse automatique : merci", "Bonjour", "subject"},
      {"Odpowied\u017a automatyczna: sprawa", "Dzie\u0144 dobry", "subject"},
      {"Abwesend",
       "Ich bin derzeit nicht im B\u00fcro und ab dem 4. Mai wieder erreichbar. In "
       "dringenden F\u00e4llen wenden Sie sich bitte an Frau Roth.",
       "out-of-office"},
      {"Absence",
       "Bonjour, je suis actuellement en cong\u00e9 et je r\u00e9pondrai \u00e0 mon "
       "retour. En cas d'urgence, appelez le standard.",
       "out-of-office"},
      {"Ausente", "Estoy fuera de la oficina hasta el 4 de mayo. Responder\u00e9 a mi regreso.",
       "out-of-office"},
      {"Fuori sede", "Sono fuori ufficio fino al 4 maggio. Risponder\u00f2 al mio rientro.",
       "out-of-office"},
      {"Afwezig",
       "Ik ben met vakantie tot 4 mei. Na mijn terugkomst beantwoord ik uw bericht. "
       "Voor dringende zaken kunt u contact opnemen met Els.",
       "out-of-office"},
      {"Nieobecny", "Jestem nieobecny do 4 maja. Odpowiem po powrocie.", "out-of-office"},
      {"Allan o'r swyddfa", "Rwyf ar wyliau blynyddol tan 4 Mai. Byddaf yn \u00f4l ar 5 Mai.",
       "out-of-office"},
      {"", "Jag har semester till den 4 maj. Vid br\u00e5dskande \u00e4renden, ring v\u00e4xeln.",
       "out-of-office"},
      {"", "Olen lomalla 4.5. asti. Kiireellisiss\u00e4 asioissa ota yhteys Liisaan.",
       "out-of-office"},
      {"",
       "Jsem na dovolen\u00e9 do 4. kv\u011btna. V nal\u00e9hav\u00fdch p\u0159\u00edpadech "
       "volejte Petra.",
       "out-of-office"},
      {"",
       "\u042f \u0432 \u041e\u0442\u043f\u0443\u0441\u043a\u0435 \u0434\u043e 4 "
       "\u043c\u0430\u044f. "
       "\u041f\u043e \u0441\u0440\u043e\u0447\u043d\u044b\u043c "
       "\u0432\u043e\u043f\u0440\u043e\u0441\u0430\u043c "
       "\u043f\u0438\u0448\u0438\u0442\u0435 \u0410\u043d\u043d\u0435.",
       "out-of-office"},
      {"",
       "5\u67084\u65e5\u307e\u3067\u4f11\u6687\u3092\u3044\u305f\u3060\u3044\u3066\u3044\u307e"
       "\u3059\u3002\u304a\u6025\u304e\u306e\u65b9\u306f\u96fb\u8a71\u3067\u3002",
       "out-of-office"},
      {"Re: hello",
       "I no longer work at Lamb & Co. This mailbox is not monitored. Please contact "
       "our office.",
       "out-of-office"},
  };
  for (const auto& c : k_cases) {
    EXPECT_EQ(reason(mail().subject(c.subject).text(c.text).facts()), c.reason) << c.text;
  }
}

TEST(Automatic, PeopleWhoWriteLikeMachines) {
  constexpr TextCase k_cases[] = {
      {"Sorry for the delay",
       "Sorry for not replying sooner, I was out of the office last week. "
       "Yes please, send me the form.",
       ""},
      {"My complaint",
       "I am on leave until Monday but I want to complain about your invoice. Can "
       "you call me when I am back?",
       ""},
      {"Your office is closed", "Your office is closed every time I ring. Why is nobody there?",
       ""},
      {"Re: Automatic reply: My fee", "I got your automatic reply. When will somebody write?", ""},
      {"Undeliverable: your promises", "You promised a call on Monday. No call.", ""},
      {"Thank you for your complaint?",
       "That was the title of your letter and I did not "
       "complain. What is it about?",
       ""},
      {"Vacation course", "Is the vacation course on in August?", ""},
      {"complaint about message from your adviser", "She wrote to me in capital letters.", ""},
      {"Unsubscribe", "I want to unsubscribe from your newsletter, the link does not work.", ""},
  };
  for (const auto& c : k_cases) {
    EXPECT_EQ(reason(mail().subject(c.subject).text(c.text).facts()), c.reason) << c.text;
  }
}

TEST(Automatic, OtherMachines) {
  EXPECT_EQ(reason(mail()
                       .subject("[Ticket 4411] Request received")
                       .text("Thank you for contacting us. Your request has been received and "
                             "given the reference 4411. We aim to reply within 5 working days. "
                             "Please do not reply to this email.")
                       .facts()),
            "ticket-acknowledgement");
  EXPECT_EQ(reason(mail()
                       .subject("June bulletin")
                       .text("In this issue: parking. You are receiving this because you signed "
                             "up. Unsubscribe at any time.")
                       .header("List-Unsubscribe", "<https://example.net/u>")
                       .facts()),
            "newsletter");
  EXPECT_EQ(reason(mail().subject("Re: Hello").text("\U0001F44D Jo reacted via Gmail").facts()),
            "reaction");
  EXPECT_EQ(reason(mail().subject("complaint about message from 192.0.2.7").facts()),
            "feedback-report");
  EXPECT_EQ(reason(mail()
                       .subject("Accepted: meeting")
                       .text("See you there")
                       .attach("invite.ics", "text/calendar")
                       .facts()),
            "calendar");
  EXPECT_EQ(reason(mail()
                       .subject("You cancelled my course")
                       .text("I put the date into my calendar, see attached, and you cancelled.")
                       .attach("course.ics", "text/calendar")
                       .facts()),
            "");
}

TEST(Automatic, ADeliveryReportIsNone) {
  EXPECT_EQ(reason(mail()
                       .report({{{"a@example.net", "failed", "5.1.1"}}, std::nullopt})
                       .header("Auto-Submitted", "auto-replied")
                       .header("Return-Path", "<>")
                       .facts()),
            "");
}

constexpr const char* k_form =
    "A form was submitted.\n\nFirstname: Ana\nLastname: Roe\nEmail: ana@example.com\n"
    "My Query Relates To...: Feedback\nQuery Detail:\nMy card was charged twice.\n";

TEST(WebForm, StandsForThePersonWhoFilledItIn) {
  const auto facts = testing::FactsBuilder{}
                         .from("noreply@portal.example.org")
                         .reply_to("ana@example.com")
                         .subject("New submission")
                         .text(k_form)
                         .header("Auto-Submitted", "auto-generated")
                         .facts();
  EXPECT_TRUE(is_web_form(facts));
  EXPECT_FALSE(facts.automatic);
}

TEST(WebForm, HtmlTableWithoutColons) {
  const auto facts = testing::FactsBuilder{}
                         .from("wordpress@forms.example.org")
                         .reply_to("ana@example.com")
                         .text(
                             "Website form\n\nName Ana Roe\nEmail address ana@example.com\n"
                             "Phone 0123\nMessage My card was charged twice.\n")
                         .facts();
  EXPECT_TRUE(is_web_form(facts));
}

TEST(WebForm, NotWithoutAnotherAddressOrFields) {
  EXPECT_FALSE(
      is_web_form(testing::FactsBuilder{}.from("noreply@portal.example.org").text(k_form).facts()));
  EXPECT_FALSE(is_web_form(testing::FactsBuilder{}
                               .from("ana@example.com")
                               .reply_to("ana@example.com")
                               .text(k_form)
                               .facts()));
  EXPECT_FALSE(is_web_form(testing::FactsBuilder{}
                               .from("news@example.net")
                               .reply_to("editor@example.net")
                               .text("Name: of the rose\nMessage: read more\n")
                               .facts()));
  EXPECT_TRUE(testing::FactsBuilder{}.from("ana@example.com").text(k_form).facts().form.has_value())
      << "pasted in by the writer: a form, but no web site's mail";
}

TEST(Automatic, ReceiptsByTheirSubjects) {
  struct Case {
    const char* subject;
    const char* reason;
  };
  constexpr Case k_cases[] = {
      {"Read: your letter", "read-receipt"},
      {"GELESEN: Ihr Brief", "read-receipt"},
      {"Lu : votre lettre", "read-receipt"},
      {"\u041f\u0440\u043e\u0447\u0438\u0442\u0430\u043d\u043e: Hello", "read-receipt"},
      {"Read this please", ""},
      {"Re: Read: your letter", ""},
  };
  for (const auto& c : k_cases) {
    EXPECT_EQ(reason(mail().subject(c.subject).text(k_person).facts()), c.reason) << c.subject;
  }
}

TEST(Automatic, WhoQuotesANoticeOrAsksIsAPerson) {
  const std::string notice = "I am on annual leave until Monday. Please contact the office.";
  EXPECT_EQ(reason(mail().subject("Re: case").text(notice).facts()), "out-of-office");
  EXPECT_EQ(reason(mail().subject("Re: case").text("It says \"" + notice + "\"").facts()), "");
  EXPECT_EQ(reason(mail()
                       .subject("Re: case")
                       .text("I am on leave until Monday. Could we please speak on Tuesday?")
                       .facts()),
            "");
}

}  // namespace
}  // namespace redress::parsers
