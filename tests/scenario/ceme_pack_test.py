"""CEME's complaints policy, as its pack keeps it: CEME-01, 03, 04, 06 and 07."""

import unittest

import harness
from casework import Casework, day_of
from harness import ANN, MANAGER, due
from mails import complaint, mail

MONDAY, TUESDAY, THURSDAY = ("2026-03-02T10:30:00Z", "2026-03-03T09:00:00Z",
                             "2026-03-05T09:00:00Z")
FRIDAY, SATURDAY, NEXT_MONDAY = ("2026-03-06T16:00:00Z", "2026-03-07T11:00:00Z",
                                 "2026-03-09T09:00:00Z")
OF_UPHELD = ("cause", "corrective", "preventive", "consulted", "legislation", "satisfaction")


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Ceme(Casework):
    def setUp(self):
        super().setUp()
        self.new_redress(policy="ceme", gather="0 seconds")

    def answered(self, finding: str = "upheld", now: str = TUESDAY) -> str:
        """A complaint of Monday that has its answer; its reference."""
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        self.redress.act(reference, f"/outcome {finding}: The delay was ours.", by=MANAGER, now=now)
        self.redress.act(reference, "/respond", by=MANAGER, now=now)
        self.sent(reference, now)
        return reference

    def record(self, reference: str, *fields) -> None:
        for field in fields:
            self.redress.act(reference, f"/record {field}: what there is to say of {field}",
                             by=MANAGER, now=THURSDAY)


class Limits(Ceme):
    def test_CEME_01_a_complaint_is_responded_to_within_two_days_of_the_calendar(self):
        case = self.comes_in(complaint(ANN), FRIDAY)
        for kind in ("acknowledge", "respond"):
            # Friday is day 0, and the weekend counts: the end of Sunday.
            self.assertEqual(due(case, kind)["at"], "2026-03-08T23:59:59Z")
            self.assertEqual(due(case, kind)["clause"], "Policy Content, item 1")
        self.assertIn("You will hear from us by Sunday 8 March 2026", self.latest_to(ANN))
        self.assertEqual(due(case, "acknowledge")["state"], "met")
        self.assertEqual(due(case, "respond")["state"], "open")

    def test_CEME_01_the_first_answer_of_a_person_keeps_the_promise(self):
        reference = self.comes_in(complaint(ANN), FRIDAY)["reference"]
        self.redress.act(reference, "/contacted: rang her", by=MANAGER, now=SATURDAY)
        self.assertEqual(due(self.redress.case(reference), "respond")["met"], SATURDAY)
        self.redress.once(now=NEXT_MONDAY)
        self.assertEqual([text for text in self.mails_to(MANAGER) if "OVERDUE" in text], [])

    def test_CEME_01_a_complaint_that_nobody_answered_in_two_days_is_told(self):
        reference = self.comes_in(complaint(ANN), FRIDAY)["reference"]
        self.redress.once(now="2026-03-08T22:00:00Z")
        self.assertEqual([text for text in self.mails_to(MANAGER) if reference in text], [])
        self.redress.once(now=NEXT_MONDAY)
        self.assertIn(f"{reference} was not answered by Sunday 8 March 2026", self.latest_to(MANAGER))

    def test_CEME_03_the_priority_sets_the_limit_for_action(self):
        case = self.comes_in(complaint(ANN), MONDAY)
        reference = case["reference"]
        self.assertEqual(day_of(due(case, "act")), "2026-03-07")  # nobody decided: Medium, 5 days
        for priority, day in (("high", "2026-03-05"), ("low", "2026-03-09"),
                              ("medium", "2026-03-07")):
            with self.subTest(priority):
                self.redress.act(reference, f"/priority {priority}", by=MANAGER, now=TUESDAY)
                case = self.redress.case(reference)
                self.assertEqual(case["priority"], priority)
                self.assertEqual(day_of(due(case, "act")), day)
                self.assertEqual(due(case, "act")["clause"], "Policy Content, item 7")
                # Only the limit for action moves.
                self.assertEqual(day_of(due(case, "respond")), "2026-03-04")

    def test_CEME_03_a_change_of_priority_is_recorded_with_who_and_why(self):
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        self.redress.act(reference, "/priority high because the exam is on Friday", by=MANAGER,
                         now=MONDAY)
        self.redress.act(reference, "/priority to low", by=MANAGER, now=TUESDAY)
        first, second = [event for event in self.redress.case(reference)["events"]
                         if event["what"] == "priority_set"]
        self.assertEqual(first["personal"]["text"], "the exam is on Friday")
        self.assertIn(MANAGER, first["actor"])
        self.assertEqual((second["facts"]["before"], second["facts"]["priority"]), ("high", "low"))

    def test_CEME_03_action_keeps_the_limit_and_its_lack_is_told(self):
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        self.redress.act(reference, "/contacted", by=MANAGER, now=TUESDAY)
        self.redress.act(reference, "/priority high", by=MANAGER, now=TUESDAY)
        self.redress.once(now=FRIDAY)  # the limit ended on Thursday
        self.assertIn(f"{reference} was not acted on by Thursday 5 March 2026",
                      self.latest_to(MANAGER))
        self.start_anew()
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        self.record(reference, "corrective")
        self.assertEqual(due(self.redress.case(reference), "act")["state"], "met")


class Closing(Ceme):
    def test_CEME_04_cause_and_actions_are_recorded_before_a_case_closes(self):
        for finding in ("upheld", "not upheld"):
            with self.subTest(finding):
                self.start_anew()
                reference = self.answered(finding)
                self.record(reference, "consulted", "legislation", "satisfaction")
                reason = self.redress.refused(reference, "/close", by=MANAGER, now=THURSDAY)
                for field in ("cause", "corrective", "preventive"):
                    self.assertIn(f"/record {field}", reason)
                    self.redress.refused(reference, "/close", by=MANAGER, now=THURSDAY)
                    self.record(reference, field)
                self.redress.act(reference, "/close", by=MANAGER, now=THURSDAY)
                case = self.redress.case(reference)
                self.assertEqual(case["status"], "final")
                self.assertEqual(case["records"]["cause"], "what there is to say of cause")

    def test_CEME_07_consultation_and_law_are_recorded_before_a_case_closes(self):
        reference = self.answered()
        self.record(reference, "cause", "corrective", "preventive", "satisfaction")
        reason = self.redress.refused(reference, "/close", by=MANAGER, now=THURSDAY)
        self.assertIn("/record consulted", reason)
        self.assertIn("/record legislation", reason)
        self.redress.act(reference, "/record consulted: Ms Example and the tenants' group",
                         by=MANAGER, now=THURSDAY)
        self.redress.refused(reference, "/close", by=MANAGER, now=THURSDAY)
        self.redress.act(reference, "/record legislation: Consumer Rights Act 2015", by=MANAGER,
                         now=THURSDAY)
        self.redress.act(reference, "/close", by=MANAGER, now=THURSDAY)
        shown = self.redress.run_tool("case", "show", reference).stdout
        self.assertIn("consulted: Ms Example and the tenants' group", shown)
        self.assertIn("legislation: Consumer Rights Act 2015", shown)

    def test_CEME_07_whether_the_person_was_satisfied_is_asked_and_recorded(self):
        reference = self.answered()
        self.assertIn("Please tell us whether you are satisfied with the way in which we dealt with "
                      "your complaint", self.latest_to(ANN))
        self.record(reference, *(field for field in OF_UPHELD if field != "satisfaction"))
        self.assertIn("/record satisfaction",
                      self.redress.refused(reference, "/close", by=MANAGER, now=THURSDAY))
        answer = mail(ANN, "Yes, I am satisfied, thank you.\n", subject=f"Re: [{reference}] answer")
        self.comes_in(answer, THURSDAY)
        self.redress.act(reference, "/record satisfaction: satisfied, her mail of 5 March",
                         by=MANAGER, now=THURSDAY)
        self.redress.act(reference, "/close", by=MANAGER, now=THURSDAY)
        self.assertEqual(self.redress.case(reference)["records"]["satisfaction"],
                         "satisfied, her mail of 5 March")

    def test_CEME_06_nothing_is_erased_by_age_until_the_administrator_says_so(self):
        reference = self.answered()
        self.record(reference, *OF_UPHELD)
        self.redress.act(reference, "/close", by=MANAGER, now=THURSDAY)
        later = "2032-03-06T09:00:00Z"  # six years and a day after it was closed
        # The footer's six years are an example in the pack, and no setting.
        self.assertIn("years: 6", " ".join(str(self.redress.one("policy", "show", "ceme")["retention"])
                                           .replace("'", "").split()))
        refused = self.redress.run_tool("retention", "run", now=later)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("retention is off", refused.stderr)
        self.redress.add_settings('\n[retention]\nafter = "6 years"\n')
        refused = self.redress.run_tool("retention", "run", now=later)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("--dry-run", refused.stderr)
        listed = self.redress.run_tool("retention", "run", "--dry-run", now=later)
        self.assertIn(reference, listed.stdout)
        self.assertEqual(self.redress.case(reference)["complainant"]["address"], ANN)
        self.assertEqual(self.redress.run_tool("retention", "run", now=later).returncode, 0)
        self.assertEqual(self.redress.case(reference)["complainant"]["address"],
                         "erased@erased.invalid")


if __name__ == "__main__":
    harness.main()
