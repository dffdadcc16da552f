#!/usr/bin/python3
"""A TCP proxy on loopback that behaves like a long link: each byte arrives so much later.

  bench/delay_proxy.py PORT MILLISECONDS

PORT is the server's; MILLISECONDS is the way in one direction, half a round trip. Prints the port
it listens on and serves until it is killed. The bandwidth is not limited.
"""

import contextlib
import queue
import socket
import subprocess
import sys
import threading
import time

PIECE_BYTES = 1 << 18
PIECES = 256  # under way at most in one direction, as a link has a window


def take(source: socket.socket, link: queue.Queue, delay: float) -> None:
    """Notes what comes, and when it is due at the other end; nothing means the end."""
    with contextlib.suppress(OSError):
        while piece := source.recv(PIECE_BYTES):
            link.put((time.monotonic() + delay, piece))
    link.put((time.monotonic() + delay, b""))


def give(target: socket.socket, link: queue.Queue) -> None:
    with contextlib.suppress(OSError):
        while True:
            due, piece = link.get()
            time.sleep(max(0.0, due - time.monotonic()))
            if not piece:
                target.shutdown(socket.SHUT_WR)
                return
            target.sendall(piece)


def connect(client: socket.socket, port: int, delay: float) -> None:
    """Two threads a direction, until both ends have said all."""
    try:
        server = socket.create_connection(("127.0.0.1", port))
    except OSError:
        client.close()
        return
    with client, server:
        threads = []
        for source, target in ((client, server), (server, client)):
            target.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            link = queue.Queue(PIECES)
            threads += [threading.Thread(target=take, args=(source, link, delay), daemon=True),
                        threading.Thread(target=give, args=(target, link), daemon=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


@contextlib.contextmanager
def delayed(port: int, milliseconds: float):
    """Runs the proxy as a process of its own; its port."""
    process = subprocess.Popen([sys.executable, __file__, str(port), str(milliseconds)],
                               stdout=subprocess.PIPE, text=True)
    try:
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    port, delay = int(sys.argv[1]), float(sys.argv[2]) / 1000
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        while True:
            client, _ = listener.accept()
            threading.Thread(target=connect, args=(client, port, delay), daemon=True).start()


if __name__ == "__main__":
    main()
