"""kill -9 at random moments of a long job: nothing lost, nothing twice but what was in flight (SYS-02)."""

import random
import unittest

import harness
from harness import COMMENTS
from mails import complaint

MAILS = 600
ROUNDS = 25
CONNECTIONS = 2   # the default of [smtp] connections
CLAIM = 16        # mails that are claimed for each connection at a time
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
        ledger, outbox = self.redress.ledger(), self.redress.outbox()
        return ledger["seen"] - ledger["unaccounted"] + sum(row["state"] == "sent" for row in outbox)

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
        self.assertLessEqual(sum(got.values()), MAILS + kills * CONNECTIONS * CLAIM)
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)


if __name__ == "__main__":
    harness.main()
