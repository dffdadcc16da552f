"""A hundred mailboxes on a server that limits connections: all are read, none starves (SYS-01)."""

import re

import harness
from harness import private
from mails import complaint

MAILBOXES = 100
READ_SECONDS = 150.0   # two hundred logins and a hundred letters, on a busy machine

MAILBOX = """
[[mailbox]]
name = "box{number}"
address = "box{number}@example.org"
url = "imaps://localhost:{imaps}"
user = "box{number}@example.org"
password = "file:{folder}/password"
ca = "{ca}"
start = "beginning"
poll = "2 seconds"
"""

NETWORK = """
[network]
retry = "1 second"
retry_longest = "3 seconds"

[limits]
automatic_mail_per_domain = "1000/hour"
"""


class ManyMailboxes(harness.Scenario):
    """Every mailbox has two folders that are watched: INBOX and Junk."""

    dovecot_settings = "mail_max_userip_connections = 100\n"

    @classmethod
    def setUpClass(cls):
        cls.servers = cls.enterClassContext(private.Servers(dovecot_settings=cls.dovecot_settings))

    def setUp(self):
        super().setUp()
        boxes = "".join(MAILBOX.format(number=number, imaps=self.servers.imaps_port,
                                       folder=self.redress.folder, ca=self.servers.ca)
                        for number in range(MAILBOXES))
        text = self.redress.settings.read_text()
        text = re.sub(r"\[\[mailbox\]\]\n.*?\n\n", "", text, flags=re.DOTALL)
        self.redress.settings.write_text(text + boxes + NETWORK)

    def put(self, first: str, folder: str = "INBOX") -> list:
        """One complaint in every mailbox; who wrote them."""
        people = [f"{first}{number}@example.net" for number in range(MAILBOXES)]
        for number, person in enumerate(people):
            made = complaint(person, to=f"box{number}@example.org", subject=f"{first} {number}")
            self.servers.append(f"box{number}@example.org", folder, made.as_bytes())
        return people

    def wait_for_rows(self, people: list) -> None:
        def missing():
            got = {row["from"] for row in self.redress.messages()} \
                if self.redress.database_is_there() else set()
            return set(people) - got
        try:
            self.servers.wait_for(lambda: not missing(), READ_SECONDS, "every mail in the ledger")
        except TimeoutError:
            self.fail(f"not read: {sorted(missing())}")

    def assert_none_starves(self) -> None:
        first, junk = self.put("early"), self.put("junk", folder="Junk")
        self.redress.start()
        self.wait_for_rows(first + junk)
        late = self.put("late")  # also those whose turn it was before are read again
        self.wait_for_rows(first + junk + late)
        self.servers.wait_for(lambda: {row["state"] for row in self.redress.outbox()} <=
                              {"sent", "held"}, READ_SECONDS, "the end of sending")
        self.redress.stop()
        self.assertEqual(sorted(row["to"] for row in self.redress.outbox()
                                if row["state"] == "sent" and row["purpose"] == "acknowledgement"),
                         sorted(first + late))
        self.assertEqual(self.redress.ledger()["seen"], 3 * MAILBOXES)
        self.assert_all_accounted_for()

    def test_SYS_01_a_hundred_mailboxes_are_all_read(self):
        self.assert_none_starves()


class OneConnectionEach(ManyMailboxes):
    """The server gives every user one connection at a time, for two folders."""

    dovecot_settings = "mail_max_userip_connections = 1\n"


class FewerSessionsThanFolders(ManyMailboxes):
    """The server as a whole has fewer sessions to give than there are folders to watch."""

    dovecot_settings = "service imap {\n  process_limit = 120\n}\n"


if __name__ == "__main__":
    harness.main()
