"""The complaints policy of the Chartered Institute of Legal Executives: how a complaint comes in, and
its way through the four stages. What is about people is in cilex_people_test.py."""

import unittest

import harness
from cilex_house import (CASEY, CHRIS, DAY_AFTER, FRIDAY, MONDAY, SEVEN_WORKING_DAYS, TONI, TUESDAY,
                         CilexCase, complaint_of_ann)
from harness import ANN, MANAGER, due
from mails import mail, reply

SITE = "website@example.org"
PROOF = "mx.example.org; dmarc=pass header.from=example.org"
FORM = """General Enquiries

Customer Status: Member
Customer Type: Graduate
Firstname: Ann
Lastname: Reed
Email: ann@example.net
My Query Relates To: {topic}
Query Detail: My result of the June examination. Please see the two letters.
"""
CUSTOMER_TEAMS = "our Customer Service Team and our Customer Voice and Reporting Team"
COMPLIANCE = "the Corporate Compliance Manager"

FULL_ACCOUNT = (
    "On Tuesday 3 February 2026 I telephoned your customer service and spoke to a Mr Wood, who told\n"
    "me that my result had been published under the number of another candidate. He promised to\n"
    "have it corrected by the end of that week. On 10 February I wrote to the same department,\n"
    "since nothing had happened, and on 17 February I wrote again. Both letters are attached. Until\n"
    "today nobody has answered me, and my employer cannot register me without the right result.\n"
    "This is unacceptable. To put it right I would like you to correct the result and to write to\n"
    "my employer.\n")


def form_mail(topic: str):
    """What the web site sends when somebody has filled in the form and uploaded two files."""
    made = mail(f"Web site <{SITE}>", FORM.format(topic=topic), subject="General Enquiries",
                reply_to=ANN)
    made["Authentication-Results"] = PROOF
    for name in ("letter-1.pdf", "letter-2.pdf"):
        made.add_attachment(b"%PDF-1.4 " + name.encode(), maintype="application", subtype="pdf",
                            filename=name)
    return made


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Intake(CilexCase):
    def with_the_form(self) -> None:
        self.redress.add_settings('\n[security]\nauthserv_id = "mx.example.org"\n'
                                  f'\n[[form_sender]]\naddress = "{SITE}"\n')

    def test_CILEX_04_the_form_becomes_a_case_of_the_person_in_it_with_all_its_fields(self):
        self.with_the_form()
        case = self.comes_in(form_mail("Feedback: Making a Complaint"), MONDAY)
        self.assertEqual((case["kind"], case["complainant"], case["channel"]),
                         ("complaint", {"name": "Ann Reed", "address": ANN}, "form"))
        message, = case["messages"]
        fields = message["form"]["fields"]
        self.assertEqual((fields["first_name"], fields["last_name"], fields["email"], fields["topic"]),
                         ("Ann", "Reed", ANN, "Feedback: Making a Complaint"))
        self.assertEqual((fields["status"], fields["type"]), ("Member", "Graduate"))
        self.assertIn("June examination", fields["what_happened"])
        self.assertEqual([one["name"] for one in message["attachments"]],
                         ["letter-1.pdf", "letter-2.pdf"])
        self.assertIn("Dear Ann Reed", self.latest_to(ANN))
        self.assert_got_nothing(SITE)

    def test_CILEX_04_what_the_form_says_that_it_is_about_decides(self):
        self.with_the_form()
        self.assertIsNone(self.comes_in(form_mail("Examinations: Results"), MONDAY))
        self.assertEqual([row["kind"] for row in self.redress.messages()], ["enquiry"])
        self.assertEqual(self.redress.cases(), [])
        self.assert_got_nothing(ANN)

    def test_CILEX_05_the_confirmation_promises_contact_within_seven_working_days(self):
        reference = self.complained()
        letter = self.letter()
        self.assertIn("Somebody will be in touch with you by Wednesday 11 March 2026.", letter)
        contact = due(self.redress.case(reference), "contact")
        self.assertEqual((contact["at"], contact["state"]), (SEVEN_WORKING_DAYS, "open"))
        self.assertIn("Appendix D", contact["clause"])
        self.redress.act(reference, "/contacted on 5 March 10:15: rang her", by=CASEY, now=FRIDAY)
        contact = due(self.redress.case(reference), "contact")
        self.assertEqual((contact["state"], contact["met"]), ("met", "2026-03-05T10:15:00Z"))

    def test_CILEX_05_contact_that_did_not_come_in_time_is_told(self):
        reference = self.complained()
        self.redress.once(now=SEVEN_WORKING_DAYS)
        self.assertNotIn("OVERDUE", "".join(self.mails_to(MANAGER)))
        self.redress.once(now=DAY_AFTER)
        told = self.latest_to(MANAGER)
        self.assertIn("OVERDUE", told)
        self.assertIn(reference, told)

    def test_CILEX_06_a_complaint_to_a_colleague_is_forwarded_and_logged_as_it_came(self):
        forwarded = mail(f"Casey Brown <{CASEY}>",
                         "Came to my own mailbox, please log it.\n\n"
                         f"---------- Forwarded message ----------\nFrom: Ann Reed <{ANN}>\n"
                         "Date: Fri, 27 Feb 2026 09:15\nSubject: My result\n\n"
                         "I wish to complain about my result.\n", subject="Fwd: My result")
        self.assertIsNone(self.comes_in(forwarded, MONDAY))
        message, = self.redress.messages()
        self.assertEqual((message["kind"], message["reference"]), ("staff", None))
        self.assertIn(f"message {message['id']}", self.latest_to(MANAGER))
        self.redress.act("new", f"/log received 27 February 09:15 by email from Ann Reed <{ANN}> "
                         f"message {message['id']}: her result is wrong", by=CASEY, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        case = self.redress.only_case()
        self.assertEqual((case["complainant"], case["received"], case["channel"]),
                         ({"name": "Ann Reed", "address": ANN}, "2026-02-27T09:15:00Z", "email"))
        self.assertEqual([one["id"] for one in case["messages"]], [message["id"]])
        # Friday 27 February and seven working days.
        self.assertEqual(due(case, "contact")["at"], "2026-03-10T23:59:59Z")
        letter = self.letter()
        self.assertIn("We received your message on Friday 27 February 2026, 09:15", letter)
        self.assertIn("by Tuesday 10 March 2026", letter)
        self.assert_got_nothing(CASEY)

    def test_CILEX_06_a_complaint_by_telephone_is_logged_with_its_time(self):
        self.redress.once(now=MONDAY)
        self.redress.act("new", f"/log received today 9:40 by telephone from Ann Reed <{ANN}>: "
                         "her result is wrong, and nobody answers", by=CASEY, now=MONDAY)
        self.redress.once(now=MONDAY)
        case = self.redress.only_case()
        self.assertEqual((case["complainant"]["address"], case["received"], case["channel"]),
                         (ANN, "2026-03-02T09:40:00Z", "telephone"))
        self.assertIn(case["reference"], self.latest_to(ANN))

    def test_CILEX_07_the_acknowledgement_asks_for_what_is_missing(self):
        asked = {"account": "a detailed account of what happened, with dates, facts and the names",
                 "resolution": "how you think that it could be put right",
                 "evidence": "documents that show it"}
        bare = complaint_of_ann(text="I am making a complaint about my result. It is unacceptable.\n")
        full = complaint_of_ann(text=FULL_ACCOUNT)
        full.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="letters.pdf")
        for made, missing in ((bare, {"account", "resolution", "evidence"}),
                              (complaint_of_ann(text=FULL_ACCOUNT), {"evidence"}), (full, set())):
            with self.subTest(missing=sorted(missing)):
                self.start_anew()
                self.complained(made)
                letter = self.letter()
                self.assertEqual({name for name, words in asked.items() if words in letter}, missing)
                self.assertEqual("WHAT WOULD HELP US" in letter, bool(missing))


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Stages(CilexCase):
    def test_CILEX_01_four_stages_in_order_each_after_the_outcome_of_the_one_before(self):
        reference = self.complained()
        for early in ("/escalate because she asks", "/stage 2 because she asks"):
            self.assertIn("a stage must have its outcome",
                          self.redress.refused(reference, early, by=MANAGER, now=TUESDAY))
        for stage, handled_by in ((2, CUSTOMER_TEAMS), (3, COMPLIANCE), (4, COMPLIANCE)):
            letter = self.answered(reference, MANAGER, MANAGER)
            self.assertIn("next stage of our complaints procedure: "
                          f"Stage {stage}. It is dealt with by {handled_by}.", letter)
            if stage < 4:
                self.assertIn("stages go in order",
                              self.redress.refused(reference, f"/stage {stage + 1} because she asks",
                                                   by=MANAGER, now=TUESDAY))
            self.redress.act(reference, f"/stage {stage} because she asks", by=MANAGER, now=TUESDAY)
            self.assertEqual(self.redress.case(reference)["stage"], stage)
            # A case that has just reached its stage has no outcome there yet.
            self.redress.refused(reference, "/escalate because she asks", by=MANAGER, now=TUESDAY)
            self.redress.once(now=TUESDAY)
        last = self.answered(reference, MANAGER, MANAGER)
        self.assertNotIn("next stage", last)
        self.assertIn("Our complaints procedure ends with this answer.", last)
        self.assertIn("stage 4 is the last one",
                      self.redress.refused(reference, "/escalate because she asks", by=MANAGER))
        self.redress.act(reference, "/close", by=MANAGER, now=TUESDAY)
        self.assertEqual(self.redress.case(reference)["status"], "final")

    def test_CILEX_02_each_stage_is_acknowledged_and_answered_by_its_owner(self):
        reference = self.complained()
        self.assertIn(f"dealt with by {CUSTOMER_TEAMS}", self.letter())
        for stage in (1, 2):
            self.assertIn("not a case of yours",
                          self.redress.refused(reference, "/outcome upheld: so be it", by=CHRIS))
            self.given_to_casey(reference)
            self.answered(reference, by=CASEY, released_by=TONI)
            self.redress.act(reference, "/escalate because she asks", by=CASEY, now=TUESDAY)
            self.redress.once(now=TUESDAY)
            acknowledgement = self.letter()
            self.assertIn(f"The stage: Stage {stage + 1}", acknowledgement)
            self.assertIn(f"dealt with by {CUSTOMER_TEAMS if stage == 1 else COMPLIANCE}",
                          acknowledgement)
        self.assertIn(f"{reference} has reached stage 3", self.latest_to(CHRIS))
        for stage in (3, 4):
            self.assertIn("not a case of yours",
                          self.redress.refused(reference, "/outcome upheld: so be it", by=CASEY))
            self.answered(reference, by=CHRIS, released_by=CHRIS)
            if stage == 3:
                self.redress.act(reference, "/escalate because she asks", by=CHRIS, now=TUESDAY)
                self.redress.once(now=TUESDAY)
        stages = self.redress.case(reference)["stages"]
        self.assertEqual([one["number"] for one in stages
                          if one["acknowledged"] and one["responded"]], [1, 2, 3, 4])

    def test_CILEX_03_whose_complaint_it_is_not_is_pointed_to_the_company_whose_it_is(self):
        for body, lines in (("CILEX Regulation Ltd", ("College House", "Kempston", "MK42 7AB",
                                                      "info@CILEXregulation.org.uk")),
                            ("CILEX Law School", ("1 School Lane", "law-school@example.org"))):
            with self.subTest(body=body):
                self.start_anew()
                reference = self.complained()
                self.redress.act(reference, f"/redirect to {body}", by=MANAGER, now=TUESDAY)
                self.sent(reference, TUESDAY)
                letter = self.letter()
                self.assertIn(f"is dealt with by {body}", letter)
                for line in lines:
                    self.assertIn(line, letter)
                case = self.redress.case(reference)
                self.assertEqual((case["status"], case["outcome"]), ("closed", "out-of-scope"))
                event, = [one for one in case["events"] if one["what"] == "redirected"]
                self.assertEqual(event["facts"]["body"], body)

    def test_CILEX_08_one_case_through_all_stages_with_all_that_was_said(self):
        reference = self.complained()
        for stage in (2, 3, 4):
            self.answered(reference, MANAGER, MANAGER)
            answer = self.servers.mails(ANN)[-1]
            asks = reply(answer, ANN, "I am not satisfied with this answer. Please take my complaint "
                         f"to the next stage, stage {stage}.")
            self.comes_in(asks, "2026-03-04T10:00:00Z")
            self.redress.act(reference, "/escalate because she asks", by=MANAGER, now=FRIDAY)
            self.redress.once(now=FRIDAY)
            told = self.letter()
            self.assertIn("You do not need to tell us again what you have told us before.", told)
        case, = self.redress.cases()
        self.assertEqual((case["reference"], case["stage"]), (reference, 4))
        case = self.redress.case(reference)
        self.assertEqual([(one["kind"], one["state"]) for one in case["messages"]],
                         [("complaint", "recorded")] + [("follow_up", "recorded")] * 3)
        # A stage begins when its wish came in, not when somebody got round to it.
        self.assertEqual([one["started"] for one in case["stages"]],
                         [MONDAY] + ["2026-03-04T10:00:00Z"] * 3)
        # The trail is full, and says each thing once.
        what = [one["what"] for one in case["events"]]
        self.assertEqual([what.count(one) for one in ("case_opened", "escalated", "outcome_recorded",
                                                      "response_written", "message_joined")],
                         [1, 3, 3, 3, 3])
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)


if __name__ == "__main__":
    harness.main()
