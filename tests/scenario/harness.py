"""What every scenario stands on: private mail servers, an installed Redress, and the people's mails.

The programs come from the tree that REDRESS_PREFIX names (sbin/redressd, bin/redressctl), as
`cmake --install` lays it out.
"""

import datetime
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import servers as private  # noqa: E402

COMMENTS, ENQUIRIES = "comments@example.org", "enquiries@example.org"
MANAGER, DUTY, ADMINISTRATOR = "jo@example.org", "duty@example.org", "admin@example.org"
ANN, BOB, MALLORY = "ann@example.net", "bob@example.com", "mallory@example.com"

ONCE_SECONDS = 120.0  # generous: sanitizers on a busy machine; nothing waits this long when it works
STOP_SECONDS = 60.0
SKIPPED = 77         # what ctest takes for "not run"

# Whether `redressd --now TIME` is there: in builds with REDRESS_TEST_HOOKS only.
TEST_CLOCK = os.environ.get("REDRESS_TEST_HOOKS") == "ON"

SETTINGS = """
[organisation]
name = "Example Institute"
prefix = "CIM"
time_zone = "Europe/London"
policy = "policies/{policy}/policy.toml"

[store]
path = "{folder}/redress.db"

[[mailbox]]
name = "comments"
address = "comments@example.org"
url = "imaps://localhost:{imaps}"
user = "comments@example.org"
password = "file:{folder}/password"
ca = "{ca}"
sent_folder = "none"
expects = "complaint"
start = "{start}"
poll = "{poll}"

[[mailbox]]
name = "enquiries"
address = "enquiries@example.org"
url = "imap://localhost:{imap}"
user = "enquiries@example.org"
password = "file:{folder}/password"
ca = "{ca}"
sent_folder = "none"
expects = "enquiry"
start = "{start}"
poll = "{poll}"

[smtp]
url = "smtp://127.0.0.1:{smtp}"
tls = "none"
from = "Example Institute <comments@example.org>"
reply_address = "plus"

# What staff get each morning has scenarios of its own, and would come up in all others.
[notices]
gather = "{gather}"
reminders = false
case_mail = "none"

[digest]
enabled = false

[[staff]]
name = "Jo Bloggs"
email = "jo@example.org"
roles = ["complaints-manager"]

[[staff]]
name = "Sam Smith"
email = "duty@example.org"
roles = ["duty"]

[[staff]]
name = "Alex Jones"
email = "admin@example.org"
roles = ["administrator"]

# Whom the policy names besides: a role that nobody has is a warning.
[[staff]]
name = "Robin Lee"
email = "robin@example.org"
roles = ["institute-secretary", "awarding-body", "membership-manager", "training-manager"]
"""


class Redress:
    """One installation with its own settings file, key and database."""

    def __init__(self, servers: private.Servers, folder: pathlib.Path, start="beginning",
                 poll="1 hour", gather="1 second", policy="cim"):
        prefix = pathlib.Path(os.environ["REDRESS_PREFIX"])
        self.daemon, self.tool = prefix / "sbin/redressd", prefix / "bin/redressctl"
        self.folder, self.settings = folder, folder / "redress.toml"
        self.log = folder / "redressd.log"
        self.process = None
        password = folder / "password"
        password.write_text(private.PASSWORD + "\n")
        password.chmod(0o600)
        self.settings.write_text(SETTINGS.format(
            folder=folder, imaps=servers.imaps_port, imap=servers.imap_port, ca=servers.ca,
            smtp=servers.smtp_port, start=start, poll=poll, gather=gather, policy=policy))

    def change_settings(self, before: str, after: str) -> None:
        """Replaces a passage of redress.toml, which must be there."""
        text = self.settings.read_text()
        if before not in text:
            raise AssertionError(f"no {before!r} in the settings")
        self.settings.write_text(text.replace(before, after))

    def add_settings(self, text: str) -> None:
        """Puts further tables at the end of redress.toml."""
        self.settings.write_text(self.settings.read_text() + text)

    # ---- the daemon ---------------------------------------------------------------------------

    def run_once(self, *words, now: str = "") -> subprocess.CompletedProcess:
        """`redressd --once`, with whatever status it ends. `now`: what its clock shows (test builds)."""
        clock = ["--now", now] if now else []
        done = subprocess.run([self.daemon, "--config", self.settings, "--once", *clock, *words],
                              capture_output=True, text=True, timeout=ONCE_SECONDS)
        with open(self.log, "a") as log:
            log.write(done.stdout + done.stderr)
        refuse_sanitizer_report(done.stderr)
        return done

    def once(self, now: str = "") -> None:
        """Takes what waits and sends what is due; must succeed."""
        done = self.run_once(now=now)
        if done.returncode != 0:
            raise AssertionError(f"redressd --once ended with {done.returncode}:\n{done.stderr}")

    def start(self, *words, **variables) -> None:
        """Starts the daemon, with further options and environment variables. When this returns it
        has its database and hears redressctl, or has ended; it may not have connected yet."""
        with open(self.log, "a") as log:
            self.process = subprocess.Popen([self.daemon, "--config", self.settings, *words],
                                            stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                                            env={**os.environ, **variables})
        private.wait_until(lambda: self.control().exists() or self.process.poll() is not None,
                           ONCE_SECONDS, "the daemon's control socket")

    def control(self) -> pathlib.Path:
        """Where the daemon hears redressctl."""
        path, = re.findall(r'^path = "(.*)"', self.settings.read_text(), re.MULTILINE)
        return pathlib.Path(f"{path}.control")

    def wait(self, timeout: float = ONCE_SECONDS) -> int:
        """Waits until the daemon ends by itself; its status, negative for a signal."""
        process, self.process = self.process, None
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"no end within {timeout:g} s:\n{self.log_text()}")
        refuse_sanitizer_report(self.log_text())
        return status

    def stop(self, within: float = STOP_SECONDS) -> None:
        """SIGTERM; the daemon must end by itself with status 0."""
        self.process.send_signal(signal.SIGTERM)
        status = self.wait(within)
        if status != 0:
            raise AssertionError(f"ended with {status} after SIGTERM:\n{self.log_text()}")

    def kill(self) -> None:
        """SIGKILL, as a power cut would."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def log_text(self) -> str:
        return self.log.read_text() if self.log.exists() else ""

    # ---- the tool -----------------------------------------------------------------------------

    def run_tool(self, *words, now: str = "") -> subprocess.CompletedProcess:
        """`redressctl --config FILE WORDS`, with whatever status it ends."""
        clock = ["--now", now] if now else []
        done = subprocess.run([self.tool, "--config", self.settings, *clock, *words],
                              capture_output=True, text=True, timeout=ONCE_SECONDS)
        refuse_sanitizer_report(done.stderr)
        return done

    def rows(self, *words, statuses=(0,)) -> list:
        """What the tool prints with --json, a dict a line."""
        done = self.run_tool(*words, "--json")
        if done.returncode not in statuses:
            raise AssertionError(f"redressctl {words} ended with {done.returncode}: {done.stderr}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]

    def one(self, *words, statuses=(0,)) -> dict:
        """The only line that the tool prints with --json."""
        rows = self.rows(*words, statuses=statuses)
        if len(rows) != 1:
            raise AssertionError(f"redressctl {words}: one row expected, not {rows}")
        return rows[0]

    def database_is_there(self) -> bool:
        """Whether the daemon has made its database; the tool cannot read before."""
        return (self.folder / "redress.db").exists()

    def act(self, reference: str, command: str, by: str = "", now: str = "") -> str:
        """A member of staff's command, which must be taken; what it answered."""
        done = self.run_tool("act", reference, command, *(["--as", by] if by else []), now=now)
        if done.returncode != 0:
            raise AssertionError(f"{command!r} by {by or 'root'} was refused: {done.stderr}")
        return done.stdout

    def refused(self, reference: str, command: str, by: str = "", now: str = "") -> str:
        """A command that must be refused; the reason that was given."""
        done = self.run_tool("act", reference, command, *(["--as", by] if by else []), now=now)
        if done.returncode != 1:
            raise AssertionError(f"{command!r} by {by or 'root'}: status {done.returncode}, "
                                 f"{done.stdout}{done.stderr}")
        return done.stderr

    def cases(self) -> list:
        return self.rows("case", "list")

    def case(self, reference: str) -> dict:
        return self.one("case", "show", reference)

    def only_case(self) -> dict:
        return self.case(self.one("case", "list")["reference"])

    def messages(self) -> list:
        return self.rows("messages")

    def outbox(self) -> list:
        return self.rows("outbox")

    def ledger(self) -> dict:
        """`ledger` ends with 1 where anything is unaccounted."""
        return self.one("ledger", statuses=(0, 1))

    def status(self) -> dict:
        """`status` ends with 1 where something wants a person."""
        return self.one("status", statuses=(0, 1))


def refuse_sanitizer_report(text: str) -> None:
    """A report of a sanitizer fails the test even where the exit status hides it."""
    if "Sanitizer" in text or "runtime error:" in text:
        raise AssertionError(f"a sanitizer reports:\n{text}")


class Scenario(unittest.TestCase):
    """Fresh mailboxes and a fresh installation for every test; one pair of servers for a class."""

    @classmethod
    def setUpClass(cls):
        cls.servers = cls.enterClassContext(private.Servers())

    def setUp(self):
        self.servers.empty()
        folder = self.enterContext(tempfile.TemporaryDirectory(prefix="redress-scenario-"))
        self.redress = Redress(self.servers, pathlib.Path(folder))
        self.addCleanup(self.redress.kill)

    def new_redress(self, **settings) -> None:
        """Replaces the installation by one with other settings; nothing may have run yet."""
        self.redress = Redress(self.servers, self.redress.folder, **settings)
        self.addCleanup(self.redress.kill)

    def start_anew(self) -> None:
        """Empty mailboxes and a fresh installation with the same settings, within one test."""
        self.redress.kill()
        self.servers.empty()
        for path in self.redress.folder.iterdir():
            if path.name not in ("redress.toml", "password"):
                path.unlink()

    # ---- people -------------------------------------------------------------------------------

    def writes(self, mail, to=None) -> None:
        """Somebody sends a mail, which has reached our mailbox when this returns."""
        recipients = [to] if to else [address.addr_spec for field in ("To", "Cc") if mail[field]
                                      for address in mail[field].addresses]
        before = {each: len(self.servers.mails(without_tag(each))) for each in recipients}
        self.servers.send(mail["From"].addresses[0].addr_spec, recipients, mail.as_bytes())
        for each, count in before.items():
            self.servers.wait_for_mails(without_tag(each), count + 1)

    def mail_of(self, person: str, count: int = 1) -> list:
        """What a person has got, once there are `count` mails; exactly so many."""
        self.servers.wait_for_mails(person, count)
        self.servers.wait_until_delivered()
        mails = self.servers.mails(person)
        self.assertEqual(len(mails), count, [str(mail["Subject"]) for mail in mails])
        return mails

    def assert_got_nothing(self, person: str) -> None:
        """The person has no mail, and none is on the way."""
        self.servers.wait_until_delivered()
        self.assertEqual([str(mail["Subject"]) for mail in self.servers.mails(person)], [])
        self.assertEqual([row for row in self.redress.outbox()
                          if row["to"] == person and row["state"] in ("pending", "sending", "sent")],
                         [])

    def staff_are_told(self, person: str = MANAGER, *words: str) -> str:
        """Runs the program until that member of staff has a mail with all the words; its text."""
        def found():
            self.redress.once()
            self.servers.wait_until_delivered()
            for mail in self.servers.mails(person):
                text = f"{mail['Subject']}\n{text_of(mail)}"
                if all(word in text for word in words):
                    return text
            return None
        return self.servers.wait_for(found, what=f"a mail to {person} with {words}")

    def acknowledged_complaint(self, mail):
        """A complaint that was taken and acknowledged: the case and the acknowledgement."""
        self.writes(mail)
        self.redress.once()
        acknowledgement, = self.mail_of(mail["From"].addresses[0].addr_spec)
        return self.redress.only_case(), acknowledgement

    def assert_all_accounted_for(self) -> None:
        ledger = self.redress.ledger()
        self.assertEqual(ledger["unaccounted"], 0, ledger)


def hours_from_now(hours: float) -> str:
    """A time for `--now`."""
    later = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours)
    return f"{later:%Y-%m-%dT%H:%M:%SZ}"


def due(case: dict, kind: str, stage: int = 1, subject: str = "") -> dict:
    """The deadline of that kind that counts now: open or met, not a replaced one."""
    found, = [row for row in case["due"] if row["kind"] == kind and row["stage"] == stage
              and row.get("subject", "") == subject and row["state"] in ("open", "met")]
    return found


def open_deadlines(case: dict) -> list:
    """The kinds of a case's deadlines that are neither met nor replaced."""
    return sorted(due["kind"] for due in case["due"] if due["state"] == "open")


def without_tag(address: str) -> str:
    local, domain = address.split("@")
    return f"{local.split('+')[0]}@{domain}"


def text_of(mail) -> str:
    """The plain text of a mail."""
    part = mail.get_body(("plain",))
    return part.get_content() if part else ""


class RowResult(unittest.TextTestResult):
    """Leaves what became of each promise in the folder that REDRESS_RESULTS names."""

    ROW = re.compile(r"test_([A-Z]+)_(\d\d)_")

    def startTestRun(self):
        super().startTestRun()
        self.rows = []

    def stopTest(self, test):
        super().stopTest(test)
        method = test.id().rsplit(".", 1)[-1]
        bad = {failed.id() for failed, _ in self.failures + self.errors}
        if found := self.ROW.match(method):
            word = "failed" if test.id() in bad else "passed"
            self.rows.append(f"{found[1]}-{found[2]} {word} {method}")

    def stopTestRun(self):
        super().stopTestRun()
        if folder := os.environ.get("REDRESS_RESULTS"):
            os.makedirs(folder, exist_ok=True)
            name = pathlib.Path(sys.argv[0]).stem
            pathlib.Path(folder, f"{name}.txt").write_text("".join(f"{row}\n" for row in self.rows))


class RowRunner(unittest.TextTestRunner):
    resultclass = RowResult


def main() -> None:
    """Runs the tests of the calling file; tells ctest where they cannot run here."""
    if os.geteuid() != 0:
        print("skipped: the private mail servers need root")
        sys.exit(SKIPPED)
    unittest.main(testRunner=RowRunner)
