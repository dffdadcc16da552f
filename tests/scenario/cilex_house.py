"""The Chartered Institute of Legal Executives at work: its people, a complaint, and how a stage is answered."""

from casework import Casework
from harness import ANN
from mails import mail

# Casey answers in the first two stages, Chris in the last two; Toni leads Casey's team and gives
# out the work.
CASEY, TONI, CHRIS, PAT = ("casey@example.org", "toni@example.org", "chris@example.org",
                           "pat@example.org")
PEOPLE = """
[[staff]]
name = "Casey Brown"
email = "casey@example.org"
roles = ["customer-service"]
manager = "Toni White"

[[staff]]
name = "Toni White"
email = "toni@example.org"
roles = ["customer-service-team-leader"]

[[staff]]
name = "Chris Green"
email = "chris@example.org"
roles = ["corporate-compliance-manager", "manager"]

[[staff]]
name = "Pat King"
email = "pat@example.org"
roles = ["senior-management"]

[[staff]]
name = "Everybody Else"
email = "everybody@example.org"
roles = ["audit-and-risk-committee", "executive-committee", "all-staff"]
"""
LAW_SCHOOL = """
[[body]]
name = "CILEX Law School"
contact = ["CILEX Law School", "1 School Lane", "Bedford", "law-school@example.org"]
"""

# Monday 2 March 2026. Seven working days later is Wednesday 11 March.
MONDAY, TUESDAY, FRIDAY = ("2026-03-02T10:30:00Z", "2026-03-03T09:00:00Z", "2026-03-06T09:00:00Z")
SEVEN_WORKING_DAYS, DAY_AFTER = "2026-03-11T23:59:59Z", "2026-03-12T09:00:00Z"

RESULT = ("I wish to complain. My result of the June examination was published under another\n"
          "candidate's number, and nobody answers my letters. I want you to put it right.\n")


def complaint_of_ann(**changes):
    return mail(f"Ann Reed <{ANN}>", changes.pop("text", RESULT), subject="My result", **changes)


class CilexCase(Casework):
    def setUp(self):
        super().setUp()
        self.new_redress(policy="cilex", gather="0 seconds")
        self.redress.add_settings(PEOPLE + LAW_SCHOOL)

    def complained(self, made=None) -> str:
        """Ann's complaint of Monday, taken and acknowledged; its reference."""
        case = self.comes_in(made or complaint_of_ann(), MONDAY)
        self.servers.wait_until_delivered()
        return case["reference"]

    def letter(self) -> str:
        """Subject and words of Ann's newest mail, in one line."""
        return " ".join(self.latest_to(ANN).split())

    def all_words_to(self, person: str) -> str:
        return " ".join("\n".join(self.mails_to(person)).split())

    def given_to_casey(self, reference: str, now: str = TUESDAY) -> None:
        self.redress.act(reference, "/assign casey", by=TONI, now=now)

    def answered(self, reference: str, by: str, released_by: str, now: str = TUESDAY) -> str:
        """The present stage gets its outcome and its letter; the letter."""
        self.redress.act(reference, "/outcome not upheld: The result was published rightly.",
                         by=by, now=now)
        self.redress.act(reference, "/respond", by=by, now=now)
        self.sent(reference, now, by=released_by)
        return self.letter()
