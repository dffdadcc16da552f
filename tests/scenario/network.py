"""What the network scenarios share: an installation that reaches its servers over a bad network."""

import harness
from harness import COMMENTS, private
from mails import complaint
from tcp_proxy import TcpProxy

COMES_BACK_SECONDS = 60.0  # the pauses between tries grow and are jittered; on a busy machine too

# Short pauses, so that a test sees many tries; the limits are longer than a busy machine is slow.
NETWORK = """
[network]
connect = "{connect}"
silence = "{silence}"
retry = "{retry}"
retry_longest = "{retry_longest}"
login_retry = "{login_retry}"
login_retry_longest = "1 hour"
"""


class NetworkScenario(harness.Scenario):
    """The mailbox "comments" is reached through `self.proxy`, in clear text unless told otherwise."""

    clear_text = True
    dovecot_settings = ""

    @classmethod
    def setUpClass(cls):
        allowed = "ssl = yes\ndisable_plaintext_auth = no\n"  # clear text, for the proxy to look into
        cls.servers = cls.enterClassContext(
            private.Servers(dovecot_settings=allowed + cls.dovecot_settings))

    def setUp(self):
        super().setUp()
        target = self.servers.imap_port if self.clear_text else self.servers.imaps_port
        self.proxy = self.enterContext(TcpProxy(target))
        self.reach_comments_through(self.proxy)

    def reach_comments_through(self, proxy: TcpProxy) -> None:
        url = f'url = "imaps://localhost:{self.servers.imaps_port}"'
        if self.clear_text:
            self.redress.change_settings(url, f'url = "imap://127.0.0.1:{proxy.port}"\ntls = "none"')
        else:
            self.redress.change_settings(url, f'url = "imaps://localhost:{proxy.port}"')

    def set_network(self, connect="20 seconds", silence="20 seconds", retry="1 second",
                    retry_longest="2 seconds", login_retry="2 seconds") -> None:
        self.redress.add_settings(NETWORK.format(
            connect=connect, silence=silence, retry=retry, retry_longest=retry_longest,
            login_retry=login_retry))

    def put(self, *people: str, folder: str = "INBOX") -> None:
        """A complaint of each into the mailbox "comments"."""
        for person in people:
            self.servers.append(COMMENTS, folder, complaint(person).as_bytes())

    def trouble(self, mailbox: str = "comments") -> str:
        """What `status` says is wrong with the mailbox; empty: nothing."""
        if not self.redress.database_is_there():
            return ""
        return " ".join(box["trouble"] for box in self.redress.status()["mailboxes"]
                        if box["name"] == mailbox and box["trouble"])

    def wait_for_trouble(self, words: str = "", mailbox: str = "comments") -> None:
        self.servers.wait_for(lambda: words in (text := self.trouble(mailbox)) and text,
                              COMES_BACK_SECONDS, f"{words!r} as the trouble of {mailbox}")

    def wait_for_no_trouble(self, mailbox: str = "comments") -> None:
        self.servers.wait_for(lambda: not self.trouble(mailbox), COMES_BACK_SECONDS,
                              f"no trouble of {mailbox}")

    def wait_for(self, fault, what: str) -> None:
        self.servers.wait_for(fault.happened.is_set, COMES_BACK_SECONDS, what)

    def wait_for_acknowledgements(self, *people: str) -> None:
        for person in people:
            self.servers.wait_for_mails(person, timeout=COMES_BACK_SECONDS)

    def assert_each_complaint_once(self, *people: str) -> None:
        """One row, one case and one acknowledgement for each; also after another look at the mailbox."""
        self.wait_for_acknowledgements(*people)
        if self.redress.process:
            self.redress.stop()
        self.redress.once()
        self.servers.wait_until_delivered()
        messages = self.redress.messages()
        self.assertEqual(sorted(row["from"] for row in messages), sorted(people))
        self.assertEqual(len({(row["mailbox"], row["uid"]) for row in messages}), len(people))
        self.assertEqual(sorted(case["complainant"]["address"] for case in self.redress.cases()),
                         sorted(people))
        self.assertEqual({person: len(self.servers.mails(person)) for person in people},
                         dict.fromkeys(people, 1))
        self.assertEqual(self.redress.ledger()["seen"], len(people))
        self.assert_all_accounted_for()
