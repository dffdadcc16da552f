"""A TCP proxy on loopback before a server's port: a bad network that a test controls.

    with TcpProxy(servers.imap_port) as proxy:
        cut = proxy.cut(TO_CLIENT, b"* 1 EXISTS")
        ...the client connects to proxy.port...
        wait_until(cut.happened.is_set)

Faults are found in the bytes as they pass, so those that look for words need a connection in clear
text. Whatever is under way when a fault is set is not looked at again.
"""

import contextlib
import select
import socket
import struct
import threading
import time

from listener import Listener
from mail_process import HOST
from stream_faults import TO_CLIENT, TO_SERVER, Fault, Faults, Stream

CHUNK_BYTES = 65536
LOOK_SECONDS = 0.02           # how often a connection asks whether the test wants something else
LINGER_NONE = struct.pack("ii", 1, 0)  # close() then sends RST instead of FIN


class Connection(threading.Thread):
    """Carries the bytes of one client both ways, until an end or a fault."""

    def __init__(self, proxy: "TcpProxy", client: socket.socket):
        super().__init__(daemon=True)
        self.proxy, self.client, self.server, self.streams = proxy, client, None, []
        self.cutting = threading.Event()
        self.reset = False

    def run(self) -> None:
        try:
            self._carry()
        except OSError:
            pass  # one side is gone: so is the other
        finally:
            for end in (self.client, self.server):
                if end is None:
                    continue
                if self.reset:
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NONE)
                end.close()
            self.proxy.forget(self, [what for stream in self.streams for _, what in stream.queue
                                     if isinstance(what, Fault)])

    def cut(self, reset: bool) -> None:
        self.reset = reset
        self.cutting.set()

    def _carry(self) -> None:
        while self.proxy.frozen.is_set() and not self.cutting.is_set():
            time.sleep(LOOK_SECONDS)
        self.server = socket.create_connection((HOST, self.proxy.target_port))
        for end in (self.client, self.server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.streams = [Stream(TO_SERVER, self.client, self.server),
                        Stream(TO_CLIENT, self.server, self.client)]
        while not self.cutting.is_set() and not all(each.ended for each in self.streams):
            if self.proxy.frozen.is_set():
                self.cutting.wait(LOOK_SECONDS)
                continue
            self._read()
            if self.proxy.frozen.is_set():
                continue  # asked again, so that nothing passes which was sent after freeze()
            for stream in self.streams:
                self._write(stream)

    def _read(self) -> None:
        sources = {each.source: each for each in self.streams if not each.ended}
        for source in select.select(list(sources), [], [], self._patience())[0]:
            stream, chunk = sources[source], source.recv(CHUNK_BYTES)
            due = time.monotonic() + self.proxy.one_way
            if chunk:
                stream.queue.extend((due, piece) for piece in self.proxy.inspect(stream, chunk))
            else:
                stream.ended = True
                stream.queue.append((due, None))

    def _patience(self) -> float:
        waiting = [each.queue[0][0] - time.monotonic() for each in self.streams if each.queue]
        return min(max(min(waiting, default=LOOK_SECONDS), 0), LOOK_SECONDS)

    def _write(self, stream: Stream) -> None:
        while stream.queue and stream.queue[0][0] <= time.monotonic() and not self.cutting.is_set():
            _, what = stream.queue.popleft()
            if what is None:
                with contextlib.suppress(OSError):
                    stream.sink.shutdown(socket.SHUT_WR)
            elif isinstance(what, Fault):
                self._suffer(what)
            elif self.proxy.dripping:
                self._drip(stream.sink, what)
            else:
                stream.sink.sendall(what)

    def _suffer(self, fault: Fault) -> None:
        if fault.kind == "cut":
            self.cut(fault.reset)
        fault.happened.set()
        while fault.kind == "hold" and not fault.released.is_set() and not self.cutting.is_set():
            fault.released.wait(LOOK_SECONDS)

    def _drip(self, sink: socket.socket, chunk: bytes) -> None:
        for at in range(len(chunk)):
            if self.cutting.is_set():
                return
            sink.sendall(chunk[at:at + 1])
            time.sleep(0)  # the reader gets its turn, so that most bytes arrive alone


class TcpProxy(Listener):
    """Passes everything on until it is told otherwise. A context manager; `port` is where it listens."""

    def __init__(self, target_port: int):
        super().__init__()
        self.target_port = target_port
        self.frozen = threading.Event()
        self.one_way, self.dripping = 0.0, False
        self.accepted = 0   # connections so far
        self._faults, self._connections = Faults(), set()
        self._lock = threading.Lock()

    def __enter__(self) -> "TcpProxy":
        self.accept()
        return self

    def __exit__(self, *_) -> None:
        self.refuse()
        self.drop()

    # ---- what a test does to it ---------------------------------------------------------------

    def cut(self, direction: str, at, nth: int = 1, passing: bool = False,
            reset: bool = False) -> Fault:
        """Ends the connection there: in good order (FIN), or `reset` (RST)."""
        return self._expect(Fault("cut", direction, at, nth, passing, reset=reset))

    def hold(self, direction: str, at, nth: int = 1, passing: bool = False) -> Fault:
        """Stops the connection there until `release()` of what is returned."""
        return self._expect(Fault("hold", direction, at, nth, passing))

    def corrupt(self, direction: str, at: bytes, replacement: bytes, nth: int = 1) -> Fault:
        """Sends other bytes instead, once."""
        return self._expect(Fault("corrupt", direction, at, nth, replacement=replacement))

    def delay(self, round_trip: float) -> None:
        """Every chunk takes half of these seconds; many may be on the way at once."""
        self.one_way = round_trip / 2

    def drip(self, dripping: bool = True) -> None:
        """Every byte is sent by itself."""
        self.dripping = dripping

    def freeze(self) -> None:
        """Connections are accepted, and nothing passes; those that stand are kept."""
        self.frozen.set()

    def thaw(self) -> None:
        self.frozen.clear()

    def drop(self, reset: bool = False) -> None:
        """Ends all connections that stand."""
        with self._lock:
            standing = list(self._connections)
        for connection in standing:
            connection.cut(reset)
        for connection in standing:
            connection.join()

    # ---- what its connections ask ---------------------------------------------------------------

    def inspect(self, stream: Stream, chunk: bytes) -> list:
        """The chunk in pieces, with the faults that were found between them."""
        with self._lock:
            return self._faults.split(stream, chunk)

    def forget(self, connection: Connection, not_reached: list) -> None:
        """The connection has ended; faults that it had found and never came to wait for another."""
        with self._lock:
            self._connections.discard(connection)
            for fault in not_reached:
                fault.nth = 1
                self._faults.add(fault)

    def _expect(self, fault: Fault) -> Fault:
        with self._lock:
            return self._faults.add(fault)

    def _welcome(self, client: socket.socket) -> None:
        connection = Connection(self, client)
        with self._lock:
            self.accepted += 1
            self._connections.add(connection)
            connection.start()  # within the lock: whoever finds it can wait for its end
