"""The connection breaks at one step of IMAP after another: nothing is lost and nothing is done twice (SYS-02)."""

import typing

import harness
import network
from harness import ANN, BOB, COMMENTS
from tcp_proxy import TO_CLIENT, TO_SERVER


class Step(typing.NamedTuple):
    """Where the connection breaks: before these bytes get through, the n-th time that they come."""
    name: str
    direction: str
    at: object
    nth: int = 1


STEPS = (
    Step("before_the_greeting", TO_CLIENT, 0),
    Step("within_the_greeting", TO_CLIENT, b"SASL-IR"),
    Step("at_the_login", TO_SERVER, b"AUTHENTICATE PLAIN"),
    Step("at_the_answer_to_the_login", TO_CLIENT, b"OK Logged in"),
    Step("at_the_answer_to_CAPABILITY", TO_CLIENT, b"OK Capability completed"),
    Step("at_SELECT", TO_SERVER, b'SELECT "INBOX"'),
    Step("within_the_answer_to_SELECT", TO_CLIENT, b" EXISTS"),
    Step("at_the_listing", TO_SERVER, b"(UID RFC822.SIZE"),
    Step("within_the_answer_to_the_listing", TO_CLIENT, b" RFC822.SIZE "),
    Step("at_the_fetch", TO_SERVER, b"BODY.PEEK["),
    Step("before_a_literal", TO_CLIENT, b"BODY[] {"),
    Step("within_a_literal", TO_CLIENT, b"telephoned"),
    Step("after_a_literal", TO_CLIENT, b"tell me how.\r\n)"),
    Step("at_the_end_of_the_fetch", TO_CLIENT, b"OK Fetch completed", 2),
    Step("at_IDLE", TO_SERVER, b"IDLE\r\n"),
    Step("at_the_answer_to_IDLE", TO_CLIENT, b"+ idling"),
    Step("at_DONE", TO_SERVER, b"DONE\r\n"),
    Step("at_the_mark", TO_SERVER, b"UID STORE"),
    Step("at_the_answer_to_the_mark", TO_CLIENT, b"OK Store completed"),
)

# The message is moved before the answer is lost, or not moved at all.
MOVE_STEPS = (
    Step("at_the_move", TO_SERVER, b"UID MOVE"),
    Step("within_the_answer_to_the_move", TO_CLIENT, b"COPYUID"),
    Step("at_the_end_of_the_move", TO_CLIENT, b"OK Move completed"),
)

LOGOUT_STEPS = (
    Step("at_LOGOUT", TO_SERVER, b"LOGOUT"),
    Step("at_the_answer_to_LOGOUT", TO_CLIENT, b"BYE Logging out"),
)


class Cuts(network.NetworkScenario):
    def setUp(self):
        super().setUp()
        self.set_network()

    def break_twice(self, step: Step) -> None:
        """Once in good order, once by a reset; each time a complaint is under way."""
        cut = self.proxy.cut(step.direction, step.at, step.nth)
        self.put(ANN)
        self.redress.start()
        self.wait_for(cut, f"a break {step.name}")
        self.wait_for_acknowledgements(ANN)
        if step.name == "at_DONE":
            # Only an idling connection says DONE: it idles again once the first mail is marked.
            self.servers.wait_for(lambda: all("$RedressDone" in flags
                                              for flags in self.servers.flags(COMMENTS)),
                                  what="the mark of the first complaint")
        cut = self.proxy.cut(step.direction, step.at, step.nth, reset=True)
        self.put(BOB)
        if step.name != "at_DONE":
            self.proxy.drop()  # so that the steps of a new connection come again
        self.wait_for(cut, f"a reset {step.name}")
        self.assert_each_complaint_once(ANN, BOB)

    def breaks_and_goes_on(self, step: Step) -> None:
        self.break_twice(step)
        for flags in self.servers.flags(COMMENTS):
            self.assertIn("$RedressDone", flags)

    def breaks_and_moves(self, step: Step) -> None:
        self.redress.change_settings('expects = "complaint"',
                                     'expects = "complaint"\nafter = "move:Done"')
        self.break_twice(step)
        self.assertEqual(sorted(str(mail["From"]) for mail in self.servers.mails(COMMENTS, "Done")),
                         [ANN, BOB])
        self.assertEqual(self.servers.mails(COMMENTS), [])

    def breaks_at_the_end(self, step: Step) -> None:
        """Everything is done by then: the program has nothing to complain of."""
        cut = self.proxy.cut(step.direction, step.at, step.nth)
        self.put(ANN)
        self.redress.once()
        self.assertTrue(cut.happened.is_set())
        self.assert_each_complaint_once(ANN)


def add_tests(steps, what) -> None:
    """One test method of Cuts for each step."""
    for step in steps:
        setattr(Cuts, f"test_SYS_02_a_break_{step.name}",
                lambda self, step=step: what(self, step))


add_tests(STEPS, Cuts.breaks_and_goes_on)
add_tests(MOVE_STEPS, Cuts.breaks_and_moves)
add_tests(LOGOUT_STEPS, Cuts.breaks_at_the_end)


if __name__ == "__main__":
    harness.main()
