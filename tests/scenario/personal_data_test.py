"""What is held on one person: handed over, erased, and erased by age (SYS-13, CEME-06)."""

import email
import email.policy
import json
import mailbox
import time

import harness
import mails
from harness import ANN, BOB, MANAGER

ANNS_WORD, BOBS_WORD = "zebra", "giraffe"
ERASED = "erased@erased.invalid"


def files_text(folder) -> str:
    """All that lies in a folder's files, in lower case."""
    return "".join(path.read_bytes().decode("latin-1").lower()
                   for path in sorted(folder.rglob("*")) if path.is_file())


class PersonalData(harness.Scenario):
    def two_complaints(self):
        """Ann's and Bob's, both acknowledged; their cases."""
        for person, word in ((ANN, ANNS_WORD), (BOB, BOBS_WORD)):
            self.writes(mails.mail(f"{word.title()} Other <{person}>",
                                   f"{mails.COMPLAINT}It was about the {word}.\n",
                                   subject=f"My {word} certificate"))
        self.redress.once()
        found = {row["complainant"]["address"]: self.redress.case(row["reference"])
                 for row in self.redress.cases()}
        return found[ANN], found[BOB]

    def database_text(self) -> str:
        return "".join(path.read_bytes().decode("latin-1").lower()
                       for path in self.redress.folder.glob("redress.db*") if path.is_file())

    def refused(self, *words, status=1) -> str:
        done = self.redress.run_tool(*words)
        self.assertEqual(done.returncode, status, done)
        return done.stderr

    def erase(self, person, *words) -> dict:
        return self.redress.one("erase", "--person", person, "--reason", "asked for on paper", *words)

    def test_SYS_13_everything_held_on_one_person_is_handed_over_and_nothing_of_another(self):
        anns, _ = self.two_complaints()
        folder = self.redress.folder / "for-ann"
        done = self.redress.one("export", "--person", ANN, "--out", folder)
        self.assertEqual((done["cases"], done["messages"], done["letters"]), (1, 1, 1))
        data = json.loads((folder / "data.json").read_text())
        case, = data["cases"]
        self.assertEqual(case["reference"], anns["reference"])
        self.assertEqual(case["events"], anns["events"])
        message, = data["messages"]
        written = email.message_from_bytes((folder / message["file"]).read_bytes(),
                                           policy=email.policy.default)
        self.assertIn(ANNS_WORD, harness.text_of(written))
        letter, = data["letters"]
        sent = email.message_from_bytes((folder / letter["file"]).read_bytes(),
                                        policy=email.policy.default)
        self.assertEqual(sent["Message-ID"], self.mail_of(ANN)[0]["Message-ID"])
        text = files_text(folder)
        for word in (BOB, BOBS_WORD):
            self.assertNotIn(word, text)
        self.assertIn("internal notes of staff", text)  # README.txt
        self.assertEqual(folder.stat().st_mode & 0o077, 0)
        printed = self.redress.one("export", "--person", ANN.upper())
        self.assertEqual(printed["cases"], data["cases"])
        self.assertIn("not there yet", self.refused("export", "--person", ANN, "--out", folder))
        self.assertIn("nothing is held on carol@example.net",
                      self.refused("export", "--person", "carol@example.net"))

    def test_SYS_13_one_person_is_erased_the_other_untouched_the_counts_kept(self):
        anns, bobs = self.two_complaints()
        before = self.redress.ledger()
        listed = self.erase(ANN, "--dry-run")
        self.assertEqual((listed["cases"], listed["messages"], listed["done"]),
                         ([anns["reference"]], 1, False))
        self.assertIn("--open-too", self.refused("erase", "--person", ANN, "--reason", "asked"))
        self.assertIn("leave the address out", self.refused("erase", "--person", ANN, "--open-too",
                                                            "--reason", f"{ANN} asked"))
        self.assertIn("member of staff",
                      self.refused("erase", "--person", MANAGER, "--reason", "asked"))
        self.assertIn(ANN, self.database_text())
        done = self.erase(ANN, "--open-too")
        self.assertEqual((done["cases"], done["messages"], done["letters"], done["leftover"]),
                         (1, 1, 1, None))
        text = self.database_text()
        for word in (ANN, ANNS_WORD):
            self.assertNotIn(word, text)
        self.assertEqual(self.redress.case(bobs["reference"]), bobs)
        self.assertEqual(self.redress.ledger(), before)
        erased = self.redress.case(anns["reference"])
        self.assertEqual(erased["complainant"], {"name": "", "address": ERASED})
        self.assertEqual((erased["status"], erased["received"], erased["acknowledged"]),
                         ("final", anns["received"], anns["acknowledged"]))
        self.assertEqual(harness.open_deadlines(erased), [])
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)
        self.assertIn("nothing is held", self.refused("export", "--person", ANN))

    def test_SYS_13_erased_through_the_running_daemon_a_reply_is_a_new_matter(self):
        anns, bobs = self.two_complaints()
        acknowledgement, = self.mail_of(ANN)
        self.redress.start()
        self.erase(ANN, "--open-too")
        self.assertNotIn(ANN, self.database_text())
        self.redress.stop()
        self.writes(mails.reply(acknowledgement, ANN, mails.COMPLAINT))
        self.redress.once()
        self.assert_all_accounted_for()
        self.assertEqual(self.redress.case(anns["reference"])["complainant"]["address"], ERASED)
        self.assertEqual(len(self.redress.case(anns["reference"])["messages"]), 1)
        newest = self.redress.messages()[-1]
        self.assertIn(ANN, newest["from"])
        self.assertNotEqual(newest["reference"], anns["reference"])
        self.assertEqual(self.redress.case(bobs["reference"]), bobs)
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)

    def test_CEME_06_retention_is_off_until_it_is_set_and_lists_before_it_erases(self):
        self.two_complaints()
        archive = self.redress.folder / "archive.mbox"
        box = mailbox.mbox(archive)
        old = mails.mail(BOB, "About the walrus of long ago.\n", subject="walrus")
        old.replace_header("Date", "Mon, 02 Mar 2015 10:00:00 +0000")
        kept = mailbox.mboxMessage(old)
        kept.set_from(BOB, time.gmtime(1425290400))  # 2 March 2015
        box.add(kept)
        box.close()
        self.assertEqual(self.redress.run_tool("import", archive).returncode, 0)
        self.redress.once()
        before = self.redress.ledger()

        self.assertIn("[retention] after", self.refused("retention", "run", status=2))
        self.redress.add_settings('\n[retention]\nafter = "6 years"\n')
        self.assertIn("--dry-run", self.refused("retention", "run"))
        listed = self.redress.one("retention", "run", "--dry-run")
        self.assertEqual((listed["cases"], listed["messages"]), ([], 1))
        self.assertIn("walrus", self.database_text())
        done = self.redress.one("retention", "run")
        self.assertEqual((done["cases"], done["messages"]), (0, 1))
        text = self.database_text()
        self.assertNotIn("walrus", text)
        for word in (ANN, ANNS_WORD, BOBS_WORD):  # nothing of what is open, or younger
            self.assertIn(word, text)
        self.assertEqual(self.redress.ledger(), before)
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)
        again = self.redress.one("import", archive)  # what was erased is known by its digest
        self.assertEqual((again["imported"], again["already_known"]), (0, 1))

    def test_CEME_06_a_case_goes_when_it_has_been_over_for_as_long_as_is_set(self):
        anns, bobs = self.two_complaints()
        self.redress.act(anns["reference"], "/not-a-complaint: it was a question")
        self.redress.add_settings('\n[retention]\nafter = "6 years"\n')
        closed_on = self.redress.case(anns["reference"])["events"][-1]["at"][:10]
        year, day = int(closed_on[:4]), closed_on[4:]
        early, late = (f"{year + years}{day}T23:30:00Z" for years in (5, 7))
        self.assertEqual(self.listed(early)["cases"], [])
        self.assertEqual(self.listed(late)["cases"], [anns["reference"]])
        self.assertIn("not listed today",
                      self.redress.run_tool("retention", "run",
                                            now=f"{year + 8}{day}T12:00:00Z").stderr)
        done = self.redress.run_tool("retention", "run", now=late)
        self.assertEqual(done.returncode, 0, done)
        text = self.database_text()
        for word in (ANN, ANNS_WORD):
            self.assertNotIn(word, text)
        after = self.redress.case(anns["reference"])
        self.assertEqual((after["status"], after["received"]), ("closed", anns["received"]))
        self.assertEqual(self.redress.case(bobs["reference"]), bobs)  # open as long as it takes
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)

    def listed(self, now) -> dict:
        done = self.redress.run_tool("retention", "run", "--dry-run", "--json", now=now)
        self.assertEqual(done.returncode, 0, done)
        return json.loads(done.stdout)


if __name__ == "__main__":
    harness.main()
