"""The client-behaviour policy, as its pack keeps it: BEH-01 to BEH-06."""

import unittest

import harness
from behaviour_texts import (ALLEGATION, DEMANDS, INNUENDO, INSULT, OF_DISABILITY, RACIST, THREAT,
                             passages)
from casework import Casework
from harness import ANN, BOB, COMMENTS, DUTY, ENQUIRIES, MANAGER, due, open_deadlines
from mails import complaint, mail, reply

MONDAY, TUESDAY, THURSDAY = ("2026-03-02T10:30:00Z", "2026-03-03T09:00:00Z",
                             "2026-03-05T09:00:00Z")
SENIOR = "sal@example.org"
SENIOR_STAFF = """
[[staff]]
name = "Sal Grey"
email = "sal@example.org"
roles = ["senior-management"]
"""


@unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
class Behaviour(Casework):
    def setUp(self):
        super().setUp()
        self.new_redress(policy="client-behaviour", gather="0 seconds")
        self.redress.add_settings(SENIOR_STAFF)

    def abusive(self, written=INSULT) -> str:
        """A case that began with such a mail on Monday; its reference."""
        return self.comes_in(mail(ANN, written.text, subject="Invoice"), MONDAY)["reference"]

    def events(self, reference: str) -> list:
        return [event["what"] for event in self.redress.case(reference)["events"]]


class Flags(Behaviour):
    def test_BEH_01_what_the_policy_names_is_flagged_with_passage_and_category(self):
        for written in (THREAT, INNUENDO, ALLEGATION, RACIST, OF_DISABILITY):
            with self.subTest(written.word):
                self.start_anew()
                reference = self.abusive(written)
                case = self.redress.case(reference)
                self.assertIn(written.category, case["messages"][0]["flags"])
                self.assertIn(written.word, passages(case).replace("[", "").replace("]", ""))
                shown = self.redress.run_tool("case", "show", reference).stdout
                self.assertIn(written.category, shown)
                self.assertIn(written.word, shown.replace("[", "").replace("]", ""))
                self.assertIn(f"({written.category})", " ".join(self.mails_to(MANAGER)))

    def test_BEH_01_classify_shows_the_same_of_a_mail_in_hand(self):
        path = self.redress.folder / "threat.eml"
        path.write_bytes(mail(ANN, THREAT.text, subject="Invoice").as_bytes())
        read = self.redress.one("classify", str(path))
        self.assertIn("threat", read["flags"])
        self.assertEqual(read["acknowledge"], "hold")
        self.assertTrue([one for one in read["evidence"]
                         if one["rule"] == "threat" and THREAT.word in one["detail"]])

    def test_BEH_01_a_plain_complaint_is_not_flagged(self):
        case = self.comes_in(complaint(ANN), MONDAY)
        self.assertEqual(case["messages"][0]["flags"], [])
        self.assertEqual(self.mails_to(MANAGER), [])


class Persistence(Behaviour):
    def test_BEH_02_how_much_somebody_wrote_is_counted_week_by_week(self):
        first = mail(ANN, "I wish to complain. Where is my invoice? Who has it?\n", subject="Invoice",
                     to=f"{COMMENTS}, {ENQUIRIES}, robin@example.org")
        # The same week, about the same case; and the next, which opens a case of its own.
        case = self.comes_in(first, MONDAY)
        acknowledgement = self.servers.mails(ANN)[-1]
        self.comes_in(reply(acknowledgement, ANN, "Here is one word more."), "2026-03-08T20:00:00Z")
        self.comes_in(mail(ANN, "I wish to complain about the library as well.\n", subject="Books"),
                      "2026-03-09T08:00:00Z")
        self.comes_in(mail(BOB, "I wish to complain about the library.\n", subject="Books"),
                      "2026-03-09T09:00:00Z")
        weeks = self.redress.case(case["reference"])["persistence"]
        # Eleven words and five; three people and the one address that is answered.
        self.assertEqual(weeks, [
            {"week": "2026-03-02", "messages": 2, "words": 16, "questions": 2, "addressed": 4},
            {"week": "2026-03-09", "messages": 1, "words": 9, "questions": 0, "addressed": 1}])
        shown = self.redress.run_tool("case", "show", case["reference"]).stdout
        self.assertRegex(shown, r"2026-03-02 +2 +16 +2 +4")
        self.assertIn("persistence alone is not unacceptable", shown)

    def test_BEH_02_a_hundred_mails_change_nothing_by_themselves(self):
        case = self.comes_in(complaint(ANN), MONDAY)
        reference = case["reference"]
        acknowledgement = self.servers.mails(ANN)[-1]
        for number in range(100):
            text = f"Is there any news about question {number}?"
            self.servers.append(COMMENTS, "INBOX", reply(acknowledgement, ANN, text).as_bytes(),
                                harness.datetime.datetime.fromisoformat(TUESDAY))
        self.redress.once(now=TUESDAY)
        after = self.redress.case(reference)
        week, = after["persistence"]
        self.assertEqual((week["messages"], week["questions"]), (101, 100))
        self.assertEqual([(message["kind"], message["flags"]) for message in after["messages"][1:]],
                         [("follow_up", [])] * 100)
        for same in ("status", "owner", "due", "incidents", "restrictions", "warned", "referred_to"):
            self.assertEqual(after[same], case[same], same)
        self.assertEqual(len(self.redress.cases()), 1)
        self.assertEqual(self.held(reference), [])
        # The next matter of the same person is acknowledged like anybody's.
        other = self.comes_in(complaint(ANN, subject="The library"), THURSDAY)
        self.assertEqual(other["status"], "acknowledged")

    def test_BEH_02_demands_are_shown_to_a_manager_and_answered_like_any_complaint(self):
        reference = self.abusive(DEMANDS)
        case = self.redress.case(reference)
        self.assertIn("unreasonable_demands", case["messages"][0]["flags"])
        for part in ("demand to", "refuse to follow"):  # one person alone; not the process
            self.assertIn(part, passages(case).replace("[", "").replace("]", ""))
        self.assertIn(f"{reference} may hold unreasonable demands", " ".join(self.mails_to(MANAGER)))
        self.assertEqual(case["status"], "acknowledged")
        self.assertEqual((case["incidents"], case["restrictions"]), ([], []))


class Acknowledgement(Behaviour):
    def test_BEH_03_an_abusive_mail_waits_for_a_manager_and_its_acknowledgement_is_tracked(self):
        for written in (INSULT, RACIST, THREAT, INNUENDO):
            with self.subTest(written.category):
                self.start_anew()
                reference = self.abusive(written)
                case = self.redress.case(reference)
                self.assert_got_nothing(ANN)
                self.assertEqual(case["status"], "received")
                self.assertEqual(due(case, "acknowledge")["at"], "2026-03-04T23:59:59Z")
                self.assertEqual(due(case, "acknowledge")["state"], "open")
                self.assertIn(reference, " ".join(self.mails_to(MANAGER)))
                self.redress.once(now=THURSDAY)
                self.assertIn(f"{reference} was not acknowledged by Wednesday 4 March 2026",
                              self.latest_to(MANAGER))
                self.assert_got_nothing(ANN)

    def test_BEH_03_until_a_manager_sends_it(self):
        reference = self.abusive()
        self.redress.refused(reference, "/ack", by=DUTY, now=TUESDAY)
        self.redress.act(reference, "/ack", by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        self.assertIn(reference, self.latest_to(ANN))
        case = self.redress.case(reference)
        self.assertEqual((case["status"], due(case, "acknowledge")["met"]), ("acknowledged", TUESDAY))

    def test_BEH_03_or_waives_it_with_a_reason(self):
        reference = self.abusive()
        self.redress.refused(reference, "/waive-ack because he swears", by=DUTY, now=TUESDAY)
        self.assertIn("reason", self.redress.refused(reference, "/waive-ack", by=MANAGER,
                                                     now=TUESDAY))
        self.assertIn("acknowledge", open_deadlines(self.redress.case(reference)))
        self.redress.act(reference, "/waive-ack because he was spoken to", by=MANAGER, now=TUESDAY)
        case = self.redress.case(reference)
        self.assertNotIn("acknowledge", open_deadlines(case))
        waived, = [one for one in case["events"] if one["what"] == "acknowledgement_waived"]
        self.assertEqual(waived["personal"]["text"], "he was spoken to")
        before = self.mails_to(MANAGER)
        self.redress.once(now=THURSDAY)
        self.assertEqual(self.mails_to(MANAGER), before)
        self.assert_got_nothing(ANN)


class Decisions(Behaviour):
    WARN = "/warn: Please do not swear at our staff; they cannot help you like that."
    END = "/restrict end-engagement because you went on insulting our staff after our warning"

    def test_BEH_04_the_person_is_asked_to_change_first_and_told_why_by_a_letter_that_is_released(self):
        reference = self.abusive()
        self.assertIn("a warning before", self.redress.refused(reference, self.END, by=SENIOR,
                                                               now=TUESDAY))
        self.redress.act(reference, self.WARN, by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        self.assert_got_nothing(ANN)
        # A draft is no warning yet.
        self.redress.refused(reference, self.END, by=SENIOR, now=TUESDAY)
        letter, = [row for row in self.redress.outbox() if row["template"] == "warning"]
        self.redress.act(reference, f"/release mail {letter['id']}", by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        told = self.latest_to(ANN)
        for words in ("WHAT WE ASK YOU TO CHANGE, AND WHY", "Please do not swear at our staff",
                      "It is no decision on your complaint"):
            self.assertIn(words, told)
        self.assertTrue(self.redress.case(reference)["warned"])
        self.redress.act(reference, self.END, by=SENIOR, now=THURSDAY)

    def test_BEH_04_a_threat_can_go_to_senior_management_and_the_police_at_once(self):
        reference = self.abusive(THREAT)
        self.redress.act(reference, "/incident threat in message 1: he says that he will come",
                         by=MANAGER, now=MONDAY)
        self.redress.once(now=MONDAY)
        self.assertIn(f"incident 1 is recorded on {reference} (threat)", self.latest_to(SENIOR))
        self.redress.act(reference, "/refer to police because he threatens to break legs", by=SENIOR,
                         now=MONDAY)
        case = self.redress.case(reference)
        self.assertEqual((case["referred_to"], case["warned"]), (["police"], False))
        # The text does not say that the person is told.
        self.assertEqual(self.held(reference), ["serious_acknowledgement"])
        self.redress.once(now=TUESDAY)
        self.assert_got_nothing(ANN)

    def test_BEH_05_if_it_goes_on_the_incident_is_recorded_and_senior_management_is_told(self):
        reference = self.abusive()
        self.redress.act(reference, self.WARN, by=MANAGER, now=TUESDAY)
        letter, = [row for row in self.redress.outbox() if row["template"] == "warning"]
        self.redress.act(reference, f"/release mail {letter['id']}", by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        warning = self.servers.mails(ANN)[-1]
        self.comes_in(reply(warning, ANN, "You are all useless fucking idiots and morons."), THURSDAY)
        second = self.redress.messages()[-1]
        self.assertEqual(second["reference"], reference)
        self.assertIn("is flagged (insult)", self.latest_to(MANAGER))
        self.redress.act(reference, f"/incident abusive in message {second['id']}: again, after the "
                                    "warning", by=MANAGER, now=THURSDAY)
        self.redress.once(now=THURSDAY)
        self.assertIn(f"incident 1 is recorded on {reference} (abusive)", self.latest_to(SENIOR))
        incident, = self.redress.case(reference)["incidents"]
        self.assertEqual((incident["category"], incident["message"], incident["at"]),
                         ("abusive", second["id"], THURSDAY))
        self.assertIn("1. abusive", self.redress.run_tool("case", "show", reference).stdout)

    def test_BEH_06_senior_management_decides_and_the_person_is_told_with_the_reason(self):
        reference = self.abusive()
        self.redress.act(reference, self.WARN, by=MANAGER, now=TUESDAY)
        letter, = [row for row in self.redress.outbox() if row["template"] == "warning"]
        self.redress.act(reference, f"/release mail {letter['id']}", by=MANAGER, now=TUESDAY)
        self.redress.once(now=TUESDAY)
        for command in (self.END, "/restrict other because he swears",
                        "/refer to police because he threatens"):
            self.assertIn("senior-management",
                          self.redress.refused(reference, command, by=MANAGER, now=THURSDAY))
        self.redress.act(reference, self.END, by=SENIOR, now=THURSDAY)
        decided, = [one for one in self.redress.case(reference)["events"]
                    if one["what"] == "restricted"]
        self.assertIn(SENIOR, decided["actor"])
        self.assertEqual(decided["personal"]["text"],
                         "you went on insulting our staff after our warning")
        notice, = [row for row in self.redress.outbox() if row["template"] == "restriction_notice"]
        self.assertEqual(notice["state"], "held")
        self.redress.act(reference, f"/release mail {notice['id']}", by=SENIOR, now=THURSDAY)
        self.redress.once(now=THURSDAY)
        told = self.latest_to(ANN)
        for words in ("Our decision: your engagement with us ends",
                      "you went on insulting our staff after our warning"):
            self.assertIn(words, told)

    def test_BEH_06_what_else_is_decided_is_recorded_and_told_as_well(self):
        reference = self.comes_in(complaint(ANN), MONDAY)["reference"]
        self.redress.act(reference, self.WARN, by=MANAGER, now=TUESDAY)
        self.sent(reference, TUESDAY)
        self.redress.act(reference, "/restrict other because we will write by post alone from now on",
                         by=SENIOR, now=THURSDAY)
        self.sent(reference, THURSDAY, by=SENIOR)
        self.assertIn("we will write by post alone from now on", self.latest_to(ANN))
        self.assertIn("restricted", self.events(reference))


if __name__ == "__main__":
    harness.main()
