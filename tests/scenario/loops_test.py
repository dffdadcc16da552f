"""Machines that answer each other stop by themselves, and a person hears of it (SYS-04)."""

import threading

import harness
from harness import COMMENTS, MANAGER, Redress, private, text_of
from mails import COMPLAINT, complaint, mail

OTHER_HOUSE = "comments@example.com"  # the mailbox of the second installation
MANAGER_OF_THE_OTHER = "jo@example.com"
MOST_ROUNDS = 10        # of two programs that answer each other; they must be silent well before
PER_ADDRESS = 3         # the limit that holds where settings name none, a day


class Responder(threading.Thread):
    """Answers every mail it gets as a person would write, with nothing that says it is a machine.

    sender: the address that it writes from the n-th time, and gets its answer at.
    """

    def __init__(self, servers: private.Servers, sender):
        super().__init__(daemon=True)
        self.servers, self.sender = servers, sender
        self.written = 0
        self.over = threading.Event()

    def write(self) -> None:
        made = mail(self.sender(self.written), f"{COMPLAINT}\nThis is my letter {self.written}.\n",
                    subject=f"Letter {self.written}")
        self.written += 1
        self.servers.send(made["From"].addresses[0].addr_spec, COMMENTS, made.as_bytes())

    def run(self) -> None:
        answered = {}
        while not self.over.wait(0.1):
            address = self.sender(self.written - 1)
            got = len(self.servers.mails(address))
            for _ in range(answered.get(address, 0), got):
                self.write()
            answered[address] = got

    def stop(self) -> None:
        self.over.set()
        self.join()


class Autoresponders(harness.Scenario):
    def limit(self, setting: str) -> None:
        self.redress.add_settings(f"\n[limits]\n{setting}\n")

    def run_against(self, sender) -> Responder:
        """A daemon and such a machine, until the daemon holds an answer back and all is quiet."""
        responder = Responder(self.servers, sender)
        responder.write()
        self.redress.start()
        responder.start()
        self.addCleanup(responder.stop)
        self.servers.wait_for(lambda: self.redress.database_is_there() and self.states("held"),
                              timeout=60, what="an answer that is held")
        responder.stop()
        self.redress.stop()
        self.servers.wait_until_delivered()
        return responder

    def states(self, state: str) -> list:
        """The recipients of all mail to the machine that is in that state."""
        return [row["to"] for row in self.redress.outbox()
                if row["state"] == state and row["template"] == "acknowledgement"]

    def assert_ended_after(self, most: int, responder: Responder) -> None:
        """So many answers, the next held and told; every letter recorded; nothing further comes."""
        staff = self.staff_are_told(MANAGER, "limit on automatic mail")
        self.assertIn("CIM-", staff)
        self.redress.once()
        self.assertEqual(len(self.states("sent")), most)
        self.assertEqual(len(self.states("held")), 1)
        self.assertEqual(responder.written, most + 1)
        self.assertEqual(self.redress.ledger()["seen"], most + 1)
        self.assertEqual(len(self.redress.cases()), most + 1)
        self.assert_all_accounted_for()

    def test_SYS_04_a_machine_that_hides_what_it_is_is_answered_a_few_times_only(self):
        responder = self.run_against(lambda number: "machine@example.com")
        self.assert_ended_after(PER_ADDRESS, responder)

    def test_SYS_04_a_machine_with_a_new_address_each_time_is_stopped_by_its_domain(self):
        self.limit('automatic_mail_per_domain = "5/hour"')
        responder = self.run_against(lambda number: f"machine{number}@example.com")
        self.assert_ended_after(5, responder)

    def test_SYS_04_a_machine_with_a_new_domain_each_time_is_stopped_by_the_limit_of_all(self):
        self.limit('automatic_mail = "5/hour"')
        domains = ("example.com", "example.net")
        responder = self.run_against(lambda number: f"machine{number}@{domains[number % 2]}")
        self.assert_ended_after(5, responder)


class TwoHouses(harness.Scenario):
    """Two installations on the same servers, one at example.org and one at example.com."""

    def setUp(self):
        super().setUp()
        folder = self.redress.folder / "other"
        folder.mkdir()
        self.other = Redress(self.servers, folder)
        self.other.change_settings('"CIM"', '"OTH"')
        self.other.change_settings("Example Institute", "Other Institute")
        self.other.change_settings("@example.org", "@example.com")

    def traffic(self) -> int:
        return len(self.servers.mails(COMMENTS)) + len(self.servers.mails(OTHER_HOUSE))

    def run_until_quiet(self) -> None:
        """Each in turn, until a whole round brings neither of them a mail."""
        for _ in range(MOST_ROUNDS):
            before = self.traffic()
            for house in (self.other, self.redress):
                house.once()
                self.servers.wait_until_delivered()
            if self.traffic() == before:
                return
        self.fail(f"still talking after {MOST_ROUNDS} rounds: "
                  f"{[str(each['Subject']) for each in self.servers.mails(COMMENTS)]}")

    def assert_it_ends(self) -> None:
        self.writes(complaint(OTHER_HOUSE))
        self.run_until_quiet()
        for house, mailbox in ((self.redress, COMMENTS), (self.other, OTHER_HOUSE)):
            ledger = house.ledger()
            self.assertEqual(ledger["seen"], len(self.servers.mails(mailbox)))
            self.assertEqual(ledger["unaccounted"], 0)
        self.assertIn(OTHER_HOUSE, [case["complainant"]["address"] for case in self.redress.cases()])
        answers = [row for row in self.redress.outbox() if row["template"] == "acknowledgement"]
        self.assertEqual({row["to"] for row in answers}, {OTHER_HOUSE})
        self.assertLessEqual(len([row for row in answers if row["state"] == "sent"]), PER_ADDRESS)
        self.assertNotIn("pending", {row["state"] for row in answers})

    def test_SYS_04_two_houses_do_not_answer_each_others_answers(self):
        self.assert_it_ends()
        self.assertEqual(self.other.ledger()["automatic"], 1)
        self.assertEqual(self.other.cases(), [])
        self.assertEqual(len(self.servers.mails(OTHER_HOUSE)), 1)


class TwoHousesBehindABadRelay(TwoHouses):
    """A relay on the way removes every header that says a mail is automatic or whose answer it is."""

    @classmethod
    def setUpClass(cls):
        headers = "Auto-Submitted|X-Auto-Response-Suppress|In-Reply-To|References|Precedence"
        cls.servers = cls.enterClassContext(private.Servers(
            postfix_settings=f"header_checks = regexp:{{{{/^({headers}):/ IGNORE}}}}"))

    def test_SYS_04_two_houses_do_not_answer_each_others_answers(self):
        self.assert_it_ends()

        def somebody_is_told():
            for house in (self.redress, self.other):  # a notice waits for others for a second
                house.once()
            self.servers.wait_until_delivered()
            return [text_of(each) for manager in (MANAGER, MANAGER_OF_THE_OTHER)
                    for each in self.servers.mails(manager)]
        told = self.servers.wait_for(somebody_is_told, what="an end that somebody is told of")
        self.assertIn("need a person", told[0])


if __name__ == "__main__":
    harness.main()
