"""The program stopped, failed or cut off at each of its durable steps and network steps (SYS-02, SYS-04)."""

import subprocess
import unittest

import harness
from harness import ANN, BOB, COMMENTS, ENQUIRIES
from mails import ENQUIRY, complaint, mail, out_of_office

CAROL = "carol@example.net"
COMPLAINANTS = (ANN, BOB, CAROL)
MESSAGES = len(COMPLAINANTS) + 2

STORE_STEPS = ("journal.append", "journal.appended", "journal.mark", "journal.marked", "desk.read",
               "verdict.commit", "verdict.committed", "outbox.claim", "outbox.claimed",
               "delivery.commit", "delivery.committed")
NETWORK_STEPS = ("imap.open", "imap.list", "imap.fetch", "imap.mark", "imap.wait", "smtp.connect",
                 "smtp.mail", "smtp.dot", "smtp.answer")
PUT_OFF_STEPS = ("smtp.dot", "smtp.answer")  # this mail alone waits, for longer
ONCE_STEPS = ("imap.close",)
OTHER_TESTS = {"quarantine.commit", "notices.commit", "message.read", "imap.expunge",
               "copies.erased", "daily.commit", "report.count", "case_mail.commit"}


@unittest.skipUnless(harness.TEST_CLOCK, "fault points are in test builds only")
class Faults(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.redress.change_settings("[notices]", '[network]\nretry = "1 second"\n\n[notices]')

    def fill(self) -> None:
        """Three complaints, an enquiry and an automatic mail wait in the mailboxes."""
        for person in COMPLAINANTS:
            self.servers.append(COMMENTS, "INBOX", complaint(person).as_bytes())
        self.servers.append(ENQUIRIES, "INBOX",
                            mail("dan@example.net", ENQUIRY, to=ENQUIRIES).as_bytes())
        self.servers.append(COMMENTS, "INBOX", out_of_office("eve@example.net").as_bytes())

    def assert_all_is_well(self, repeats: int) -> None:
        """One row a mail, one case and one acknowledgement a complaint, `repeats` of them twice."""
        self.servers.wait_until_delivered()
        ledger = self.redress.ledger()
        self.assertEqual((ledger["seen"], ledger["complaint"], ledger["enquiry"],
                          ledger["automatic"], ledger["unaccounted"]), (MESSAGES, 3, 1, 1, 0), ledger)
        self.assertEqual(len(self.redress.cases()), len(COMPLAINANTS))
        got = [self.servers.mails(person) for person in COMPLAINANTS]
        self.assertGreaterEqual(min(map(len, got)), 1)
        self.assertLessEqual(sum(map(len, got)), len(COMPLAINANTS) + repeats)
        for mails in got:
            self.assertEqual(len({str(each["Message-ID"]) for each in mails}), 1)
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)

    def run_until(self, predicate, what: str) -> None:
        """The daemon runs until then, and ends well."""
        self.servers.wait_for(predicate, what=what)
        self.redress.stop()

    def everybody_has_an_answer(self) -> bool:
        answered = [row for row in self.redress.cases() if row["acknowledged"]]
        ledger = self.redress.ledger()
        return (len(answered), ledger["seen"], ledger["unaccounted"]) == \
            (len(COMPLAINANTS), MESSAGES, 0)

    def test_SYS_02_killed_at_every_step_it_goes_on_where_it_was(self):
        places = subprocess.run([self.redress.daemon, "--list-faults"], check=True,
                                capture_output=True, text=True).stdout.split()
        self.assertLess(set(STORE_STEPS + NETWORK_STEPS), set(places))
        for place in sorted(set(places) - OTHER_TESTS):
            with self.subTest(place):
                self.start_anew()
                self.fill()
                fault = ("--fault", f"{place}=kill")
                if place in ONCE_STEPS:
                    self.assertEqual(self.redress.run_once(*fault).returncode, -9)
                else:
                    self.redress.start(*fault)
                    self.assertEqual(self.redress.wait(), -9)
                self.redress.once()
                # What was between the first byte of a mail and its record may come twice.
                in_flight = place.startswith(("smtp", "outbox.claimed", "delivery"))
                self.assert_all_is_well(repeats=len(COMPLAINANTS) if in_flight else 0)

    def test_SYS_02_a_store_that_fails_once_is_tried_again_and_nothing_is_sent_twice(self):
        for place in STORE_STEPS:
            with self.subTest(place):
                self.start_anew()
                self.fill()
                self.redress.start("--fault", f"{place}=full@1")
                self.run_until(lambda: "no room" in self.redress.log_text() and
                               self.everybody_has_an_answer(), f"the answers in spite of {place}")
                self.assert_all_is_well(repeats=0)

    def test_SYS_01_a_network_that_breaks_once_is_tried_again(self):
        for place in NETWORK_STEPS:
            with self.subTest(place):
                self.start_anew()
                self.fill()
                self.redress.start("--fault", f"{place}=cut@1")
                if place in PUT_OFF_STEPS:
                    self.run_until(lambda: any(line in self.redress.log_text()
                                               for line in ("R301", "R303")), "the broken send")
                    self.redress.once(now=harness.hours_from_now(2))
                else:
                    self.run_until(self.everybody_has_an_answer, f"the answers in spite of {place}")
                # Only what broke between the mail's last byte and the answer may come twice.
                self.assert_all_is_well(repeats=1 if place == "smtp.answer" else 0)

    def test_SYS_01_a_mailbox_that_breaks_in_a_single_run_ends_that_run(self):
        self.fill()
        done = self.redress.run_once("--fault", "imap.open=cut@1", "--fault", "imap.open=cut@2")
        self.assertEqual(done.returncode, 75, done.stderr)
        self.redress.once()
        self.assert_all_is_well(repeats=0)

    def test_SYS_02_a_message_that_breaks_the_reading_is_quarantined_and_can_be_replayed(self):
        self.fill()
        self.redress.run_once("--fault", "message.read=crash@2")
        ledger = self.redress.ledger()
        self.assertEqual((ledger["seen"], ledger["quarantined"], ledger["unaccounted"]),
                         (MESSAGES, 1, 0))
        row, = self.redress.rows("quarantine", "list")
        self.assertIn("message.read", row["because"])
        raw = self.redress.run_tool("quarantine", "show", str(row["id"])).stdout
        self.assertIn("certificate", raw)
        self.staff_are_told(harness.MANAGER, "quarantine")
        self.assertEqual(self.redress.run_tool("quarantine", "replay", str(row["id"])).returncode, 0)
        self.redress.once()
        self.assert_all_is_well(repeats=0)

    def test_SYS_02_killed_while_it_quarantines_or_tells_staff_it_does_so_the_next_time(self):
        # Longer than a run takes, so that the run that quarantines does not tell of it as well.
        self.redress.change_settings('gather = "1 second"', 'gather = "8 seconds"')
        self.fill()
        done = self.redress.run_once("--fault", "message.read=crash@2", "--fault",
                                     "quarantine.commit=kill")
        self.assertEqual(done.returncode, -9)
        self.redress.run_once("--fault", "message.read=crash@1")
        self.assertEqual(self.redress.ledger()["quarantined"], 1)

        def killed_telling():
            return self.redress.run_once("--fault", "notices.commit=kill").returncode == -9
        self.servers.wait_for(killed_telling, harness.ONCE_SECONDS, "the moment to tell staff")
        self.staff_are_told(harness.MANAGER, "quarantine")
        self.servers.wait_until_delivered()
        self.assertEqual(len(self.servers.mails(harness.MANAGER)), 1)


if __name__ == "__main__":
    harness.main()
