#!/usr/bin/python3
"""Private Dovecot and Postfix servers on loopback, for tests and the demo.

Each `Servers` object has its own temporary folder, ports, certificates, queue and mailboxes, so that
several can run side by side. Nothing of the machine's own mail system is read, changed or used, no
mail leaves the machine, and nothing is left behind. Needs root (Postfix insists on it), openssl,
dovecot-imapd, dovecot-lmtpd and postfix.

Who there is: every user at example.org (the organisation), example.net and example.com (people) has a
mailbox, made on first use, with the password "secret". `name+tag@` is delivered to `name@`.

    nobody@<those domains>   refused by the SMTP server at RCPT (550)
    anybody@bounce.example, and every unknown domain
                             accepted by SMTP, then returned to the envelope sender as a real DSN
    anybody@defer.example    accepted by SMTP, then deferred for good

On the command line: servers.py run [--no-postfix] [--without IDLE,MOVE] -- COMMAND...
"""

import argparse
import contextlib
import datetime
import email
import email.message
import email.policy
import imaplib
import os
import pathlib
import shutil
import signal
import smtplib
import ssl
import subprocess
import sys
import tempfile

from certificates import Certificates
from dovecot import PASSWORD, Dovecot
from mail_process import HOST, WAIT_SECONDS, ServerError, alive, free_port, wait_until
from postfix import Postfix

__all__ = ["PASSWORD", "WAIT_SECONDS", "ServerError", "Servers", "alive", "free_port", "wait_until"]

STAFF_AND_MAILBOXES = ("comments@example.org", "enquiries@example.org", "jo@example.org",
                       "duty@example.org")


class Servers:
    """Dovecot and, unless left out, Postfix, as a context manager."""

    def __init__(self, postfix: bool = True, without=(), dovecot_settings: str = "",
                 postfix_settings: str = ""):
        if os.geteuid() != 0:
            raise ServerError("the private mail servers need root: run as root or through sudo")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="redress-mail-"))
        self.folder.chmod(0o755)  # the servers' own users must get through
        try:
            self.certificates = Certificates(self.folder / "tls")
            self.dovecot = Dovecot(self.folder / "dovecot", self.certificates, without,
                                   dovecot_settings)
            self.postfix = (Postfix(self.folder / "postfix", self.dovecot.lmtp_socket,
                                    postfix_settings) if postfix else None)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def __enter__(self) -> "Servers":
        try:
            self.dovecot.start()
            if self.postfix:
                self.postfix.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        try:
            for server in (self.postfix, self.dovecot):
                if server:
                    server.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def imaps_port(self) -> int:
        return self.dovecot.imaps_port

    @property
    def imap_port(self) -> int:
        return self.dovecot.imap_port

    @property
    def smtp_port(self) -> int:
        return self.postfix.smtp_port if self.postfix else 0

    @property
    def ca(self) -> pathlib.Path:
        return self.certificates.ca

    @property
    def wrong_ca(self) -> pathlib.Path:
        return self.certificates.wrong_ca

    def environment(self) -> dict:
        """What a test program is told, as variables."""
        return {
            "REDRESS_TEST_HOST": HOST,
            "REDRESS_TEST_IMAPS_PORT": str(self.imaps_port),
            "REDRESS_TEST_IMAP_PORT": str(self.imap_port),
            "REDRESS_TEST_SMTP_PORT": str(self.smtp_port),
            "REDRESS_TEST_CA": str(self.ca),
            "REDRESS_TEST_WRONG_CA": str(self.wrong_ca),
            "REDRESS_TEST_USERS": " ".join(STAFF_AND_MAILBOXES),
            "REDRESS_TEST_PASSWORD": PASSWORD,
        }

    def diagnosis(self) -> str:
        return "\n".join(server.diagnosis() for server in (self.dovecot, self.postfix) if server)

    # ---- what people do -----------------------------------------------------------------------

    def send(self, sender: str, recipients, message: bytes) -> None:
        """Submits over SMTP. `recipients`: one address or several."""
        with smtplib.SMTP(HOST, self.smtp_port, local_hostname="client.example.net") as smtp:
            smtp.sendmail(sender, recipients, message)

    @contextlib.contextmanager
    def imap(self, user: str, folder: str = "INBOX"):
        """A logged-in imaplib connection with that folder selected."""
        context = ssl.create_default_context(cafile=str(self.ca))
        with imaplib.IMAP4_SSL(HOST, self.imaps_port, ssl_context=context) as connection:
            connection.login(user, PASSWORD)
            status, answer = connection.select(f'"{folder}"')
            if status != "OK":
                raise ServerError(f"no folder {folder} of {user}: {answer}")
            yield connection

    def append(self, user: str, folder: str, message: bytes,
               internal_date: datetime.datetime = None) -> None:
        """Puts a message into a folder, as received at that time (aware; absent: now)."""
        date = imaplib.Time2Internaldate(internal_date) if internal_date else None
        with self.imap(user) as connection:
            status, answer = connection.append(f'"{folder}"', None, date, message)
            if status != "OK":
                raise ServerError(f"append to {folder} of {user}: {answer}")

    def raw_mails(self, user: str, folder: str = "INBOX") -> list:
        """Every message of a folder as bytes, oldest first."""
        with self.imap(user, folder) as connection:
            _, answer = connection.uid("FETCH", "1:*", "(BODY.PEEK[])")
            return [part[1] for part in answer if isinstance(part, tuple)]

    def mails(self, user: str, folder: str = "INBOX") -> list:
        """Every message of a folder as email.message.EmailMessage, oldest first."""
        return [email.message_from_bytes(raw, policy=email.policy.default)
                for raw in self.raw_mails(user, folder)]

    def counts(self, domain: str) -> dict:
        """How many mails each person of a domain has in the inbox, by address. Reads the disk."""
        found = {}
        for user in (self.dovecot.mail / domain).iterdir():
            inbox = user / "Maildir"
            found[f"{user.name}@{domain}"] = sum(
                1 for name in ("new", "cur") if (inbox / name).is_dir()
                for _ in (inbox / name).iterdir())
        return found

    def flags(self, user: str, folder: str = "INBOX") -> list:
        """The flags of every message of a folder, as sets of text, oldest first."""
        with self.imap(user, folder) as connection:
            _, answer = connection.uid("FETCH", "1:*", "(FLAGS)")
            return [{flag.decode() for flag in imaplib.ParseFlags(line)} for line in answer if line]

    def wait_for(self, predicate, timeout: float = WAIT_SECONDS, what: str = "what was waited for"):
        """As wait_until; on a timeout the servers' logs are in the message."""
        try:
            return wait_until(predicate, timeout, what)
        except TimeoutError as error:
            raise TimeoutError(f"{error}\n{self.diagnosis()}") from None

    def wait_for_mails(self, user: str, count: int = 1, folder: str = "INBOX",
                       timeout: float = WAIT_SECONDS) -> list:
        """The messages of a folder, once there are at least `count`."""
        def enough():
            found = self.mails(user, folder)
            return found if len(found) >= count else None
        return self.wait_for(enough, timeout, f"{count} mail(s) in {folder} of {user}")

    def empty(self) -> None:
        """Forgets all mail: queued, delivered and appended. For a new test with the same servers."""
        if self.postfix:
            subprocess.run(["/usr/sbin/postsuper", "-c", self.postfix.configuration, "-d", "ALL"],
                           check=True, capture_output=True)
        # Moved away first: a server process that is just leaving may still write into a mailbox.
        gone = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        for domain in self.dovecot.mail.iterdir():
            domain.rename(gone / domain.name)
        shutil.rmtree(gone, ignore_errors=True)

    def wait_until_delivered(self, timeout: float = WAIT_SECONDS) -> None:
        """Returns when Postfix holds no more mail but what it deferred."""
        queue = self.postfix.folder / "queue"
        waiting = ("maildrop", "incoming", "active")
        self.wait_for(lambda: not any(path.is_file() for name in waiting
                                      for path in (queue / name).rglob("*")),
                      timeout, "an empty mail queue")


def run(arguments) -> int:
    """Runs a command beside the servers; its exit status is ours."""
    without = [word for word in arguments.without.split(",") if word]
    with Servers(postfix=not arguments.no_postfix, without=without) as servers:
        child = subprocess.Popen(arguments.command, env={**os.environ, **servers.environment()})
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda which, _: child.send_signal(which))
        status = child.wait()
        if status != 0 and arguments.show_logs:
            print(servers.diagnosis(), file=sys.stderr)
        return status if status >= 0 else 128 - status


def main() -> int:
    parser = argparse.ArgumentParser(description="Private mail servers for tests.")
    runner = parser.add_subparsers(dest="what", required=True).add_parser(
        "run", help="run a command beside the servers, told by REDRESS_TEST_* variables")
    runner.add_argument("--no-postfix", action="store_true")
    runner.add_argument("--without", default="", metavar="CAPABILITIES",
                        help="IMAP capabilities not to offer, with commas between")
    runner.add_argument("--show-logs", action="store_true", help="print the logs where it fails")
    runner.add_argument("command", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    if arguments.command[:1] == ["--"]:
        arguments.command.pop(0)
    if not arguments.command:
        parser.error("name a command after --")
    try:
        return run(arguments)
    except (ServerError, OSError) as error:
        print(f"servers.py: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
