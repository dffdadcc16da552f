"""The mail server refuses, breaks off or is away: every acknowledgement goes out, once (SYS-04)."""

import datetime
import math
import unittest

import harness
from harness import ANN, BOB, COMMENTS, MANAGER, open_deadlines, text_of
from mails import complaint
from smtp_server import SmtpServer

UTC = datetime.timezone.utc
# Monday; the acknowledgement is owed by the end of Wednesday 4 March 2026.
RECEIVED = datetime.datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
MONDAY_MORNING = "2026-03-02T10:31:00Z"
TRIES = ("2026-03-02T12:31:00Z", "2026-03-02T14:31:00Z")
THURSDAY, THURSDAY_LATER = "2026-03-05T09:00:00Z", "2026-03-05T11:00:00Z"

BEFORE_THE_END = ("greeting", "EHLO", "MAIL", "RCPT", "DATA")  # after the dot the outcome is unknown


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class SmtpFaults(harness.Scenario):
    @classmethod
    def setUpClass(cls):
        cls.servers = cls.enterClassContext(harness.private.Servers(postfix=False))

    def setUp(self):
        super().setUp()
        self.smtp = self.enterContext(SmtpServer())
        self.new_redress(gather="0 seconds")
        self.redress.change_settings(f"smtp://127.0.0.1:{self.servers.smtp_port}",
                                     f"smtp://127.0.0.1:{self.smtp.port}")

    def put(self, *people: str) -> None:
        for person in people:
            self.servers.append(COMMENTS, "INBOX", complaint(person).as_bytes(), RECEIVED)

    def row_of(self, person: str) -> dict:
        row, = [row for row in self.redress.outbox() if row["to"] == person]
        return row

    def case_of(self, person: str) -> dict:
        case, = [case for case in self.redress.cases()
                 if case["complainant"]["address"] == person]
        return self.redress.case(case["reference"])

    def copies_to(self, person: str) -> list:
        return self.smtp.mails_to(person)

    def assert_owed(self, person: str) -> None:
        """Not acknowledged, still promised, and waiting to be sent."""
        case = self.case_of(person)
        self.assertIsNone(case["acknowledged"])
        self.assertEqual(case["status"], "received")
        self.assertIn("acknowledge", open_deadlines(case))
        self.assertEqual(self.row_of(person)["state"], "pending")

    def assert_acknowledged_once(self, *people: str) -> None:
        for person in people:
            self.assertEqual(len(self.copies_to(person)), 1)
            self.assertEqual(self.row_of(person)["state"], "sent")
            self.assertTrue(self.case_of(person)["acknowledged"])
        self.assert_all_accounted_for()

    def told_to_manager(self, *words: str) -> list:
        """The mails to the complaints manager that hold all the words."""
        return [mail for mail in self.smtp.mails_to(MANAGER)
                if all(word in f"{mail['Subject']}\n{text_of(mail)}" for word in words)]

    def assert_delivered_after_a_fault(self) -> None:
        """Nothing goes out on the first try; on later ones everything does, and only once."""
        self.put(ANN, BOB)
        self.redress.run_once(now=MONDAY_MORNING)
        for person in (ANN, BOB):
            self.assertEqual(self.copies_to(person), [])
            self.assert_owed(person)
        self.smtp.forget_instructions()
        for hour in TRIES:
            self.redress.once(now=hour)
        self.assert_acknowledged_once(ANN, BOB)

    # ---- refusals for now ---------------------------------------------------------------------

    def refused_for_now(self, step: str) -> None:
        self.smtp.says(step, "451 4.3.0 Come back later", times=math.inf)
        self.smtp.says("HELO", "451 4.3.0 Come back later", times=math.inf)  # instead of EHLO
        self.assert_delivered_after_a_fault()

    def bidden_goodbye(self, step: str) -> None:
        self.smtp.says(step, "421 4.3.2 Shutting down", times=math.inf)
        self.assert_delivered_after_a_fault()

    def broken_off(self, step: str) -> None:
        self.smtp.hangs_up(step, times=math.inf)
        self.assert_delivered_after_a_fault()

    def test_SYS_04_a_refused_connection_is_tried_again(self):
        self.smtp.refuse()
        self.put(ANN)
        self.redress.run_once(now=MONDAY_MORNING)
        self.assert_owed(ANN)
        self.smtp.accept()
        for hour in TRIES:
            self.redress.once(now=hour)
        self.assert_acknowledged_once(ANN)

    def test_SYS_04_a_recipient_refused_for_now_delays_no_other(self):
        self.smtp.says("RCPT", "450 4.2.1 Mailbox busy", about=ANN)
        self.put(ANN, BOB)
        self.redress.run_once(now=MONDAY_MORNING)
        self.assert_acknowledged_once(BOB)
        self.assert_owed(ANN)
        for hour in TRIES:
            self.redress.once(now=hour)
        self.assert_acknowledged_once(ANN, BOB)

    # ---- refusals for good --------------------------------------------------------------------

    def test_SYS_04_a_recipient_refused_for_good_is_told_and_delays_no_other(self):
        self.smtp.says("RCPT", "550 5.1.1 No such user here", about=ANN, times=math.inf)
        self.put(ANN, BOB)
        self.redress.once(now=MONDAY_MORNING)
        self.redress.once(now=TRIES[0])
        self.assert_acknowledged_once(BOB)
        self.assertEqual(self.row_of(ANN)["state"], "failed")
        case = self.case_of(ANN)
        self.assertIsNone(case["acknowledged"])
        self.assertIn("acknowledge", open_deadlines(case))
        self.assertEqual(len(self.told_to_manager("refused", case["reference"])), 1)
        self.assertEqual(self.redress.status()["failed"], 1)
        self.assertEqual(self.copies_to(ANN), [])

    def test_SYS_04_what_was_refused_for_good_goes_out_when_a_person_retries_it(self):
        self.smtp.says("dot", "554 5.7.1 Looks like spam")
        self.put(ANN)
        self.redress.once(now=MONDAY_MORNING)
        row = self.row_of(ANN)
        self.assertEqual(row["state"], "failed")
        self.assertEqual(self.redress.run_tool("retry", str(row["id"])).returncode, 0)
        self.redress.once()
        self.assert_acknowledged_once(ANN)

    # ---- the window that SMTP leaves open -----------------------------------------------------

    def test_SYS_04_a_mail_without_an_answer_is_repeated_once_with_the_same_Message_ID(self):
        self.smtp.hangs_up("dot", about=ANN)
        self.put(ANN)
        self.redress.run_once(now=MONDAY_MORNING)
        self.assertEqual(self.row_of(ANN)["state"], "unknown")
        for hour in TRIES:
            self.redress.once(now=hour)
        copies = self.copies_to(ANN)
        self.assertEqual(len(copies), 2)
        self.assertEqual(len({str(mail["Message-ID"]) for mail in copies}), 1)
        self.assertEqual(self.row_of(ANN)["state"], "sent")
        self.assertTrue(self.case_of(ANN)["acknowledged"])
        self.assert_all_accounted_for()

    def test_SYS_04_a_mail_that_never_gets_an_answer_is_left_to_a_person_after_two_copies(self):
        self.smtp.hangs_up("dot", about=ANN, times=2)
        self.put(ANN)
        self.redress.run_once(now=MONDAY_MORNING)
        for hour in TRIES:
            self.redress.run_once(now=hour)
        copies = self.copies_to(ANN)
        self.assertEqual(len(copies), 2)
        self.assertEqual(len({str(mail["Message-ID"]) for mail in copies}), 1)
        self.assertEqual(self.row_of(ANN)["state"], "unknown")
        case = self.case_of(ANN)
        self.assertIn("acknowledge", open_deadlines(case))
        self.assertTrue(self.told_to_manager("broke again", case["reference"]))

    # ---- slow, and away -----------------------------------------------------------------------

    def test_SYS_04_a_server_that_drips_its_answers_is_waited_for(self):
        self.smtp.drip()
        self.put(ANN, BOB)
        self.redress.once(now=MONDAY_MORNING)
        self.assert_acknowledged_once(ANN, BOB)

    def test_SYS_04_a_server_away_beyond_the_deadline_is_told_and_the_mail_goes_out_after(self):
        self.put(ANN)
        self.smtp.refuse()
        for time in (MONDAY_MORNING, *TRIES, THURSDAY):
            self.redress.run_once(now=time)
        self.assert_owed(ANN)
        self.assertEqual(self.redress.status()["overdue_acknowledgements"], 1)
        self.assertEqual(self.redress.run_tool("status").returncode, 1)
        self.smtp.accept()
        self.redress.once(now=THURSDAY_LATER)
        self.redress.once(now=THURSDAY_LATER)
        self.assert_acknowledged_once(ANN)
        self.assertEqual(self.redress.status()["overdue_acknowledgements"], 0)
        case = self.case_of(ANN)
        self.assertEqual(len(self.told_to_manager("was not acknowledged by", case["reference"])), 1)


def add_tests(name: str, steps, what) -> None:
    """One test method of SmtpFaults for each step."""
    for step in steps:
        setattr(SmtpFaults, f"test_SYS_04_{name}_{step}", lambda self, step=step: what(self, step))


add_tests("refused_for_now_at", (*BEFORE_THE_END, "dot"), SmtpFaults.refused_for_now)
add_tests("bidden_goodbye_at", (*BEFORE_THE_END, "dot"), SmtpFaults.bidden_goodbye)
add_tests("broken_off_at", BEFORE_THE_END, SmtpFaults.broken_off)


if __name__ == "__main__":
    harness.main()
