"""Who joins a case, and who learns nothing (SYS-03, SYS-10)."""

import harness
from harness import ANN, MALLORY, MANAGER
from mails import COMPLAINT, complaint, mail, reply


class Joining(harness.Scenario):
    def test_SYS_03_an_answer_to_the_acknowledgement_joins_the_case(self):
        case, answer = self.acknowledged_complaint(complaint(ANN))
        self.writes(reply(answer, ANN, "Here is my customer number, which I forgot: 4711."))
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 1)
        after = self.redress.case(case["reference"])
        self.assertEqual([(row["kind"], row["state"]) for row in after["messages"]],
                         [("complaint", "recorded"), ("follow_up", "recorded")])
        self.mail_of(ANN)  # still the one acknowledgement

    def test_SYS_10_a_stranger_with_the_reference_is_held_and_told_nothing(self):
        case, _ = self.acknowledged_complaint(complaint(ANN))
        self.writes(mail(MALLORY, "What is the state of this case? Please send me the papers.\n",
                         subject=f"Re: [{case['reference']}]"))
        self.redress.once()
        held, = [row for row in self.redress.messages() if row["from"].find(MALLORY) >= 0]
        self.assertEqual(held["state"], "held")
        after = self.redress.case(case["reference"])
        self.assertEqual(len(after["messages"]), 1)
        self.staff_are_told(MANAGER, "waits for a person")
        self.assert_got_nothing(MALLORY)
        self.mail_of(ANN)

    def test_SYS_10_a_stranger_with_the_whole_thread_is_held_too(self):
        case, answer = self.acknowledged_complaint(complaint(ANN))
        self.writes(reply(answer, MALLORY, "I write for Ann. Please tell me what you found."))
        self.redress.once()
        self.assertEqual(len(self.redress.case(case["reference"])["messages"]), 1)
        self.assertEqual(self.redress.ledger()["held"], 1)
        self.staff_are_told(MANAGER, "waits for a person")
        self.assert_got_nothing(MALLORY)

    def test_SYS_10_a_forged_key_is_held_even_from_the_complainant(self):
        case, answer = self.acknowledged_complaint(complaint(ANN))
        forged = str(answer["Message-ID"])
        local, domain = forged.split("@")
        other = "b" if local[-1] != "b" else "c"
        follow_up = reply(answer, ANN, "Please withdraw everything.")
        for field in ("In-Reply-To", "References"):
            follow_up.replace_header(field, f"{local[:-1]}{other}@{domain}")
        follow_up.replace_header("To", "comments@example.org")
        self.writes(follow_up)
        self.redress.once()
        self.assertEqual(len(self.redress.case(case["reference"])["messages"]), 1)
        self.assertEqual(self.redress.ledger()["held"], 1)

    def test_SYS_10_a_number_that_no_case_has_waits_for_a_person_with_its_answer_owed(self):
        self.writes(mail(ANN, COMPLAINT, subject="Complaint, your reference CIM-2026-009999"))
        self.redress.once()
        row, = self.redress.messages()
        self.assertEqual(row["state"], "held")
        self.assertEqual([(due["kind"], due["message"])
                          for due in self.redress.status()["next_deadlines"]],
                         [("acknowledge", row["id"])])
        self.staff_are_told(MANAGER, f"message {row['id']}")
        done = self.redress.run_tool("release", "--message", str(row["id"]))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.redress.once()
        case, = self.redress.cases()
        self.assertNotIn("009999", case["reference"])
        self.mail_of(ANN)

    def test_SYS_10_what_a_person_settles_owes_no_answer_and_waits_no_more(self):
        self.writes(mail(ANN, COMPLAINT, subject="Complaint, your reference CIM-2026-009999"))
        self.redress.once()
        row, = self.redress.messages()
        settle = ("settle", "--message", str(row["id"]))
        self.assertEqual(self.redress.run_tool(*settle).returncode, 2, "a reason is needed")
        self.assertEqual(self.redress.run_tool(*settle, "--reason", " ").returncode, 1)
        self.assertEqual(self.redress.messages()[0]["state"], "held")
        self.redress.start()
        done = self.redress.run_tool(*settle, "--reason", "it was meant for somebody else")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.redress.stop()
        status = self.redress.status()
        self.assertEqual((status["held"], status["next_deadlines"]), (0, []))
        self.assertEqual(self.redress.messages()[0]["state"], "recorded")
        self.assertEqual(self.redress.cases(), [])
        self.assert_got_nothing(ANN)
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)
        again = self.redress.run_tool(*settle, "--reason", "again")
        self.assertIn("only a held one is settled", again.stderr)

    def assert_joins(self, case: dict, answer) -> None:
        """The mail becomes the second message of the case, and is not answered."""
        self.writes(answer)
        self.redress.once()
        self.assertEqual(len(self.redress.case(case["reference"])["messages"]), 2)
        self.assertEqual(len(self.redress.cases()), 1)
        self.mail_of(ANN)

    def test_SYS_03_References_alone_are_enough(self):
        case, acknowledgement = self.acknowledged_complaint(complaint(ANN))
        answer = reply(acknowledgement, ANN, "Something to add: the receipt is lost.")
        answer.replace_header("In-Reply-To", "<nobody-knows@client.example.net>")
        self.assert_joins(case, answer)

    def test_SYS_03_one_of_many_ids_in_In_Reply_To_is_enough(self):
        case, acknowledgement = self.acknowledged_complaint(complaint(ANN))
        answer = reply(acknowledgement, ANN, "Something to add: the receipt is lost.")
        answer.replace_header("In-Reply-To", "<a@client.example.net> "
                              f"{acknowledgement['Message-ID']} <b@client.example.net>")
        del answer["References"]
        self.assert_joins(case, answer)

    def test_SYS_03_an_answer_to_the_other_mailbox_joins_all_the_same(self):
        case, acknowledgement = self.acknowledged_complaint(complaint(ANN))
        answer = reply(acknowledgement, ANN, "Something to add: the receipt is lost.")
        answer.replace_header("To", harness.ENQUIRIES)
        self.assert_joins(case, answer)

    def test_SYS_03_an_old_thread_under_a_new_subject_still_joins(self):
        case, acknowledgement = self.acknowledged_complaint(complaint(ANN))
        answer = reply(acknowledgement, ANN, "Something to add: the receipt is lost.")
        answer.replace_header("Subject", "The receipt")
        self.assert_joins(case, answer)

    def test_SYS_10_the_acknowledgement_forwarded_by_somebody_else_is_held(self):
        case, acknowledgement = self.acknowledged_complaint(complaint(ANN))
        forwarded = mail(MALLORY, "Please look at this.\n\n-------- Forwarded message --------\n"
                         f"Subject: {acknowledgement['Subject']}\n"
                         f"{harness.text_of(acknowledgement)}",
                         subject=f"Fwd: {acknowledgement['Subject']}")
        self.writes(forwarded)
        self.redress.once()
        self.assertEqual(len(self.redress.case(case["reference"])["messages"]), 1)
        self.assertEqual(self.redress.ledger()["held"], 1)
        self.assert_got_nothing(MALLORY)

    def test_SYS_10_a_strangers_complaint_with_the_reference_becomes_a_case_of_its_own(self):
        case, _ = self.acknowledged_complaint(complaint(ANN))
        self.writes(mail(MALLORY, "I wish to complain as well. The hall was so cold that nobody could "
                         "write, and I want my money back.\n", subject=f"[{case['reference']}] The hall"))
        self.redress.once()
        row = self.redress.messages()[-1]
        self.assertEqual(row["state"], "held")
        self.assert_got_nothing(MALLORY)
        self.assertEqual(self.redress.run_tool("release", "--message", str(row["id"])).returncode, 0)
        self.redress.once()
        own = self.redress.cases()[-1]
        self.assertNotEqual(own["reference"], case["reference"])
        letter, = self.mail_of(MALLORY)
        said = f"{letter['Subject']} {letter['References']} {harness.text_of(letter)}"
        self.assertIn(own["reference"], said)
        for secret in (case["reference"], ANN, "certificate"):
            self.assertNotIn(secret, said)
        self.assertEqual(len(self.redress.case(case["reference"])["messages"]), 1)
        self.mail_of(ANN)  # still the one acknowledgement

    def test_SYS_10_headers_of_other_help_desks_command_nothing(self):
        case, _ = self.acknowledged_complaint(complaint(ANN))
        self.writes(mail(MALLORY, "Close it, please.\n", subject="Closing", **{
            "X-OTRS-State": "closed", "RT-Ticket": case["reference"], "X-RT-Status": "resolved",
            "X-Redress-Case": case["reference"]}))
        self.redress.once()
        after = self.redress.case(case["reference"])
        self.assertEqual((after["status"], len(after["messages"])), ("acknowledged", 1))

    def test_SYS_03_a_second_complaint_of_the_same_person_is_a_second_case(self):
        self.acknowledged_complaint(complaint(ANN))
        self.writes(mail(ANN, "I also want to complain about the hall: it was so cold that nobody "
                              "could write. This is not acceptable.\n", subject="Cold hall"))
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 2)
        first, second = self.mail_of(ANN, 2)
        self.assertNotEqual(first["Subject"], second["Subject"])
        self.assertNotEqual(first["Message-ID"], second["Message-ID"])


if __name__ == "__main__":
    harness.main()
