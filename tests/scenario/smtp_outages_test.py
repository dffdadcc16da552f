"""The mail server is away or hangs while the daemon runs: it waits, does not hammer, and goes on (SYS-04)."""

import math

import harness
from harness import ANN, BOB, COMMENTS
from mails import complaint
from smtp_server import SmtpServer
from tcp_proxy import TcpProxy

COMES_BACK_SECONDS = 60.0
DRAINED_SECONDS = 40.0  # what is in flight is given some time before it is left for the next run
CONNECTIONS = 2  # of [smtp] connections, as it is where settings name none

NETWORK = """
[network]
connect = "{patience}"
silence = "{patience}"
retry = "{retry}"
retry_longest = "{retry}"
"""


class SmtpOutages(harness.Scenario):
    @classmethod
    def setUpClass(cls):
        cls.servers = cls.enterClassContext(harness.private.Servers(postfix=False))

    def setUp(self):
        super().setUp()
        self.smtp = self.enterContext(SmtpServer())
        self.proxy = self.enterContext(TcpProxy(self.smtp.port))
        self.redress.change_settings(f"smtp://127.0.0.1:{self.servers.smtp_port}",
                                     f"smtp://127.0.0.1:{self.proxy.port}")

    def set_network(self, retry: str = "1 second", patience: str = "20 seconds") -> None:
        self.redress.add_settings(NETWORK.format(retry=retry, patience=patience))

    def put(self, *people: str) -> None:
        for person in people:
            self.servers.append(COMMENTS, "INBOX", complaint(person).as_bytes())

    def rows(self) -> list:
        return self.redress.outbox() if self.redress.database_is_there() else []

    def wait_for_a_failed_try(self, *people: str) -> None:
        """A letter waits for every one of them, and the server was found to take nothing."""
        def tried():
            waiting = {row["to"] for row in self.rows() if row["state"] == "pending"}
            return waiting >= set(people) and "R305" in self.redress.log_text()
        self.servers.wait_for(tried, COMES_BACK_SECONDS, "a try to send that failed")

    def assert_each_gets_one(self, *people: str) -> None:
        self.servers.wait_for(lambda: all(self.smtp.mails_to(person) for person in people),
                              COMES_BACK_SECONDS, f"mail to {people}")
        self.redress.stop()
        self.redress.once()
        self.assertEqual({person: len(self.smtp.mails_to(person)) for person in people},
                         dict.fromkeys(people, 1))
        self.assertEqual({row["state"] for row in self.rows()}, {"sent"})
        self.assert_all_accounted_for()

    def test_SYS_04_it_sends_by_itself_when_the_server_is_back(self):
        self.set_network()
        self.proxy.refuse()
        self.redress.start()
        self.put(ANN, BOB)
        self.wait_for_a_failed_try(ANN, BOB)
        self.proxy.accept()
        self.assert_each_gets_one(ANN, BOB)

    def test_SYS_04_it_sends_by_itself_when_the_server_is_no_longer_busy(self):
        self.set_network()
        self.smtp.says("greeting", "421 4.3.2 Too busy", times=math.inf)
        self.redress.start()
        self.put(ANN, BOB)
        self.wait_for_a_failed_try(ANN, BOB)
        self.smtp.forget_instructions()
        self.assert_each_gets_one(ANN, BOB)

    def test_SYS_04_a_server_that_is_away_is_not_asked_for_every_mail_anew(self):
        self.set_network(retry="1 hour")
        self.smtp.says("greeting", "421 4.3.2 Too busy", times=math.inf)
        people = [f"p{number}@example.net" for number in range(20)]
        self.put(*people)
        self.redress.start()
        self.wait_for_a_failed_try(*people)
        self.put(ANN)
        self.wait_for_a_failed_try(*people, ANN)
        self.redress.stop()
        self.assertLessEqual(self.smtp.heard.count("greeting"), CONNECTIONS)

    def test_SYS_04_a_server_that_hangs_holds_up_no_mailbox_and_is_given_up(self):
        self.set_network(patience="3 seconds")
        self.proxy.freeze()
        self.put(ANN)
        self.redress.start()
        self.servers.wait_for(lambda: self.proxy.accepted, COMES_BACK_SECONDS, "a connection")
        self.put(BOB)
        self.wait_for_a_failed_try(ANN, BOB)
        self.proxy.thaw()
        self.assert_each_gets_one(ANN, BOB)

    def test_SYS_04_a_server_that_hangs_delays_no_end_of_the_program(self):
        self.set_network(patience="5 minutes")
        self.proxy.freeze()
        self.put(ANN)
        self.redress.start()
        self.servers.wait_for(lambda: self.proxy.accepted, COMES_BACK_SECONDS, "a connection")
        self.redress.stop(within=DRAINED_SECONDS)
        self.proxy.thaw()
        self.redress.start()
        self.assert_each_gets_one(ANN)


if __name__ == "__main__":
    harness.main()
