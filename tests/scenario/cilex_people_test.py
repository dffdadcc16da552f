"""The complaints policy of the Chartered Institute of Legal Executives: the people in a case. Staff whom
it names, what somebody needs, who gives out the work, and what an answer owes (CILEX-09 to -12, -16)."""

import unittest

import harness
from cilex_house import (CASEY, FRIDAY, MONDAY, TONI, TUESDAY, CilexCase,
                         complaint_of_ann)
from harness import ADMINISTRATOR, ANN, MALLORY, MANAGER
from mails import ENQUIRY, mail

JO_BLOGGS = ("I wish to complain about Ms Bloggs. She telephoned me on Friday, shouted at me and put down\n"
             "the receiver, you useless fucking idiots.\n")
CASEY_BROWN = ("I wish to complain about Casey Brown, who told me a wrong date for the examination and\n"
               "would not apologise. This is unacceptable.\n")
TONI_WHITE = ("I wish to complain about Mrs White, who has not answered any of my letters for three\n"
              "months. This is unacceptable.\n")


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class StaffNamed(CilexCase):
    def no_mail_of(self, reference: str, person: str) -> None:
        self.assertEqual([text for text in self.mails_to(person) if reference in text], [])

    def test_CILEX_09_who_is_named_in_its_words_gets_not_even_the_first_notice(self):
        reference = self.complained(complaint_of_ann(text=JO_BLOGGS))
        # It waits for a person because of its words; of those who are told Jo would be one.
        self.assertIn(reference, self.latest_to(ADMINISTRATOR))
        self.no_mail_of(reference, MANAGER)
        self.redress.once(now=FRIDAY)  # the acknowledgement is overdue since Wednesday
        self.assertIn("OVERDUE", self.latest_to(ADMINISTRATOR))
        self.no_mail_of(reference, MANAGER)

    def test_CILEX_09_nor_of_a_message_that_waits_without_a_case(self):
        reference = self.complained()
        stranger = mail(MALLORY, JO_BLOGGS, subject=f"[{reference}] Your staff")
        self.assertIsNone(self.comes_in(stranger, TUESDAY))
        waits = f"message {self.redress.messages()[-1]['id']} waits for a person"
        self.assertIn(waits, self.all_words_to(ADMINISTRATOR))
        self.assertNotIn(waits, self.all_words_to(MANAGER))

    def test_CILEX_09_who_gives_out_the_work_is_not_told_of_a_case_that_names_them(self):
        reference = self.complained(complaint_of_ann(text=TONI_WHITE))
        self.no_mail_of(reference, TONI)
        self.assertIn(f"{reference} is new", self.all_words_to(MANAGER))  # in her place
        self.redress.act("new", f"/log received today 9:40 by telephone from Ann Reed <{ANN}>: "
                         "Toni White does not answer her", by=CASEY, now=MONDAY)
        self.redress.once(now=MONDAY)
        logged = self.redress.cases()[-1]["reference"]
        self.assertNotEqual(logged, reference)
        self.no_mail_of(logged, TONI)

    def test_CILEX_09_who_is_named_may_not_see_it_own_it_or_act_on_it(self):
        reference = self.complained(complaint_of_ann(text=CASEY_BROWN))
        self.redress.act(reference, "/staff-named casey", by=MANAGER, now=TUESDAY)
        for command in ("/show", "/note it was not me", "/outcome not upheld: it was not me"):
            self.assertIn("not a case of yours",
                          self.redress.refused(reference, command, by=CASEY, now=TUESDAY))
        self.assertIn("is named in", self.redress.refused(reference, "/assign casey", by=TONI,
                                                          now=TUESDAY))
        # Nor does anything reach them that goes to the whole team.
        self.redress.act(reference, "/assign customer-service", by=TONI, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        self.assertEqual(self.mails_to(CASEY), [])

    def test_CILEX_09_an_owner_who_turns_out_to_be_named_loses_the_case(self):
        reference = self.complained()
        self.given_to_casey(reference)
        self.assertEqual(self.redress.case(reference)["owner"], CASEY)
        self.redress.act(reference, "/staff-named casey because of page 2", by=MANAGER, now=TUESDAY)
        self.assertIsNone(self.redress.case(reference)["owner"])
        self.redress.refused(reference, "/show", by=CASEY, now=TUESDAY)

    def test_CILEX_09_they_are_told_by_a_person_s_command_and_heard(self):
        reference = self.complained(complaint_of_ann(text=CASEY_BROWN))
        self.assertIn("/staff-named", self.redress.refused(
            reference, "/tell casey: a complaint names you", by=MANAGER, now=TUESDAY))
        self.redress.act(reference, "/staff-named casey", by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        self.assertEqual(self.mails_to(CASEY), [])  # being named tells nobody by itself
        self.redress.act(reference, "/tell casey: It is about a telephone call of February.",
                         by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        told, = self.mails_to(CASEY)
        told = " ".join(told.split())
        self.assertIn("A complaint that we are looking into names you. You are told so that you can "
                      "respond.", told)
        self.assertIn("It is about a telephone call of February.", told)
        self.assertNotIn(ANN, told)
        self.assertNotIn("apologise", told)
        self.redress.act(reference, "/heard casey: says that the date was right", by=MANAGER, now=FRIDAY)
        named, = self.redress.case(reference)["named_staff"]
        self.assertEqual(named, {"address": CASEY, "told": TUESDAY, "heard": FRIDAY})
        page = self.redress.run_tool("case", "show", reference).stdout
        self.assertIn("casey@example.org: told, heard", page)


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Answers(CilexCase):
    def test_CILEX_10_a_very_serious_complaint_becomes_an_internal_investigation(self):
        reference = self.complained()
        self.assertFalse(self.redress.case(reference)["internal_investigation"])
        self.redress.act(reference, "/investigate internally because papers were forged", by=MANAGER,
                         now=TUESDAY)
        case = self.redress.case(reference)
        self.assertEqual((case["status"], case["internal_investigation"]), ("investigating", True))
        event, = [one for one in case["events"] if one["what"] == "investigated"]
        self.assertEqual(event["facts"]["way"], "internally")
        self.assertIn("papers were forged", str(event))
        page = self.redress.run_tool("case", "show", reference).stdout.split("\n")
        self.assertIn(["investigation", "internal"], [line.split() for line in page])

    def test_CILEX_11_no_outcome_without_reasons_and_none_upheld_without_a_remedy(self):
        reference = self.complained()
        self.redress.refused(reference, "/outcome upheld", by=CASEY, now=TUESDAY)
        self.given_to_casey(reference)
        self.redress.act(reference, "/outcome upheld: Two results were exchanged by our clerk.",
                         by=CASEY, now=TUESDAY)
        self.assertIn("/record remedy", self.redress.refused(reference, "/respond", by=CASEY,
                                                             now=TUESDAY))
        self.redress.act(reference, "/record remedy: We have corrected the result and pay your postage.",
                         by=CASEY, now=TUESDAY)
        self.redress.act(reference, "/respond", by=CASEY, now=TUESDAY)
        self.sent(reference, TUESDAY, by=TONI)
        letter = self.letter()
        for words in ("Our finding: upheld", "Two results were exchanged by our clerk.",
                      "We have corrected the result and pay your postage."):
            self.assertIn(words, letter)

    def test_CILEX_12_adjustments_are_kept_to_in_every_letter_after_them(self):
        def newest():
            self.servers.wait_until_delivered()
            return self.servers.mails(ANN)[-1]

        reference = self.complained()
        self.assertIsNotNone(newest().get_body(("html",)))
        self.redress.act(reference, "/adjust large-print: she sees badly", by=CASEY, now=TUESDAY)
        self.redress.act(reference, "/ask: Which examination was it?", by=CASEY, now=TUESDAY)
        self.sent(reference, TUESDAY)
        large = newest().get_body(("html",)).get_content()
        self.assertIn("font-size:24px", large)
        self.redress.act(reference, "/adjust plain-text: her reader wants no HTML", by=CASEY, now=TUESDAY)
        self.redress.act(reference, "/ask: In which room was it?", by=CASEY, now=TUESDAY)
        self.sent(reference, TUESDAY)
        self.assertIsNone(newest().get_body(("html",)))
        self.assertIn("In which room was it?", newest().get_body(("plain",)).get_content())
        self.assertEqual(self.redress.case(reference)["adjustments"], ["large-print", "plain-text"])

    def test_CILEX_12_who_wants_another_channel_gets_no_email(self):
        reference = self.complained()
        self.answered(reference, MANAGER, MANAGER)
        before = len(self.mails_to(ANN))
        self.redress.act(reference, "/adjust by-post: she has no computer any more", by=MANAGER,
                         now=TUESDAY)
        # This letter would go out by itself; now it waits to be printed.
        self.redress.act(reference, "/escalate because she asks", by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        self.assertEqual(len(self.mails_to(ANN)), before)
        self.assertEqual(self.held(reference), ["stage_acknowledgement"])
        self.redress.act(reference, "/ack on paper", by=MANAGER, now=FRIDAY)
        self.redress.once(now=FRIDAY)
        self.assertEqual(len(self.mails_to(ANN)), before)
        self.assertEqual(self.redress.case(reference)["stages"][1]["acknowledged"], FRIDAY)

    def test_CILEX_12_more_time_is_recorded_and_given(self):
        reference = self.complained()
        self.redress.act(reference, "/adjust more-time: she is in hospital", by=CASEY, now=TUESDAY)
        page = self.redress.run_tool("case", "show", reference).stdout.split("\n")
        self.assertIn(["adjustments", "more-time"], [line.split() for line in page])
        self.redress.act(reference, "/ask until 1 June: Which examination was it?", by=CASEY, now=TUESDAY)
        self.sent(reference, TUESDAY)
        self.assertIn("Please reply by: Monday 1 June 2026", self.letter())

    def test_CILEX_16_the_team_leader_is_told_of_what_is_new_and_gives_it_out(self):
        self.comes_in(mail(ANN, ENQUIRY, subject="Courses"), MONDAY)
        enquiry, = self.redress.messages()
        self.assertIn("An enquiry came", self.all_words_to(TONI))
        self.assertIn(f"Message: {enquiry['id']}", self.all_words_to(TONI))
        reference = self.complained()
        self.assertIn(f"{reference} is new", self.latest_to(TONI))
        self.given_to_casey(reference)
        self.redress.once(now=TUESDAY)
        self.assertIn(f"{reference} is yours now", self.latest_to(CASEY))
        self.assertEqual(self.redress.case(reference)["owner"], CASEY)
        # To give a case out is not to decide it.
        self.redress.refused(reference, "/close", by=TONI, now=TUESDAY)

    def test_CILEX_16_who_cannot_resolve_it_tells_their_line_manager(self):
        reference = self.complained()
        self.given_to_casey(reference)
        before = len(self.mails_to(TONI))
        self.redress.act(reference, "/manager I may not refund so much.", by=CASEY, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        told = self.mails_to(TONI)
        self.assertEqual(len(told), before + 1)
        self.assertIn(f"Casey Brown cannot resolve {reference} and asks for your help", told[-1])
        event, = [one for one in self.redress.case(reference)["events"]
                  if one["what"] == "manager_told"]
        self.assertEqual(event["facts"]["manager"], TONI)
        # Whoever has no manager in the settings is told how to name one.
        self.redress.act(reference, "/assign jo", by=TONI, now=TUESDAY)
        done = self.redress.run_tool("act", reference, "/manager I am at a loss.", "--as", MANAGER,
                                     now=TUESDAY)
        self.assertEqual(done.returncode, 2, done.stdout)  # the settings lack something
        self.assertIn('add manager = "NAME"', done.stderr)


if __name__ == "__main__":
    harness.main()
