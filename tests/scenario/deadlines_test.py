"""A promise that was not kept in time is told, once (SYS-05, SYS-06, BEH-03)."""

import datetime
import unittest

import harness
from casework import ONE_STAGE, Casework, day_of
from harness import ANN, COMMENTS, MANAGER, due, open_deadlines, text_of
from mails import ABUSE, complaint, mail

# Monday; the acknowledgement is owed by the end of Wednesday 4 March 2026.
RECEIVED = datetime.datetime(2026, 3, 2, 10, 30, tzinfo=datetime.timezone.utc)
MONDAY, WEDNESDAY, THURSDAY = ("2026-03-02T10:31:00Z", "2026-03-04T16:00:00Z",
                               "2026-03-05T09:00:00Z")

# A policy with all that moves a limit.
POLICY = ONE_STAGE + """
[[priority]]
name = "normal"
act = { within = "5 working days", clause = "3" }
standard = true

[[priority]]
name = "high"
act = { within = "3 working days", clause = "3" }

[pause]
longest = "2 weeks"
clause = "4"

[extension]
times = 1
longest = "10 working days"
clause = "5"
"""


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

    def test_SYS_06_a_limit_that_ended_at_night_is_told_when_staff_are_in(self):
        self.new_redress(gather="0 seconds")
        self.servers.append(COMMENTS, "INBOX", mail(ANN, ABUSE, subject="Bill").as_bytes(), RECEIVED)
        self.redress.once(now=MONDAY)
        before = len(self.notices())
        for night in ("2026-03-05T00:30:00Z", "2026-03-05T08:59:00Z"):
            self.redress.once(now=night)
            self.assertEqual(len(self.notices()), before, night)
        self.assertEqual(self.redress.log_text().count("R203"), 1)  # seen at once
        self.redress.once(now=THURSDAY)
        self.assertIn("was not acknowledged by Wednesday 4 March 2026",
                      " ".join(text_of(self.notices()[-1]).split()))


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Moved(Casework):
    """Limits of one case, received on Monday 2 March 2026, as `redressctl deadlines` counts them."""

    def setUp(self):
        super().setUp()
        folder = self.redress.folder / "policies/ours"
        folder.mkdir(parents=True)
        (folder / "policy.toml").write_text(POLICY)
        self.new_redress(policy="ours")
        self.reference = self.comes_in(complaint(ANN), "2026-03-02T10:30:00Z")["reference"]

    def act(self, command: str, day: int) -> None:
        self.redress.act(self.reference, command, by=MANAGER, now=f"2026-03-{day:02}T09:00:00Z")

    def refused(self, command: str, day: int) -> str:
        return self.redress.refused(self.reference, command, by=MANAGER,
                                    now=f"2026-03-{day:02}T09:00:00Z")

    def counted(self, kind: str) -> dict:
        """The limit as the command shows it; the case must say the same."""
        shown, = [row for row in self.redress.one("deadlines", self.reference)["due"]
                  if row["kind"] == kind]
        self.assertEqual(due(self.redress.case(self.reference), kind)["at"], shown["at"])
        return shown

    def test_SYS_05_a_priority_has_its_own_limit_counted_from_the_receipt(self):
        self.assertEqual(day_of(self.counted("act")), "2026-03-09")  # the standard: five
        self.act("/priority high", 3)
        act = self.counted("act")
        self.assertEqual((day_of(act), act["clause"]), ("2026-03-05", "3"))
        self.assertEqual([(day["date"], day["number"], day["why"]) for day in act["arithmetic"]],
                         [("2026-03-02", 0, "day of receipt"), ("2026-03-03", 1, "working day 1"),
                          ("2026-03-04", 2, "working day 2"), ("2026-03-05", 3, "working day 3")])
        self.assertEqual(day_of(self.counted("respond")), "2026-03-16")

    def test_SYS_05_the_days_of_a_pause_do_not_count(self):
        self.act("/pause until 11 March because she is abroad", 4)
        respond = self.counted("respond")
        # Tuesday and Wednesday, and then eight from Thursday 12 March.
        self.assertEqual(day_of(respond), "2026-03-23")
        stood = [day["date"] for day in respond["arithmetic"] if day["why"].startswith("the clock stands")]
        self.assertEqual(stood, ["2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10", "2026-03-11"])
        self.assertEqual(day_of(self.counted("acknowledge")), "2026-03-04")
        self.act("/resume because she has written", 10)
        self.assertEqual(day_of(self.counted("respond")), "2026-03-20")
        self.assertIn("at most", self.refused("/pause until 30 March because of it", 11))

    def test_SYS_05_an_extension_has_a_reason_and_an_end_that_the_policy_allows(self):
        self.assertIn("needs reason", self.refused("/extend until 20 March", 10))
        # Ten working days from Monday 16 March end on Monday the 30th.
        self.assertIn("may be put off to Monday 30 March 2026 at most",
                      self.refused("/extend until 31 March because the tutor is ill", 10))
        self.act("/extend until 20 March because the tutor is ill", 10)
        respond = self.counted("respond")
        self.assertEqual((day_of(respond), respond["arithmetic"][-1]["why"]),
                         ("2026-03-20", "put off to this day"))
        self.sent(self.reference, "2026-03-10T09:00:00Z")
        letter = self.latest_to(ANN)
        self.assertIn("the tutor is ill", letter)
        self.assertIn("Friday 20 March 2026", letter)
        self.assertIn("allows no more", self.refused("/extend until 26 March because of it", 11))


if __name__ == "__main__":
    harness.main()
