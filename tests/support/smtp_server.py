"""A small SMTP server that says what a test tells it: for refusals that no real server gives on demand.

    with SmtpServer() as server:
        server.says("RCPT", "450 4.2.0 Not now")     # to the next RCPT; then it works
        server.hangs_up("dot")                       # takes the mail, and gives no answer

Steps: greeting, EHLO, HELO, MAIL, RCPT, DATA, dot, RSET, QUIT. An instruction may be about one command
only; DATA and the dot have the recipients in the place of arguments.
"""

import contextlib
import dataclasses
import email
import email.policy
import re
import socket
import threading
import time

from listener import Listener
from mail_process import ServerError

STEPS = ("greeting", "EHLO", "HELO", "MAIL", "RCPT", "DATA", "dot", "RSET", "QUIT")
ANSWERS = {
    "greeting": "220 mx.example.org ESMTP",
    "EHLO": "250-mx.example.org\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 100000000",
    "DATA": "354 Go on",
    "dot": "250 2.0.0 Taken",
    "QUIT": "221 2.0.0 Bye",
}
OK = "250 2.1.0 Ok"
CLOSING = "421"


@dataclasses.dataclass
class Taken:
    """A mail that the server keeps, whether or not it said so."""
    sender: str
    recipients: list
    bytes: bytes
    answered: bool

    @property
    def mail(self):
        return email.message_from_bytes(self.bytes, policy=email.policy.default)


@dataclasses.dataclass
class Instruction:
    step: str
    answer: str     # None: hang up instead
    about: str      # only where the command holds this
    left: float     # how often still


class SmtpServer(Listener):
    """Listens on a port of its own. A context manager."""

    def __init__(self):
        super().__init__()
        self.taken = []          # of Taken, in order
        self.heard = []          # the step of every command
        self.pause = 0.0         # before each byte of an answer
        self._instructions, self._clients = [], set()
        self._lock = threading.Lock()

    def __enter__(self) -> "SmtpServer":
        self.accept()
        return self

    def __exit__(self, *_) -> None:
        self.refuse()

    # ---- what a test does to it ---------------------------------------------------------------

    def says(self, step: str, answer: str, about: str = "", times: float = 1) -> None:
        """Gives that answer so often, to commands that hold `about`; a 421 is followed by the end."""
        self._instruct(Instruction(step, answer, about.upper(), times))

    def hangs_up(self, step: str, about: str = "", times: float = 1) -> None:
        """Ends the connection instead of answering. At "dot" the mail was taken all the same."""
        self._instruct(Instruction(step, None, about.upper(), times))

    def forget_instructions(self) -> None:
        with self._lock:
            self._instructions.clear()

    def drip(self, pause: float = 0.01) -> None:
        """Answers byte by byte."""
        self.pause = pause

    def refuse(self) -> None:
        """Ends all connections; nobody listens any more."""
        super().refuse()
        with self._lock:
            clients = list(self._clients)
        for client in clients:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)

    def mails_to(self, recipient: str) -> list:
        """What it keeps for that address, oldest first."""
        with self._lock:
            return [each.mail for each in self.taken if recipient in each.recipients]

    # ---- one client ---------------------------------------------------------------------------

    def _instruct(self, instruction: Instruction) -> None:
        if instruction.step not in STEPS:
            raise ServerError(f"no step {instruction.step}: one of {', '.join(STEPS)}")
        with self._lock:
            self._instructions.append(instruction)

    def answer_to(self, step: str, command: str):
        """The next answer; None to hang up."""
        with self._lock:
            self.heard.append(step)
            for each in self._instructions:
                if each.step == step and each.left > 0 and each.about in command.upper():
                    each.left -= 1
                    return each.answer
        return ANSWERS.get(step, OK)

    def keep(self, taken: Taken) -> None:
        with self._lock:
            self.taken.append(taken)

    def _welcome(self, client: socket.socket) -> None:
        with self._lock:
            self._clients.add(client)
        threading.Thread(target=self._talk, args=[client], daemon=True).start()

    def _talk(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client, client.makefile("rb") as lines:
            Dialogue(self, client, lines).run()
        with self._lock:
            self._clients.discard(client)


class Dialogue:
    """The commands of one connection, answered in turn."""

    def __init__(self, server: SmtpServer, client: socket.socket, lines):
        self.server, self.client, self.lines = server, client, lines
        self.sender, self.recipients, self.open = "", [], True

    def run(self) -> None:
        self._answer("greeting", "")
        while self.open and (line := self.lines.readline()):
            command = line.decode("utf-8", "replace").strip()
            step = command.split(" ")[0].split(":")[0].upper()
            about = " ".join(self.recipients) if step == "DATA" else command
            answer = self._answer(step, about)
            if self.open and answer[0] in "23":
                self._advance(step, command)

    def _advance(self, step: str, command: str) -> None:
        address = re.search(r"<([^>]*)>", command)
        if step in ("MAIL", "RSET"):
            self.sender, self.recipients = address[1] if address else "", []
        elif step == "RCPT":
            self.recipients.append(address[1])
        elif step == "DATA":
            self._take()
        elif step == "QUIT":
            self.open = False

    def _take(self) -> None:
        content = []
        while (line := self.lines.readline()) != b".\r\n":
            if not line:
                raise ConnectionError("no final dot")
            content.append(line[1:] if line.startswith(b".") else line)
        taken = Taken(self.sender, self.recipients, b"".join(content), answered=False)
        answer = self.server.answer_to("dot", " ".join(self.recipients))
        if answer is None or answer.startswith("2"):
            # Kept before the answer: a client that has the answer may ask for the mail at once.
            taken.answered = answer is not None
            self.server.keep(taken)
        self._say(answer)

    def _answer(self, step: str, command: str):
        answer = self.server.answer_to(step, command)
        self._say(answer)
        return answer

    def _say(self, answer) -> None:
        if answer is None:
            self.open = False
            return
        text = answer.encode() + b"\r\n"
        for at in range(len(text)) if self.server.pause else ():
            self.client.sendall(text[at:at + 1])
            time.sleep(self.server.pause)
        if not self.server.pause:
            self.client.sendall(text)
        self.open = not answer.startswith(CLOSING)
