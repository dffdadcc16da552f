"""SMTP servers that take mail and forget it: Postfix's for rates, ours for moments of arrival."""

import contextlib
import socketserver
import subprocess
import threading
import time

import servers as private

SINK = "/usr/sbin/smtp-sink"
BACKLOG = "256"


@contextlib.contextmanager
def sink(port: int):
    """Postfix's smtp-sink on that port."""
    process = subprocess.Popen([SINK, "-u", "nobody", f"127.0.0.1:{port}", BACKLOG])
    try:
        private.wait_until(lambda: listens(port), what="smtp-sink")
        yield
    finally:
        process.terminate()
        process.wait()


def listens(port: int) -> bool:
    # Asking by a connection would be one more client of the sink, if only for a moment.
    wanted = f"0100007F:{port:04X}"
    with open("/proc/net/tcp", encoding="ascii") as table:
        return any(wanted in line and " 0A " in line for line in table)


class Dialogue(socketserver.StreamRequestHandler):
    """One SMTP connection; every command is answered well."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        self.answer("220 bench")
        recipient = ""
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"EHLO":
                self.answer("250-bench\r\n250 8BITMIME")
            elif word == b"DATA":
                self.answer("354 go on")
                self.take(recipient)
            elif word == b"QUIT":
                self.answer("221 bye")
                return
            else:
                if word == b"RCPT":
                    recipient = line.split(b"<", 1)[1].split(b">", 1)[0].decode()
                self.answer("250 ok")

    def take(self, recipient: str) -> None:
        for line in self.rfile:
            if line == b".\r\n":
                break
        self.server.arrived(recipient, time.monotonic())
        self.answer("250 taken")

    def answer(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


class StampingSink(socketserver.ThreadingTCPServer):
    """Knows when the last byte of the mail to each recipient came."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", private.free_port()), Dialogue)
        self.port = self.server_address[1]
        self.times, self.news = {}, threading.Condition()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *_) -> None:
        self.shutdown()
        self.server_close()

    def arrived(self, recipient: str, at: float) -> None:
        with self.news:
            self.times.setdefault(recipient, at)
            self.news.notify_all()

    def wait_for(self, recipient: str, seconds: float) -> float:
        """The monotonic time of that recipient's mail; TimeoutError where none comes."""
        with self.news:
            if not self.news.wait_for(lambda: recipient in self.times, seconds):
                raise TimeoutError(f"no mail to {recipient} within {seconds:g} s")
            return self.times[recipient]
