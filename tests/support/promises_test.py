"""Every promise of the five policies has a scenario that is named after it."""

import importlib.machinery
import importlib.util
import pathlib
import re
import unittest

TESTS = pathlib.Path(__file__).resolve().parent.parent
METHOD = re.compile(r"^    def test_([A-Z]+)_(\d\d)_", re.MULTILINE)


def packs() -> dict:
    """The rows, as the table of what was shown knows them."""
    path = str(TESTS / "support/with-requirements")
    loader = importlib.machinery.SourceFileLoader("with_requirements", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("with_requirements",
                                                                             loader))
    loader.exec_module(module)
    return module.PACKS


class Promises(unittest.TestCase):
    def test_every_row_has_a_scenario(self):
        shown = {f"{found[1]}-{found[2]}" for path in (TESTS / "scenario").glob("*_test.py")
                 for found in METHOD.finditer(path.read_text())}
        rows = {f"{pack}-{number:02d}" for pack, count in packs().items()
                for number in range(1, count + 1)}
        self.assertEqual(sorted(rows - shown), [])


if __name__ == "__main__":
    unittest.main()
