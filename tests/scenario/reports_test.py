"""What a policy wants reported, and its own review, come by themselves (CIM-11, CEME-02, CILEX-13 …)."""

import datetime
import json
import unittest

import harness
from harness import ADMINISTRATOR, COMMENTS, MANAGER, text_of
from mails import COMPLAINT, mail

ANN, BOB = "Ann Example <ann@example.net>", "Bob Sample <bob@example.com>"
PRAISE = ("Thank you so much for your excellent help with my exam entry. Everybody was very kind,\n"
          "and I am delighted. Please tell them so.\n")
JANUARY = datetime.datetime(2026, 1, 12, 10, 30, tzinfo=datetime.timezone.utc)  # a Monday
TAKEN, WORKED = "2026-01-12T10:31:00Z", "2026-01-14T10:00:00Z"
QUARTER, NEXT_DAY, HALF_YEAR = "2026-04-01T08:00:00Z", "2026-04-02T08:00:00Z", "2026-07-01T08:00:00Z"
FIRST_QUARTER = ("--from", "2026-01-01", "--to", "2026-03-31")
AUDIT, EXECUTIVE, EVERYBODY = "audit@example.org", "executive@example.org", "everybody@example.org"
SENIOR, DIRECTOR, COMPLIANCE = "senior@example.org", "director@example.org", "compliance@example.org"


def member(name: str, address: str, *roles: str) -> str:
    return f'\n[[staff]]\nname = "{name}"\nemail = "{address}"\nroles = {json.dumps(roles)}\n'


CILEX = (member("Customer Service", "service@example.org", "customer-service",
                "customer-service-team-leader")
         + member("Chris Compliance", COMPLIANCE, "corporate-compliance-manager")
         + member("Committee One", AUDIT, "audit-and-risk-committee")
         + member("Committee Two", EXECUTIVE, "executive-committee")
         + member("All Staff", EVERYBODY, "all-staff")
         + '\n[[body]]\nname = "CILEX Law School"\ncontact = ["law-school@example.org"]\n')
CEME = member("Sue Senior", SENIOR, "senior-management") + member("Dee", DIRECTOR, "operations-director")


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Reports(harness.Scenario):
    def arrives(self, sender: str, text: str, subject: str) -> None:
        self.servers.append(COMMENTS, "INBOX", mail(sender, text, subject=subject).as_bytes(), JANUARY)

    def report_of(self, person: str, title: str, count: int = 1) -> str:
        """The newest report of that title which the person has got, of exactly so many."""
        self.servers.wait_until_delivered()
        found = [each for each in self.servers.mails(person) if str(each["Subject"]).startswith(title)]
        self.assertEqual(len(found), count, [str(each["Subject"]) for each in found])
        return text_of(found[-1]) if found else ""

    def two_complaints(self) -> list:
        """Ann's two complaints of January, of the same cause."""
        self.arrives(ANN, COMPLAINT, "My certificate")
        self.arrives(ANN, COMPLAINT + "\nThis is the second time, about another course.\n", "Again")
        self.redress.once(now=TAKEN)
        references = [case["reference"] for case in self.redress.cases()]
        self.assertEqual(len(references), 2)
        for reference, cause in zip(references, ("The form was lost.", "the form was LOST")):
            self.redress.act(reference, f"/record cause: {cause}", now=WORKED)
        return references

    def test_CIM_11_number_outcomes_and_actions_by_period_go_to_the_complaints_manager(self):
        self.new_redress(gather="0 seconds")
        first, second = self.two_complaints()
        self.redress.act(first, "/outcome upheld because nobody looked", now=WORKED)
        self.redress.act(first, "/respond by telephone", now=WORKED)
        self.redress.act(first, "/action corrective for Jo by 2026-01-30: look each day", now=WORKED)
        self.redress.once(now=QUARTER)
        text = self.report_of(MANAGER, "Complaints: number, outcomes, actions")
        for words in ("Thursday 1 January 2026", "Tuesday 31 March 2026", "- Complaints: 2",
                      "- Upheld: 1", "- Acknowledged in time: 2", "- Answered in time: 1",
                      "- Answered late, or not yet: 1", "- Corrective actions opened: 1",
                      "- Corrective actions not done in time: 1", "- Open complaints: 2"):
            self.assertIn(words, text)
        # Never twice; and by period: nothing of the first quarter is in the second.
        self.redress.once(now=NEXT_DAY)
        self.report_of(MANAGER, "Complaints: number, outcomes, actions")
        self.redress.once(now=HALF_YEAR)
        text = self.report_of(MANAGER, "Complaints: number, outcomes, actions", 2)
        self.assertIn("- Complaints: 0", text)
        self.assertNotIn("Upheld", text)

    def test_CIM_11_a_report_of_any_period_by_command_in_four_formats(self):
        self.new_redress(gather="0 seconds")
        self.two_complaints()
        report = self.redress.one("report", *FIRST_QUARTER)
        self.assertEqual(report["sections"]["received"]["complaints"], 2)
        self.assertEqual([one["reference"] for one in report["cases"]],
                         [case["reference"] for case in self.redress.cases()])
        february = self.redress.one("report", "--from", "2026-02-01", "--to", "2026-02-28")
        self.assertEqual(february["sections"]["received"]["complaints"], 0)
        for form, words in (("csv", '"received","complaints",2\r\n'), ("text", "- Complaints: 2"),
                            ("html", "<!DOCTYPE html>")):
            made = self.redress.run_tool("report", *FIRST_QUARTER, "--format", form)
            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertIn(words.strip(), made.stdout)
        wrong = self.redress.run_tool("report", *FIRST_QUARTER, "--name", "weather")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("it has monitoring", wrong.stderr)

    def test_CILEX_13_volumes_and_patterns_go_to_the_committee_and_name_nobody(self):
        self.new_redress(gather="0 seconds", policy="cilex")
        self.redress.add_settings(CILEX)
        self.two_complaints()
        self.redress.once(now=QUARTER)
        text = self.report_of(AUDIT, "Complaints: volumes and circumstances")
        for words in ("- Complaints: 2", "- 2 complaints with the same cause: The form was lost.",
                      "- 2 complaints of the same person"):
            self.assertIn(words, text)
        self.assertNotRegex(text.lower(), r"\bann\b")
        self.assertNotIn(self.redress.cases()[0]["reference"], text)

    def test_CILEX_14_positive_feedback_is_recorded_and_reported(self):
        self.new_redress(gather="0 seconds", policy="cilex")
        self.redress.add_settings(CILEX)
        self.arrives(BOB, PRAISE, "Thank you")
        self.redress.once(now=TAKEN)
        self.assertEqual([row["kind"] for row in self.redress.messages()], ["compliment"])
        self.assertEqual(self.redress.cases(), [])
        self.redress.once(now=QUARTER)
        text = self.report_of(AUDIT, "Complaints: volumes and circumstances")
        self.assertIn("- Compliments and other positive feedback: 1", text)
        self.assertIn("- Complaints: 0", text)

    def test_CILEX_17_changes_and_lessons_go_to_the_executive_and_to_all_staff_without_names(self):
        self.new_redress(gather="0 seconds", policy="cilex")
        self.redress.add_settings(CILEX)
        first, second = self.two_complaints()
        self.redress.act(first, "/record lesson: Number every form that comes in.", now=WORKED)
        self.redress.act(second, "/record lesson: Ann Example has to be told sooner.", now=WORKED)
        self.redress.act(first, "/record preventive: a list of forms is kept", now=WORKED)
        self.redress.once(now=QUARTER)
        for person, title in ((EXECUTIVE, "Complaints that led to a change"),
                              (EVERYBODY, "What we learn from complaints")):
            text = self.report_of(person, title)
            self.assertIn("- Number every form that comes in.", text)
            self.assertIn("- Complaints that led to a change: 1", text)
            self.assertIn("would name somebody, and are left out here: 1", " ".join(text.split()))
            self.assertNotIn("Ann", text)

    def test_CEME_02_senior_management_gets_every_complaint_with_the_action_taken(self):
        self.new_redress(gather="0 seconds", policy="ceme")
        self.redress.add_settings(CEME)
        first, second = self.two_complaints()
        self.redress.act(first, "/record corrective: the form was sent again", now=WORKED)
        self.redress.once(now=QUARTER)
        text = " ".join(self.report_of(SENIOR, "Complaints and the action taken").split())
        self.assertIn(f"- {first}, received 2026-01-12, stage 1", text)
        self.assertIn("corrective: the form was sent again", text)
        self.assertIn(f"- {second}, received 2026-01-12", text)
        self.assertIn("no action recorded", text)

    def test_CEME_02_where_nobody_reads_it_administrators_are_told_once(self):
        self.new_redress(gather="0 seconds", policy="ceme")
        self.redress.once(now=TAKEN)
        for now in (QUARTER, NEXT_DAY, NEXT_DAY):
            self.redress.once(now=now)
        self.servers.wait_until_delivered()
        told = [each for each in self.servers.mails(ADMINISTRATOR)
                if "went to nobody" in " ".join(text_of(each).split())]
        self.assertEqual(len(told), 1)
        self.assertIn("senior-management", text_of(told[0]))


if __name__ == "__main__":
    harness.main()
