"""A complaint is acknowledged: once, at once, in full, and to nobody else (SYS-03, SYS-04, CIM-02)."""

import datetime
import email.utils

import harness
from harness import ANN, BOB, COMMENTS, ENQUIRIES, MALLORY, open_deadlines, text_of
from mails import ENQUIRY, WORDS_OF_THE_COMPLAINT, complaint, html_complaint, mail

UTC = datetime.timezone.utc


class Acknowledgement(harness.Scenario):
    def test_CIM_02_a_complaint_opens_a_case_and_gets_one_acknowledgement(self):
        self.writes(complaint(ANN))
        self.redress.once()
        case = self.redress.only_case()
        acknowledgement, = self.mail_of(ANN)
        self.assertRegex(case["reference"], r"^CIM-\d{4}-000001$")
        self.assertEqual(case["kind"], "complaint")
        self.assertEqual(case["status"], "acknowledged")
        self.assertEqual(case["complainant"]["address"], ANN)
        self.assertTrue(case["acknowledged"])
        self.assertEqual(open_deadlines(case), ["respond"])
        self.assertIn(f"[{case['reference']}]", acknowledgement["Subject"])
        self.assertEqual([(row["to"], row["state"], row["reference"], row["attempts"])
                          for row in self.redress.outbox()],
                         [(ANN, "sent", case["reference"], 1)])
        self.assert_all_accounted_for()

    def test_SYS_04_the_acknowledgement_is_a_well_made_automatic_answer(self):
        written = complaint(ANN)
        _, answer = self.acknowledged_complaint(written)
        self.assertEqual(answer["In-Reply-To"], written["Message-ID"])
        self.assertIn(str(written["Message-ID"]), str(answer["References"]).split())
        self.assertEqual(answer["Auto-Submitted"], "auto-replied")
        self.assertIn("All", answer["X-Auto-Response-Suppress"])
        self.assertRegex(answer["Message-ID"], r"^<[^<>@\s]+@example\.org>$")
        self.assertEqual(answer["From"].addresses[0].addr_spec, COMMENTS)
        self.assertRegex(answer["Reply-To"].addresses[0].addr_spec, r"^comments\+\S+@example\.org$")
        self.assertEqual([each.addr_spec for each in answer["To"].addresses], [ANN])
        self.assertIsNone(answer["Cc"])
        self.assertIsNotNone(email.utils.parsedate_to_datetime(answer["Date"]))
        self.assertEqual(answer.get_content_type(), "multipart/alternative")
        self.assertEqual([part.get_content_type() for part in answer.iter_parts()],
                         ["text/plain", "text/html"])
        self.assertEqual(list(answer.defects), [])
        self.assertRegex(answer["Return-Path"], r"^<comments\+\S+@example\.org>$")

    def test_SYS_10_the_acknowledgement_repeats_no_word_of_the_complaint(self):
        _, answer = self.acknowledged_complaint(complaint(ANN, subject="Xylophone"))
        whole = answer.as_string() + "".join(part.get_content() for part in answer.iter_parts())
        for word in (*WORDS_OF_THE_COMPLAINT, "Xylophone"):
            self.assertNotIn(word, whole)

    def test_CIM_03_the_acknowledgement_says_what_happens_next_and_by_when(self):
        case, answer = self.acknowledged_complaint(complaint(ANN))
        text = text_of(answer)
        self.assertIn(case["reference"], text)
        respond = [due for due in case["due"] if due["kind"] == "respond"]
        self.assertEqual(len(respond), 1, case["due"])
        day = datetime.datetime.fromisoformat(respond[0]["at"].replace("Z", "+00:00"))
        self.assertIn(f"{day.day} {day:%B %Y}", text)

    def test_SYS_04_nobody_in_copy_is_written_to(self):
        self.writes(complaint(ANN, cc=f"{BOB}, {MALLORY}"), to=COMMENTS)
        self.redress.once()
        self.mail_of(ANN)
        self.assert_got_nothing(BOB)
        self.assert_got_nothing(MALLORY)

    def test_SYS_03_a_complaint_in_HTML_alone_is_acknowledged(self):
        case, answer = self.acknowledged_complaint(html_complaint(ANN))
        self.assertIn(case["reference"], answer["Subject"])

    def test_SYS_01_two_mailboxes_are_served(self):
        self.writes(complaint(ANN))
        self.writes(complaint(BOB, to=ENQUIRIES))
        self.redress.once()
        self.mail_of(ANN)
        self.mail_of(BOB)
        self.assertEqual(sorted(case["complainant"]["address"] for case in self.redress.cases()),
                         [ANN, BOB])
        self.assertEqual({row["mailbox"] for row in self.redress.messages()},
                         {"comments", "enquiries"})

    def test_CIEEM_02_an_enquiry_opens_no_case_and_gets_no_acknowledgement(self):
        self.writes(mail(ANN, ENQUIRY, subject="Course dates", to=ENQUIRIES))
        self.redress.once()
        self.assertEqual([row["kind"] for row in self.redress.messages()], ["enquiry"])
        self.assertEqual(self.redress.cases(), [])
        self.assert_got_nothing(ANN)
        self.assert_all_accounted_for()

    def test_SYS_02_running_again_changes_nothing(self):
        self.acknowledged_complaint(complaint(ANN))
        before = (self.redress.cases(), self.redress.messages(), self.redress.outbox())
        self.redress.once()
        self.redress.once()
        self.assertEqual((self.redress.cases(), self.redress.messages(), self.redress.outbox()),
                         before)
        self.mail_of(ANN)

    def test_SYS_05_the_deadlines_count_from_when_the_server_received_the_mail(self):
        # Monday 2 March 2026. Two working days later is Wednesday 4 March; twenty are four whole
        # weeks without a bank holiday: Monday 30 March, by when British Summer Time has begun.
        received = datetime.datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
        self.servers.append(COMMENTS, "INBOX", complaint(ANN).as_bytes(), received)
        self.redress.once()
        case = self.redress.only_case()
        self.assertEqual(case["reference"], "CIM-2026-000001")
        self.assertEqual(case["received"], "2026-03-02T10:30:00Z")
        promised = self.redress.one("deadlines", "--received", "2026-03-02T10:30:00Z")
        days = {due["kind"]: due["at"][:10] for due in promised["due"]}
        self.assertEqual(days, {"acknowledge": "2026-03-04", "respond": "2026-03-30"})
        respond, = [due for due in promised["due"] if due["kind"] == "respond"]
        self.assertIn(respond["at"], [due["at"] for due in case["due"]])
        self.assertIn("30 March 2026", text_of(self.mail_of(ANN)[0]))


if __name__ == "__main__":
    harness.main()
