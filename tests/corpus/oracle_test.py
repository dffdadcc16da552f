"""The parsers over public mail against an independent reader: Python's email package."""

import email
import email.policy
import json
import os
import pathlib
import re
import subprocess
import unittest

CORPORA = pathlib.Path(os.environ["REDRESS_CORPORA"])
CTL = os.environ["REDRESS_CTL"]
FLOOR = 100  # percent of texts, subjects, senders and lists of attachments

# Where the other reader is wrong, or goes by another rule: file, what of it, and why.
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("msg_04.txt", "attachments"): "an inline text that is the only body is shown, whatever its name",
    ("msg_44.txt", "attachments"): "an inline text that is the only body is shown, whatever its name",
    ("msg_05.txt", "sender"): "\"foo\" is a name and no address",
    ("msg_15.txt", "attachments"): "one boundary for two levels: it loses what follows the inner end",
    ("attachment_emails/attachment_with_base64_encoded_name.eml", "attachments"):
        "it reads no encoded word without quotes; the name is plain to see",
    ("attachment_emails/attachment_with_unquoted_name.eml", "attachments"):
        "it ends a name without quotes at the first blank",
    ("error_emails/invalid_subject_characters.eml", "subject"):
        "it shows no bytes that are not UTF-8; they are windows-1252",
    ("mime_emails/raw_email_with_binary_encoded.eml", "attachments"):
        "it reads no boundary with \"=\" in it and no quotes around it",
    ("attachment_emails/attachment_pdf_non_ascii.eml", "text"): "UTF-8 that says it is Latin-1",
    ("attachment_emails/attachment_pdf_non_ascii_lf.eml", "text"): "UTF-8 that says it is Latin-1",
    ("error_emails/content_transfer_encoding_7-bit.eml", "text"): "UTF-8 that says it is Latin-1",
    ("plain_emails/raw_email_incorrect_header.eml", "text"): "it ends the header at a bad line",
    ("rfc2822/example13.eml", "text"): "it reads no field with a blank before its colon",
    ("plain_emails/mix_caps_content_type.eml", "sender"):
        "it takes a name before a bare address for a part of the address",
    ("plain_emails/raw_email_incorrect_header.eml", "subject"): "it ends the header at a bad line",
    ("plain_emails/raw_email_incorrect_header.eml", "sender"): "it ends the header at a bad line",
}


def mails(folder: str) -> list[pathlib.Path]:
    return sorted(path for path in (CORPORA / folder).rglob("*")
                  if path.suffix in (".eml", ".txt"))


def ours(path: pathlib.Path) -> dict:
    """One mail by way of standard input: a file that starts with "From " would be a mailbox."""
    done = subprocess.run([CTL, "parse", "--json", "-"], input=path.read_bytes(),
                          capture_output=True, timeout=60)
    if done.returncode != 0:
        raise AssertionError(f"{path}: exit status {done.returncode}, {done.stderr!r}")
    return json.loads(done.stdout.splitlines()[0])


def folded(text: str) -> str:
    return " ".join(text.split())


def holds(text: str, piece: str) -> bool:
    """Whether the first plain text stands in all that is shown. What it has no letter for, we read
    as windows-1252: there the two may differ."""
    at = 0
    for words in re.split("[\\x80-\\x9f\\ufffd]+", piece):
        found = text.find(words, at)
        if found < 0:
            return False
        at = found + len(words)
    return True


def raw_utf8(text: str) -> str:
    """Raw bytes of a header (RFC 6532), which the package hands on one by one."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def their_files(message) -> list[str]:
    """Names of what is attached; a message inside the message is one attachment."""
    if message.get_content_maintype() == "multipart":
        return [name for part in message.iter_parts() for name in their_files(part)]
    name = message.get_filename() or ""
    if not name and message.get_content_type() == "message/rfc822":
        subject = message.get_payload(0)["subject"]
        name = f"{subject}.eml" if subject else ""
    return [folded(name)] if name else []


def their_text(message) -> str:
    """The first plain text, where the package knows the charset."""
    body = message.get_body(("plain",))
    try:
        return folded(body.get_content()) if body is not None else ""
    except LookupError:
        return ""


def their_facts(path: pathlib.Path) -> dict:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    sender = message["from"]
    people = sender.addresses if sender is not None else ()
    return {
        "text": their_text(message),
        "subject": folded(raw_utf8(message["subject"] or "")),
        "sender": raw_utf8(people[0].addr_spec).replace("<>", "") if people else "",
        "attachments": sorted(their_files(message)),
    }


def our_facts(path: pathlib.Path) -> dict:
    facts = ours(path)
    return {
        "text": folded(facts["text"]),
        "subject": folded(facts["subject"]),
        "sender": (facts["from"] or {}).get("address", ""),
        "attachments": sorted(folded(one["name"]) for one in facts["attachments"]
                              if one["name"]),
    }


class Oracle(unittest.TestCase):

    def agree(self, folder: str, at_least: int):
        files = mails(folder)
        self.assertGreaterEqual(len(files), at_least)
        compared = 0
        different = []
        for path in files:
            name = str(path.relative_to(CORPORA / folder))
            mine = our_facts(path)
            theirs = their_facts(path)
            for what, value in mine.items():
                if (name, what) in EXCEPTIONS:
                    continue
                compared += 1
                same = holds(value, theirs[what]) if what == "text" else value == theirs[what]
                if not same:
                    different.append(f"{name} {what}: {value!r}, theirs {theirs[what]!r}")
        agreed = compared - len(different)
        print(f"{folder}: {agreed} of {compared}", *different, sep="\n  ")
        self.assertGreaterEqual(agreed * 100, compared * FLOOR, "\n".join(different))

    def test_mikel(self):
        self.agree("mime/mikel", 100)

    def test_cpython(self):
        self.agree("mime/cpython", 45)


if __name__ == "__main__":
    unittest.main()
