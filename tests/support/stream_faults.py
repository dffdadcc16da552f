"""Where in a stream of bytes something is to go wrong."""

import collections
import socket
import threading

TO_SERVER, TO_CLIENT = "to server", "to client"


class Fault:
    """What is to happen, once, when a place in the stream is reached.

    at: the bytes to look for, or how many bytes of the connection go before. nth: which of their
    occurrences, counted over all connections. passing: whether the bytes found still go through.
    """

    def __init__(self, kind: str, direction: str, at, nth: int = 1, passing: bool = False,
                 replacement: bytes = b"", reset: bool = False):
        self.kind, self.direction, self.at, self.nth = kind, direction, at, nth
        self.passing, self.replacement, self.reset = passing, replacement, reset
        self.happened = threading.Event()
        self.released = threading.Event()

    def release(self) -> None:
        """Lets a held connection go on."""
        self.released.set()

    def ends(self, before: bytes, chunk: bytes) -> list:
        """Where in the chunk the occurrences end that it completes."""
        joined, found, at = before + chunk, [], -1
        while (at := joined.find(self.at, at + 1)) >= 0:
            end = at + len(self.at) - len(before)
            if end > 0:
                found.append(end)
        return found

    def place(self, before: bytes, passed: int, chunk: bytes):
        """(start, end) in the chunk of what was looked for; None where it does not end in it.

        before: the last bytes that went through; passed: how many there were in all.
        """
        if isinstance(self.at, int):
            start = self.at - passed
            return (start, start) if 0 <= start < len(chunk) else None
        ends = self.ends(before, chunk)
        if len(ends) < self.nth:
            return None
        end = ends[self.nth - 1]
        return max(end - len(self.at), 0), end


class Stream:
    """One direction of one connection: what was read and is still to be written, and when."""

    def __init__(self, direction: str, source: socket.socket, sink: socket.socket):
        self.direction, self.source, self.sink = direction, source, sink
        self.before, self.passed = b"", 0
        self.queue = collections.deque()  # (when it may go, bytes, Fault or None for the end)
        self.ended = False


class Faults:
    """The faults that have not happened yet. Not for several threads at once."""

    def __init__(self):
        self._waiting = []

    def add(self, fault: Fault) -> Fault:
        self._waiting.append(fault)
        return fault

    def split(self, stream: Stream, chunk: bytes) -> list:
        """The chunk in pieces, with the faults that were found between them."""
        pieces = []
        while found := self._first(stream, chunk):
            (start, end), fault = found
            self._waiting.remove(fault)
            kept = end if fault.passing else start
            taken = end if fault.kind == "corrupt" else kept
            pieces += [chunk[:kept]] if kept else []
            pieces += [fault.replacement] if fault.kind == "corrupt" else []
            pieces.append(fault)
            self._pass(stream, chunk[:taken])
            chunk = chunk[taken:]
        self._pass(stream, chunk)
        return pieces + ([chunk] if chunk else [])

    def _of(self, stream: Stream) -> list:
        return [each for each in self._waiting if each.direction == stream.direction]

    def _first(self, stream: Stream, chunk: bytes):
        places = [(place, fault) for fault in self._of(stream)
                  if (place := fault.place(stream.before, stream.passed, chunk))]
        return min(places, key=lambda each: each[0], default=None)

    def _pass(self, stream: Stream, chunk: bytes) -> None:
        words = [each for each in self._of(stream) if isinstance(each.at, bytes)]
        for fault in words:
            fault.nth -= len(fault.ends(stream.before, chunk))
        longest = max((len(each.at) - 1 for each in words), default=0)
        stream.before = (stream.before + chunk)[-longest:] if longest else b""
        stream.passed += len(chunk)
