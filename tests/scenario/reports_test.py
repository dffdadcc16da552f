"""What a policy wants reported, and its own review, come by themselves (CIM-11, CEME-02, CILEX-13 …)."""

import csv
import datetime
import io
import json
import re
import unittest

import harness
from casework import ONE_STAGE
from harness import ADMINISTRATOR, COMMENTS, MANAGER, text_of
from mails import COMPLAINT, mail

ANN, BOB = "Ann Example <ann@example.net>", "Bob Sample <bob@example.com>"
MALLORY = f"Mal Other <{harness.MALLORY}>"
PNG = b"\x89PNG\r\n\x1a\n"
# Who complained, and when: what the tests count by themselves. Six months, two quarters.
CAME = ((ANN, "2026-01-12"), (BOB, "2026-01-20"), (ANN, "2026-02-10"), (ANN, "2026-04-07"),
        (BOB, "2026-04-14"), (MALLORY, "2026-04-21"), (MALLORY, "2026-05-12"))
PRAISE = ("Thank you so much for your excellent help with my exam entry. Everybody was very kind,\n"
          "and I am delighted. Please tell them so.\n")
JANUARY = datetime.datetime(2026, 1, 12, 10, 30, tzinfo=datetime.timezone.utc)  # a Monday
TAKEN, WORKED = "2026-01-12T10:31:00Z", "2026-01-14T10:00:00Z"
QUARTER, NEXT_DAY, HALF_YEAR = "2026-04-01T08:00:00Z", "2026-04-02T08:00:00Z", "2026-07-01T08:00:00Z"
FIRST_QUARTER = ("--from", "2026-01-01", "--to", "2026-03-31")
AUDIT, EXECUTIVE, EVERYBODY = "audit@example.org", "executive@example.org", "everybody@example.org"
SENIOR, DIRECTOR, COMPLIANCE = "senior@example.org", "director@example.org", "compliance@example.org"


WEEKLY = ONE_STAGE + """
[[report]]
name = "weekly"
title = "The week"
reader = "complaints-manager"
every_weeks = 1
clause = "3"
"""


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

    def half_a_year(self) -> None:
        """All of CAME, each taken on its own day, and one kind word."""
        for number, (sender, day) in enumerate(CAME):
            received = datetime.datetime.fromisoformat(f"{day}T10:00:00+00:00")
            text = f"{COMPLAINT}\nThis is about my course number {number}.\n"
            self.servers.append(COMMENTS, "INBOX",
                                mail(sender, text, subject=f"Course {number}").as_bytes(), received)
            if number == 0:
                self.arrives(BOB, PRAISE, "Thank you")
            self.redress.once(now=f"{day}T10:05:00Z")
        self.assertEqual(len(self.redress.cases()), len(CAME))

    def figures_of(self, table: str) -> dict:
        """(section, name) to its count and that of the period before, of a CSV."""
        return {(row["section"], row["name"]): (row["count"], row["before"])
                for row in csv.DictReader(io.StringIO(table, newline=""))}

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
        self.assertIn("- Upheld: 0 (1)", text)  # the quarter before, in brackets

    def test_CIM_11_a_report_of_any_period_by_command_in_four_formats(self):
        self.new_redress(gather="0 seconds")
        self.two_complaints()
        report = self.redress.one("report", *FIRST_QUARTER)
        self.assertEqual(report["sections"]["received"]["complaints"], 2)
        self.assertEqual([one["reference"] for one in report["cases"]],
                         [case["reference"] for case in self.redress.cases()])
        february = self.redress.one("report", "--from", "2026-02-01", "--to", "2026-02-28")
        self.assertEqual(february["sections"]["received"]["complaints"], 0)
        for form, words in (("csv", '"received","complaints","Complaints",2,'), ("text", "- Complaints: 2"),
                            ("html", "<!DOCTYPE html>")):
            made = self.redress.run_tool("report", *FIRST_QUARTER, "--format", form)
            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertIn(words, made.stdout)
        wrong = self.redress.run_tool("report", *FIRST_QUARTER, "--name", "weather")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("it has monitoring", wrong.stderr)

    def test_SYS_06_a_report_comes_when_staff_are_in(self):
        self.new_redress(gather="0 seconds")
        self.two_complaints()
        # Opening is at nine, which is eight in UTC; the first quarter ended on a Tuesday.
        for night, count in (("2026-03-31T23:30:00Z", 0), ("2026-04-01T07:59:00Z", 0), (QUARTER, 1)):
            self.redress.once(now=night)
            self.report_of(MANAGER, "Complaints: number, outcomes, actions", count)

    def test_SYS_11_a_report_of_each_week_comes_on_its_monday(self):
        folder = self.redress.folder / "policies/ours"
        folder.mkdir(parents=True)
        (folder / "policy.toml").write_text(WEEKLY)
        self.new_redress(gather="0 seconds", policy="ours")
        self.two_complaints()  # on Monday 12 January
        for now, count in (("2026-01-16T10:00:00Z", 0), ("2026-01-19T09:00:00Z", 1),
                           ("2026-01-20T09:00:00Z", 1), ("2026-01-26T09:00:00Z", 2)):
            self.redress.once(now=now)
            text = self.report_of(MANAGER, "The week", count)
            if now.startswith("2026-01-19"):
                for words in ("From Monday 12 January 2026 to Sunday 18 January 2026", "- Complaints: 2"):
                    self.assertIn(words, " ".join(text.split()))
        self.assertIn("Monday 19 January 2026 to Sunday 25 January 2026", " ".join(text.split()))
        self.assertIn("- Complaints: 0 (2)", text)

    def test_SYS_11_without_gnuplot_a_report_goes_out_without_charts(self):
        self.new_redress(gather="0 seconds")
        self.two_complaints()
        done = self.redress.run_once("--gnuplot", "/nowhere/gnuplot", now=QUARTER)
        self.assertEqual(done.returncode, 0, done.stderr)
        text = self.report_of(MANAGER, "Complaints: number, outcomes, actions")
        self.assertIn("- Complaints: 2", text)
        self.assertEqual(self.redress.log_text().count("R508 a chart could not be drawn"), 1)
        report = [each for each in self.servers.mails(MANAGER)
                  if str(each["Subject"]).startswith("Complaints: number")][-1]
        types = [part.get_content_type() for part in report.walk()]
        self.assertNotIn("image/png", types)
        self.assertIn("text/csv", types)
        self.assertNotIn("cid:", report.get_body(("html",)).get_content())

    def digests(self) -> list:
        """The daily mails that the complaints manager has got."""
        self.servers.wait_until_delivered()
        return [each for each in self.servers.mails(MANAGER) if "today" in str(each["Subject"])]

    def test_SYS_11_a_report_that_breaks_stops_no_other_and_is_told_once(self):
        self.new_redress(gather="0 seconds", policy="cilex")
        self.redress.add_settings(CILEX)
        self.redress.change_settings("[digest]\nenabled = false", "[digest]\nenabled = true")
        self.two_complaints()
        before = len(self.digests())
        # The committee's comes first. A defect lasts: it breaks on the next day too.
        for count, now in enumerate((QUARTER, NEXT_DAY), start=1):
            done = self.redress.run_once("--fault", "report.count=crash@1", now=now)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.report_of(AUDIT, "Complaints: volumes and circumstances", 0)
            self.report_of(EXECUTIVE, "Complaints that led to a change")
            self.report_of(EVERYBODY, "What we learn from complaints")
            self.assertEqual(len(self.digests()), before + count)
        self.assertIn('R509 the report "audit-and-risk" went wrong: a planned bug',
                      self.redress.log_text())
        self.redress.once(now="2026-04-07T08:00:00Z")  # after Easter, mended
        self.report_of(AUDIT, "Complaints: volumes and circumstances")
        told = [each for each in self.servers.mails(ADMINISTRATOR)
                if "went wrong" in " ".join(text_of(each).split())]
        self.assertEqual(len(told), 1)

    def test_SYS_11_figures_charts_and_a_table_come_by_mail(self):
        self.new_redress(gather="0 seconds")
        self.half_a_year()
        self.redress.once(now=HALF_YEAR)
        self.report_of(MANAGER, "Complaints: number, outcomes, actions", 2)
        report = [each for each in self.servers.mails(MANAGER)
                  if str(each["Subject"]).startswith("Complaints: number")][-1]
        types = [part.get_content_type() for part in report.walk()]
        self.assertEqual(types, ["multipart/mixed", "multipart/related", "multipart/alternative",
                                 "text/plain", "text/html", *["image/png"] * 3, "text/csv"])
        pictures = {part["Content-ID"].strip("<>"): part.get_content() for part in report.walk()
                    if part.get_content_type() == "image/png"}
        page = report.get_body(("html",)).get_content()
        self.assertEqual(re.findall(r'src="cid:([^"]+)"', page), list(pictures))
        self.assertTrue(all(picture.startswith(PNG) for picture in pictures.values()))
        for alt in re.findall(r'<img [^>]*alt="([^"]*)"', page):
            self.assertRegex(alt, r"Bar chart: .* \d")
        self.assertIn("Apr 2026: 3 received", page)
        table = next(part for part in report.iter_attachments()
                     if part.get_content_type() == "text/csv")
        self.assertEqual(table.get_filename(), "complaints 2026-04-01 to 2026-06-30.csv")
        second = ("--from", "2026-04-01", "--to", "2026-06-30", "--name", "monitoring")
        made = self.redress.run_tool("report", *second, "--format", "csv", now=HALF_YEAR)
        self.assertEqual(table.get_content().splitlines(), made.stdout.splitlines())

    def test_SYS_11_figures_are_those_that_the_test_counts_itself(self):
        self.new_redress(gather="0 seconds")
        self.half_a_year()
        made = self.redress.run_tool("report", "--from", "2026-04-01", "--to", "2026-06-30",
                                     "--format", "csv", now=HALF_YEAR)
        self.assertEqual(made.returncode, 0, made.stderr)
        figures = self.figures_of(made.stdout)
        days = [day for _, day in CAME]
        second, first = sum(day >= "2026-04" for day in days), sum(day < "2026-04" for day in days)
        self.assertEqual(figures["received", "complaints"], (str(second), str(first)))
        self.assertEqual(figures["received", "compliments"], ("0", "1"))
        # Whoever wrote for the first time: Mallory in the second quarter, Ann and Bob in the first.
        new = {sender: min(day for other, day in CAME if other == sender) for sender, _ in CAME}
        self.assertEqual(figures["complainant", "first"],
                         (str(sum(day >= "2026-04" for day in new.values())),
                          str(sum(day < "2026-04" for day in new.values()))))
        for month in ("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"):
            self.assertEqual(figures["trend-received", f"{month}-01"][0],
                             str(sum(day.startswith(month) for day in days)), month)
        self.assertNotIn(("trend-received", "2025-12-01"), figures)  # there was no register
        # Nobody was answered: all are open, and as old as that.
        self.assertEqual(figures["open", "open"], (str(len(CAME)), str(first)))
        end = datetime.date(2026, 7, 1)
        ages = [(end - datetime.date.fromisoformat(day)).days for day in days]
        self.assertEqual(figures["age", "half-year"][0], str(sum(56 < age <= 182 for age in ages)))
        self.assertEqual(figures["age", "eight-weeks"][0], str(sum(28 < age <= 56 for age in ages)))

    def test_SYS_11_figures_add_up_to_the_ledger(self):
        self.new_redress(gather="0 seconds")
        self.half_a_year()
        figures = self.redress.one("report", "--from", "2026-01-01", "--to", "2026-06-30")["sections"]
        ledger = self.redress.ledger()
        received = figures["received"]
        self.assertEqual((received["complaints"], received["compliments"], received["enquiries"]),
                         (ledger["complaint"], ledger["compliment"], ledger["enquiry"]))
        for parts in ("channel", "area", "cause", "stage", "complainant"):
            self.assertEqual(sum(figures[parts].values()), received["complaints"], parts)
        self.assertEqual(sum(figures["age"].values()), figures["open"]["open"])

    def test_SYS_11_the_page_holds_its_charts_itself(self):
        self.new_redress(gather="0 seconds")
        self.two_complaints()
        page = self.redress.run_tool("report", *FIRST_QUARTER, "--format", "html", now=QUARTER)
        self.assertEqual(page.returncode, 0, page.stderr)
        self.assertIn('src="data:image/png;base64,iVBORw0KGgo', page.stdout)
        self.assertNotIn("cid:", page.stdout)

    def test_CILEX_13_volumes_and_patterns_go_to_the_committee_and_name_nobody(self):
        self.new_redress(gather="0 seconds", policy="cilex")
        self.redress.add_settings(CILEX)
        self.two_complaints()
        self.redress.once(now=QUARTER)
        text = self.report_of(AUDIT, "Complaints: volumes and circumstances")
        # Two are few enough to be recognised: that there was more than one is told, and no more.
        for words in ("- Complaints: 2",
                      "- more than one complaint with the same cause: The form was lost.",
                      "- more than one complaint of the same person",
                      "- Others, too few to be told one by one: 2"):
            self.assertIn(words, text)
        self.assertNotIn("- Email: 2", text)
        shown = self.redress.one("report", *FIRST_QUARTER, "--name", "audit-and-risk")
        self.assertEqual([one["count"] for one in shown["patterns"]], [None, None])
        self.assertEqual(shown["sections"]["channel"], {"(others)": 2})
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
