"""A promise that was not kept in time is told, once (SYS-05, SYS-06, BEH-03)."""

import datetime
import unittest

import harness
from harness import ANN, COMMENTS, MANAGER, open_deadlines
from mails import ABUSE, mail

# Monday; the acknowledgement is owed by the end of Wednesday 4 March 2026.
RECEIVED = datetime.datetime(2026, 3, 2, 10, 30, tzinfo=datetime.timezone.utc)
MONDAY, WEDNESDAY, THURSDAY = ("2026-03-02T10:31:00Z", "2026-03-04T16:00:00Z",
                               "2026-03-05T09:00:00Z")


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Deadlines(harness.Scenario):
    def notices(self) -> list:
        self.servers.wait_until_delivered()
        return [mail for mail in self.servers.mails(MANAGER)]

    def test_BEH_03_an_acknowledgement_that_waits_too_long_is_told_as_overdue_once(self):
        self.new_redress(gather="0 seconds")
        self.servers.append(COMMENTS, "INBOX", mail(ANN, ABUSE, subject="Bill").as_bytes(), RECEIVED)
        self.redress.once(now=MONDAY)
        self.assertEqual(self.redress.only_case()["received"], "2026-03-02T10:30:00Z")
        self.redress.once(now=WEDNESDAY)
        before = len(self.notices())  # that it waits for a person
        self.redress.once(now=THURSDAY)
        self.assertEqual(len(self.notices()), before + 1)
        self.redress.once(now=THURSDAY)
        self.assertEqual(len(self.notices()), before + 1)
        self.assertIn("acknowledge", open_deadlines(self.redress.only_case()))
        self.assert_got_nothing(ANN)


if __name__ == "__main__":
    harness.main()
