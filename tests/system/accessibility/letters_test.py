"""Every HTML letter in a browser, looked over by axe-core: wide and narrow, by day and by night."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import browser

ROOT = pathlib.Path(__file__).resolve().parents[3]
PAGES = pathlib.Path(os.environ["REDRESS_PAGES"])  # stay there, to be opened by whoever mends one
AXE = pathlib.Path(os.environ["REDRESS_AXE"])
SECONDS = 300  # for writing all letters, in a build with sanitizers
AMOUNTS = ("full", "least", "large")  # of facts: what write_letters makes of each letter

# Width in pixels, and the colours that the reader prefers.
VIEWS = ((1280, "light"), (360, "light"), (1280, "dark"))
HEIGHT = 800

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Rules that ask of a web page what a mail must not have.
NOT_FOR_MAIL = {
    # A program in a browser shows the mail within its own page, which has its main landmark: a
    # second one would be in its readers' way.
    "landmark-one-main",
    # So nothing of a mail can be in a landmark of its own, either; it is one article, in order.
    "region",
}
# What axe-core cannot tell in a letter that is as it should be. Of other rules that is a failure.
CANNOT_TELL = {
    # It takes scope="rowgroup" for scope="row", and seeks cells to the right of a heading that
    # spans all columns; they are in the rows below.
    ("common.report.", "th-has-data-cells"),
}

CHECK = f"""axe.run(document, {json.dumps({
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {rule: {"enabled": False} for rule in sorted(NOT_FOR_MAIL)},
    "resultTypes": ["violations", "incomplete"]})})"""

# Each of these has one thing wrong; what axe-core calls it.
WRONG = {
    "color-contrast": '<p style="color:#999999;background-color:#ffffff">Grey</p>',
    "image-alt": '<img src="cid:chart" width="99">',
    "valid-lang": '<p lang="xx-nowhere">Words</p>',
    "empty-heading": "<h2> </h2>",
    "list": "<ul><p>No item</p></ul>",
    "link-name": '<a href="https://example.org/"><span></span></a>',
}
# These are wrong in one view only.
ONLY_IN = {
    VIEWS[1]: "@media (max-width: 480px) { p { color: #aaaaaa; } }",
    VIEWS[2]: "@media (prefers-color-scheme: dark) { p { color: #aaaaaa; } }",
}


def names_expected() -> set:
    """A page for each common letter that has HTML, with every amount of facts."""
    letters = []
    for subject in (ROOT / "templates/common").glob("*.subject.mustache"):
        letter, *language = subject.name.removesuffix(".subject.mustache").split(".")
        if subject.with_name(subject.name.replace(".subject.", ".html.")).exists():
            letters.append(".".join(("common", letter, *(language or ["en"]))))
    return {f"{letter}.{amount}.html" for letter in letters for amount in AMOUNTS}


def page_with(body: str, style: str = "") -> str:
    return (f'<!DOCTYPE html><html lang="en"><head><title>Page</title><style>{style}</style></head>'
            f"<body><h1>Page</h1>{body}</body></html>")


def told(page: str, view, kind: str, rule: dict) -> str:
    lines = [f"{page}, {view[0]} pixels, {view[1]}: {rule['id']} ({kind}): {rule['help']}"]
    for node in rule["nodes"]:
        lines.append(f"    {node['html']}")
        lines += [f"        {line}" for line in (node.get("failureSummary") or "").splitlines()]
    return "\n".join(lines)


class Letters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(PAGES, ignore_errors=True)
        PAGES.mkdir(parents=True)
        subprocess.run([os.environ["REDRESS_WRITE_LETTERS"], PAGES], cwd=ROOT, check=True,
                       timeout=SECONDS)
        cls.folder = pathlib.Path(cls.enterClassContext(
            tempfile.TemporaryDirectory(prefix="redress-browser-", ignore_cleanup_errors=True)))
        cls.browser = browser.Browser(cls.folder)
        cls.addClassCleanup(cls.browser.close)
        cls.browser.before_every_page(AXE.read_text())

    def look(self, view) -> dict:
        self.browser.show(view[0], HEIGHT, view[1])
        return self.browser.evaluate(CHECK)

    def test_every_template_is_looked_at(self):
        pages = {path.name for path in PAGES.glob("*.html")}
        expected = names_expected()
        self.assertGreaterEqual(len(expected), len(AMOUNTS))
        self.assertEqual(expected - pages, set())
        packs = {path.parent.name for path in (ROOT / "templates").glob("*/*.html.mustache")}
        self.assertEqual({name.split(".")[0] for name in pages}, packs)

    def test_no_letter_keeps_anybody_out(self):
        for page in sorted(PAGES.glob("*.html")):
            self.browser.open(page)
            for view in VIEWS:
                found = self.look(view)
                problems = [told(page.name, view, "wrong", rule) for rule in found["violations"]]
                problems += [told(page.name, view, "cannot be told", rule)
                             for rule in found["incomplete"]
                             if not any(page.name.startswith(start) and rule["id"] == name
                                        for start, name in CANNOT_TELL)]
                with self.subTest(page=page.name, view=view):
                    if problems:
                        self.fail("\n" + "\n".join(problems))

    def faults(self, text: str, view) -> set:
        page = self.folder / "page.html"
        page.write_text(text)
        self.browser.open(page)
        return {rule["id"] for rule in self.look(view)["violations"]}

    def test_what_is_wrong_is_found(self):
        self.assertEqual(self.faults(page_with("<p>Words</p>"), VIEWS[0]), set())
        for rule, body in WRONG.items():
            with self.subTest(rule):
                self.assertEqual(self.faults(page_with(body), VIEWS[0]), {rule})
        nameless = page_with("<p>Words</p>").replace(' lang="en"', "")
        self.assertEqual(self.faults(nameless, VIEWS[0]), {"html-has-lang"})

    def test_each_view_is_really_shown(self):
        for bad, style in ONLY_IN.items():
            for view in VIEWS:
                with self.subTest(style=style, view=view):
                    self.assertEqual(self.faults(page_with("<p>Words</p>", style), view),
                                     {"color-contrast"} if view == bad else set())


if __name__ == "__main__":
    unittest.main()
