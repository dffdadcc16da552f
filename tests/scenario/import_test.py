"""What was there before Redress is recorded and never acknowledged (SYS-14)."""

import email.utils
import json
import mailbox
import signal
import socket

import harness
from harness import ANN, BOB, COMMENTS
from mails import COMPLAINT, complaint, mail, out_of_office, reply

FAILED, WRONG = 1, 2  # exit statuses: not so or failed; wrong usage or settings
DAY = "Fri, 01 Mar 2019 10:15:00 +0000"


def old(made):
    """The mail as it was written in 2019."""
    made.replace_header("Date", DAY)
    return made


class Import(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.archive = self.redress.folder / "archive"
        self.archive.mkdir()

    # ---- archives, written by Python's own library ----------------------------------------------

    def mbox(self, name: str, *mails) -> str:
        path = self.archive / name
        box = mailbox.mbox(path)
        for each in mails:
            message = mailbox.mboxMessage(each)
            message.set_from("MAILER-DAEMON", email.utils.parsedate(DAY))
            box.add(message)
        box.close()
        return str(path)

    def maildir(self, name: str, *mails) -> str:
        path = self.archive / name
        box = mailbox.Maildir(path)
        for number, each in enumerate(mails):
            message = mailbox.MaildirMessage(each)
            message.set_subdir("cur" if number % 2 else "new")
            box.add(message)
        (path / "dovecot-uidlist").write_text("3 V1 N1\n")
        return str(path)

    def folder(self, name: str, *mails) -> str:
        path = self.archive / name
        path.mkdir()
        for number, each in enumerate(mails):
            (path / f"{number}.eml").write_bytes(each.as_bytes())
        return str(path)

    def three_kinds(self) -> list:
        """An mbox, a Maildir and a folder of files, with seven messages."""
        return [self.mbox("2019.mbox", old(complaint(ANN)),
                          old(mail(BOB, COMPLAINT + "\nFrom the start nobody answered.\n")),
                          old(out_of_office(ANN))),
                self.maildir("Maildir", old(complaint("carol@example.net")),
                             old(mail("dave@example.net", COMPLAINT))),
                self.folder("letters", old(complaint("erin@example.net")),
                            old(mail("frank@example.net", "Thank you, that was kind of you.\n")))]

    # ---- what must hold ---------------------------------------------------------------------------

    def imports(self, *words, status=0) -> tuple:
        """`import`: how many were imported, known, unreadable."""
        said = self.redress.one("import", *words, statuses=(status,))
        return said["imported"], said["already_known"], said["unreadable"]

    def assert_history(self, count: int) -> None:
        """So many messages, read, and nothing came of them."""
        rows = self.redress.messages()
        self.assertEqual([row["state"] for row in rows], ["history"] * count, rows)
        self.assertTrue(all(row["kind"] for row in rows), rows)
        self.assert_nothing_came_of_it()
        self.assertEqual(self.redress.ledger()["seen"], count)
        self.assert_all_accounted_for()

    def assert_nothing_came_of_it(self) -> None:
        self.assertEqual(self.redress.cases(), [])
        self.assertEqual(self.redress.outbox(), [])
        self.assertEqual(self.redress.status()["untold"], 0)

    def started(self) -> None:
        """The daemon runs and listens to the tool."""
        self.redress.start()
        self.servers.wait_for(lambda: (self.redress.folder / "redress.db.control").exists(),
                              what="the control socket")

    def all_is_read(self):
        """The ledger, once every message in it has its verdict."""
        def read():
            ledger = self.redress.one("ledger", statuses=(0, 1))
            return ledger if ledger["unaccounted"] == 0 else None
        return self.servers.wait_for(read, what="every message to be read")

    # ---- promises ---------------------------------------------------------------------------------

    def test_SYS_14_archives_are_history_where_no_daemon_runs(self):
        self.redress.once()  # makes the database
        archives = self.three_kinds()
        self.assertEqual(self.imports(*archives), (7, 0, 0))
        self.assertEqual(self.redress.one("ledger", statuses=(FAILED,))["unaccounted"], 7)
        self.assertEqual(self.imports(*archives), (0, 7, 0))
        self.redress.once()
        self.assert_history(7)
        self.assertEqual(self.imports(*archives), (0, 7, 0))
        self.redress.once()
        self.assert_history(7)
        self.assertEqual({row["received"] for row in self.redress.messages()},
                         {"2019-03-01T10:15:00Z"})
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)

    def test_SYS_14_archives_are_history_while_the_daemon_runs(self):
        archives = self.three_kinds()
        self.started()
        self.assertEqual(self.imports(*archives), (7, 0, 0))
        self.all_is_read()
        self.assert_history(7)
        self.assertEqual(self.imports(*archives), (0, 7, 0))
        self.writes(complaint("grace@example.net"))  # a new one is answered all the same
        self.mail_of("grace@example.net")
        self.redress.stop()
        self.assertEqual(len(self.redress.cases()), 1)
        self.assertEqual(self.redress.ledger()["seen"], 8)
        self.assert_all_accounted_for()
        self.assert_got_nothing(ANN)

    def test_SYS_14_a_large_archive_goes_in_batches(self):
        count = 450  # two batches and a half
        archive = self.mbox("large.mbox", *(old(mail(f"p{number}@example.net",
                                                     f"{COMPLAINT}\nNo {number}\n"))
                                            for number in range(count)))
        self.started()
        done = self.redress.run_tool("import", "--mailbox", "enquiries", archive)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, f"imported {count}, already known 0, unreadable 0\n")
        self.all_is_read()
        self.assert_history(count)
        self.redress.stop()
        self.assertEqual({row["mailbox"] for row in self.redress.messages()}, {"enquiries"})
        # What went in through the daemon is known to the tool alone too.
        self.assertEqual(self.imports(archive), (0, count, 0))

    def test_SYS_14_the_same_message_in_another_archive_is_known(self):
        self.redress.once()
        written = old(complaint(ANN))
        self.assertEqual(self.imports(self.mbox("a.mbox", written)), (1, 0, 0))
        self.assertEqual(self.imports(self.maildir("b", written), self.folder("c", written)),
                         (0, 2, 0))

    def test_SYS_14_an_imported_message_that_comes_in_again_is_a_duplicate(self):
        self.redress.once()
        written = old(complaint(ANN))
        self.imports(self.mbox("2019.mbox", written))
        self.servers.append(COMMENTS, "INBOX", written.as_bytes())
        self.redress.once()
        self.assertEqual([row["state"] for row in self.redress.messages()],
                         ["history", "duplicate"])
        self.assert_nothing_came_of_it()
        self.assert_got_nothing(ANN)

    def test_SYS_14_a_new_complaint_in_an_imported_thread_is_acknowledged(self):
        self.redress.once()
        written = old(complaint(ANN))
        self.imports(self.mbox("2019.mbox", written))
        self.writes(mail(ANN, COMPLAINT + "\nI wrote to you about this in 2019 already.\n",
                         in_reply_to=str(written["Message-ID"]),
                         references=str(written["Message-ID"])))
        self.redress.once()
        self.mail_of(ANN)
        case = self.redress.only_case()
        self.assertEqual(case["complainant"]["address"], ANN)
        self.assertEqual(len(case["messages"]), 1)

    def test_SYS_14_what_the_daemon_has_taken_is_a_duplicate_in_an_archive(self):
        written = complaint(ANN)
        case, acknowledgement = self.acknowledged_complaint(written)
        answer = reply(acknowledgement, ANN, "Thank you. I forgot to say that it was in July.")
        self.writes(answer)
        self.redress.once()
        self.imports(self.mbox("export.mbox", written, answer))
        self.redress.once()
        rows = self.redress.messages()
        self.assertEqual([row["state"] for row in rows],
                         ["recorded", "recorded", "duplicate", "duplicate"], rows)
        self.assertEqual({row["reference"] for row in rows}, {case["reference"]})
        self.mail_of(ANN)  # the one acknowledgement
        self.assert_all_accounted_for()

    def test_SYS_14_what_cannot_be_read_is_named_and_the_rest_is_taken(self):
        self.redress.once()
        good = self.folder("letters", old(complaint(ANN)))
        broken = self.archive / "broken.mbox"
        broken.write_text("Subject: this is one message\n\nand no mbox\n")
        stray = self.archive / "letters" / "notes"
        stray.write_text("Things to do\n")
        empty = self.archive / "letters" / "empty.eml"
        empty.write_text("")
        missing = self.archive / "missing.mbox"
        words = ("import", str(broken), good, str(missing))
        done = self.redress.run_tool(*words)
        self.assertEqual(done.returncode, FAILED)
        self.assertEqual(done.stdout, "imported 1, already known 0, unreadable 4; "
                                      "redressd reads them when it runs\n")
        lines = done.stderr.strip().splitlines()
        self.assertEqual(len(lines), 4, done.stderr)
        for line, file, mend in zip(lines, (broken, empty, stray, missing),
                                    ("rename it", "leave it out", "leave it out", "name a file")):
            self.assertIn(f"redressctl: {file}: ", line)
            self.assertIn(mend, line)
        self.redress.once()
        self.assert_history(1)

    def test_SYS_14_a_message_over_the_limit_is_kept_in_part_and_told(self):
        self.redress.change_settings("[notices]", '[limits]\nmessage_size = "1 KiB"\n\n[notices]')
        self.redress.once()
        archive = self.mbox("large.mbox", old(mail(ANN, COMPLAINT * 40)), old(complaint(BOB)))
        done = self.redress.run_tool("import", archive)
        self.assertEqual(done.returncode, 0)
        self.assertIn(f"{archive}:1: larger than [limits] message_size", done.stderr)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.redress.once()
        self.assert_history(2)

    def test_SYS_14_mistakes_are_told_with_their_mend(self):
        archive = self.mbox("2019.mbox", old(complaint(ANN)))
        for words, status, text in (
                (("import", archive), FAILED, "start redressd once"),
                (("import", "--mailbox", "coments", archive), WRONG, "comments, enquiries")):
            with self.subTest(words=words):
                done = self.redress.run_tool(*words)
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
                self.assertIn(text, done.stderr)
        self.assertEqual(self.redress.run_tool("import").returncode, WRONG)

    def says(self, *parts: bytes) -> socket.socket:
        """A client of the control socket that sends this and waits."""
        client = self.enterContext(socket.socket(socket.AF_UNIX))
        client.settimeout(harness.ONCE_SECONDS)
        client.connect(str(self.redress.folder / "redress.db.control"))
        client.sendall(b"".join(parts))
        return client

    def test_SYS_14_half_a_batch_is_nothing_and_does_not_hold_up_the_end(self):
        self.started()
        request = b'{"verb":"import","mailbox":"comments","messages":2}\n'
        message = b'{"date":"2019-03-01T10:15:00Z","size":12,"length":12}\nSubject: a\n\n'
        whole = self.says(request, message, message)
        self.assertEqual(json.loads(whole.recv(4096)), {"ok": True, "added": 1, "known": 1})
        self.says(request, message.replace(b"a\n", b"b\n"))
        self.redress.stop()
        self.assertEqual(self.redress.ledger()["seen"], 1)
        self.assert_all_accounted_for()

    def test_SYS_14_imports_go_on_after_a_reload(self):
        self.started()
        request = b'{"verb":"import","mailbox":"comments","messages":1}\n'
        message = b'{"date":"2019-03-01T10:15:00Z","size":12,"length":12}\nSubject: a\n\n'
        client = self.says(request, message)
        self.assertEqual(json.loads(client.recv(4096))["added"], 1)
        self.redress.process.send_signal(signal.SIGHUP)
        self.servers.wait_for(lambda: "R503" in self.redress.log_text(), what="the reload")
        client = self.says(request, message.replace(b"a\n", b"b\n"))
        self.assertEqual(json.loads(client.recv(4096))["added"], 1)
        self.all_is_read()
        self.redress.stop()
        self.assert_history(2)

    def test_SYS_14_what_makes_no_sense_is_refused(self):
        self.started()
        request = b'{"verb":"import","mailbox":"comments","messages":1}\n'
        for words in (b'{"verb":"import"}\n',
                      b'{"verb":"import","mailbox":"comments","messages":1000000}\n',
                      request + b'{"date":"2019-03-01T10:15:00Z","size":1e12,"length":1e12}\n',
                      request + b'{"date":"2019-03-01T10:15:00Z","size":1,"length":2}\n',
                      request.replace(b"comments", b"coments") +
                      b'{"date":"2019-03-01T10:15:00Z","size":1,"length":1}\nx'):
            with self.subTest(words=words):
                client = self.says(words)
                self.assertIs(json.loads(client.recv(4096))["ok"], False)
                self.assertEqual(client.recv(4096), b"")
        self.redress.stop()
        self.assertEqual(self.redress.ledger()["seen"], 0)


if __name__ == "__main__":
    harness.main()
