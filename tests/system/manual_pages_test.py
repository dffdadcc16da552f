"""The manual pages as a terminal shows them: no complaint of troff, and no run-together words."""

import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = sorted(ROOT.glob("docs/*.[1-8]"))

# What a macro's misplaced quotation mark or blank leaves behind.
SLIPS = {"a quotation mark in an option": r'\["[A-Z]|[A-Z]"?\]"',
         "words that run together after a page's name": r"\(\d\)\)?\.[A-Z]",
         "an option without a space before its value": r"--[a-z]+(?:text|html|FILE|NAME|DAY)\b"}


def shown(page: pathlib.Path) -> subprocess.CompletedProcess:
    """The page in one column, without bold and underlining (-c with backspaces taken out)."""
    done = subprocess.run(["groff", "-K", "utf8", "-man", "-ww", "-rLL=200n", "-Tutf8", "-P-cbou", str(page)],
                          capture_output=True, text=True, timeout=60)
    return done


class ManualPages(unittest.TestCase):
    def test_there_are_pages(self):
        self.assertGreaterEqual(len(PAGES), 4)

    def test_troff_complains_of_nothing(self):
        for page in PAGES:
            with self.subTest(page.name):
                self.assertEqual((shown(page).returncode, shown(page).stderr), (0, ""))

    def test_nothing_slipped(self):
        for page in PAGES:
            text = shown(page).stdout
            self.assertIn("NAME", text)
            for what, slip in SLIPS.items():
                with self.subTest(page=page.name, what=what):
                    self.assertEqual(re.findall(rf".*(?:{slip}).*", text), [])

    def test_options_stand_as_they_are_typed(self):
        text = shown(ROOT / "docs/redressctl.1").stdout
        for words in ("policy list, policy show [NAME], policy new NAME", "check [--online]",
                      "report --from DAY --to DAY [--format text|html|json|csv] [--name REPORT]",
                      "erase --person ADDRESS --reason TEXT [--dry-run] [--yes] [--open-too]",
                      "settle --message ID --reason TEXT", "import [--mailbox NAME] FILE…"):
            with self.subTest(words):
                self.assertIn(words, text)


if __name__ == "__main__":
    unittest.main()
