"""A database put back from a backup: what was acknowledged meanwhile is not acknowledged again (SYS-02)."""

import shutil

import harness
from harness import ANN, BOB, MANAGER
from mails import complaint


class Backup(harness.Scenario):
    def test_SYS_02_mail_that_a_restored_ledger_does_not_know_is_held_where_it_bears_our_mark(self):
        database = self.redress.folder / "redress.db"
        self.writes(complaint(ANN))
        self.redress.once()
        shutil.copy(database, database.with_suffix(".backup"))
        self.writes(complaint(BOB))
        self.redress.once()
        self.mail_of(BOB)
        for path in self.redress.folder.glob("redress.db-*"):  # the write-ahead log of what is lost
            path.unlink()
        shutil.move(database.with_suffix(".backup"), database)
        self.redress.once()
        self.assertEqual(len(self.redress.cases()), 2)
        answers = [row for row in self.redress.outbox() if row["to"] == BOB]
        self.assertEqual([row["state"] for row in answers], ["held"])
        self.assert_all_accounted_for()
        self.staff_are_told(MANAGER, "dealt with before")
        for person in (ANN, BOB):
            self.mail_of(person)
        newcomer = "carol@example.net"
        self.writes(complaint(newcomer))
        self.redress.once()
        self.mail_of(newcomer)
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)


if __name__ == "__main__":
    harness.main()
