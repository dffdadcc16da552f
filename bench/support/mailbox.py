"""Mailboxes of the private Dovecot, filled by writing the files that Dovecot itself would write."""

import os
import pathlib
import shutil
import time

import dovecot

from .complaints import MAILBOX

AGE_SECONDS = 24 * 60 * 60  # of what is filled in: older than any `start = "now"`


def fill(servers, messages, address: str = MAILBOX) -> tuple:
    """Puts the messages into an empty mailbox; how many there are, and their bytes."""
    name, domain = address.split("@")
    owned = [servers.dovecot.mail / domain, servers.dovecot.mail / domain / name]
    maildir = owned[-1] / "Maildir"
    owned += [maildir] + [maildir / part for part in ("cur", "new", "tmp")]
    for folder in owned:
        folder.mkdir(exist_ok=True)
        shutil.chown(folder, dovecot.MAIL_OWNER, "nogroup")
    count = total = 0
    received = time.time() - AGE_SECONDS
    for message in messages:
        put(maildir / "cur", count, message, received)
        count += 1
        total += len(message)
    os.sync()
    return count, total


def put(folder: pathlib.Path, number: int, message: bytes, received: float) -> None:
    """One file of a Maildir, with the sizes in its name that spare Dovecot reading it for them."""
    size = len(message)
    path = folder / f"{int(received)}.M{number:06d}P1.bench,S={size},W={size}:2,"
    path.write_bytes(message)
    os.utime(path, (received, received))
    shutil.chown(path, dovecot.MAIL_OWNER, "nogroup")


def unmark(servers, address: str = MAILBOX) -> None:
    """Takes every flag away, so that the next round has the same marks to set."""
    with servers.imap(address) as connection:
        connection.store("1:*", "FLAGS.SILENT", "()")
