"""Many mailboxes on one server, for the scenarios that limit its connections."""

import re

import harness
from harness import private
from mails import complaint

READ_SECONDS = 240.0   # a folder may have to wait until another makes room; on a busy machine

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
login_retry = "2 seconds"
login_retry_longest = "5 seconds"

[limits]
automatic_mail_per_domain = "1000/hour"
"""


class ManyMailboxes(harness.Scenario):
    """Every mailbox has two folders that are watched: INBOX and Junk."""

    mailboxes = 100
    dovecot_settings = ""

    @classmethod
    def setUpClass(cls):
        cls.servers = cls.enterClassContext(private.Servers(dovecot_settings=cls.dovecot_settings))

    def setUp(self):
        super().setUp()
        boxes = "".join(MAILBOX.format(number=number, imaps=self.servers.imaps_port,
                                       folder=self.redress.folder, ca=self.servers.ca)
                        for number in range(self.mailboxes))
        text = self.redress.settings.read_text()
        text = re.sub(r"\[\[mailbox\]\]\n.*?\n\n", "", text, flags=re.DOTALL)
        self.redress.settings.write_text(text + boxes + NETWORK)

    def written(self, first: str) -> list:
        """(sender, mailbox, message): one complaint for every mailbox."""
        made = []
        for number in range(self.mailboxes):
            sender, box = f"{first}{number}@example.net", f"box{number}@example.org"
            made.append((sender, box, complaint(sender, to=box, subject=f"{first} {number}").as_bytes()))
        return made

    def put(self, first: str, folder: str = "INBOX") -> list:
        """A complaint in every mailbox before the daemon runs; who wrote them."""
        mails = self.written(first)
        for _, box, message in mails:
            self.servers.append(box, folder, message)
        return [sender for sender, _, _ in mails]

    def post(self, first: str) -> list:
        """A complaint to every mailbox, without an IMAP connection that would count for the limit."""
        mails = self.written(first)
        for sender, box, message in mails:
            self.servers.send(sender, box, message)
        return [sender for sender, _, _ in mails]

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
        late = self.post("late")  # also those whose turn it was before are read again
        self.wait_for_rows(first + junk + late)
        self.servers.wait_for(lambda: {row["state"] for row in self.redress.outbox()} <=
                              {"sent", "held"}, READ_SECONDS, "the end of sending")
        self.redress.stop()
        self.assertEqual(sorted(row["to"] for row in self.redress.outbox()
                                if row["state"] == "sent" and row["purpose"] == "acknowledgement"),
                         sorted(first + late))
        self.assertEqual(self.redress.ledger()["seen"], 3 * self.mailboxes)
        self.assert_all_accounted_for()
