"""Reminders before a promise breaks, by the ladder of the policy (SYS-06, CILEX-09)."""

import datetime
import json
import unittest

import harness
from harness import ADMINISTRATOR, BOB, COMMENTS, MANAGER
from mails import complaint
from mornings import CASEY, KIM, MAX, POLICY, Mornings


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Ladder(Mornings):
    def test_SYS_06_staff_are_reminded_before_at_and_after_a_limit_once_each(self):
        reference = self.complained()
        for day, counts in (("11", (0, 0, 0)), ("12", (1, 0, 0)), ("13", (2, 0, 0)),
                            ("16", (3, 0, 0)), ("17", (3, 1, 0)), ("18", (3, 1, 1)),
                            ("19", (3, 1, 1))):
            for _ in range(2):  # another start on the same day
                self.morning(day)
                self.assertEqual(self.counts(), counts, day)
        first, second, third = ((str(mail["Subject"]), " ".join(harness.text_of(mail).split()))
                                for mail in self.daily(CASEY))
        self.assertEqual(first[0], "Complaints today: 1 reminder")
        self.assertIn(f"{reference}: answer due Monday 16 March 2026, in 2 working days", first[1])
        self.assertIn("in 1 working day;", second[1])
        self.assertIn("16 March 2026, today", third[1])
        self.assertIn("1 working day ago", self.daily_text(KIM))
        self.assertIn("2 working days ago", self.daily_text(MAX))

    def test_SYS_06_nothing_is_sent_at_night_or_on_a_day_off(self):
        self.complained()
        for time, count in (("08:59", 0), ("20:00", 0), ("09:00", 1)):
            self.morning("12", time)
            self.assertEqual(len(self.daily(CASEY)), count, time)
        self.morning("13", "22:15")  # too late: the next working day tells the newest
        self.morning("14")  # Saturday
        self.morning("15")
        self.assertEqual(len(self.daily(CASEY)), 1)
        self.morning("16")
        self.assertIn("16 March 2026, today", self.daily_text(CASEY))

    def test_SYS_06_not_on_a_bank_holiday_and_at_nine_by_the_clock_of_the_house(self):
        # Ten working days from Tuesday 24 March 2026 over Good Friday and Easter Monday: 9 April.
        self.complained(received="2026-03-24T10:30:00Z")
        for now, count in (("2026-04-07T07:59:00Z", 0), ("2026-04-07T08:00:00Z", 1),
                           ("2026-04-08T08:00:00Z", 2), ("2026-04-09T08:00:00Z", 3)):
            self.redress.once(now=now)
            self.assertEqual(len(self.daily(CASEY)), count, now)

    def test_SYS_06_the_working_day_after_a_limit_may_lie_behind_easter(self):
        # Ten working days from Thursday 19 March 2026: Thursday 2 April, before Good Friday.
        self.complained(received="2026-03-19T10:30:00Z")
        for day in ("2026-04-03", "2026-04-06"):
            self.redress.once(now=f"{day}T09:00:00Z")
            self.assertEqual(self.counts(), (0, 0, 0), day)
        self.redress.once(now="2026-04-07T09:00:00Z")
        self.assertEqual(self.counts(), (0, 1, 0))

    def test_SYS_06_a_clock_that_jumps_forward_tells_the_most_urgent_once(self):
        self.complained()
        self.morning("16")
        self.assertEqual(self.counts(), (1, 0, 0))
        self.assertIn("16 March 2026, today", self.daily_text(CASEY))
        self.redress.once(now="2026-03-30T09:00:00Z")  # over both that come after
        self.assertEqual(self.counts(), (1, 0, 1))

    def test_SYS_06_a_clock_that_ran_ahead_takes_no_reminder_away(self):
        self.complained()
        for day, time, counts in (("16", "09:30", (1, 0, 0)),
                                  ("16", "09:00", (1, 0, 0)),  # put right a little: told before
                                  ("12", "09:00", (2, 0, 0)), ("12", "15:00", (2, 0, 0)),
                                  ("13", "09:00", (3, 0, 0)), ("16", "09:00", (4, 0, 0)),
                                  ("16", "15:00", (4, 0, 0))):
            self.morning(day, time)
            self.assertEqual(self.counts(), counts, f"{day} {time}")

    def test_SYS_06_what_is_long_past_is_not_told_by_a_reminder(self):
        self.complained()
        self.redress.once(now="2026-05-18T09:00:00Z")
        self.assertEqual(self.counts(), (0, 0, 0))

    def test_SYS_06_several_on_one_day_are_one_mail(self):
        first, second = self.complained(), self.complained(sender=BOB)
        self.morning("12")
        self.assertEqual(self.counts(), (1, 0, 0))
        text = self.daily_text(CASEY)
        self.assertIn("2 reminders", text)
        self.assertIn(first, text)
        self.assertIn(second, text)

    def test_SYS_06_a_limit_that_was_kept_is_silent(self):
        reference = self.complained()
        for command in ("/outcome upheld: The letter was lost.", "/respond"):
            self.redress.act(reference, command, by=CASEY, now="2026-03-10T09:00:00Z")
        self.sent(reference, "2026-03-10T10:00:00Z")
        self.morning("12")
        self.assertEqual(self.counts(), (0, 0, 0))

    def test_SYS_06_a_case_whose_clock_stands_is_silent_and_its_limit_moves(self):
        reference = self.complained()
        self.redress.act(reference, "/pause until 20 March because she is abroad", by=CASEY,
                         now="2026-03-11T09:30:00Z")
        for day in ("12", "13", "16", "17", "18"):
            self.morning(day)
        self.assertEqual(self.counts(), (0, 0, 0))
        # Three days were left on Wednesday 11 March: Wednesday 25 March.
        self.morning("23")
        self.assertIn("25 March 2026, in 2 working days", self.daily_text(CASEY))

    def test_SYS_06_who_is_away_is_stood_in_for(self):
        self.redress.change_settings("away = []", 'away = ["2026-03-12/2026-03-16"]')
        self.complained()
        self.morning("12")
        self.assertEqual(self.counts(), (0, 1, 0))
        self.morning("16")
        self.assertEqual(self.counts(), (0, 2, 0))
        self.morning("17")  # to the deputy of one who is there again
        self.assertEqual(self.counts(), (0, 3, 0))

    def test_SYS_06_a_person_who_owns_a_case_is_reminded_in_place_of_the_role(self):
        reference = self.complained()
        self.redress.act(reference, "/assign max because he knows the matter", by=MANAGER,
                         now="2026-03-03T09:00:00Z")
        self.morning("12")
        self.assertEqual(self.counts(), (0, 0, 1))
        for day in ("13", "16", "17"):  # he has no deputy: the complaints manager
            self.morning(day)
        self.assertEqual(self.counts(), (0, 0, 3))
        self.assertEqual(len(self.daily(MANAGER)), 1)

    def test_CILEX_09_staff_who_are_named_get_no_reminder_of_it(self):
        reference = self.complained()
        self.redress.act(reference, "/staff-named casey", by=MANAGER, now="2026-03-03T09:00:00Z")
        for day in ("12", "13", "16", "17", "18"):
            self.morning(day)
        self.assertEqual([text for text in self.mails_to(CASEY)
                          if "Complaints today" in text], [])
        # Nobody else has the role: the complaints manager; deputy and manager as ever.
        self.assertEqual((self.counts(), len(self.daily(MANAGER))), ((0, 1, 1), 3))

    def test_SYS_06_a_crash_before_the_mails_are_stored_loses_none_and_doubles_none(self):
        self.complained()
        done = self.redress.run_once("--fault", "daily.commit=kill", now="2026-03-12T09:00:00Z")
        self.assertEqual(done.returncode, -9)
        self.morning("12")
        self.morning("12")
        self.assertEqual(self.counts(), (1, 0, 0))

    def test_SYS_06_deadlines_tells_what_reminders_will_come(self):
        reference = self.complained()
        done = self.redress.run_tool("deadlines", reference, "--json")
        planned = json.loads(done.stdout)["reminders"]
        self.assertEqual([(row["at"], row["kind"], row["working_days"], row["to"])
                          for row in planned],
                         [("2026-03-12T09:00:00Z", "respond", -2, "owner"),
                          ("2026-03-13T09:00:00Z", "respond", -1, "owner"),
                          ("2026-03-16T09:00:00Z", "respond", 0, "owner"),
                          ("2026-03-17T09:00:00Z", "respond", 1, "deputy"),
                          ("2026-03-18T09:00:00Z", "respond", 2, "manager")])

    def test_SYS_06_a_server_that_takes_few_mails_gets_few_and_acknowledgements_first(self):
        self.redress.change_settings('reply_address = "plus"',
                                     'reply_address = "plus"\nmails_a_minute = 1')
        self.complained()
        at_nine = datetime.datetime(2026, 3, 12, 9, 0, tzinfo=datetime.timezone.utc)
        self.servers.append(COMMENTS, "INBOX", complaint(BOB).as_bytes(), at_nine)
        self.morning("12")  # one of the two: the answer to somebody outside
        self.assertEqual((len(self.servers.mails(BOB)), self.counts()[0]), (1, 0))
        self.morning("12")
        self.assertEqual(self.counts(), (1, 0, 0))

    def test_SYS_06_what_could_not_be_sent_by_the_evening_is_told_the_next_day_instead(self):
        self.redress.change_settings('reply_address = "plus"',
                                     'reply_address = "plus"\nmails_a_minute = 1')
        self.complained()
        at_nine = datetime.datetime(2026, 3, 12, 9, 0, tzinfo=datetime.timezone.utc)
        self.servers.append(COMMENTS, "INBOX", complaint(BOB).as_bytes(), at_nine)
        self.morning("12")  # the answer to somebody outside; the reminder waits
        self.assertEqual(self.counts(), (0, 0, 0))
        for time in ("20:00", "23:30"):
            self.morning("12", time)
            self.assertEqual(self.counts(), (0, 0, 0), time)
        self.morning("13")
        self.morning("13")
        self.assertEqual(self.counts(), (1, 0, 0))
        self.assertIn("16 March 2026, in 1 working day;", self.daily_text(CASEY))

    def test_SYS_06_a_late_answer_stays_late_while_the_clock_stands(self):
        reference = self.complained()
        self.redress.act(reference, "/pause until 27 March because she is abroad", by=CASEY,
                         now="2026-03-17T08:30:00Z")
        self.morning("17")
        self.assertEqual(self.counts(), (0, 1, 0))
        self.assertIn("answer was due Monday 16 March 2026", self.daily_text(KIM))

    def test_SYS_06_a_policy_that_opens_at_midnight_writes_to_nobody_at_night(self):
        policy = self.redress.folder / "policies/ours/policy.toml"
        policy.write_text('open_of_business = "00:00"\n' + policy.read_text())
        self.complained()
        for time, count in (("00:00", 0), ("05:59", 0), ("06:00", 1)):
            self.morning("12", time)
            self.assertEqual(len(self.daily(CASEY)), count, time)


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class OwnLadder(Mornings):
    policy = POLICY + """
[[reminder]]
at = -3
to = "senior-management"

[[reminder]]
at = -1
to = "administrator"
kind = "respond"
"""

    def test_SYS_06_the_policy_says_when_and_whom(self):
        self.complained()
        for day in ("11", "12", "13", "16", "17", "18"):
            self.morning(day)
        # Rungs of its kind stand in place of the others.
        self.assertEqual((self.counts(), len(self.daily(ADMINISTRATOR)), len(self.daily(MANAGER))),
                         ((0, 0, 0), 1, 0))
        shown = self.redress.run_tool("policy", "show").stdout
        self.assertIn("1 working day before it", shown)


if __name__ == "__main__":
    harness.main()
