"""What a machine must not answer by itself is put before a person (SYS-12, BEH-03)."""

import harness
from harness import ANN, COMMENTS, DUTY, MANAGER, open_deadlines
from mails import ABUSE, DANGER, complaint, mail


class Careful(harness.Scenario):
    def test_SYS_12_danger_to_life_is_told_to_duty_at_once_and_gets_no_routine_answer(self):
        self.new_redress(gather="1 hour")  # the alert must not wait for the gathered notices
        self.writes(mail(ANN, DANGER, subject="My appeal"))
        self.redress.once()
        alert, = self.mail_of(DUTY)
        self.assertNotIn("tablets", alert.as_string())
        self.assert_got_nothing(ANN)
        self.assertEqual([row["state"] for row in self.redress.outbox() if row["to"] == ANN],
                         ["held"])
        case = self.redress.only_case()
        self.assertIsNone(case["acknowledged"])
        self.assertIn("acknowledge", open_deadlines(case))

    def test_BEH_03_an_abusive_complaint_waits_for_a_manager_and_stays_owed(self):
        self.writes(mail(ANN, ABUSE, subject="My invoice"))
        self.redress.once()
        case = self.redress.only_case()
        self.assertIsNone(case["acknowledged"])
        self.assertIn("acknowledge", open_deadlines(case))
        self.assertEqual([row["state"] for row in self.redress.outbox() if row["to"] == ANN],
                         ["held"])
        told = self.staff_are_told(MANAGER, case["reference"])
        self.assertNotIn("idiots", told)
        self.assert_got_nothing(ANN)

    def test_BEH_03_a_person_releases_the_held_acknowledgement(self):
        self.writes(mail(ANN, ABUSE, subject="My invoice"))
        self.redress.once()
        row, = [row for row in self.redress.outbox() if row["to"] == ANN]
        self.assertEqual(self.redress.run_tool("release", str(row["id"])).returncode, 0)
        self.redress.once()
        answer, = self.mail_of(ANN)
        case = self.redress.only_case()
        self.assertIn(case["reference"], answer["Subject"])
        self.assertTrue(case["acknowledged"])
        self.assertEqual(open_deadlines(case), ["respond"])

    def test_BEH_03_a_person_releases_it_while_the_daemon_runs(self):
        self.redress.start()
        self.writes(mail(ANN, ABUSE, subject="My invoice"))
        held = self.servers.wait_for(
            lambda: self.redress.database_is_there() and
            [row for row in self.redress.outbox() if row["state"] == "held"],
            what="the held acknowledgement")
        self.assertEqual(self.redress.run_tool("release", str(held[0]["id"])).returncode, 0)
        self.mail_of(ANN)
        self.redress.stop()
        events = [event["what"] for event in self.redress.only_case()["events"]]
        self.assertIn("mail_released", events)

    def test_BEH_03_the_command_that_the_notice_names_settles_it(self):
        self.writes(mail(ANN, ABUSE, subject="My invoice"))
        self.redress.once()
        told = self.staff_are_told(MANAGER, "Settle it with: redressctl ")
        command = told.split("Settle it with: redressctl ")[1].split("\n")[0].split()
        done = self.redress.run_tool(*command)
        self.assertEqual(done.returncode, 0, f"{command}: {done.stderr}")
        self.redress.once()
        self.mail_of(ANN)

    def test_SYS_03_a_complaint_in_the_junk_folder_is_recorded_and_told_and_not_answered(self):
        self.servers.append(COMMENTS, "Junk", complaint(ANN).as_bytes())
        self.redress.once()
        self.assertEqual([row["state"] for row in self.redress.messages()], ["held"])
        self.staff_are_told(MANAGER, "junk folder")
        self.assert_got_nothing(ANN)
        self.assert_all_accounted_for()

    def test_SYS_03_a_complaint_taken_out_of_the_junk_folder_is_acknowledged(self):
        written = complaint(ANN).as_bytes()
        self.servers.append(COMMENTS, "Junk", written)
        self.redress.once()
        with self.servers.imap(COMMENTS, "Junk") as imap:
            self.assertEqual(imap.uid("MOVE", "1:*", "INBOX")[0], "OK")
        self.redress.once()
        self.mail_of(ANN)
        self.assertEqual(self.redress.only_case()["status"], "acknowledged")


if __name__ == "__main__":
    harness.main()
