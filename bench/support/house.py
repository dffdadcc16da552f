"""One installation of Redress to measure: its settings, its database, and runs of its programs."""

import contextlib
import dataclasses
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import servers as private

from .complaints import MAILBOX
from .figures import BenchError

POLL_SECONDS = 0.004
WORK_SECONDS = 900   # no work takes as long; what does is stuck
STOP_SECONDS = 30
LOG_LINES = 10       # of the daemon's, shown when it failed

SETTINGS = """
[organisation]
name = "Example Institute"
prefix = "CIM"
policy = "policies/cim/policy.toml"
[store]
path = "redress.db"
[smtp]
url = "smtp://127.0.0.1:{smtp_port}"
tls = "none"
from = "Example Institute <comments@example.org>"
connections = 4
[limits]
automatic_mail_per_address = "1000000/hour"
automatic_mail_per_domain = "1000000/hour"
automatic_mail = "1000000/hour"
[notices]
reminders = false
case_mail = "none"
[digest]
enabled = false
[[staff]]
name = "Jo Bloggs"
email = "jo@example.org"
roles = ["complaints-manager", "administrator"]
"""

MAILBOX_SETTINGS = """
[[mailbox]]
name = "{name}"
address = "{address}"
url = "imaps://localhost:{port}"
user = "{address}"
password = "file:password"
ca = "{ca}"
start = "{start}"
junk_folder = "{junk}"
"""


@dataclasses.dataclass
class Programs:
    daemon: pathlib.Path
    tool: pathlib.Path
    reader: pathlib.Path | None     # of a build folder only
    decisions: pathlib.Path | None  # likewise


def find_programs(where: pathlib.Path) -> Programs:
    """The programs of an installed tree or of a build folder."""
    def find(name: str) -> pathlib.Path | None:
        found = [path for path in sorted(where.rglob(name))
                 if path.is_file() and "installed" not in path.relative_to(where).parts]
        return found[0].resolve() if found else None

    def need(name: str) -> pathlib.Path:
        return find(name) or sys.exit(f"bench: {where}: no {name} there; build or install it first")
    return Programs(need("redressd"), need("redressctl"), find("reader_bench"),
                    find("decisions_bench"))


def cpu_of(process: subprocess.Popen) -> float:
    """Waits for the end of a process; the seconds of CPU it had, its system calls' included."""
    if process.returncode is not None:
        return 0.0  # it was waited for already, and took the answer with it
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


class House:
    """Settings, secrets and database in one folder, which can be copied."""

    def __init__(self, programs: Programs, folder: pathlib.Path):
        self.programs, self.folder = programs, folder
        self.settings, self.database = folder / "redress.toml", folder / "redress.db"
        self.log = folder / "log"
        self.cpu_seconds = 0.0  # that the last run took

    @classmethod
    def build(cls, programs, folder, servers, smtp_port: int, addresses=(MAILBOX,),
              start: str = "beginning", junk: str = "none", imaps_port: int = 0) -> "House":
        """A new one, for those mailboxes of the private Dovecot."""
        folder.mkdir()
        (folder / "password").write_text(private.PASSWORD)
        mailboxes = [MAILBOX_SETTINGS.format(name=address.split("@")[0], address=address,
                                             port=imaps_port or servers.imaps_port,
                                             ca=servers.ca, start=start, junk=junk)
                     for address in addresses]
        text = SETTINGS.format(smtp_port=smtp_port) + "".join(mailboxes)
        (folder / "redress.toml").write_text(text)
        return cls(programs, folder)

    def copy(self, folder: pathlib.Path) -> "House":
        shutil.copytree(self.folder, folder)
        return House(self.programs, folder)

    def remove(self) -> None:
        shutil.rmtree(self.folder)

    # ---- running ------------------------------------------------------------------------------

    def spawn(self, *options, **more) -> subprocess.Popen:
        with open(self.log, "ab") as log:
            return subprocess.Popen([self.programs.daemon, "--config", self.settings, *options],
                                    stdin=subprocess.DEVNULL, stdout=log, stderr=log, **more)

    def once(self) -> float:
        """Runs `redressd --once`; the seconds it took."""
        begin = time.monotonic()
        process = self.spawn("--once")
        self.cpu_seconds = cpu_of(process)
        took = time.monotonic() - begin
        if process.returncode != 0:
            raise BenchError(f"redressd --once ended with {process.returncode}:\n"
                             f"{self.end_of_log()}")
        return took

    @contextlib.contextmanager
    def running(self, **more):
        """The daemon; on leaving it is told to stop, which must end it well."""
        process = self.spawn(**more)
        try:
            yield process
            process.send_signal(signal.SIGTERM)
            if process.wait(STOP_SECONDS) != 0:
                raise BenchError(f"redressd ended with {process.returncode}:\n{self.end_of_log()}")
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()

    def tell(self, *words) -> str:
        """What `redressctl` answers."""
        done = subprocess.run([self.programs.tool, "--config", self.settings, *words],
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise BenchError(f"redressctl {' '.join(words)} ended with {done.returncode}: "
                             f"{done.stderr or done.stdout}")
        return done.stdout

    def end_of_log(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-LOG_LINES:])

    # ---- the database -------------------------------------------------------------------------

    def reader(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)

    def ask(self, sql: str):
        """The first column of a query's first row, read beside the daemon."""
        with contextlib.closing(self.reader()) as reader:
            return reader.execute(sql).fetchone()[0]

    def wait_for(self, sql: str, process: subprocess.Popen) -> float:
        """Asks that query again and again; the monotonic time when it first gave something true.

        It must be a cheap one, for the daemon wants the processor, too.
        """
        end = time.monotonic() + WORK_SECONDS
        reader = None
        while time.monotonic() < end:
            try:
                # Before the first commit there is no database, or none with a table.
                reader = reader or self.reader()
                if reader.execute(sql).fetchone()[0]:
                    reader.close()
                    return time.monotonic()
            except sqlite3.OperationalError:
                reader = None
            if process.poll() is not None:
                break
            time.sleep(POLL_SECONDS)
        raise BenchError(f"never came true: {sql}\n{self.end_of_log()}")

    def require(self, sql: str, wanted) -> None:
        """That the work was done."""
        found = self.ask(sql)
        if found != wanted:
            raise BenchError(f"{sql}: {found}, not {wanted}\n{self.end_of_log()}")
