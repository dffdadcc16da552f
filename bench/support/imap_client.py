"""An IMAP client that does the least that can be done: what the servers themselves allow."""

import re
import socket
import ssl
import time

import servers as private

from .complaints import MAILBOX
from .figures import BenchError

BATCH = 50
BUFFER_BYTES = 1 << 20
TIMEOUT_SECONDS = 60.0
END = b"END"    # the tag of the last command, which no mail of ours has at the start of a line


class ImapClient:
    """A logged-in connection over TLS with INBOX selected."""

    def __init__(self, port: int, ca, address: str = MAILBOX):
        context = ssl.create_default_context(cafile=str(ca))
        plain = socket.create_connection(("127.0.0.1", port), TIMEOUT_SECONDS)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = context.wrap_socket(plain, server_hostname="localhost")
        self.buffer = memoryview(bytearray(BUFFER_BYTES))
        self.read_until(b"* OK")
        self.run(b"a", f"LOGIN {address} {private.PASSWORD}".encode())
        self.run(b"b", b"SELECT INBOX")

    def __enter__(self) -> "ImapClient":
        return self

    def __exit__(self, *_) -> None:
        self.socket.close()

    def read_until(self, mark: bytes) -> int:
        """Reads and forgets until `mark` stands in the stream; how many bytes came."""
        total, carried = 0, b""
        while True:
            size = self.socket.recv_into(self.buffer)
            if size == 0:
                raise BenchError("the IMAP server closed the connection")
            total += size
            piece = carried + self.buffer[:size]
            if mark in piece:
                return total
            carried = piece[-len(mark):]

    def run(self, tag: bytes, command: bytes) -> None:
        self.socket.sendall(tag + b" " + command + b"\r\n")
        self.read_until(b"\r\n" + tag + b" OK" if tag != b"a" else b"a OK")

    def fetch_all(self, count: int) -> int:
        """Every message, in batches whose commands are all sent at once; the bytes that came."""
        commands = []
        for first in range(1, count + 1, BATCH):
            tag = END if first + BATCH > count else b"f"
            numbers = f"{first}:{min(first + BATCH - 1, count)}".encode()
            commands.append(tag + b" FETCH " + numbers + b" (UID INTERNALDATE BODY.PEEK[])\r\n")
        self.socket.sendall(b"".join(commands))
        return self.read_until(b"\r\n" + END + b" OK")

    def await_news(self) -> float:
        """IDLE until the server tells of new mail; the monotonic time of its word."""
        self.socket.sendall(b"i IDLE\r\n")
        heard = b""
        while not re.search(rb"\* \d+ EXISTS\r\n", heard):
            size = self.socket.recv_into(self.buffer)
            if size == 0:
                raise BenchError("the IMAP server closed the connection")
            heard += self.buffer[:size]
        told = time.monotonic()
        self.socket.sendall(b"DONE\r\n")
        self.read_until(b"i OK")
        return told


def fetch_rate(port: int, ca, count: int, size: int) -> float:
    """Messages a second of a client that connects, fetches all and throws them away."""
    begin = time.monotonic()
    with ImapClient(port, ca) as client:
        came = client.fetch_all(count)
    took = time.monotonic() - begin
    if came < size:
        raise BenchError(f"the raw FETCH gave {came} bytes for {count} mails of {size} bytes")
    return count / took
