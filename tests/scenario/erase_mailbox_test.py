"""What is erased goes from the mail server too, by setting (SYS-13, CEME-06)."""

import contextlib
import json
import re
import sqlite3
import unittest

import harness
import mails
from harness import ADMINISTRATOR, ANN, BOB, COMMENTS, ENQUIRIES, MALLORY, private

CAROL, DONE = "carol@example.net", "Done"
FOLDER = "Complaints"  # INBOX cannot be deleted and made anew
NOT_THE_SAME, NOT_THERE = "not byte for byte", "not where they were put"


class Copies(harness.Scenario):
    """Ann's and Bob's complaints, with the setting on."""

    def setUp(self):
        super().setUp()
        self.redress.add_settings("\n[retention]\nafter = \"6 years\"\nerase_mailbox = true\n")

    def two_complaints(self, folder="INBOX"):
        """Both acknowledged; Ann's case."""
        for person in (ANN, BOB):
            self.servers.append(COMMENTS, folder, mails.complaint(person).as_bytes())
        self.redress.once()
        anns, = [row for row in self.redress.cases() if row["complainant"]["address"] == ANN]
        return anns

    def moves_what_is_done(self) -> None:
        self.redress.change_settings('expects = "complaint"',
                                     f'expects = "complaint"\nafter = "move:{DONE}"')

    def erase_ann(self) -> dict:
        return self.redress.one("erase", "--person", ANN, "--reason", "asked for", "--open-too")

    def senders(self, folder="INBOX") -> list:
        return [str(mail["From"]) for mail in self.servers.mails(COMMENTS, folder)]

    def settled(self) -> list:
        """What became of the copies: (event, folder, why it was left)."""
        path = f"file:{self.redress.folder}/redress.db?mode=ro"
        with contextlib.closing(sqlite3.connect(path, uri=True)) as database:
            rows = [(what, json.loads(facts)) for what, facts in database.execute(
                "SELECT what, facts FROM event WHERE what LIKE 'mailbox_copy%' ORDER BY id")]
        return [(what, facts["folder"], facts.get("because")) for what, facts in rows]

    def change_on_the_server(self, before: bytes, after: bytes) -> None:
        """Other bytes under the same UID, which IMAP forbids."""
        self.assertEqual(len(before), len(after))
        box = self.servers.dovecot.mail / "example.org/comments/Maildir"
        changed = 0
        for path in box.glob("[nc][eu][wr]/*"):
            if before in path.read_bytes():
                path.write_bytes(path.read_bytes().replace(before, after))
                changed += 1
        self.assertEqual(changed, 1)

    def told(self, words: str) -> int:
        """How many mails to the administrator say so."""
        self.servers.wait_until_delivered()
        return sum(words in " ".join(harness.text_of(mail).split())
                   for mail in self.servers.mails(ADMINISTRATOR))

    def assert_told_once(self, words: str) -> None:
        def found():
            self.redress.once()
            return self.told(words)
        self.servers.wait_for(found, what=f"a mail with {words!r}")
        self.redress.once()
        self.assertEqual(self.told(words), 1)


class EraseMailbox(Copies):
    def test_SYS_13_the_copy_in_the_inbox_goes_and_a_neighbour_flagged_deleted_stays(self):
        self.two_complaints()
        with self.servers.imap(COMMENTS) as imap:
            self.assertEqual(imap.uid("STORE", "2", "+FLAGS.SILENT", "\\Deleted")[0], "OK")
        listed = self.redress.one("erase", "--person", ANN, "--reason", "asked for", "--dry-run")
        self.assertEqual(listed["mailbox_copies"], 1)
        done = self.erase_ann()
        self.assertEqual((done["mailbox_copies"], done["still_in"]), (1, ["backups made before"]))
        self.assertEqual(self.senders(), [ANN, BOB])  # nobody has been there yet
        self.assertEqual(self.redress.status()["mailbox_copies"], 1)
        self.redress.once()
        self.assertEqual(self.redress.status()["mailbox_copies"], 0)
        self.assertEqual(self.senders(), [BOB])
        self.assertIn("\\Deleted", self.servers.flags(COMMENTS)[0])
        self.assertEqual(self.settled(), [("mailbox_copy_erased", "INBOX", None)])
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)
        self.redress.once()
        self.assertEqual(self.redress.ledger()["seen"], 2)
        self.assert_all_accounted_for()

    def test_SYS_13_it_is_found_where_what_is_done_was_moved(self):
        self.moves_what_is_done()
        self.assertEqual(self.redress.one("check", "--online")["warnings"], [])
        self.two_complaints()
        self.assertEqual((self.senders(), sorted(self.senders(DONE))), ([], [ANN, BOB]))
        self.erase_ann()
        self.redress.once()
        self.assertEqual(self.senders(DONE), [BOB])
        self.assertEqual(self.settled(), [("mailbox_copy_erased", "INBOX", None)])

    def test_SYS_13_the_running_daemon_erases_it_and_goes_on_reading(self):
        self.two_complaints()
        self.redress.start()
        self.assertEqual(self.erase_ann()["mailbox_copies"], 1)
        self.servers.append(COMMENTS, "INBOX", mails.complaint(MALLORY).as_bytes())  # its next turn
        self.servers.wait_for(lambda: self.senders() == [BOB, MALLORY], what="Ann's mail gone")
        self.servers.append(COMMENTS, "INBOX", mails.complaint(CAROL).as_bytes())
        for person in (MALLORY, CAROL):
            self.mail_of(person)
        self.redress.stop()
        self.assertEqual(self.settled(), [("mailbox_copy_erased", "INBOX", None)])
        self.assert_all_accounted_for()

    @unittest.skipUnless(harness.TEST_CLOCK, "redressctl --now is in test builds only")
    def test_CEME_06_retention_takes_it_there_too_and_says_so_before(self):
        anns = self.two_complaints()
        self.redress.act(anns["reference"], "/not-a-complaint: it was a question")
        closed_on = self.redress.case(anns["reference"])["events"][-1]["at"][:10]
        late = f"{int(closed_on[:4]) + 7}{closed_on[4:]}T23:30:00Z"
        listed = self.redress.run_tool("retention", "run", "--dry-run", "--json", now=late)
        self.assertEqual(json.loads(listed.stdout)["mailbox_copies"], 1, listed)
        done = self.redress.run_tool("retention", "run", now=late)
        self.assertIn("1 copy on the mail server, which redressd erases", done.stdout)
        self.redress.once()
        self.assertEqual(self.senders(), [BOB])

    def test_SYS_13_other_bytes_under_its_uid_are_left_and_told_once(self):
        self.two_complaints()
        self.change_on_the_server(b"From: ann@", b"From: eve@")
        self.erase_ann()
        self.assert_told_once(NOT_THE_SAME)
        self.assertEqual(self.senders(), ["eve@example.net", BOB])
        self.assertEqual(self.settled(), [("mailbox_copy_left", "INBOX", "different")])

    def test_SYS_13_what_somebody_took_away_is_told_once(self):
        self.two_complaints()
        with self.servers.imap(COMMENTS) as imap:
            self.assertEqual(imap.create("Elsewhere")[0], "OK")
            self.assertEqual(imap.uid("MOVE", "1", "Elsewhere")[0], "OK")
        self.erase_ann()
        self.assert_told_once(NOT_THERE)
        self.assertEqual((self.senders(), self.senders("Elsewhere")), ([BOB], [ANN]))
        self.assertEqual(self.settled(), [("mailbox_copy_left", "INBOX", "absent")])

    def test_SYS_13_it_is_found_in_a_folder_that_was_numbered_anew_and_not_read_in_again(self):
        self.redress.change_settings('expects = "complaint"',
                                     f'expects = "complaint"\nfolder = "{FOLDER}"')
        with self.servers.imap(COMMENTS) as imap:
            self.assertEqual(imap.create(FOLDER)[0], "OK")
        self.two_complaints(FOLDER)
        self.erase_ann()
        old = self.servers.raw_mails(COMMENTS, FOLDER)
        with self.servers.imap(COMMENTS) as imap:
            self.assertEqual(imap.delete(FOLDER)[0], "OK")
            self.assertEqual(imap.create(FOLDER)[0], "OK")
        for message in reversed(old):  # each has the UID of the other one
            self.servers.append(COMMENTS, FOLDER, message)
        self.redress.once()
        self.assertEqual(self.senders(FOLDER), [BOB])
        self.assertEqual(self.settled(), [("mailbox_copy_erased", FOLDER, None)])
        self.assertEqual(self.redress.ledger()["seen"], 3)  # Bob's twice
        done = self.redress.run_tool("export", "--person", ANN)
        self.assertIn("nothing is held", done.stderr)

    def test_SYS_13_a_mailbox_that_is_not_in_the_settings_any_more_is_told_once(self):
        self.servers.append(ENQUIRIES, "INBOX",
                            mails.mail(ANN, mails.ENQUIRY, to=ENQUIRIES).as_bytes())
        self.redress.once()
        self.erase_ann()
        settings = self.redress.settings.read_text()
        before, enquiries, after = re.split(r'(\[\[mailbox\]\]\nname = "enquiries".*?)(?=\[smtp\])',
                                            settings, flags=re.DOTALL)
        self.redress.settings.write_text(before + after)
        self.assert_told_once("not in the settings any more")
        self.assertEqual(self.settled(), [("mailbox_copy_left", "INBOX", "unwatched")])
        self.redress.settings.write_text(before + enquiries + after)
        self.redress.once()
        self.assertEqual(len(self.servers.mails(ENQUIRIES)), 1)  # a person was asked to

    def test_SYS_13_an_order_waits_while_the_setting_is_off(self):
        self.two_complaints()
        self.erase_ann()
        self.redress.change_settings("erase_mailbox = true", "erase_mailbox = false")
        self.redress.once()
        self.assertEqual(self.senders(), [ANN, BOB])
        self.redress.change_settings("erase_mailbox = false", "erase_mailbox = true")
        self.redress.once()
        self.assertEqual(self.senders(), [BOB])

    def test_SYS_13_without_the_setting_the_copy_is_the_servers_to_erase(self):
        self.redress.change_settings("erase_mailbox = true", "erase_mailbox = false")
        self.two_complaints()
        done = self.erase_ann()
        self.assertIsNone(done["mailbox_copies"])
        self.assertIn("the mailbox on the mail server", done["still_in"])
        self.redress.change_settings("erase_mailbox = false", "erase_mailbox = true")
        self.redress.once()  # what was erased before is not ordered afterwards
        self.assertEqual((self.senders(), self.settled()), ([ANN, BOB], []))

    @unittest.skipUnless(harness.TEST_CLOCK, "fault points are in test builds only")
    def test_SYS_13_killed_before_and_after_it_goes_and_settled_once(self):
        for place in ("imap.expunge", "copies.erased"):
            with self.subTest(place):
                self.start_anew()
                self.two_complaints()
                self.erase_ann()
                self.assertEqual(self.redress.run_once("--fault", f"{place}=kill").returncode, -9)
                self.redress.once()
                self.assertEqual(self.senders(), [BOB])
                self.assertEqual(self.settled(), [("mailbox_copy_erased", "INBOX", None)])


class WithoutUidplus(Copies):
    @classmethod
    def setUpClass(cls):
        cls.servers = cls.enterClassContext(private.Servers(without=("UIDPLUS", "MOVE")))

    def test_SYS_13_check_warns_of_what_the_server_cannot_do(self):
        self.moves_what_is_done()
        done = self.redress.run_tool("check", "--online")
        self.assertEqual(done.returncode, 0, done.stderr)
        erases, moves, others = done.stderr.splitlines()
        for line, words in ((erases, "mailbox comments: the server has no UIDPLUS"),
                            (moves, 'leaves originals in "INBOX", flagged'),
                            (others, "mailbox enquiries: the server has no UIDPLUS")):
            self.assertIn("warning: ", line)
            self.assertIn(words, line)

    def test_SYS_13_nothing_is_deleted_and_administrators_are_told_once(self):
        self.two_complaints()
        self.erase_ann()
        self.assert_told_once("no UIDPLUS")
        self.assertEqual(self.senders(), [ANN, BOB])
        for flags in self.servers.flags(COMMENTS):
            self.assertNotIn("\\Deleted", flags)
        self.assertEqual(self.settled(), [("mailbox_copy_left", "INBOX", "unsupported")])


if __name__ == "__main__":
    harness.main()
