"""A policy's own review is a promise too: tracked, and its owner reminded (CILEX-15, CEME-05)."""

import unittest

import harness
from harness import ADMINISTRATOR, text_of
from reports_test import CEME, CILEX, COMPLIANCE, DIRECTOR


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class PolicyReview(harness.Scenario):
    def reminders(self, person: str) -> list:
        self.servers.wait_until_delivered()
        return [each for each in self.servers.mails(person)
                if str(each["Subject"]).startswith("Review of the policy")]

    def test_CILEX_15_reminders_come_before_on_the_day_and_each_month_until_it_is_done(self):
        self.new_redress(gather="0 seconds", policy="cilex")
        self.redress.add_settings(CILEX)
        # Last in June 2021 and every 18 months: due on 30 December 2022; 31 October is 60 days before.
        for day, count in (("2022-10-30", 0), ("2022-10-31", 1), ("2022-11-01", 1),
                           ("2022-12-16", 2), ("2022-12-29", 2), ("2022-12-30", 3),
                           ("2023-01-29", 3), ("2023-01-30", 4), ("2023-02-28", 5)):
            self.redress.once(now=f"{day}T09:00:00Z")
            self.assertEqual(len(self.reminders(COMPLIANCE)), count, day)
        first = self.reminders(COMPLIANCE)[0]
        self.assertIn("Friday 30 December 2022", str(first["Subject"]))
        self.assertIn("Responsibilities, paragraph 3", text_of(first))

    def test_CILEX_15_status_and_policy_show_say_when_it_is_due(self):
        self.new_redress(policy="cilex")
        self.redress.add_settings(CILEX)
        self.redress.once(now="2022-10-01T09:00:00Z")
        for now, overdue in (("2022-12-30T23:00:00Z", False), ("2022-12-31T00:00:00Z", True)):
            done = self.redress.run_tool("status", "--json", now=now)
            self.assertIn('"policy_review":{"due":"2022-12-30","overdue":%s,'
                          '"owner":"corporate-compliance-manager"}' % str(overdue).lower(), done.stdout)
        self.assertIn("30 December 2022", self.redress.run_tool("policy", "show").stdout)

    def test_CEME_05_each_year_the_owner_of_the_policy_is_reminded(self):
        self.new_redress(gather="0 seconds", policy="ceme")
        self.redress.add_settings(CEME)
        for _ in range(2):  # last in July 2018: due on 31 July 2019
            self.redress.once(now="2019-07-31T09:00:00Z")
        reminder, = self.reminders(DIRECTOR)
        self.assertIn("Review due by: Wednesday 31 July 2019", text_of(reminder))

    def test_SYS_05_a_calendar_that_ends_within_six_months_is_told_once(self):
        self.new_redress(gather="0 seconds")
        for day in ("2028-06-01", "2028-08-01", "2028-08-02", "2028-08-03"):
            self.redress.once(now=f"{day}T09:00:00Z")
        self.servers.wait_until_delivered()
        told = [each for each in self.servers.mails(ADMINISTRATOR)
                if "ends with 2028" in " ".join(text_of(each).split())]
        self.assertEqual(len(told), 1)


if __name__ == "__main__":
    harness.main()
