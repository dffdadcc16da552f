"""A port of its own on loopback that a test opens and closes: what the fake servers stand on."""

import contextlib
import socket
import threading

from mail_process import HOST, ServerError, free_port


class Listener:
    """Hands each client to `_welcome(client)`, on a thread of its own for all of them."""

    def __init__(self):
        self.port = free_port()
        self._listener = None

    def accept(self) -> None:
        """Listens, on the same port as ever."""
        if self._listener:
            raise ServerError(f"{type(self).__name__} listens already")
        self._listener = socket.create_server((HOST, self.port), backlog=256)
        threading.Thread(target=self._serve, args=[self._listener], daemon=True).start()

    def refuse(self) -> None:
        """Nobody listens any more."""
        listener, self._listener = self._listener, None
        if listener:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)  # wakes the thread in accept()
            listener.close()

    def _serve(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return  # refused from now on
            self._welcome(client)
