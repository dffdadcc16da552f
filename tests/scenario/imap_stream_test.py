"""IMAP that is slow, dripping, damaged or silent: mail is taken all the same (SYS-01, SYS-02)."""

import typing

import harness
import network
from harness import ANN, BOB, ENQUIRIES, MALLORY
from mails import complaint
from tcp_proxy import TO_CLIENT, TO_SERVER

LINK_ROUND_TRIP = 0.02


class Damage(typing.NamedTuple):
    """Bytes of the server's answer that arrive as others."""
    name: str
    at: bytes
    replacement: bytes
    nth: int = 1


# Each makes another layer of the reading wrong: the line, the tag, a number, a length, the text.
DAMAGES = (
    Damage("greeting", b"* OK [", b"* \x00K ["),
    Damage("tag", b"OK Fetch completed", b"NO Fetch completed"),
    Damage("count_of_messages", b"* 1 EXISTS", b"* 0 EXISTS"),
    Damage("UIDVALIDITY", b"[UIDVALIDITY ", b"[UIDVALIDITY x"),
    Damage("listed_UID", b"FETCH (UID 1 ", b"FETCH (UID 7 "),
    Damage("listed_size", b"RFC822.SIZE ", b"RFC822.SIZE x"),
    Damage("fetched_UID", b"FETCH (UID 1 ", b"FETCH (UID 7 ", 2),
    Damage("start_of_a_literal", b"BODY[] {", b"BODY[] ("),
    Damage("length_of_a_literal", b"BODY[] {4", b"BODY[] {9"),
    Damage("huge_length_of_a_literal", b"BODY[] {", b"BODY[] {99999999999999999999"),
    Damage("line_after_a_literal", b"tell me how.\r\n)", b"tell me how.\r\n\xff"),
    Damage("text_of_the_mail", b"telephoned", b"tele\x00honed"),
)


class Streams(network.NetworkScenario):
    def test_SYS_02_mail_that_comes_byte_by_byte_is_taken(self):
        self.set_network()
        self.proxy.drip()
        self.put(ANN)
        self.redress.start()
        self.wait_for_acknowledgements(ANN)
        self.put(BOB)
        self.assert_each_complaint_once(ANN, BOB)

    def test_SYS_01_a_link_with_a_long_way_is_only_slow(self):
        self.set_network()
        self.proxy.delay(LINK_ROUND_TRIP)
        self.put(ANN, BOB)
        self.redress.start()
        self.wait_for_acknowledgements(ANN, BOB)
        self.put(MALLORY)
        self.assert_each_complaint_once(ANN, BOB, MALLORY)

    def is_accounted_for_after(self, damage: Damage) -> None:
        """The session fails or the mail is taken; when the line is good again nothing is missing."""
        self.set_network(silence="3 seconds")
        fault = self.proxy.corrupt(TO_CLIENT, damage.at, damage.replacement, damage.nth)
        self.put(ANN)
        self.redress.start()
        self.wait_for(fault, f"the damage of the {damage.name}")
        self.proxy.drop()  # what was read wrongly holds for this connection at most
        self.put(BOB)
        self.assert_each_complaint_once(ANN, BOB)
        self.assertEqual(self.trouble(), "")


class Silence(network.NetworkScenario):
    """A server that hangs is given up and tried again, and nobody else waits for it."""

    def setUp(self):
        super().setUp()
        self.set_network(connect="3 seconds", silence="3 seconds")

    def write_to_the_other(self) -> None:
        self.servers.append(ENQUIRIES, "INBOX", complaint(BOB).as_bytes())

    def assert_the_other_is_served(self) -> None:
        self.write_to_the_other()
        self.wait_for_acknowledgements(BOB)

    def test_SYS_01_a_server_that_does_not_greet_delays_no_other_mailbox(self):
        self.proxy.freeze()
        self.put(ANN)
        self.redress.start()
        self.assert_the_other_is_served()
        self.wait_for_trouble("in time")
        self.assertEqual(self.trouble("enquiries"), "")
        self.proxy.thaw()
        self.wait_for_no_trouble()
        self.assert_each_complaint_once(ANN, BOB)

    def test_SYS_01_a_server_that_hangs_within_a_mail_delays_no_other_mailbox(self):
        hang = self.proxy.hold(TO_CLIENT, b"telephoned")
        self.put(ANN)
        self.redress.start()
        self.wait_for(hang, "the start of the mail")
        self.assert_the_other_is_served()
        self.assert_each_complaint_once(ANN, BOB)  # by another connection: this one never goes on

    def test_SYS_01_a_server_that_hangs_at_the_login_delays_no_other_mailbox(self):
        hang = self.proxy.hold(TO_SERVER, b"AUTHENTICATE")
        self.put(ANN)
        self.redress.start()
        self.wait_for(hang, "the login")
        self.assert_the_other_is_served()
        self.assert_each_complaint_once(ANN, BOB)

    def test_SYS_01_a_server_that_hangs_delays_no_end_of_the_program(self):
        self.redress.start()
        self.put(ANN)
        self.wait_for_acknowledgements(ANN)
        self.proxy.freeze()
        self.redress.stop()
        self.proxy.thaw()
        self.assert_each_complaint_once(ANN)

    def test_SYS_01_one_look_at_the_mailboxes_ends_though_a_server_hangs(self):
        self.proxy.freeze()
        self.put(ANN)
        self.write_to_the_other()
        self.assertEqual(self.redress.run_once().returncode, 75)  # come back later
        self.wait_for_acknowledgements(BOB)
        self.proxy.thaw()
        self.redress.once()
        self.assert_each_complaint_once(ANN, BOB)


for each in DAMAGES:
    setattr(Streams, f"test_SYS_02_damage_of_the_{each.name}_loses_nothing",
            lambda self, damage=each: self.is_accounted_for_after(damage))


if __name__ == "__main__":
    harness.main()
