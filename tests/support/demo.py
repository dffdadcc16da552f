#!/usr/bin/python3
"""The demonstration behind ./run-demo: six people write, and one sees what each of them gets.

Usage: demo.py PREFIX   (an installed tree: PREFIX/sbin/redressd, PREFIX/bin/redressctl)
"""

import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE), str(HERE.parent / "scenario")]
os.environ["REDRESS_PREFIX"] = str(pathlib.Path(sys.argv[1]).resolve())

import harness  # noqa: E402
import mails  # noqa: E402
import servers as private  # noqa: E402

SHOWN_LINES = 14
WAIT_SECONDS = 60.0
WIDTH = 78

ANN, BOB, CAROL = ("Ann Archer <ann@example.net>", "Bob Baker <bob@example.com>",
                   "Carol Clark <carol@example.net>")
DAN, EVE, FAY = ("Dan Dyer <dan@example.com>", "Eve Ellis <eve@example.com>",
                 "Fay Foster <fay@example.net>")
STAFF = {"jo@example.org": "Jo Bloggs, complaints manager", "duty@example.org": "Sam Smith, on duty",
         "admin@example.org": "Alex Jones, administrator"}


def title(text: str) -> None:
    print(f"\n== {text} {'=' * (WIDTH - len(text) - 4)}\n", flush=True)


def address_of(person: str) -> str:
    return person.split("<")[1].rstrip(">")


def first_lines(mail) -> str:
    lines = harness.text_of(mail).strip().splitlines()
    shown = [f"    | {line}" for line in lines[:SHOWN_LINES]]
    return "\n".join(shown + ["    | …"] if len(lines) > SHOWN_LINES else shown)


class Demo:
    def __init__(self, servers: private.Servers, redress: harness.Redress):
        self.servers, self.redress, self.sent = servers, redress, 0

    def writes(self, person: str, mail, what: str) -> None:
        print(f"  {person.split('<')[0].strip():<12} to {str(mail['To']).split('@')[0][:24]:<26}{what}",
              flush=True)
        self.servers.send(address_of(person), mail["To"].addresses[0].addr_spec, mail.as_bytes())
        self.sent += 1

    def wait(self, predicate, what: str):
        return self.servers.wait_for(predicate, WAIT_SECONDS, what)

    def answer_to(self, person: str):
        return self.servers.wait_for_mails(address_of(person), timeout=WAIT_SECONDS)[0]

    def people_write(self) -> None:
        self.writes(ANN, mails.html_complaint(ANN), "a complaint, in HTML alone")
        self.writes(BOB, mails.complaint(BOB, subject="Complaint about my certificate"),
                    "a complaint, in plain text")
        answer = self.answer_to(BOB)
        reference = str(answer["Subject"]).split("[")[1].split("]")[0]
        self.writes(BOB, mails.reply(answer, BOB, "My customer number is 4711, I forgot to say."),
                    "a reply to the acknowledgement")
        self.writes(CAROL, mails.out_of_office(CAROL), "an out-of-office answer")
        self.writes(DAN, mails.mail(DAN, mails.ENQUIRY, subject="Course dates",
                                    to=harness.ENQUIRIES), "an enquiry")
        self.writes(EVE, mails.mail(EVE, "Please send me everything you have on this case.\n",
                                    subject=f"Re: [{reference}]"),
                    "a question about Bob's case, whose number she saw")
        self.writes(FAY, mails.mail(FAY, mails.DANGER, subject="My appeal"),
                    "a complaint that speaks of taking her life")

    def wait_until_dealt_with(self) -> None:
        def done():
            ledger = self.redress.ledger()
            waiting = [row for row in self.redress.outbox()
                       if row["state"] in ("pending", "sending")]
            return ledger["seen"] == self.sent and ledger["unaccounted"] == 0 and not waiting
        self.wait(done, "all mail to be dealt with")
        self.servers.wait_for_mails("duty@example.org", timeout=WAIT_SECONDS)
        self.servers.wait_for_mails("jo@example.org", timeout=WAIT_SECONDS)
        self.servers.wait_until_delivered()

    def show_mail_of(self, who: str, address: str) -> None:
        got = self.servers.mails(address)
        print(f"  {who} <{address}>: {'nothing' if not got else f'{len(got)} mail(s)'}")
        for mail in got:
            print(f"    Subject: {mail['Subject']}\n{first_lines(mail)}\n")

    def show_tool(self, *words: str) -> None:
        print(f"  $ redressctl {' '.join(words)}")
        done = self.redress.run_tool(*words)
        for line in (done.stdout + done.stderr).splitlines():
            print(f"    {line}")
        print(flush=True)

    def show(self) -> None:
        title("What each person got back")
        for person in (ANN, BOB, CAROL, DAN, EVE, FAY):
            self.show_mail_of(person.split("<")[0].strip(), address_of(person))
        title("What staff were told")
        for address, who in STAFF.items():
            self.show_mail_of(who, address)
        title("The register, the deadlines, the ledger")
        self.show_tool("case", "list")
        for case in self.redress.cases()[:1]:
            self.show_tool("deadlines", case["reference"])
        self.show_tool("messages")
        self.show_tool("status")


def run(folder: pathlib.Path) -> None:
    title("Starting a private Postfix, a private Dovecot, and redressd")
    with private.Servers() as servers:
        redress = harness.Redress(servers, folder, gather="2 seconds")
        redress.change_settings('case_mail = "none"', 'case_mail = "full"')
        print(f"  IMAP on port {servers.imaps_port}, SMTP on port {servers.smtp_port}, loopback only")
        redress.start()
        try:
            demo = Demo(servers, redress)
            title("Six people write")
            demo.people_write()
            demo.wait_until_dealt_with()
            demo.show()
            redress.stop()
        except BaseException:
            print(f"The daemon's log:\n{redress.log_text()}", file=sys.stderr)
            raise
        finally:
            redress.kill()
    title("Where to look next")
    print("  README.md              what Redress does, and how to install it\n"
          "  ARCHITECTURE.md        how it is cut\n"
          "  config/redress.toml    the settings, with every key\n"
          "  build/demo/installed   what was run here: sbin/redressd, bin/redressctl\n"
          "  ./run-tests            the same and much more, as tests\n"
          "\nThe servers, the mail and the database of this demonstration are gone.")


def main() -> int:
    try:
        with tempfile.TemporaryDirectory(prefix="redress-demo-") as folder:
            run(pathlib.Path(folder))
        return 0
    except (private.ServerError, TimeoutError, AssertionError, OSError,
            subprocess.SubprocessError) as error:
        print(f"run-demo: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
