"""A long run in little: ten thousand mails while the connections break two hundred times.

Nothing may be left behind by a mail or by a broken connection: no descriptor, no thread, no memory and
no row beside those that every mail has. Takes a quarter of an hour, so it is a command of its own:

    REDRESS_PREFIX=INSTALLED python3 tests/scenario/soak.py -v

SOAK_MAILS and SOAK_BREAKS make it shorter or longer.
"""

import contextlib
import os
import pathlib
import sqlite3

import harness
import network
from harness import COMMENTS
from mails import complaint
from smtp_server import SmtpServer

MAILS = int(os.environ.get("SOAK_MAILS", "10000"))
BREAKS = int(os.environ.get("SOAK_BREAKS", "200"))
WARM_UP = 5              # one part of so many: caches and pools are full after it
ROUND_SECONDS = 300.0    # a round takes a few; sanitizers and a busy machine take more
# What an allocator may keep in other places at the end than it did after the warm-up. A leak of one
# kilobyte a mail would be 8 MB.
MEMORY_KIB = 6 * 1024
# A sanitizer keeps what is freed for a while, which would look like growth.
ENVIRONMENT = {"ASAN_OPTIONS": "quarantine_size_mb=1"}


class Soak(network.NetworkScenario):
    clear_text = False

    def setUp(self):
        super().setUp()
        self.smtp = self.enterContext(SmtpServer())
        self.redress.change_settings(f"smtp://127.0.0.1:{self.servers.smtp_port}",
                                     f"smtp://127.0.0.1:{self.smtp.port}")
        self.redress.add_settings('[limits]\nautomatic_mail_per_domain = "1000000/hour"\n'
                                  'automatic_mail = "1000000/hour"\n')
        self.set_network()
        self.written = 0

    def ask(self, sql: str) -> list:
        """The first column of what the query gives, read beside the daemon."""
        path = f"file:{self.redress.folder}/redress.db?mode=ro"
        with contextlib.closing(sqlite3.connect(path, uri=True)) as database:
            return [row[0] for row in database.execute(sql)]

    def write(self, count: int) -> None:
        with self.servers.imap(COMMENTS) as box:
            for _ in range(count):
                mail = complaint(f"p{self.written}@example.net", subject=f"No {self.written}")
                box.append("INBOX", None, None, mail.as_bytes())
                self.written += 1

    def one_round(self, number: int, count: int) -> None:
        """Some mails before the connections break, some after; every other time without a word."""
        self.write(count // 2)
        self.proxy.drop(reset=number % 2 == 1)
        if number % 4 == 3:
            self.smtp.refuse()
            self.smtp.accept()
        self.write(count - count // 2)
        self.servers.wait_for(lambda: self.ask("SELECT count(*) FROM outbox WHERE state = 'sent'")
                              == [self.written], ROUND_SECONDS, f"the end of round {number}")

    def rows(self) -> dict:
        """How many each table has."""
        tables = self.ask("SELECT name FROM sqlite_schema WHERE type = 'table'"
                          " AND name NOT LIKE 'sqlite_%'")
        return {table: self.ask(f"SELECT count(*) FROM {table}")[0] for table in tables}

    def held(self) -> dict:
        """What the process holds, once nothing is under way."""
        self.wait_for_no_trouble()
        process = pathlib.Path(f"/proc/{self.redress.process.pid}")
        status = dict(line.split(":\t", 1) for line in
                      (process / "status").read_text().splitlines() if ":\t" in line)
        return {"descriptors": len(list((process / "fd").iterdir())),
                "threads": int(status["Threads"]),
                "memory": int(status["RssAnon"].removesuffix(" kB"))}

    def test_SYS_02_nothing_is_left_behind_by_mails_and_broken_connections(self):
        self.redress.start(**ENVIRONMENT)
        self.servers.wait_for(self.redress.database_is_there, what="the database")
        each, warm_up = MAILS // BREAKS, BREAKS // WARM_UP
        for number in range(warm_up):
            self.one_round(number, each)
        before, rows_before, written_before = self.held(), self.rows(), self.written
        for number in range(warm_up, BREAKS):
            self.one_round(number, each)
        added = self.written - written_before
        self.servers.wait_for(lambda: self.held()["descriptors"] <= before["descriptors"],
                              what=f"no more descriptors than {before['descriptors']}")
        after, rows_after = self.held(), self.rows()
        print(f"{self.written} mails, {self.proxy.accepted} connections, {before} -> {after}")
        self.assertEqual(after["threads"], before["threads"])
        self.assertLess(after["memory"] - before["memory"], MEMORY_KIB)
        for table, count in rows_after.items():
            # Each mail has one row, or a fixed number of them, or none.
            self.assertIn((count - rows_before[table]) / added, (0, 1, 2, 3, 4), table)
        self.redress.stop()  # where there is a leak checker, it speaks now
        self.assert_all_accounted_for()
        self.assertEqual(self.redress.ledger()["complaint"], self.written)
        sent = [each.recipients[0] for each in self.smtp.taken]
        self.assertEqual(sorted(set(sent)), sorted(f"p{n}@example.net" for n in range(self.written)))


if __name__ == "__main__":
    harness.main()
