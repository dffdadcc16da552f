"""One complaint is one case, however often it arrives (SYS-02)."""

import harness
from harness import ANN, BOB, COMMENTS, ENQUIRIES, MALLORY
from mails import COMPLAINT, complaint, mail


class Duplicates(harness.Scenario):
    def test_SYS_02_a_mail_to_both_mailboxes_is_one_case_with_one_acknowledgement(self):
        self.writes(complaint(ANN, to=f"{COMMENTS}, {ENQUIRIES}"))
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 1)
        self.mail_of(ANN)
        self.assertEqual(sorted(row["state"] for row in self.redress.messages()),
                         ["duplicate", "recorded"])
        ledger = self.redress.ledger()
        self.assertEqual((ledger["seen"], ledger["duplicate"], ledger["unaccounted"]), (2, 1, 0))

    def test_SYS_02_a_mail_delivered_twice_is_one_case(self):
        written = complaint(ANN)
        self.writes(written)
        self.redress.once()
        self.writes(written)
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 1)
        self.mail_of(ANN)

    def test_SYS_02_a_known_Message_ID_with_other_content_is_not_swallowed(self):
        first = complaint(ANN)
        self.writes(first)
        self.redress.once()
        self.writes(mail(BOB, "I complain about your caretaker, who shouted at my daughter.\n",
                         subject="Your caretaker", message_id=str(first["Message-ID"])))
        self.redress.once()
        self.assertEqual(sorted(case["complainant"]["address"] for case in self.redress.cases()),
                         [ANN, BOB])
        self.mail_of(ANN)
        self.mail_of(BOB)

    def test_SYS_02_the_same_words_of_two_people_are_two_complaints(self):
        self.writes(mail(ANN, COMPLAINT))
        self.writes(mail(MALLORY, COMPLAINT))
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 2)

    def test_SYS_02_a_mail_without_Message_ID_is_taken(self):
        written = complaint(ANN)
        del written["Message-ID"]
        self.servers.append(COMMENTS, "INBOX", written.as_bytes())
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 1)
        self.mail_of(ANN)


if __name__ == "__main__":
    harness.main()
