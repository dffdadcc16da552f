"""The daemon as it runs: IDLE, stopping, crashes, servers that go away, history (SYS-01, -02, -14)."""

import datetime
import unittest

import harness
from harness import ANN, BOB, COMMENTS
from mails import complaint

UTC = datetime.timezone.utc


class Daemon(harness.Scenario):
    def test_SYS_01_a_complaint_that_arrives_while_it_idles_is_acknowledged_without_a_poll(self):
        self.redress.start()  # it polls once an hour only
        self.writes(complaint(ANN))
        self.mail_of(ANN)     # by now every mailbox was read, and the daemon idles
        self.writes(complaint(BOB))
        self.mail_of(BOB)
        self.redress.stop()
        self.assertEqual(len(self.redress.cases()), 2)
        self.assert_all_accounted_for()

    def test_SYS_07_it_ends_well_when_stopped_at_work(self):
        count = 40
        for number in range(count):
            self.servers.append(COMMENTS, "INBOX",
                                complaint(f"p{number}@example.net", subject=f"No {number}").as_bytes())
        self.redress.start()
        self.servers.wait_for(lambda: self.servers.mails("p0@example.net"),
                              what="the first acknowledgement")
        self.redress.stop()
        self.assert_all_accounted_for()
        self.redress.once()
        self.servers.wait_until_delivered()
        self.assertEqual(len(self.redress.cases()), count)
        self.assertEqual({len(self.servers.mails(f"p{number}@example.net"))
                          for number in range(count)}, {1})
        self.assertEqual(self.redress.ledger()["seen"], count)
        self.assert_all_accounted_for()

    def test_SYS_02_nothing_is_lost_when_it_is_killed_at_work(self):
        count = 40
        for number in range(count):
            self.servers.append(COMMENTS, "INBOX",
                                complaint(f"p{number}@example.net", subject=f"No {number}").as_bytes())
        self.redress.start()
        self.servers.wait_for(lambda: self.servers.mails("p0@example.net"),
                              what="the first acknowledgement")
        self.redress.kill()
        self.redress.once()
        self.servers.wait_until_delivered()
        self.assertEqual(len(self.redress.cases()), count)
        # SMTP cannot promise exactly once: what was under way when it died may come twice.
        got = [len(self.servers.mails(f"p{number}@example.net")) for number in range(count)]
        self.assertGreaterEqual(min(got), 1)
        self.assertEqual(self.redress.ledger()["seen"], count)
        self.assert_all_accounted_for()

    def test_SYS_01_it_comes_back_when_the_mail_server_does(self):
        self.redress.start()
        self.writes(complaint(ANN))
        self.mail_of(ANN)
        self.servers.dovecot.restart()
        self.writes(complaint(BOB))
        self.servers.wait_for_mails(BOB, timeout=90)  # the pause before it connects again grows
        self.redress.stop()
        self.assert_all_accounted_for()

    @unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
    def test_SYS_04_an_acknowledgement_waits_while_SMTP_is_down(self):
        self.servers.append(COMMENTS, "INBOX", complaint(ANN).as_bytes())
        self.servers.postfix.stop()
        self.redress.run_once()
        row, = self.redress.outbox()
        self.assertEqual((row["to"], row["state"], row["attempts"]), (ANN, "pending", 1))
        case = self.redress.only_case()
        self.assertIsNone(case["acknowledged"])
        self.servers.postfix.resume()
        self.redress.once(now=harness.hours_from_now(2))
        self.mail_of(ANN)
        self.assertTrue(self.redress.case(case["reference"])["acknowledged"])

    def test_SYS_14_what_was_there_before_the_first_run_is_history(self):
        self.new_redress(start="now")
        last_week = datetime.datetime.now(UTC) - datetime.timedelta(days=7)
        self.servers.append(COMMENTS, "INBOX", complaint(ANN).as_bytes(), last_week)
        self.redress.once()
        self.assertEqual([row["state"] for row in self.redress.messages()], ["history"])
        self.assertEqual(self.redress.cases(), [])
        self.writes(complaint(BOB))
        self.redress.once()
        self.mail_of(BOB)
        self.assert_got_nothing(ANN)
        self.assertEqual(len(self.redress.cases()), 1)
        self.assert_all_accounted_for()

    def test_SYS_02_what_is_done_is_marked_and_nothing_is_marked_as_read_before(self):
        self.writes(complaint(ANN))
        self.assertNotIn("\\Seen", self.servers.flags(COMMENTS)[0])
        self.redress.once()
        flags, = self.servers.flags(COMMENTS)
        self.assertIn("$RedressDone", flags)
        self.assertNotIn("\\Seen", flags)


if __name__ == "__main__":
    harness.main()
