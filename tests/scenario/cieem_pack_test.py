"""CIEEM's "Our Service to You", as its pack keeps it: CIEEM-01 to CIEEM-06."""

import unittest

import harness
from behaviour_texts import (ALLEGATION, BELITTLING, DEMANDS, INSULT, RACIST, THREAT, passages)
from casework import Casework
from harness import ANN, BOB, DUTY, ENQUIRIES, MANAGER, open_deadlines
from mails import ENQUIRY, complaint, mail, reply

import documents as made

MONDAY, TUESDAY, THURSDAY = ("2026-03-02T10:30:00Z", "2026-03-03T09:00:00Z",
                             "2026-03-05T09:00:00Z")
COMMITTEE = "pat@example.org"
COMMITTEE_STAFF = """
[[staff]]
name = "Pat Green"
email = "pat@example.org"
roles = ["professional-standards-committee"]
"""
FORM = (("Full name", "Ann Reed"), ("Email address", ANN), ("Membership number", "M-10234"),
        ("What happened", "My application was lost twice and nobody answers my complaint."),
        ("Desired outcome", "I want an apology."))
PASTED = "".join(f"{label}: {value}\n" for label, value in FORM)


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Cieem(Casework):
    def setUp(self):
        super().setUp()
        self.new_redress(policy="cieem", gather="0 seconds")
        self.redress.add_settings(COMMITTEE_STAFF)

    def decided(self, command: str, release: bool = True) -> str:
        """A case on which a manager takes that measure on Tuesday; its reference."""
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        self.redress.act(reference, command, by=MANAGER, now=TUESDAY)
        if release:
            self.sent(reference, TUESDAY)
        return reference


class Complaints(Cieem):
    def with_document(self, name: str, kind, content: bytes):
        written = mail(ANN, "Please find my complaint attached.\n", subject="Form", to=ENQUIRIES)
        written.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
        return written

    def test_CIEEM_01_a_form_that_is_sent_to_enquiries_is_a_complaint_with_its_fields(self):
        for content, kind, name in ((made.docx_controls(FORM), made.DOCX_TYPE, "form.docx"),
                                    (made.odt_table(FORM), made.ODT_TYPE, "form.odt"),
                                    (made.pdf_fields(FORM), made.PDF_TYPE, "form.pdf")):
            with self.subTest(name):
                self.start_anew()
                case = self.comes_in(self.with_document(name, kind, content), MONDAY, to=ENQUIRIES)
                self.assertEqual((case["kind"], case["status"]), ("complaint", "acknowledged"))
                message, = case["messages"]
                self.assertEqual(message["form"]["fields"]["membership_number"], "M-10234")
                self.assertEqual(message["form"]["fields"]["name"], "Ann Reed")
                self.assertEqual([file["name"] for file in message["attachments"]], [name])
                self.assertEqual(message["attachments"][0]["size"], len(content))
                self.assertIn("have recorded it as a complaint", self.latest_to(ANN))

    def test_CIEEM_01_a_form_that_is_pasted_as_text_is_one_too(self):
        case = self.comes_in(mail(ANN, PASTED, subject="Form", to=ENQUIRIES), MONDAY, to=ENQUIRIES)
        self.assertEqual(case["kind"], "complaint")
        fields = case["messages"][0]["form"]["fields"]
        self.assertEqual((fields["name"], fields["membership_number"]), ("Ann Reed", "M-10234"))

    def test_CIEEM_02_an_enquiry_opens_no_complaint_and_gets_no_acknowledgement(self):
        self.assertIsNone(self.comes_in(mail(ANN, ENQUIRY, subject="Courses", to=ENQUIRIES), MONDAY,
                                        to=ENQUIRIES))
        self.assertEqual(self.redress.cases(), [])
        self.assertEqual(self.redress.messages()[0]["kind"], "enquiry")
        self.assert_got_nothing(ANN)


class Behaviour(Cieem):
    def test_CIEEM_03_behaviour_is_flagged_with_its_passage_and_category(self):
        for written in (THREAT, RACIST, INSULT, BELITTLING, ALLEGATION, DEMANDS):
            with self.subTest(written.word):
                self.start_anew()
                case = self.comes_in(mail(ANN, written.text, subject="Invoice"), MONDAY)
                self.assertIn(written.category, case["messages"][0]["flags"])
                self.assertIn(written.word, passages(case).replace("[", "").replace("]", ""))
                shown = self.redress.run_tool("case", "show", case["reference"]).stdout
                self.assertIn(written.category, shown)
                self.assertIn(written.word, shown.replace("[", "").replace("]", ""))

    def test_CIEEM_03_a_manager_is_told_the_category_and_not_the_words(self):
        for written in (THREAT, RACIST, INSULT, BELITTLING, ALLEGATION, DEMANDS):
            with self.subTest(written.word):
                self.start_anew()
                case = self.comes_in(mail(ANN, written.text, subject="Invoice"), MONDAY)
                told = " ".join(self.mails_to(MANAGER))
                self.assertIn(case["reference"], told)
                self.assertIn(f"({written.category})", told)
                self.assertNotIn(written.word, told)

    def test_CIEEM_03_nothing_is_decided_by_the_program(self):
        for written in (THREAT, INSULT, DEMANDS):
            with self.subTest(written.category):
                self.start_anew()
                case = self.comes_in(mail(ANN, written.text, subject="Invoice"), MONDAY)
                for decision in ("incidents", "restrictions", "referred_to"):
                    self.assertEqual(case[decision], [])
                self.assertFalse(case["warned"])
                self.assertTrue(case["status"] in ("received", "acknowledged"), case["status"])
                # Nothing that was written for it waits either, but the acknowledgement that is owed.
                self.assertLessEqual(set(self.held(case["reference"])),
                                     {"acknowledgement", "serious_acknowledgement"})


class Measures(Cieem):
    def test_CIEEM_04_a_manager_can_take_each_measure_of_the_policy(self):
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        for command, effect in (
                ("/restrict restrict-contact-on-matter because he swears", "none"),
                ("/restrict end-contact-on-matter because he swears", "end-contact-on-matter"),
                ("/restrict another-member-of-staff to Robin Lee because he rings everybody",
                 "route-contact"),
                ("/restrict end-contact until 1 June 2026 because of the threats", "end-contact"),
                ("/restrict other because the police was told, and his calls are blocked", "none")):
            with self.subTest(command):
                self.redress.act(reference, command, by=MANAGER, now=TUESDAY)
                last = self.redress.case(reference)["restrictions"][-1]
                self.assertEqual(last["effect"], effect)
        measures = self.redress.case(reference)["restrictions"]
        self.assertEqual([one["route_to"] for one in measures],
                         [None, None, "robin@example.org", None, None])
        self.assertEqual(measures[3]["until"], "2026-06-01")
        listed = self.redress.rows("restrictions")
        self.assertEqual(sorted((row["reference"], row["number"], row["measure"])
                                for row in listed),
                         [(reference, one["number"], one["measure"]) for one in measures])

    def test_CIEEM_04_nobody_else_can(self):
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        for command in ("/restrict other because he swears",
                        "/refer to the professional-standards-committee because he swears"):
            self.assertIn("manager", self.redress.refused(reference, command, by=DUTY, now=TUESDAY))
        self.assertEqual(self.redress.case(reference)["restrictions"], [])

    def test_CIEEM_04_contact_ends_entirely_for_a_period_only(self):
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        self.assertIn("until DATE", self.redress.refused(
            reference, "/restrict end-contact because of the threats", by=MANAGER, now=TUESDAY))

    def test_CIEEM_04_only_a_member_or_an_applicant_is_referred_to_the_committee(self):
        refer = "/refer to the professional-standards-committee because of his language"
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        self.assertIn("/standing", self.redress.refused(reference, refer, by=MANAGER, now=TUESDAY))
        self.redress.act(reference, "/standing customer", by=MANAGER, now=TUESDAY)
        self.assertIn("member or applicant alone",
                      self.redress.refused(reference, refer, by=MANAGER, now=TUESDAY))
        for standing in ("member", "applicant"):
            self.redress.act(reference, f"/standing {standing}", by=MANAGER, now=TUESDAY)
            self.redress.act(reference, refer, by=MANAGER, now=TUESDAY)
        self.assertEqual(self.redress.case(reference)["referred_to"],
                         ["professional-standards-committee"] * 2)
        self.redress.once(now=TUESDAY)
        self.assertIn(f"{reference} is referred to you: the Professional Standards Committee",
                      self.latest_to(COMMITTEE))

    def test_CIEEM_05_the_person_is_told_what_is_decided_and_why_once_a_manager_approves(self):
        reference = self.decided("/restrict another-member-of-staff to Robin Lee until 1 June 2026 "
                                 "because you rang six of us on one day", release=False)
        self.redress.once(now=TUESDAY)
        before = self.mails_to(ANN)  # the acknowledgement
        self.assertEqual(len(before), 1)
        self.assertEqual(self.held(reference), ["restriction_notice"])
        self.redress.refused(reference, "/release", by=DUTY, now=TUESDAY)
        self.sent(reference, TUESDAY)
        told = self.latest_to(ANN)
        self.assertEqual(len(self.mails_to(ANN)), 2)
        for words in ("all future contact is made through another member of staff",
                      "you rang six of us on one day", "It applies until: Monday 1 June 2026",
                      "Please write to Robin Lee and to nobody else here",
                      "We can reconsider this if you commit to"):
            self.assertIn(words, told)


class Enforcement(Cieem):
    END = "/restrict end-contact until 5 June 2026 because of the threats"
    IN_FORCE, LAST_DAY, OVER = ("2026-04-01T10:00:00Z", "2026-06-05T10:00:00Z",
                                "2026-06-08T10:00:00Z")

    def test_CIEEM_06_later_mail_is_recorded_and_told_and_answered_by_nobody(self):
        reference = self.decided(self.END)
        answered = len(self.mails_to(ANN))
        case = self.comes_in(complaint(ANN, subject="Another matter"), self.IN_FORCE)
        self.assertNotEqual(case["reference"], reference)
        self.assertEqual(case["status"], "received")
        self.assertEqual(self.held(case["reference"]), ["acknowledgement"])
        self.assertIn("acknowledge", open_deadlines(case))
        self.assertIn("a measure ends contact with this person; a manager decides",
                      " ".join(self.mails_to(MANAGER)))
        self.assertIn("measure_applied", [event["what"] for event in case["events"]])
        self.assertEqual(len(self.mails_to(ANN)), answered)
        # Somebody else is not touched by it.
        self.assertEqual(self.comes_in(complaint(BOB), self.IN_FORCE)["status"], "acknowledged")

    def test_CIEEM_06_mail_goes_to_the_member_of_staff_it_was_routed_to(self):
        reference = self.decided("/restrict another-member-of-staff to Robin Lee because he rings "
                                 "everybody")
        notice = self.servers.mails(ANN)[-1]
        self.comes_in(reply(notice, ANN, "I want to know how far you are."), self.IN_FORCE)
        self.assertEqual(self.redress.messages()[-1]["reference"], reference)
        self.assertIn("is for you: contact of this person goes through you",
                      self.latest_to("robin@example.org"))

    def test_CIEEM_06_contact_that_ended_on_one_matter_goes_on_about_another(self):
        reference = self.decided("/restrict end-contact-on-matter because it is settled")
        notice = self.servers.mails(ANN)[-1]
        answered = len(self.mails_to(ANN))
        case = self.comes_in(reply(notice, ANN, "I still want my money back."), self.IN_FORCE)
        self.assertEqual(case["reference"], reference)
        self.assertEqual(len(case["messages"]), 2)
        self.assertIn("contact is restricted", self.latest_to(MANAGER))
        self.assertEqual(len(self.mails_to(ANN)), answered)
        other = self.comes_in(complaint(ANN, subject="The library"), self.IN_FORCE)
        self.assertEqual(other["status"], "acknowledged")

    def test_CIEEM_06_it_ends_on_its_date_after_a_reminder_to_review_it(self):
        reference = self.decided(self.END)
        self.redress.once(now="2026-06-04T18:00:00Z")
        self.assertNotIn("due for review", " ".join(self.mails_to(MANAGER)))
        for _ in range(2):  # told once, on the morning of its last day
            self.redress.once(now=self.LAST_DAY)
        reminders = [text for text in self.mails_to(MANAGER) if "due for review" in text]
        self.assertEqual(len(reminders), 1, reminders)
        for words in (reference, "contact with you ends entirely for a period of time",
                      "Ends on: Friday 5 June 2026", "/lift because REASON"):
            self.assertIn(words, reminders[0])
        self.assertNotIn("review", open_deadlines(self.redress.case(reference)))
        held = self.comes_in(complaint(ANN, subject="On the last day"), self.LAST_DAY)
        self.assertEqual(held["status"], "received")
        free = self.comes_in(complaint(ANN, subject="After it"), self.OVER)
        self.assertEqual(free["status"], "acknowledged")

    def test_CIEEM_06_it_can_be_reconsidered_and_lifted(self):
        reference = self.decided(self.END)
        self.redress.refused(reference, "/lift because he apologised", by=DUTY, now=THURSDAY)
        self.redress.act(reference, "/lift because you have promised to be courteous", by=MANAGER,
                         now=THURSDAY)
        self.sent(reference, THURSDAY)
        told = self.latest_to(ANN)
        self.assertIn("It no longer applies", told)
        self.assertIn("you have promised to be courteous", told)
        self.assertEqual(self.redress.case(reference)["restrictions"][0]["lifted"], THURSDAY)
        free = self.comes_in(complaint(ANN, subject="Another matter"), self.IN_FORCE)
        self.assertEqual(free["status"], "acknowledged")
        self.redress.once(now=self.OVER)
        self.assertNotIn("due for review", " ".join(self.mails_to(MANAGER)))


if __name__ == "__main__":
    harness.main()
