"""What staff write to a complainant by themselves, out of the shared mailbox, is part of the case."""

import datetime

import harness
import mails
from harness import ANN, BOB, COMMENTS, MANAGER, due
from mails import complaint, mail

ANSWER = "Dear Ann, we have found your certificate and sent it today.\n"


class SentFolder(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.redress.change_settings('sent_folder = "none"', 'sent_folder = "auto"')
        self.case, _ = self.acknowledged_complaint(complaint(ANN))
        self.reference = self.case["reference"]

    def counts(self, word: str) -> None:
        self.redress.change_settings('sent_folder = "auto"', f'sent_folder = "auto"\nsent_counts = "{word}"')

    def sent(self, to: str = ANN, **changes) -> dict:
        """A mail that lies in the folder of sent mail; its row, once it was taken."""
        changes.setdefault("in_reply_to", str(self.servers.mails(COMMENTS)[0]["Message-ID"]))
        made = mail(COMMENTS, ANSWER, subject="Re: My certificate", to=to, **changes)
        self.servers.append(COMMENTS, "Sent", made.as_bytes(),
                            datetime.datetime.now(datetime.timezone.utc))
        self.redress.once()
        return self.redress.messages()[-1]

    def now(self) -> dict:
        return self.redress.case(self.reference)

    def test_SYS_05_it_is_correspondence_and_contact_and_nobody_is_answered(self):
        row = self.sent()
        self.assertEqual((row["kind"], row["state"], row["reference"]),
                         ("staff", "recorded", self.reference))
        self.assertIn("staff_wrote", [event["what"] for event in self.now()["events"]])
        self.assertEqual(due(self.now(), "respond")["state"], "open")
        self.assertEqual(len(self.mail_of(ANN)), 1)  # the acknowledgement
        self.assertEqual(self.servers.flags(COMMENTS, "Sent"), [set()])

    def test_SYS_05_whoever_has_the_case_is_asked_whether_it_is_the_answer(self):
        row = self.sent()
        text = self.staff_are_told(MANAGER, self.reference)
        self.assertIn(f"message {row['id']} was sent to the complainant", text)

    def test_SYS_05_it_is_the_answer_where_the_house_says_so(self):
        self.counts("always")
        self.sent()
        self.assertEqual(self.now()["status"], "responded")
        self.assertEqual(due(self.now(), "respond")["state"], "met")

    def test_SYS_05_it_is_none_where_the_house_says_so(self):
        self.counts("never")
        self.sent()
        self.assertEqual(due(self.now(), "respond")["state"], "open")
        self.redress.once()
        self.assert_got_nothing(MANAGER)

    def test_SYS_10_a_letter_to_somebody_else_is_no_part_of_the_case(self):
        row = self.sent(to=BOB)
        self.assertEqual((row["kind"], row["reference"]), ("staff", None))
        self.assertNotIn("staff_wrote", [event["what"] for event in self.now()["events"]])

    def test_SYS_05_the_reference_in_the_subject_is_enough(self):
        made = mail(COMMENTS, ANSWER, subject=f"Your complaint {self.reference}", to=ANN)
        self.servers.append(COMMENTS, "Sent", made.as_bytes(),
                            datetime.datetime.now(datetime.timezone.utc))
        self.redress.once()
        self.assertEqual(self.redress.messages()[-1]["reference"], self.reference)

    def test_SYS_03_words_of_a_complaint_in_a_letter_of_staff_open_no_case(self):
        made = mail(COMMENTS, mails.COMPLAINT, subject="A complaint", to=BOB)
        self.servers.append(COMMENTS, "Sent", made.as_bytes(),
                            datetime.datetime.now(datetime.timezone.utc))
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 1)
        self.assert_got_nothing(BOB)


if __name__ == "__main__":
    harness.main()
