"""The complaints policy of the Chartered Institute of Marketing, as its pack keeps it: CIM-01 to CIM-06,
and CIM-12 to CIM-15. What is about people and other bodies is in cim_conduct_test.py."""

import unittest

import harness
from casework import Casework, day_of
from harness import ANN, BOB, MANAGER, due
from mails import ENQUIRY, complaint, mail, reply

AWARDING, MEMBERSHIP, TRAINING, SECRETARY = ("quinn@example.org", "mel@example.org",
                                             "terry@example.org", "robin@example.org")
# The departments that the pack names, each with a manager of its own.
DEPARTMENTS = """
[[staff]]
name = "Quinn Hart"
email = "quinn@example.org"
roles = ["awarding-body"]

[[staff]]
name = "Mel Ross"
email = "mel@example.org"
roles = ["membership-manager"]

[[staff]]
name = "Terry Lane"
email = "terry@example.org"
roles = ["training-manager"]
"""
EVERYTHING_TO_ROBIN = ('roles = ["institute-secretary", "awarding-body", "membership-manager", '
                       '"training-manager"]')
ACKNOWLEDGED_IN, ANSWERED_IN = "acknowledge", "respond"
CLAUSE = "Complaints procedure, paragraph 1"

MONDAY, TUESDAY, THURSDAY = ("2026-03-02T10:30:00Z", "2026-03-03T09:00:00Z",
                             "2026-03-05T09:00:00Z")
LATER = "2026-03-20T09:00:00Z"
REGULATORS = ("Ofqual", "CCEA", "Qualifications Wales")

WORKSHOP = ("I was really disappointed with the workshop on Friday: the tutor came an hour late, and half\n"
            "of the material was missing.\n")
WEB_SITE = ("Your web site has lost my booking for the second time. I am very unhappy about the way this\n"
            "was handled.\n")
MARKING = ("I wish to complain about the marking of my Marketing Strategy assessment. My paper was marked\n"
           "with the wrong answer key.\n")
PRAISE = ("I just wanted to say thank you to the whole team. The workshop on Friday was excellent, and\n"
          "your staff were so helpful. Keep up the good work!\n")
PRAISE_OF_THE_BUSINESS_CENTRE = (
    "I stayed at the CIM Business Centre last week, and the meeting rooms and the lunch were\n"
    "wonderful. Thank you very much to everybody there.\n")
NOT_CONTENT = ("I have got your answer, and I am not happy with it at all. Please look at it again, this\n"
               "is unacceptable.\n")


class CimCase(Casework):
    """The institute with a manager for every department."""

    def setUp(self):
        super().setUp()
        self.new_redress(gather="0 seconds")
        self.redress.change_settings(EVERYTHING_TO_ROBIN, 'roles = ["institute-secretary"]')
        self.redress.add_settings(DEPARTMENTS)

    def answered(self, mail_in, finding: str = "not upheld", area: str = "training") -> str:
        """A complaint that came in on Monday and has its answer on the 20th; its reference."""
        reference = self.comes_in(mail_in, MONDAY)["reference"]
        self.redress.act(reference, f"/area {area}", by=MANAGER, now=TUESDAY)
        self.redress.act(reference, f"/outcome {finding}: We have asked everybody who was there.",
                         by=MANAGER, now=LATER)
        self.redress.act(reference, "/respond", by=MANAGER, now=LATER)
        self.sent(reference, LATER)
        return reference


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Complaints(CimCase):
    def test_CIM_01_a_message_that_tells_of_something_unsatisfactory_is_a_complaint(self):
        for text in (WORKSHOP, WEB_SITE):
            self.assertNotIn("complain", text.lower())
            case = self.comes_in(mail(ANN, text, subject="Friday"), MONDAY)
            self.assertEqual((case["kind"], case["status"]), ("complaint", "acknowledged"))
            self.assertIn("have recorded it as a complaint", self.latest_to(ANN))

    def test_CIM_01_a_question_to_the_complaints_address_is_none(self):
        self.assertIsNone(self.comes_in(mail(ANN, ENQUIRY, subject="Courses"), MONDAY))
        self.assertEqual(self.redress.cases(), [])

    def test_CIM_02_each_complaint_is_acknowledged_within_two_working_days_of_receipt(self):
        # Received on Saturday and read on Monday; Monday and Tuesday are the two working days.
        case = self.comes_in(complaint(ANN), "2026-03-07T15:00:00Z", now="2026-03-09T08:00:00Z")
        owed = due(case, ACKNOWLEDGED_IN)
        self.assertEqual((day_of(owed), owed["clause"]), ("2026-03-10", CLAUSE))
        self.assertEqual((owed["state"], case["acknowledged"]), ("met", "2026-03-09T08:00:00Z"))
        letter = self.latest_to(ANN)
        self.assertIn(case["reference"], letter)
        self.assertIn("We received your message on Saturday 7 March 2026", letter)

    def test_CIM_02_over_Easter_the_two_working_days_end_after_it(self):
        # Wednesday 1 April 2026; Good Friday is the 3rd, Easter Monday the 6th.
        case = self.comes_in(complaint(ANN), "2026-04-01T10:00:00Z")
        self.assertEqual(day_of(due(case, ACKNOWLEDGED_IN)), "2026-04-07")

    def test_CIM_03_it_is_answered_within_twenty_working_days_of_receipt(self):
        case = self.comes_in(complaint(ANN), MONDAY)
        owed = due(case, ANSWERED_IN)
        self.assertEqual((day_of(owed), owed["clause"], owed["state"]),
                         ("2026-03-30", CLAUSE, "open"))
        self.assertIn("If we need to look into it further, we will reply to you by Monday 30 March 2026.",
                      self.latest_to(ANN))

    def test_CIM_03_an_answer_that_is_late_is_told_and_one_in_time_keeps_the_limit(self):
        reference = self.answered(mail(ANN, WORKSHOP))
        self.assertEqual(due(self.redress.case(reference), ANSWERED_IN)["state"], "met")
        late = self.comes_in(complaint(BOB), MONDAY, now=LATER)["reference"]
        self.redress.once(now="2026-03-30T12:00:00Z")
        self.assertNotIn("was not answered by", "".join(self.mails_to(MANAGER)))
        self.redress.once(now="2026-03-31T09:00:00Z")
        self.assertIn(f"{late} was not answered by Monday 30 March 2026", self.latest_to(MANAGER))
        self.assertNotIn(f"{reference} was not answered", "".join(self.mails_to(MANAGER)))

    def test_CIM_04_the_manager_of_the_department_gets_it(self):
        reference = self.comes_in(mail(ANN, WORKSHOP), MONDAY)["reference"]
        self.assertIn("not a case of yours",
                      self.redress.refused(reference, "/show", by=TRAINING))
        self.redress.act(reference, "/area events and training", by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        case = self.redress.case(reference)
        self.assertEqual((case["area"], case["owner"]), ("training", "training-manager"))
        self.assertIn(f"{reference} is about events and training and is yours now",
                      self.latest_to(TRAINING))
        for other in (AWARDING, MEMBERSHIP, SECRETARY):
            self.assertEqual(self.mails_to(other), [])
        self.redress.act(reference, "/investigate", by=TRAINING, now=TUESDAY)
        self.assertIn("not a case of yours", self.redress.refused(reference, "/show", by=MEMBERSHIP))

    def test_CIM_05_the_complainant_is_told_the_result_and_what_is_done_against_a_repeat(self):
        reference = self.comes_in(mail(ANN, WORKSHOP), MONDAY)["reference"]
        self.redress.act(reference, "/area training", by=MANAGER, now=TUESDAY)
        self.assertIn("record what was found first",
                      self.redress.refused(reference, "/respond", by=TRAINING, now=LATER))
        self.redress.act(reference, "/outcome upheld: The tutor had been given the wrong hour.",
                         by=TRAINING, now=LATER)
        self.redress.act(reference, "/record preventive: Tutors now confirm the hour in writing.",
                         by=TRAINING, now=LATER)
        self.redress.act(reference, "/respond", by=TRAINING, now=LATER)
        self.redress.once(now=LATER)
        self.assertEqual(len(self.mails_to(ANN)), 1)  # the answer is a draft until a person sends it
        self.sent(reference, LATER)
        letter = self.latest_to(ANN)
        for words in ("Our finding: upheld", "The tutor had been given the wrong hour.",
                      "WHAT WE DO SO THAT IT DOES NOT HAPPEN AGAIN",
                      "Tutors now confirm the hour in writing."):
            self.assertIn(words, letter)
        case = self.redress.case(reference)
        self.assertEqual((case["status"], case["outcome"], case["records"]),
                         ("responded", "upheld",
                          {"preventive": "Tutors now confirm the hour in writing."}))
        self.assertIn("outcome_recorded", [event["what"] for event in case["events"]])

    def test_CIM_06_after_the_findings_further_mail_is_a_persons_to_judge(self):
        reference = self.answered(mail(ANN, WORKSHOP))
        for state in ("responded", "final"):
            with self.subTest(state=state):
                count = len(self.mails_to(ANN))
                answer = self.servers.mails(ANN)[-1]
                case = self.comes_in(reply(answer, ANN, f"{NOT_CONTENT}\n{state}"), LATER)
                self.assertEqual((case["reference"], case["status"]), (reference, state))
                told = self.latest_to(MANAGER)
                self.assertIn("came in after the answer", told)
                for way in ("new evidence (/reopen)", "a new matter (/log", "a repeat (/no-further)"):
                    self.assertIn(way, told)
                self.assertEqual(len(self.mails_to(ANN)), count)  # nothing answers by itself
                if state == "responded":
                    self.redress.act(reference, "/close", by=MANAGER, now=LATER)

    def test_CIM_06_that_there_is_no_further_correspondence_is_a_letter_that_a_person_releases(self):
        reference = self.comes_in(mail(ANN, WORKSHOP), MONDAY)["reference"]
        self.assertIn("only after the findings were told",
                      self.redress.refused(reference, "/no-further", by=MANAGER, now=LATER))
        self.redress.act(reference, "/outcome not upheld: All was there.", by=MANAGER, now=LATER)
        self.redress.act(reference, "/respond", by=MANAGER, now=LATER)
        self.sent(reference, LATER)
        self.redress.act(reference, "/no-further", by=MANAGER, now=LATER)
        self.redress.once(now=LATER)
        self.assertEqual(self.held(reference), ["no_further_correspondence"])
        self.assertEqual(len(self.mails_to(ANN)), 2)
        self.sent(reference, LATER)
        letter = self.latest_to(ANN)
        self.assertIn("We will not enter into further correspondence about it.", letter)
        self.assertIn("If you have new evidence", letter)

    def test_CIM_06_new_evidence_opens_the_case_again(self):
        reference = self.answered(mail(ANN, WORKSHOP))
        self.redress.act(reference, "/close", by=MANAGER, now=LATER)
        self.redress.act(reference, "/reopen because the list of that day has turned up", by=MANAGER,
                         now=LATER)
        self.assertEqual(self.redress.case(reference)["status"], "investigating")

    def test_CIM_12_a_failure_in_an_assessment_opens_an_action_of_the_Awarding_Body(self):
        reference = self.answered(mail(ANN, MARKING), finding="upheld", area="qualifications")
        refusal = self.redress.refused(reference, "/close", by=AWARDING, now=LATER)
        for missing in ("/record cause", "/record corrective", "/record preventive",
                        "/action corrective"):
            self.assertIn(missing, refusal)
        for command in ("/record cause: two keys had one name", "/record corrective: marked anew",
                        "/record preventive: a second reader checks the key",
                        "/action corrective by 2026-03-27: mark all papers of that day anew"):
            self.redress.act(reference, command, by=AWARDING, now=LATER)
        action, = self.redress.case(reference)["actions"]
        self.assertEqual((action["kind"], action["owner"], action["due"], action["done"]),
                         ("corrective", "awarding-body", "2026-03-27", None))
        self.redress.once(now="2026-03-30T09:00:00Z")
        self.assertIn(f"action 1 of {reference} is yours", "".join(self.mails_to(AWARDING)))
        self.assertIn(f"{reference} was not acted on by Friday 27 March 2026", self.latest_to(MANAGER))
        self.redress.act(reference, "/done 1: twelve papers were marked anew", by=AWARDING,
                         now="2026-03-30T10:00:00Z")
        self.redress.act(reference, "/close", by=AWARDING, now="2026-03-30T10:00:00Z")
        self.assertEqual(self.redress.case(reference)["status"], "final")

    def test_CIM_13_letters_about_a_qualification_name_the_regulators(self):
        self.answered(mail(ANN, MARKING), finding="upheld", area="qualifications")
        acknowledgement, answer = self.mails_to(ANN)
        for name in REGULATORS:
            self.assertIn(name, acknowledgement)
            self.assertIn(name, answer)
        self.assertIn("Where a complaint concerns a qualification", acknowledgement)

    def test_CIM_13_an_answer_about_something_else_names_none(self):
        self.answered(mail(ANN, WORKSHOP))
        answer = self.latest_to(ANN)
        for name in REGULATORS:
            self.assertNotIn(name, answer)

    def test_CIM_14_feedback_is_recorded_and_counted_and_a_person_sends_the_thanks(self):
        self.assertIsNone(self.comes_in(mail(BOB, PRAISE, subject="Friday"), MONDAY))
        self.assertEqual((self.redress.ledger()["compliment"], self.redress.cases()), (1, []))
        thanks, = self.redress.outbox()
        self.assertEqual((thanks["template"], thanks["state"], thanks["to"]),
                         ("feedback_thanks", "held", BOB))
        self.assert_got_nothing(BOB)
        self.assertEqual(self.redress.run_tool("release", str(thanks["id"]), now=MONDAY).returncode, 0)
        self.redress.once(now=MONDAY)
        letter = self.latest_to(BOB)
        self.assertIn("We welcome feedback, and have recorded yours.", letter)
        self.assertNotIn("feedbackmh@cim.co.uk", letter)

    def test_CIM_14_feedback_on_the_Business_Centre_is_pointed_to_its_own_address(self):
        self.comes_in(mail(BOB, PRAISE_OF_THE_BUSINESS_CENTRE, subject="My stay"), MONDAY)
        thanks, = self.redress.outbox()
        self.redress.run_tool("release", str(thanks["id"]), now=MONDAY)
        self.redress.once(now=MONDAY)
        self.assertIn("feedbackmh@cim.co.uk", self.latest_to(BOB))

    def test_CIM_14_so_is_a_complaint_about_the_Business_Centre(self):
        reference = self.comes_in(mail(ANN, "I want to complain about the CIM Business Centre. The "
                                       "meeting room that we had booked was dirty and cold.\n"),
                                  MONDAY)["reference"]
        self.assertIn(f"{reference} may be another body's matter: /redirect points there",
                      "".join(self.mails_to(MANAGER)))
        self.redress.act(reference, "/redirect to CIM Business Centre", by=MANAGER, now=TUESDAY)
        self.sent(reference, TUESDAY)
        self.assertIn("feedbackmh@cim.co.uk", self.latest_to(ANN))
        case = self.redress.case(reference)
        self.assertEqual((case["status"], case["outcome"]), ("closed", "out-of-scope"))


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class OnPaper(CimCase):
    """Complaints that come by post or telephone, with or without an email address."""

    def log(self, command: str, now: str = THURSDAY) -> dict:
        self.redress.once(now=now)  # makes the database
        self.redress.act("new", command, by=MANAGER, now=now)
        return self.redress.only_case()

    def test_CIM_15_a_letter_runs_under_the_same_limits_from_its_real_receipt(self):
        case = self.log("/log received 2 March 10:30 by post from Ann Example: Her certificate never came.")
        self.assertEqual((case["received"], case["channel"], case["complainant"]["name"]),
                         (MONDAY, "post", "Ann Example"))
        self.assertEqual((day_of(due(case, ACKNOWLEDGED_IN)), day_of(due(case, ANSWERED_IN))),
                         ("2026-03-04", "2026-03-30"))
        self.redress.once(now=THURSDAY)
        self.assertIn(f"{case['reference']} was not acknowledged by Wednesday 4 March 2026",
                      "".join(self.mails_to(MANAGER)))

    def test_CIM_15_without_an_email_address_everything_goes_on_paper(self):
        case = self.log("/log received 4 March by telephone from Ann Example: Nobody ever rings back.")
        reference, address = case["reference"], case["complainant"]["address"]
        self.assertTrue(address.endswith(".invalid"), address)  # a domain that cannot exist
        waiting, = self.redress.outbox()
        self.assertEqual((waiting["template"], waiting["state"]), ("acknowledgement", "held"))
        for command in ("/ack", "/ack: We have it.", "/release"):
            self.assertIn("no email address",
                          self.redress.refused(reference, command, by=MANAGER, now=THURSDAY))
        done = self.redress.run_tool("release", str(waiting["id"]), now=THURSDAY)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.redress.act(reference, "/ack on paper", by=MANAGER, now=THURSDAY)
        self.assertEqual(due(self.redress.case(reference), ACKNOWLEDGED_IN)["state"], "met")
        self.redress.act(reference, "/outcome upheld: We had lost her number.", by=MANAGER, now=LATER)
        self.redress.act(reference, "/respond on paper", by=MANAGER, now=LATER)
        self.redress.act(reference, "/close", by=MANAGER, now=LATER)
        self.redress.once(now=LATER)
        self.assert_got_nothing(address)
        self.assertEqual(self.redress.case(reference)["status"], "final")

    def test_CIM_15_two_people_without_an_address_are_not_taken_for_one(self):
        self.redress.once(now=THURSDAY)
        for person in ("Ann Example", "Bob Wood"):
            self.redress.act("new", f"/log received 4 March by post from {person}: No answer.",
                             by=MANAGER, now=THURSDAY)
        ann, bob = self.redress.cases()
        self.assertEqual([row["complainant"]["name"] for row in (ann, bob)],
                         ["Ann Example", "Bob Wood"])
        self.assertNotEqual(ann["complainant"]["address"], bob["complainant"]["address"])

    def test_CIM_15_where_there_is_an_address_the_acknowledgement_goes_out(self):
        case = self.log(f"/log received yesterday 16:40 by telephone from Ann Example <{ANN}>: "
                        "The course was cancelled.")
        self.redress.once(now=THURSDAY)
        self.assertEqual(case["received"], "2026-03-04T16:40:00Z")
        letter = self.latest_to(ANN)
        self.assertIn("We received your message on Wednesday 4 March 2026, 16:40", letter)
        self.assertIn("we will reply to you by Wednesday 1 April 2026", letter)
        self.assertNotIn("cancelled", letter)

    def test_CIM_15_a_merge_is_confirmed_by_yes_before_the_reason_not_within_it(self):
        self.redress.once(now=THURSDAY)
        for day in (3, 4):
            self.redress.act("new", f"/log received {day} March by telephone from Ann Example <{ANN}>: "
                             "It is cold.", by=MANAGER, now=THURSDAY)
        first, second = (row["reference"] for row in self.redress.cases())
        self.assertIn("cannot simply be undone",
                      self.redress.refused(second, f"/merge into {first} because he said yes",
                                           by=MANAGER, now=THURSDAY))
        self.redress.act(second, f"/merge into {first} yes because it is one matter", by=MANAGER,
                         now=THURSDAY)
        self.assertEqual(self.redress.case(second)["merged_into"], first)


if __name__ == "__main__":
    harness.main()
