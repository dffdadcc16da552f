#include "parsers/machine/delivery_text.hpp"
#include "parsers/read_message.hpp"

#include <gtest/gtest.h>

#include <string>

namespace redress::parsers {
namespace {

std::string shown(const MessageFacts& facts) {
  if (!facts.delivery_report) return "none";
  std::string out;
  for (const auto& recipient : facts.delivery_report->recipients) {
    out += recipient.address + " " + recipient.action + " " + recipient.status + "|";
  }
  return out + facts.delivery_report->original_message_id.value_or("-");
}

struct Case {
  std::string name;
  std::string message;
  std::string report;
};

class Reports : public testing::TestWithParam<Case> {};

TEST_P(Reports, AreTold) {
  EXPECT_EQ(shown(read_message(GetParam().message)), GetParam().report);
}

std::string status_report(const std::string& type, const std::string& top,
                          const std::string& part) {
  return top + "Content-Type: multipart/report; report-type=" + type +
         "; boundary=b\n\n--b\n\nSee below.\n--b\n" + part +
         "\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <orig@cim.example>\nSubject: Hi\n\n"
         "Hello\n--b--\n";
}

const std::string k_daemon = "From: MAILER-DAEMON@mx.test\nTo: c@cim.example\n";
const std::string k_status =
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.test\n\n"
    "Final-Recipient: rfc822; Jo@example.org\nAction: failed\nStatus: 5.1.1 (no mailbox)\n"
    "Diagnostic-Code: smtp; 550\n 5.1.1 No\n\n"
    "Original-Recipient: rfc822;<kim@example.org>\nAction: Delayed\nStatus: 4.4.1\n";

INSTANTIATE_TEST_SUITE_P(
    Table, Reports,
    testing::Values(
        Case{"rfc_3464", status_report("delivery-status", k_daemon, k_status),
             "Jo@example.org failed 5.1.1|kim@example.org delayed 4.4.1|orig@cim.example"},
        // A tenth of real reports say that they are replies.
        Case{
            "marked_as_reply",
            status_report("delivery-status", k_daemon + "Auto-Submitted: auto-replied\n", k_status),
            "Jo@example.org failed 5.1.1|kim@example.org delayed 4.4.1|orig@cim.example"},
        Case{"action_missing",
             status_report("delivery-status", k_daemon,
                           "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\n"
                           "Final-Recipient: rfc822; a@b.test\nStatus: 4.2.2\n"),
             "a@b.test delayed 4.2.2|orig@cim.example"},
        Case{"headers_only",
             k_daemon +
                 "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                 "--b\n" +
                 k_status +
                 "\n--b\nContent-Type: text/rfc822-headers\n\n"
                 "Subject: Hi\nMessage-ID:\n <o@cim.example>\n--b--\n",
             "Jo@example.org failed 5.1.1|kim@example.org delayed 4.4.1|o@cim.example"},
        Case{"spam_feedback",
             status_report("feedback-report", "From: fbl@isp.test\nReturn-Path: <>\n",
                           "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n"),
             "none"},
        Case{"read_receipt",
             status_report("disposition-notification", "From: Jo <jo@x.test>\nReturn-Path: <>\n",
                           "Content-Type: message/disposition-notification\n\n"
                           "Disposition: manual-action/MDN-sent-manually; displayed\n"),
             "none"},
        Case{"exim",
             "Return-Path: <>\nX-Failed-Recipients: jo@example.org\n"
             "From: Mail Delivery System <Mailer-Daemon@mx.test>\n"
             "Subject: Mail delivery failed: returning message to sender\n\n"
             "A message that you sent could not be delivered.\n\n  jo@example.org\n"
             "    550 5.1.1 no such user\n\n------ This is a copy of the message\n\n"
             "Message-ID: <o@cim.example>\nFrom: c@cim.example\n",
             "jo@example.org failed 5.1.1|o@cim.example"},
        Case{"qmail",
             "Return-Path: <>\nFrom: MAILER-DAEMON@mx.test\nTo: c@cim.example\n"
             "Subject: failure notice\n\nHi. This is the qmail-send program at mx.test.\n"
             "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
             "<jo@example.org>:\n192.0.2.5 does not like recipient.\n",
             "jo@example.org failed |-"},
        Case{"warning",
             k_daemon + "Subject: Warning: message delayed 24 hours\n\n"
                        "No action is required on your part. Delivery attempts will continue.\n\n"
                        "  jo@example.org\n",
             "jo@example.org delayed |-"},
        Case{
            "empty_line_forgotten",
            status_report("delivery-status", k_daemon,
                          "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n"
                          "Final-Recipient: rfc822; a@b.test\nOriginal-Recipient: rfc822;a@b.test\n"
                          "Action: failed\nStatus: 5.2.2\nFinal-Recipient: rfc822; c@b.test\n"
                          "Action: failed\nStatus: 5.1.1\n"),
            "a@b.test failed 5.2.2|c@b.test failed 5.1.1|orig@cim.example"},
        Case{"structure_lost",
             k_daemon +
                 "Subject: Returned mail: see transcript for details\n\n--b\n\nAsk "
                 "help@mx.test.\n\n--b\nContent-Type: message/delivery-status\n\n"
                 "Final-Recipient: rfc822; jo@example.org\nAction: failed\nStatus: 4.4.7\n\n"
                 "--b\nContent-Type: message/rfc822\n\nMessage-ID: <o@cim.example>\n\n--b--\n",
             "jo@example.org failed 4.4.7|o@cim.example"},
        Case{"report_in_a_report",
             k_daemon +
                 "Subject: Returned mail\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\n"
                 "The following addresses had permanent errors:\n--z\n"
                 "Content-Type: message/rfc822\n\n" +
                 status_report("delivery-status", k_daemon, k_status) + "\n--z--\n",
             "Jo@example.org failed 5.1.1|kim@example.org delayed 4.4.1|orig@cim.example"},
        Case{"null_path_and_returned_message",
             "Return-Path: <>\nFrom: no-reply@isp.test\nTo: c@cim.example\nSubject: Mail\n"
             "Content-Type: multipart/mixed; boundary=z\n\n--z\n\nYour mail could not be "
             "delivered to: <jo@example.org>\nAs the mailbox is full.\n--z\n"
             "Content-Type: message/rfc822\n\nMessage-ID: <o@cim.example>\n\nHello\n--z--\n",
             "jo@example.org failed |o@cim.example"},
        Case{"null_path_without_returned_message",
             "Return-Path: <>\nFrom: no-reply@isp.test\nTo: c@cim.example\nSubject: Mail\n\n"
             "I am away. My parcel could not be delivered to: <jo@example.org>\n",
             "none"},
        Case{"returned_header_without_a_type",
             k_daemon +
                 "Subject: Returned mail\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\n"
                 "jo@example.org: user unknown\n--z\nReceived: from a\n"
                 "Message-ID: <o@cim.example>\n\nHello\n--z--\n",
             "jo@example.org failed |o@cim.example"},
        Case{"returned_folds_without_blanks",
             k_daemon +
                 "Subject: Returned mail\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\n"
                 "jo@example.org: user unknown\n--z\nContent-Type: message/rfc822\n\n"
                 "Received: from a\nby b with ESMTP id c\nfor <jo@example.org>; Thu\n"
                 "Message-ID: <o@cim.example>\n\nHello\n--z--\n",
             "jo@example.org failed |o@cim.example"},
        Case{"empty_sender",
             "Return-Path: <>\nFrom: <>\nTo: c@cim.example\nAuto-Submitted: auto-replied\n\n"
             "You sent mail to jo@example.org. That's not a valid user here.\n",
             "jo@example.org failed |-"},
        Case{"person_forwards_one",
             "Return-Path: <jo@x.test>\nFrom: Jo <jo@x.test>\n"
             "Subject: Fwd: Undelivered Mail Returned to Sender\n\n"
             "Your address does not work!\n\n> This is the mail system at host mx.test.\n"
             "> <c@cim.example>: user unknown\n",
             "none"},
        Case{"person_attaches_one",
             "From: Jo <jo@x.test>\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\nLook\n--z\n"
             "Content-Type: message/rfc822\n\n" +
                 status_report("delivery-status", k_daemon, k_status) + "\n--z--\n",
             "none"},
        Case{"human_subject", "From: Jo <jo@x.test>\nSubject: Undeliverable: my parcel\n\nWhere?",
             "none"},
        Case{"absence_with_null_path",
             "Return-Path: <>\nFrom: Jo <jo@x.test>\nSubject: Automatic reply: Hello\n"
             "Auto-Submitted: auto-replied\n\nI am away until Monday.",
             "none"}),
    [](const auto& info) { return info.param.name; });

TEST(Reports, AreNotAutomaticMail) {
  const auto facts = read_message(
      status_report("delivery-status", k_daemon + "Auto-Submitted: auto-replied\n", k_status));
  EXPECT_FALSE(facts.automatic.has_value());
}

struct StatusCase {
  std::string text;
  std::string status;
};
class Status : public testing::TestWithParam<StatusCase> {};
TEST_P(Status, InText) {
  EXPECT_EQ(status_in_text(GetParam().text), GetParam().status);
}
INSTANTIATE_TEST_SUITE_P(Table, Status,
                         testing::Values(StatusCase{"550 5.1.1 No", "5.1.1"},
                                         StatusCase{"(4.4.7)", "4.4.7"},
                                         StatusCase{"5.7.509: denied", "5.7.509"},
                                         StatusCase{"at 5.1.1.9 port", ""},
                                         StatusCase{"15.1.1", ""}, StatusCase{"2.0.0", ""},
                                         StatusCase{"version 5.1", ""}, StatusCase{"", ""}));

}  // namespace
}  // namespace redress::parsers
