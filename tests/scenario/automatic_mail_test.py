"""Machines are never answered, and a bounce is never the end of the matter (SYS-03, SYS-04)."""

import harness
from harness import ANN, COMMENTS, MANAGER, open_deadlines
from mails import complaint, mail, out_of_office

GHOST = "ghost@bounce.example"      # accepted by SMTP, then returned
REFUSED = "nobody@example.net"      # refused in the SMTP dialogue


class AutomaticMail(harness.Scenario):
    def test_SYS_03_an_out_of_office_answer_is_recorded_and_not_answered(self):
        self.writes(out_of_office(ANN))
        self.redress.once()
        self.assertEqual([row["kind"] for row in self.redress.messages()], ["automatic"])
        self.assertEqual(self.redress.cases(), [])
        self.assert_got_nothing(ANN)
        self.assert_all_accounted_for()

    def test_SYS_04_an_out_of_office_answer_to_the_acknowledgement_starts_no_duel(self):
        case, answer = self.acknowledged_complaint(complaint(ANN))
        self.writes(out_of_office(ANN, to=str(answer["Reply-To"]),
                                  in_reply_to=str(answer["Message-ID"])))
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 1)
        self.assertEqual(self.redress.case(case["reference"])["status"], "acknowledged")
        self.mail_of(ANN)

    def test_SYS_03_a_list_mail_and_a_null_sender_are_not_answered(self):
        self.writes(mail(ANN, "This month in our newsletter: five offers.\n", subject="Newsletter",
                         list_id="<news.example.net>", precedence="bulk"))
        machine = mail("MAILER-DAEMON@example.net", "Something happened to some mail.\n",
                       subject="Notice")
        self.servers.send("", COMMENTS, machine.as_bytes())
        self.servers.wait_for_mails(COMMENTS, 2)
        self.redress.once()
        self.assertEqual(self.redress.cases(), [])
        self.assert_got_nothing(ANN)
        self.assert_got_nothing("MAILER-DAEMON@example.net")
        self.assert_all_accounted_for()

    def test_SYS_03_our_own_mail_is_not_answered(self):
        _, answer = self.acknowledged_complaint(complaint(ANN))
        self.servers.append(COMMENTS, "INBOX", answer.as_bytes())
        self.redress.once()
        self.assertEqual(sorted(row["kind"] for row in self.redress.messages()),
                         ["complaint", "own"])
        self.assertEqual(len(self.redress.cases()), 1)
        self.assertEqual(len(self.redress.outbox()), 1)

    def test_SYS_04_a_bounce_opens_the_acknowledgement_again_and_staff_are_told(self):
        self.writes(complaint(GHOST))
        self.redress.once()
        case = self.redress.only_case()
        self.servers.wait_for_mails(COMMENTS, 2)  # the complaint, and the delivery report
        self.redress.once()
        self.assertEqual([row["kind"] for row in self.redress.messages()],
                         ["complaint", "delivery_report"])
        after = self.redress.case(case["reference"])
        self.assertIsNone(after["acknowledged"])
        self.assertEqual(after["status"], "received")
        self.assertIn("acknowledge", open_deadlines(after))
        self.assertEqual([row["state"] for row in self.redress.outbox() if row["to"] == GHOST],
                         ["failed"])
        self.staff_are_told(MANAGER, "undeliverable", case["reference"])
        self.assertEqual(len([row for row in self.redress.outbox() if row["to"] == GHOST]), 1)

    def test_SYS_04_a_refusal_of_the_server_leaves_the_acknowledgement_owed(self):
        self.writes(complaint(REFUSED))
        self.redress.once()
        case = self.redress.only_case()
        self.assertIsNone(case["acknowledged"])
        self.assertEqual(case["status"], "received")
        row, = [row for row in self.redress.outbox() if row["to"] == REFUSED]
        self.assertEqual((row["state"], row["attempts"]), ("failed", 1))
        self.staff_are_told(MANAGER, case["reference"])

    def test_SYS_04_the_breaker_stops_a_machine_that_hides_what_it_is(self):
        for number in range(5):
            self.writes(complaint(ANN, subject=f"Complaint number {number}"))
            self.redress.once()
        self.assertEqual(len(self.redress.cases()), 5)
        self.mail_of(ANN, 3)  # automatic_mail_per_address is 3 a day
        self.assertEqual(sorted(row["state"] for row in self.redress.outbox() if row["to"] == ANN),
                         ["held", "held", "sent", "sent", "sent"])
        self.staff_are_told(MANAGER, "limit on automatic mail")


if __name__ == "__main__":
    harness.main()
