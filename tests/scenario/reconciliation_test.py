"""What the mailbox holds against what the ledger has (SYS-02)."""

import contextlib
import sqlite3

import harness
from harness import ANN, COMMENTS, ENQUIRIES, MANAGER
from mails import ENQUIRY, complaint, mail

# What Exchange gives out in the place of a message that it cannot convert.
PLACEHOLDER = (b"From: Microsoft Exchange Server 2010\r\nTo: Comments <comments@example.org>\r\n"
               b"Subject: Retrieval using the IMAP4 protocol failed for the following message: 7\r\n"
               b"\r\nThe message is still there.\r\n")


class Reconciliation(harness.Scenario):
    def forget(self, subject: str) -> None:
        """Takes a message out of the ledger, which the database itself refuses to anybody else."""
        with contextlib.closing(sqlite3.connect(self.redress.folder / "redress.db")) as database:
            with database:
                database.execute("DROP TRIGGER message_is_for_ever")
                row, = database.execute("SELECT id FROM message WHERE subject = ?", [subject])
                database.execute("DELETE FROM raw_message WHERE message_id = ?", row)
                database.execute("DELETE FROM reading WHERE message_id = ?", row)
                database.execute("DELETE FROM message WHERE id = ?", row)

    def take_in(self) -> None:
        """An enquiry and, after it, a complaint."""
        self.writes(mail("dan@example.net", ENQUIRY, subject="When?", to=ENQUIRIES))
        self.writes(complaint("eve@example.net", to=ENQUIRIES))
        self.writes(complaint(ANN))
        self.redress.start()
        self.mail_of(ANN)
        self.mail_of("eve@example.net")

    def compared(self) -> list:
        """What `ledger --online` says of each folder."""
        done = self.redress.one("ledger", "--online", statuses=(0, 1))
        return {(row["mailbox"], row["folder"]): (row["on_server"], row["missing"])
                for row in done["folders"]}

    def test_SYS_02_what_agrees_is_said_to_agree(self):
        self.take_in()
        self.assertEqual(self.compared(), {("comments", "INBOX"): (1, 0),
                                           ("comments", "Junk"): (0, 0),
                                           ("enquiries", "INBOX"): (2, 0),
                                           ("enquiries", "Junk"): (0, 0)})
        self.redress.stop()
        self.assert_all_accounted_for()

    def test_SYS_02_a_message_that_the_ledger_lacks_is_found_and_taken_in(self):
        self.take_in()
        self.forget("When?")
        self.assertEqual(self.redress.ledger()["seen"], 2)
        self.assertEqual(self.compared()["enquiries", "INBOX"], (2, 0))
        self.assertIn("R107", self.redress.log_text())
        self.servers.wait_for(lambda: self.redress.ledger()["unaccounted"] == 0,
                              what="a verdict on the message")
        self.assertEqual(self.redress.ledger()["enquiry"], 1)
        self.redress.stop()

    def test_SYS_02_a_message_that_the_server_gives_a_placeholder_for_is_told(self):
        self.servers.append(COMMENTS, "INBOX", PLACEHOLDER)
        self.redress.once()
        row, = self.redress.messages()
        self.assertEqual((row["kind"], row["state"]), ("unreadable", "held"))
        self.staff_are_told(MANAGER, f"message {row['id']} waits for a person")
        self.assertEqual([mail for mail in self.redress.outbox() if mail["to"] != MANAGER
                          and mail["template"] == "acknowledgement"], [])

    def test_SYS_02_without_a_daemon_nobody_can_compare_and_it_says_so(self):
        self.redress.once()
        done = self.redress.run_tool("ledger", "--online")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no daemon", done.stderr)
        self.assertEqual(self.redress.run_tool("ledger").returncode, 0)


if __name__ == "__main__":
    harness.main()
