"""kill -9 at random moments of a long job: nothing lost, nothing twice but what was in flight (SYS-02)."""

import contextlib
import random
import sqlite3
import unittest

import harness
from harness import COMMENTS
from mails import complaint

MAILS = 600
ROUNDS = 25
# Mails that an SMTP server has taken and the store does not know of yet: on each of the two
# connections one that is being answered, and what was answered while the store wrote.
IN_FLIGHT = 2 * 4
SEED = 20261122


class Kills(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.redress.change_settings("[notices]", '[limits]\nautomatic_mail_per_domain = '
                                     '"10000/hour"\nautomatic_mail = "10000/hour"\n\n[notices]')

    def person(self, number: int) -> str:
        return f"p{number}@example.net"

    def taken(self) -> int:
        """Messages that have a verdict, and mails that are sent."""
        if not self.redress.database_is_there():
            return 0
        # Read directly: the tool takes longer to start than the daemon to take ten mails.
        path = f"file:{self.redress.folder}/redress.db?mode=ro"
        with contextlib.closing(sqlite3.connect(path, uri=True)) as database:
            return database.execute(
                "SELECT (SELECT count(*) FROM message WHERE state <> 'journalled')"
                " + (SELECT count(*) FROM outbox WHERE state = 'sent')").fetchone()[0]

    def test_SYS_02_killed_twenty_five_times_over_six_hundred_mails(self):
        with self.servers.imap(COMMENTS) as box:
            for number in range(MAILS):
                mail = complaint(self.person(number), subject=f"No {number}")
                box.append("INBOX", None, None, mail.as_bytes())
        chance, kills = random.Random(SEED), 0
        print(f"seed {SEED}")
        for _ in range(ROUNDS):
            before, wanted = self.taken(), chance.randint(1, 2 * MAILS // ROUNDS)
            if before == 2 * MAILS:
                break
            self.redress.start()
            # The moment is random in work done, not in time: it hits whatever is being done then.
            goal = min(before + wanted, 2 * MAILS)
            self.servers.wait_for(lambda: self.taken() >= goal, what="some progress")
            self.redress.kill()
            kills += 1
        self.redress.once()
        self.servers.wait_until_delivered()
        ledger = self.redress.ledger()
        self.assertEqual((ledger["seen"], ledger["complaint"], ledger["unaccounted"]),
                         (MAILS, MAILS, 0), ledger)
        self.assertEqual(len(self.redress.cases()), MAILS)
        got = self.servers.counts("example.net")
        self.assertEqual({self.person(number) for number in range(MAILS)} - set(got), set())
        self.assertLessEqual(sum(got.values()), MAILS + kills * IN_FLIGHT)
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)


if __name__ == "__main__":
    harness.main()
