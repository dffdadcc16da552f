"""What the scenarios of the policies share: a clock that the test sets, and letters that people release."""

import datetime

import harness
from harness import COMMENTS, MANAGER

# A policy of one stage, as whole as it has to be; what a scenario needs besides stands after it.
ONE_STAGE = """
title = "Complaints policy"
nation = "england-and-wales"

[[stage]]
name = "Complaint"
owner = "complaints-manager"
handled_by = "our complaints team"
acknowledge = { within = "2 working days", clause = "1" }
respond = { within = "10 working days", clause = "2" }
"""


class Casework(harness.Scenario):
    """Every time is text as redressctl writes it: "2026-03-02T10:30:00Z"."""

    def comes_in(self, mail, received: str, now: str = "", to: str = COMMENTS) -> dict:
        """A mail that reached the mailbox at that moment and was taken then; the case that it is
        in, or None."""
        self.servers.append(to, "INBOX", mail.as_bytes(), datetime.datetime.fromisoformat(received))
        self.redress.once(now=now or received)
        reference = self.redress.messages()[-1]["reference"]
        return self.redress.case(reference) if reference else None

    def sent(self, reference: str, now: str, by: str = MANAGER) -> None:
        """The letter that waits is released and goes out."""
        self.redress.act(reference, "/release", by=by, now=now)
        self.redress.once(now=now)

    def held(self, reference: str = None) -> list:
        """Names of the letters that wait for a person, of one case or of none."""
        return [row["template"] for row in self.redress.outbox()
                if row["state"] == "held" and row["reference"] == reference]

    def mails_to(self, person: str) -> list:
        """Subject and text of all that somebody has got so far, each on one line."""
        self.servers.wait_until_delivered()
        return [" ".join(f"{mail['Subject']} {harness.text_of(mail)}".split())
                for mail in self.servers.mails(person)]

    def latest_to(self, person: str) -> str:
        mails = self.mails_to(person)
        self.assertTrue(mails, f"{person} has no mail")
        return mails[-1]


def day_of(row: dict) -> str:
    """The date on which a deadline ends, in UTC less a second: midnight belongs to the day before."""
    at = datetime.datetime.fromisoformat(row["at"]) - datetime.timedelta(hours=2)
    return f"{at:%Y-%m-%d}"
