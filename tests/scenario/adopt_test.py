"""Cases that were open elsewhere when Redress began (SYS-14)."""

import harness
import mails
from harness import ANN, BOB

OPEN = f"""received,name,address,acknowledged,owner,old_reference
2026-11-02,Ann Other,{ANN},2026-11-03 10:15,Jo Bloggs,C-17
2026-11-20,Bob Wood,{BOB},,,C-18
"""


class Adopt(harness.Scenario):
    def adopt(self, text, **statuses):
        file = self.redress.folder / "open.csv"
        file.write_text(text)
        return self.redress.one("adopt", file, **statuses)

    def test_SYS_14_open_cases_are_taken_over_with_their_dates_and_nobody_is_written_to(self):
        self.redress.once()  # makes the database
        self.assertEqual(self.adopt(OPEN), {"adopted": 2, "already_there": 0})
        self.assertEqual(self.adopt(OPEN), {"adopted": 0, "already_there": 2})
        self.redress.once()
        for person in (ANN, BOB):
            self.assert_got_nothing(person)
        anns, bobs = (self.redress.case(row["reference"]) for row in self.redress.cases())
        self.assertEqual((anns["status"], anns["received"], anns["acknowledged"]),
                         ("triage", "2026-11-02T12:00:00Z", "2026-11-03T10:15:00Z"))  # Jo has it
        self.assertEqual((bobs["status"], bobs["acknowledged"]), ("received", None))
        # Friday 20 November and two working days.
        owed, = (due for due in bobs["due"] if due["kind"] == "acknowledge")
        self.assertEqual((owed["state"], owed["at"][:10]), ("open", "2026-11-24"))
        self.assertNotIn(ANN, str([event["facts"] for event in anns["events"]]))
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)

    def test_SYS_14_a_mistake_anywhere_takes_nothing_and_says_where(self):
        self.redress.once()
        file = self.redress.folder / "open.csv"
        file.write_text(OPEN + "2026-13-01,Eve,eve@example.net,,,\n2026-11-02,Eve,eve,,,\n")
        done = self.redress.run_tool("adopt", file)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{file}:4: column received: ", done.stderr)
        self.assertIn(f"{file}:5: column address: ", done.stderr)
        self.assertIn("nothing was taken over: 2 mistakes", done.stderr)
        self.assertEqual(self.redress.cases(), [])

    def test_SYS_14_the_complainant_s_next_mail_joins_the_case_that_was_taken_over(self):
        self.redress.once()
        self.adopt(OPEN)
        reference = self.redress.cases()[0]["reference"]
        self.writes(mails.mail(ANN, mails.COMPLAINT, subject=f"[{reference}] My certificate"))
        self.redress.once()
        self.assert_all_accounted_for()
        newest = self.redress.messages()[-1]
        self.assertIn(newest["state"], ("recorded", "held"))  # a bare number needs authentication
        self.assertEqual(len(self.redress.cases()), 2)


if __name__ == "__main__":
    harness.main()
