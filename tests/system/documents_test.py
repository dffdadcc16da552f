"""Documents that people attach, read by the confined child through redressctl (CILEX-04, CILEX-07)."""

import contextlib
import email.message
import email.policy
import errno
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zlib

import seccomp

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
import documents as made  # noqa: E402 (its folder is named above)

TOOL = os.environ["REDRESS_TOOL"]
SECONDS = 120  # for one call of the tool in a build with sanitizers; a child's own limit is 4

# What is asked, in two houses' words, and the name that Redress knows it by.
LABELS = (
    (("Full name", "name"), ("Email address", "email"), ("Telephone number", "telephone"),
     ("Membership number", "membership_number"), ("What happened", "what_happened"),
     ("Date of incident", "when"), ("Desired outcome", "outcome")),
    (("Name", "name"), ("Email", "email"), ("Phone", "telephone"), ("Member number",
     "membership_number"), ("Details of your complaint", "what_happened"),
     ("What outcome are you seeking", "outcome")),
)
PEOPLE = (
    {"name": "Ann Reed", "email": "ann.reed@example.net", "telephone": "020 7946 0018",
     "membership_number": "M-10234", "when": "3 March 2026", "outcome": "An apology.",
     "what_happened": "The surveyor never came.\nI telephoned twice and nobody rang back."},
    {"name": "Si\u00f4n O'Neill & Sons", "email": "sion@example.com", "telephone": "+44 29 2018 0123",
     "membership_number": "77", "when": "between 1 and 5 May", "outcome": "My fee of \u00a3120 back",
     "what_happened": "Caf\u00e9 <table> 3 > 2; the \"report\" was late."},
    {"name": "Nobuhle van der Merwe-Jones", "email": "nobuhle_v@example.org", "telephone": "0118",
     "membership_number": "CL/2201/A", "when": "last week", "outcome": "That it is looked at again",
     "what_happened": "My mark was added up wrongly. " * 12 + "Please look."},
)
FORMATS = {"docx": (made.DOCX_TYPE, (made.docx_paragraphs, made.docx_table, made.docx_controls,
                                     made.docx_legacy)),
           "odt": (made.ODT_TYPE, (made.odt_paragraphs, made.odt_table, made.odt_controls)),
           "pdf": (made.PDF_TYPE, (made.pdf_fields,))}


def mail_with(*files) -> bytes:
    """A cover note with (name, type, content) attached."""
    mail = email.message.EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"] = "Ann <ann@example.net>", "comments@example.org"
    mail["Subject"], mail["Message-ID"] = "Form", "<form@example.net>"
    mail["Date"] = "Sat, 21 Nov 2026 10:00:00 +0000"
    mail.set_content("Please find attached.\n")
    for name, (main, sub), content in files:
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()


def words(text: str) -> str:
    return " ".join(text.split())


def service_calls() -> list:
    """The system calls that the unit lets the service make, as systemd reads its filter lines."""
    def group(name):
        listed = subprocess.run(["systemd-analyze", "syscall-filter", "--no-pager", name],
                                capture_output=True, text=True, check=True).stdout.split("\n")
        calls = set()
        for word in (line.strip() for line in listed[1:]):
            if word.startswith("@"):
                calls |= group(word)
            elif word and not word.startswith("#"):
                calls.add(word)
        return calls

    allowed = set()
    for line in (ROOT / "systemd/redressd.service.in").read_text().splitlines():
        name, _, value = line.partition("=")
        if name != "SystemCallFilter":
            continue
        for word in value.removeprefix("~").split():
            calls = group(word) if word.startswith("@") else {word}
            allowed = allowed - calls if value.startswith("~") else allowed | calls
    return sorted(allowed)


def under_the_units_filter(calls) -> None:
    """Confines this process as systemd would confine the service."""
    only = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    for call in calls:
        with contextlib.suppress(RuntimeError, ValueError):  # not of this architecture
            only.add_rule(seccomp.ALLOW, call)
    only.load()


class Documents(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(
            tempfile.TemporaryDirectory(prefix="redress-documents-")))

    def tool(self, command: str, *files, confined=None) -> dict:
        path = self.folder / "mail.eml"
        path.write_bytes(mail_with(*files))
        done = subprocess.run([TOOL, command, "--json", path], capture_output=True, text=True,
                              timeout=SECONDS, preexec_fn=confined,
                              # The search for leaks traces the process, which a filter forbids.
                              env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)

    def defects(self, facts: dict) -> list:
        return sorted(defect["name"] for defect in facts["defects"])

    def assert_form(self, facts: dict, expected: dict, where) -> None:
        self.assertIsNotNone(facts["form"], (where, facts["attachments"], facts["defects"]))
        got = {name: words(value) for name, value in facts["form"]["fields"].items()}
        self.assertEqual(got, {name: words(value) for name, value in expected.items()}, where)

    def test_every_form_gives_back_what_was_filled_in(self):
        for person in PEOPLE:
            for labels in LABELS:
                fields = [(label, person[name]) for label, name in labels]
                expected = {name: person[name] for _, name in labels}
                for suffix, (kind, ways) in FORMATS.items():
                    for way in ways:
                        facts = self.tool("parse", (f"form.{suffix}", kind, way(fields)))
                        self.assert_form(facts, expected, (way.__name__, person["name"]))
                        self.assertGreater(facts["attachments"][0]["text_chars"], 0)
                        self.assertEqual(facts["defects"], [])

    def test_a_printed_form_is_read_from_its_lines(self):
        person, labels = PEOPLE[0], LABELS[0]
        content = made.pdf_printed([(label, person[name]) for label, name in labels])
        facts = self.tool("parse", ("form.pdf", made.PDF_TYPE, content))
        self.assert_form(facts, {name: person[name] for _, name in labels}, "pdf_printed")

    def test_a_box_that_was_not_filled_in_is_no_answer(self):
        fields = [(label, PEOPLE[0][name]) for label, name in LABELS[0]]
        fields = [(label, "" if label == "Telephone number" else value) for label, value in fields]
        facts = self.tool("parse", ("f.docx", made.DOCX_TYPE, made.docx_controls(fields)))
        self.assertNotIn("telephone", facts["form"]["fields"])

    def test_deleted_text_comments_and_second_copies_are_left_out(self):
        body = ("<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>"
                "<w:moveFrom><w:r><w:t>Moved</w:t></w:r></w:moveFrom><mc:AlternateContent><mc:Choice>"
                "<w:r><w:t> once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> twice</w:t></w:r>"
                "</mc:Fallback></mc:AlternateContent></w:p>")
        facts = self.tool("parse", ("letter.docx", made.DOCX_TYPE, made.docx(body)))
        self.assertEqual(facts["attachments"][0]["text_chars"], len("Kept once"))

    def test_a_letter_that_is_attached_is_judged(self):
        letter = made.docx("".join(map(made.word_paragraph, (
            "Dear Sirs,", "I wish to make a formal complaint about your member Mr Price.",
            "He charged me for work that was never done, and this is unacceptable.",
            "I want a refund."))))
        reading = self.tool("classify", ("letter.docx", made.DOCX_TYPE, letter))
        self.assertEqual((reading["kind"], reading["acknowledge"]), ("complaint", "yes"))
        self.assertGreaterEqual(reading["confidence"], 0.5)

    def test_danger_in_an_attached_letter_is_seen(self):
        letter = made.pdf_text(["I want to complain about my appeal.",
                                "I am going to kill myself tonight."])
        reading = self.tool("classify", ("letter.pdf", made.PDF_TYPE, letter))
        self.assertIn("serious", reading["flags"])
        self.assertIn("danger", [one["rule"] for one in reading["evidence"]])

    def test_what_is_encrypted_is_a_defect_and_waits_for_a_person(self):
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
        for name, kind, content in (
                ("a.pdf", made.PDF_TYPE, made.pdf_encrypted()),
                ("a.odt", made.ODT_TYPE, made.odt("<text:p>x</text:p>", encrypted=True)),
                ("a.docx", made.DOCX_TYPE, ole + bytes(4))):
            facts = self.tool("parse", (name, kind, content))
            self.assertEqual(self.defects(facts), ["document_encrypted"], name)
            self.assertIsNone(facts["attachments"][0]["text_chars"])
            self.assertLess(self.tool("classify", (name, kind, content))["confidence"], 0.5)

    def test_what_is_broken_is_a_defect(self):
        whole = made.docx_paragraphs([("Name", "Ann")])
        for name, content in (("cut.docx", whole[:len(whole) // 2]),
                              ("empty.pdf", b"%PDF-1.7\n"),
                              ("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 400)):
            facts = self.tool("parse", (name, made.DOCX_TYPE, content))
            self.assertEqual(self.defects(facts), ["document_broken"], name)

    def test_what_stands_before_the_break_is_read(self):
        body = made.word_paragraph("The first line.") + "<w:p><w:r><w:t>cut </w:nothing>"
        facts = self.tool("parse", ("a.docx", made.DOCX_TYPE, made.docx(body)))
        self.assertEqual(self.defects(facts), ["document_broken"])
        self.assertGreaterEqual(facts["attachments"][0]["text_chars"], len("The first line."))

    def test_bombs_cost_little_and_are_told(self):
        filler = made.word_paragraph("A" * 4096).encode()
        squeezed = zlib.compress(b"(A)' " * 20_000_000, 9)
        deep = 3_000_000
        bombs = {
            "wide.docx": made.docx((filler * 50_000).decode()),
            "deep.docx": made.docx("<w:sdt>" * deep),
            "stream.pdf": made.pdf([
                b"<</Type/Catalog/Pages 2 0 R>>", made.PAGES,
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                b"/Resources<</Font<</F1 5 0 R>>>>>>",
                made.stream(squeezed, "/Filter/FlateDecode"), made.FONT]),
        }
        told = {"document_too_large", "document_broken", "document_not_read"}
        for name, content in bombs.items():
            facts = self.tool("parse", (name, made.PDF_TYPE, content))
            self.assertTrue(told & set(self.defects(facts)), (name, facts["defects"]))
            self.assertEqual(facts["new_text"].strip(), "Please find attached.")

    def test_pages_that_hold_themselves_come_to_an_end(self):
        content = made.pdf([b"<</Type/Catalog/Pages 2 0 R>>",
                            b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"])
        facts = self.tool("parse", ("loop.pdf", made.PDF_TYPE, content))
        self.assertIsNone(facts["attachments"][0]["text_chars"])

    def test_names_in_a_package_are_never_used_as_paths(self):
        target = self.folder / "planted"
        content = made.package([("../" * 12 + str(target).lstrip("/"), "planted"),
                                ("word/document.xml", "<w:document/>")])
        facts = self.tool("parse", ("../../a.docx", made.DOCX_TYPE, content))
        self.assertEqual(facts["attachments"][0]["name"], "a.docx")
        self.assertFalse(target.exists())

    def test_other_packages_are_ordinary_attachments(self):
        content = made.package([("photos/one.jpg", "\xff\xd8")])
        facts = self.tool("parse", ("photos.zip", ("application", "zip"), content))
        self.assertEqual(facts["defects"], [])
        self.assertIsNone(facts["attachments"][0]["text_chars"])

    def test_the_services_own_sandbox_lets_documents_be_read(self):
        calls = service_calls()
        self.assertIn("execve", calls)
        self.assertNotIn("mount", calls)
        letter = made.pdf_text(["A page."])
        facts = self.tool("parse", ("a.pdf", made.PDF_TYPE, letter),
                          confined=lambda: under_the_units_filter(calls))
        self.assertEqual((facts["defects"], bool(facts["attachments"][0]["text_chars"])), ([], True))

    def test_more_documents_than_are_read_are_told(self):
        letter = made.pdf_text(["A page."])
        files = [(f"{number}.pdf", made.PDF_TYPE, letter) for number in range(6)]
        facts = self.tool("parse", *files)
        read = [each for each in facts["attachments"] if each["text_chars"]]
        self.assertEqual(len(read), 4)
        self.assertEqual(self.defects(facts), ["document_not_read"])


if __name__ == "__main__":
    unittest.main()
