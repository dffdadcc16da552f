"""Whom a complaint to the Chartered Institute of Marketing concerns, and who learns of it: CIM-07 to CIM-10."""

import unittest

import harness
from casework import day_of
from cim_pack_test import (AWARDING, LATER, MEMBERSHIP, MONDAY, SECRETARY, THURSDAY,
                           TRAINING, TUESDAY, WORKSHOP, CimCase)
from harness import ADMINISTRATOR, ANN, BOB, MALLORY, MANAGER, due
from mails import mail, reply

OUTSIDER = "pat@example.org"  # of the staff, with nothing to do with complaints

STUDY_CENTRE = ("I wish to complain about my accredited study centre, Riverside College. The tutor never\n"
                "marked my assignments, and my module fees are gone.\n")
CONDUCT = ("I want to complain about a member of the Institute, Mr John Doe MCIM. He has claimed my work\n"
           "as his own in a pitch, which is a breach of the Code of Professional Conduct.\n")
SECRETS = ("workshop", "tutor", "material", "disappointed")  # of the complaint's own words


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Elsewhere(CimCase):
    def test_CIM_07_a_complaint_about_a_study_centre_is_pointed_to_its_own_procedure_first(self):
        reference = self.comes_in(mail(ANN, STUDY_CENTRE, subject="My college"), MONDAY)["reference"]
        self.assertIn(f"{reference} may be a study centre's matter first: /redirect points there",
                      "".join(self.mails_to(MANAGER)))
        self.redress.act(reference, "/redirect to the Accredited Study Centre", by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        self.assertEqual(len(self.mails_to(ANN)), 1)  # the acknowledgement; nobody is sent away unseen
        self.sent(reference, TUESDAY)
        letter = self.latest_to(ANN)
        self.assertIn("The complaints procedure of your Accredited Study Centre", letter)
        self.assertIn("You can then bring it to us.", letter)
        case = self.redress.case(reference)
        self.assertEqual((case["status"], case["outcome"]), ("closed", "redirected"))

    def test_CIM_07_unresolved_there_it_is_accepted_as_an_escalation_under_new_limits(self):
        reference = self.comes_in(mail(ANN, STUDY_CENTRE, subject="My college"), MONDAY)["reference"]
        self.redress.act(reference, "/redirect to Accredited Study Centre", by=MANAGER, now=TUESDAY)
        self.sent(reference, TUESDAY)
        pointed = self.servers.mails(ANN)[-1]
        joined = self.comes_in(reply(pointed, ANN, "The centre has looked at it, and has not resolved it. "
                                     "I am still unhappy with how I was treated."), LATER)
        self.assertEqual((joined["reference"], len(joined["messages"])), (reference, 2))
        self.assertIn("came in after the answer", self.latest_to(MANAGER))
        self.redress.act("new", f"/log received 20 March 9:00 by email from {ANN}: The centre has not "
                         f"resolved it; before: {reference}.", by=MANAGER, now=LATER)
        self.redress.once(now=LATER)
        accepted = self.redress.case(self.redress.cases()[-1]["reference"])
        self.assertNotEqual(accepted["reference"], reference)
        self.assertEqual((accepted["status"], day_of(due(accepted, "acknowledge"))),
                         ("acknowledged", "2026-03-24"))
        # Twenty working days from Friday 20 March; Good Friday and Easter Monday are none.
        self.assertIn("reply to you by Tuesday 21 April 2026", self.latest_to(ANN))

    def test_CIM_08_a_complaint_about_conduct_goes_to_the_Institute_Secretary(self):
        case = self.comes_in(mail(ANN, CONDUCT, subject="Mr Doe"), MONDAY)
        reference = case["reference"]
        self.assertEqual((due(case, "acknowledge")["state"], due(case, "respond")["state"]),
                         ("met", "open"))
        self.assertIn(f"{reference} may be about a member's conduct: /refer hands it over",
                      "".join(self.mails_to(MANAGER)))
        self.redress.act(reference, "/refer to the Institute Secretary because it is about a member",
                         by=MANAGER, now=TUESDAY)
        self.sent(reference, TUESDAY)
        self.assertIn(f"{reference} is referred to you", self.latest_to(SECRETARY))
        letter = self.latest_to(ANN)
        self.assertIn("It has been passed to the Institute Secretary, who manages it from now on.", letter)
        self.assertIn("does not follow our procedure for complaints about our service", letter)
        case = self.redress.case(reference)
        self.assertEqual(case["owner"], "institute-secretary")
        self.assertEqual(harness.open_deadlines(case), [])  # no limit of the service complaints is left
        self.redress.once(now="2026-04-30T09:00:00Z")
        self.assertNotIn("was not answered", "".join(self.mails_to(MANAGER)))
        self.redress.act(reference, "/investigate", by=SECRETARY, now=TUESDAY)


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Confidence(CimCase):
    def setUp(self):
        super().setUp()
        self.redress.add_settings('\n[[staff]]\nname = "Pat Green"\nemail = "pat@example.org"\nroles = ["front-desk"]\n')

    def test_CIM_09_nobody_speaks_for_the_complainant_without_express_permission(self):
        reference = self.comes_in(mail(ANN, WORKSHOP), MONDAY)["reference"]
        acknowledgement, = self.servers.mails(ANN)
        self.comes_in(reply(acknowledgement, BOB, "I write for Ann. What have you found?"), TUESDAY)
        self.assertEqual(self.redress.messages()[-1]["state"], "held")
        self.assertEqual(len(self.redress.case(reference)["messages"]), 1)
        self.assertEqual(self.mails_to(BOB), [])

        self.redress.act(reference, f"/third-party asked for Bob Wood <{BOB}>", by=MANAGER, now=TUESDAY)
        self.sent(reference, TUESDAY)
        self.assertIn("Bob Wood", self.latest_to(ANN))  # she is asked; he learns nothing
        self.assertEqual(self.mails_to(BOB), [])

        self.redress.act(reference, f"/third-party granted for Bob Wood <{BOB}>: her letter of today",
                         by=MANAGER, now=TUESDAY)
        self.comes_in(reply(acknowledgement, BOB, "I write for Ann, who has told you. She was there from "
                            "nine o'clock."), THURSDAY)
        case = self.redress.case(reference)
        self.assertEqual([row["from"] for row in case["messages"]], [ANN, BOB])
        self.assertEqual([(one["address"], one["consent"]) for one in case["third_parties"]],
                         [(BOB, "granted")])

    def test_CIM_09_permission_that_is_refused_lets_nobody_in(self):
        reference = self.comes_in(mail(ANN, WORKSHOP), MONDAY)["reference"]
        acknowledgement, = self.servers.mails(ANN)
        for consent in ("granted", "refused"):
            self.redress.act(reference, f"/third-party {consent} for Mallory Hall <{MALLORY}>",
                             by=MANAGER, now=TUESDAY)
        self.comes_in(reply(acknowledgement, MALLORY, "Please send me all that you have."), THURSDAY)
        self.assertEqual(len(self.redress.case(reference)["messages"]), 1)
        self.assertEqual(self.mails_to(MALLORY), [])

    def test_CIM_10_only_those_whom_a_case_concerns_get_mail_of_it_or_see_it(self):
        reference = self.comes_in(mail(ANN, WORKSHOP), MONDAY)["reference"]
        self.redress.act(reference, "/area training", by=MANAGER, now=TUESDAY)
        self.redress.act(reference, "/assign to Terry Lane", by=MANAGER, now=TUESDAY)
        self.redress.once(now="2026-04-30T09:00:00Z")  # long overdue: whoever is told was told
        self.assertIn(reference, "".join(self.mails_to(TRAINING)))
        for person in (OUTSIDER, AWARDING, MEMBERSHIP, SECRETARY):
            self.assertEqual(self.mails_to(person), [], person)
            for command in ("/show", "/note: I would like to see it"):
                self.assertIn(f"{reference} is not a case of yours",
                              self.redress.refused(reference, command, by=person))
        self.assertIn(TRAINING, self.redress.act(reference, "/show", by=TRAINING))

    def test_CIM_10_no_subject_and_no_mail_to_staff_has_words_of_the_complaint(self):
        reference = self.comes_in(mail(ANN, WORKSHOP, subject="The tutor and the material"),
                                  MONDAY)["reference"]
        self.redress.act(reference, "/area membership", by=MANAGER, now=TUESDAY)
        self.redress.act(reference, "/assign to Mel Ross", by=MANAGER, now=TUESDAY)
        self.redress.once(now="2026-04-30T09:00:00Z")
        to_staff = [text for person in (MANAGER, ADMINISTRATOR, MEMBERSHIP)
                    for text in self.mails_to(person)]
        self.assertGreaterEqual(len(to_staff), 4)
        subjects = [row["subject"] for row in self.redress.outbox()]
        self.assertIn(f"[{reference}] We have received your complaint", subjects)
        for text in to_staff + subjects:
            for word in SECRETS:
                self.assertNotIn(word, text.lower())


if __name__ == "__main__":
    harness.main()
