"""mbsync (Debian package isync), which copies the same mailbox to a Maildir, durably."""

import pathlib
import shutil
import subprocess
import time

import servers as private

from .complaints import MAILBOX
from .figures import BenchError

SETTINGS = """
FSync yes

IMAPAccount bench
Host localhost
Port {port}
User {user}
Pass {password}
SSLType IMAPS
CertificateFile {ca}

IMAPStore far
Account bench

MaildirStore near
Path {folder}/mail/
Inbox {folder}/mail/INBOX

Channel bench
Far :far:
Near :near:
Create Near
Sync Pull
SyncState *
"""


def rate(folder: pathlib.Path, port: int, ca, count: int) -> float:
    """Messages a second, from start to end of the program, into a new Maildir in a new folder."""
    if not shutil.which("mbsync"):
        raise BenchError("there is no mbsync here: apt-get install isync")
    folder.mkdir()
    (folder / "mail").mkdir()
    settings = folder / "mbsyncrc"
    settings.write_text(SETTINGS.format(port=port, user=MAILBOX, password=private.PASSWORD,
                                        ca=ca, folder=folder))
    begin = time.monotonic()
    done = subprocess.run(["mbsync", "-q", "-c", settings, "bench"], capture_output=True,
                          text=True)
    took = time.monotonic() - begin
    came = sum(len(list((folder / "mail/INBOX" / part).glob("*"))) for part in ("cur", "new"))
    if done.returncode != 0 or came != count:
        raise BenchError(f"mbsync copied {came} of {count} mails: {done.stderr}")
    shutil.rmtree(folder)
    return count / took
