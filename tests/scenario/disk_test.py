"""Disks that are full, read-only or damaged, and a database that another program holds (SYS-02)."""

import contextlib
import pathlib
import sqlite3
import subprocess
import unittest

import harness
from harness import ANN, BOB, COMMENTS
from mails import complaint

DISK_BYTES = 4 << 20


class SmallDisk:
    """A file system of its own in memory."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder

    def __enter__(self):
        self.folder.mkdir()
        self.run("mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES},mode=0700", "tmpfs", self.folder)
        return self

    def __exit__(self, *_):
        self.run("umount", "--lazy", self.folder)

    def run(self, *words) -> None:
        subprocess.run(words, check=True, capture_output=True)

    def fill(self) -> None:
        """Takes all the room that is left."""
        with open(self.folder / "ballast", "wb", buffering=0) as file, \
                contextlib.suppress(OSError):
            while True:
                file.write(b"\0" * 4096)

    def make_room(self) -> None:
        (self.folder / "ballast").unlink()

    def read_only(self, yes: bool) -> None:
        self.run("mount", "-o", f"remount,{'ro' if yes else 'rw'}", self.folder)


class Disk(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.redress.change_settings("[notices]", '[network]\nretry = "1 second"\n'
                                     'retry_longest = "2 seconds"\n\n[notices]')
        self.disk = self.enterContext(SmallDisk(self.redress.folder / "disk"))
        self.addCleanup(self.redress.kill)  # before the disk goes
        self.redress.change_settings("/redress.db", "/disk/redress.db")
        self.database = self.disk.folder / "redress.db"

    def wait_for_log(self, *words: str) -> None:
        self.servers.wait_for(lambda: all(word in self.redress.log_text() for word in words),
                              what=f"{words} in the log")

    def start_and_answer(self, person: str) -> None:
        self.redress.start()
        self.writes(complaint(person))
        self.mail_of(person)

    def big_complaint(self, person: str) -> bytes:
        """More than the journal can hide in free pages: text that hardly compresses."""
        noise = "\n".join(f"{number * 2654435761 % 2**32:08x}" * 8 for number in range(20_000))
        made = complaint(person)
        made.set_content(made.get_content() + noise)
        return made.as_bytes()

    def assert_taken_once(self, *people: str) -> None:
        for person in people:
            self.mail_of(person)
        self.redress.stop()
        self.assertEqual(len(self.redress.cases()), len(people))
        self.assert_all_accounted_for()
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)

    def test_SYS_02_a_full_disk_stops_intake_loudly_and_it_goes_on_by_itself(self):
        self.start_and_answer(ANN)
        self.disk.fill()
        self.servers.append(COMMENTS, "INBOX", self.big_complaint(BOB))
        self.wait_for_log("R401", "room")
        self.assertEqual(len(self.servers.raw_mails(COMMENTS)), 2)  # it stays on the server
        self.disk.make_room()
        self.assert_taken_once(ANN, BOB)

    def test_SYS_02_a_disk_that_becomes_read_only_is_the_same(self):
        self.start_and_answer(ANN)
        self.redress.stop()
        self.disk.read_only(True)
        done = self.redress.run_once()
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("redress.db", done.stderr)
        self.disk.read_only(False)
        self.servers.append(COMMENTS, "INBOX", complaint(BOB).as_bytes())
        self.redress.start()
        self.assert_taken_once(ANN, BOB)

    def test_SYS_02_a_database_that_another_program_holds_is_waited_for(self):
        self.start_and_answer(ANN)
        with contextlib.closing(sqlite3.connect(self.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            self.servers.append(COMMENTS, "INBOX", complaint(BOB).as_bytes())
            self.wait_for_log("another program holds the database")
            other.execute("ROLLBACK")
        self.assert_taken_once(ANN, BOB)

    def test_SYS_02_a_damaged_database_ends_it_and_verify_says_so(self):
        self.start_and_answer(ANN)
        self.redress.stop()
        self.damage()
        self.servers.append(COMMENTS, "INBOX", complaint(BOB).as_bytes())
        done = self.redress.run_tool("verify")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("damaged", done.stderr)
        self.redress.start()
        self.assertEqual(self.redress.wait(), 1)
        self.assertIn("damaged", self.redress.log_text())
        self.assertEqual(len(self.servers.raw_mails(COMMENTS)), 2)
        self.assertEqual(self.servers.mails(BOB), [])

    def damage(self) -> None:
        """Overwrites every page of the ledger's table, as a failing disk may."""
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            size, = database.execute("PRAGMA page_size").fetchone()
            roots = [row[0] for row in database.execute(
                "SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('message', 'raw_message')"
                " AND rootpage > 1")]
        with open(self.database, "r+b") as file:
            for root in roots:
                file.seek((root - 1) * size)
                file.write(b"\xa5" * size)


if __name__ == "__main__":
    harness.main()
