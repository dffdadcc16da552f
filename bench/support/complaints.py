"""Complaints to measure with: always the same ones, of a wished size."""

import base64
import random

MAILBOX = "comments@example.org"
SEED = 20261121
WORDS = ("course result assignment centre waited answered telephone invoice refund tutor module "
         "letter member booked cancelled venue paid certificate delayed marked careless promised "
         "nobody").split()
WORDS_A_LINE = 11
ATTACHED_LINE = 57  # bytes that make one line of 76 characters in base64


def sender(number: int) -> str:
    return f"person{number}@example.net"


def head(number: int, content: str) -> list:
    return [f"From: Person {number} <{sender(number)}>", f"To: {MAILBOX}",
            f"Subject: Complaint about my result {number}",
            f"Message-ID: <bench{number}@example.net>",
            "Date: Mon, 16 Nov 2026 09:00:00 +0000", "MIME-Version: 1.0",
            f"Content-Type: {content}", ""]


def words(size: int, chance: random.Random) -> list:
    """A complaint in about so many bytes of plain words, a line each 80 characters."""
    lines = ["I wish to make a formal complaint. I am very unhappy with the service.", ""]
    so_far = sum(map(len, lines)) + 2 * len(lines)
    while so_far < size:
        lines.append(" ".join(chance.choices(WORDS, k=WORDS_A_LINE)))
        so_far += len(lines[-1]) + 2
    return lines


def joined(lines: list) -> bytes:
    return "\r\n".join(lines).encode() + b"\r\n"


def plain(count: int, least: int, most: int):
    """So many complaints from as many people, of `least` to `most` bytes."""
    chance = random.Random(SEED)
    for number in range(count):
        lines = head(number, "text/plain; charset=utf-8")
        size = chance.randint(least, most) - sum(map(len, lines)) - 2 * len(lines)
        yield joined(lines + words(size, chance))


def with_attachment(number: int, size: int) -> bytes:
    """A short complaint and a picture that no compression makes smaller."""
    chance = random.Random(SEED + number)
    picture = chance.randbytes(size * ATTACHED_LINE // 78)
    encoded = base64.encodebytes(picture).decode().splitlines()
    return joined(head(number, 'multipart/mixed; boundary="part"') +
                  ["--part", "Content-Type: text/plain; charset=utf-8", ""] +
                  words(1000, chance) +
                  ["--part", 'Content-Type: image/jpeg; name="letter.jpg"',
                   "Content-Transfer-Encoding: base64", ""] + encoded + ["--part--"])
