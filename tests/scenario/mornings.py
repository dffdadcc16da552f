"""A house whose staff are reminded and get their digest, under a policy with one limit for the answer."""

from casework import ONE_STAGE, Casework
from harness import ANN, text_of
from mails import complaint

KIM, MAX = "kim@example.org", "max@example.org"

POLICY = ONE_STAGE.replace("complaints-manager", "customer-service") + """
[pause]
longest = "4 weeks"
clause = "3"
"""

# Casey answers complaints; Kim stands in, Max leads both.
CASEY = "casey@example.org"
PEOPLE = """
[[staff]]
name = "Casey Brown"
email = "casey@example.org"
roles = ["customer-service"]
deputy = "Kim Reed"
manager = "Max Hall"
away = []

[[staff]]
name = "Kim Reed"
email = "kim@example.org"
roles = ["stand-in"]
manager = "Max Hall"

[[staff]]
name = "Max Hall"
email = "max@example.org"
roles = ["manager"]
"""

# Monday. Ten working days later is Monday 16 March 2026; the clocks change on the 29th.
RECEIVED = "2026-03-02T10:30:00Z"


class Mornings(Casework):
    reminders, digest = True, False
    policy = POLICY

    def setUp(self):
        super().setUp()
        folder = self.redress.folder / "policies/ours"
        folder.mkdir(parents=True)
        (folder / "policy.toml").write_text(self.policy)
        self.redress.change_settings("policies/cim/policy.toml", "policies/ours/policy.toml")
        self.redress.change_settings('gather = "1 second"', 'gather = "1 day"')
        if self.reminders:
            self.redress.change_settings("reminders = false", "reminders = true")
        if self.digest:
            self.redress.change_settings("[digest]\nenabled = false", "[digest]\nenabled = true")
        self.redress.add_settings(PEOPLE)

    def complained(self, sender: str = ANN, received: str = RECEIVED, **changes) -> str:
        """A complaint that was acknowledged at once; its reference."""
        return self.comes_in(complaint(sender, **changes), received)["reference"]

    def morning(self, day: str, time: str = "09:00") -> None:
        """What is due at that time of a day in March 2026 (UTC)."""
        self.redress.once(now=f"2026-03-{day}T{time}:00Z")

    def daily(self, person: str) -> list:
        """The daily mails that somebody has got."""
        self.servers.wait_until_delivered()
        return [mail for mail in self.servers.mails(person)
                if str(mail["Subject"]).startswith("Complaints today")]

    def daily_text(self, person: str) -> str:
        """Subject and text of the newest, on one line."""
        mail = self.daily(person)[-1]
        return " ".join(f"{mail['Subject']} {text_of(mail)}".split())

    def counts(self) -> tuple:
        """How many daily mails the owner, the deputy and the manager have."""
        return tuple(len(self.daily(person)) for person in (CASEY, KIM, MAX))
