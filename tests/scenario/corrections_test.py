"""What was read wrongly is corrected, kept, and compared with today's reading (SYS-03)."""

import json

import harness
from harness import ANN
from mails import ENQUIRY, complaint, mail


class Corrections(harness.Scenario):
    def taken(self) -> None:
        """A complaint and an enquiry, read as what they are; their numbers are 1 and 2."""
        self.writes(complaint(ANN))
        self.writes(mail(ANN, ENQUIRY, subject="Courses"))
        self.redress.once()
        self.assertEqual([row["kind"] for row in self.redress.messages()], ["complaint", "enquiry"])

    def correct(self, number: int, kind: str):
        return self.redress.run_tool("correct", str(number), kind)

    def test_SYS_03_a_correction_is_kept_with_the_evidence_of_the_time(self):
        self.taken()
        self.assertEqual(self.correct(2, "complaint").returncode, 0)
        row, = self.redress.rows("corrections")
        self.assertEqual((row["id"], row["kind"], row["read_as"]), (2, "complaint", "enquiry"))
        self.assertTrue(row["by"].startswith("redressctl:uid"))
        self.assertTrue(row["reading"]["evidence"])
        # It says something of the reading; the message stays what became of it.
        self.assertEqual(self.redress.messages()[1]["kind"], "enquiry")
        self.assertEqual(len(self.redress.cases()), 1)

    def test_SYS_03_it_is_recorded_through_a_running_daemon(self):
        self.taken()
        self.redress.start()
        done = self.correct(1, "enquiry")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.redress.stop()
        events = [event for event in self.redress.only_case()["events"]
                  if event["what"] == "reading_corrected"]
        self.assertEqual([event["facts"] for event in events], [{"message": 1, "kind": "enquiry"}])
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)

    def test_SYS_03_what_cannot_be_corrected_is_refused_with_the_reason(self):
        self.taken()
        for number, kind, status, word in ((9, "junk", 1, "no message 9"),
                                           (1, "complaint", 1, "already"),
                                           (1, "nonsense", 2, "complaint")):
            done = self.correct(number, kind)
            self.assertEqual(done.returncode, status, done.stderr)
            self.assertIn(word, done.stderr)
        self.assertEqual(self.redress.rows("corrections"), [])

    def test_SYS_03_todays_tables_are_compared_with_what_people_said(self):
        self.taken()
        self.assertEqual(self.redress.rows("classify", "--against-corrections"), [])
        self.correct(2, "junk")
        row, = self.redress.rows("classify", "--against-corrections", statuses=(1,))
        self.assertEqual((row["id"], row["corrected"], row["kind"], row["agrees"]),
                         (2, "junk", "enquiry", False))
        self.correct(2, "enquiry")  # a slip of the pen, taken back: the newest counts
        row, = self.redress.rows("classify", "--against-corrections")
        self.assertTrue(row["agrees"])
        said = self.redress.run_tool("classify", "--against-corrections").stdout
        self.assertIn("1 of 1", said)

    def test_SYS_03_corrections_are_exported_with_their_mails_for_their_owner_alone(self):
        self.taken()
        self.correct(1, "follow_up")
        folder = self.redress.folder / "set"
        self.assertEqual(self.redress.run_tool("corrections", "--export", str(folder)).returncode, 0)
        label = json.loads((folder / "labels.jsonl").read_text())
        self.assertEqual(label["kind"], "follow_up")
        mail_file = folder / "mail" / label["file"]
        self.assertIn("My certificate", mail_file.read_text())
        for path in (folder, mail_file, folder / "labels.jsonl"):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)
        again = self.redress.run_tool("corrections", "--export", str(folder))
        self.assertEqual(again.returncode, 1)
        self.assertIn("not there yet", again.stderr)


if __name__ == "__main__":
    harness.main()
