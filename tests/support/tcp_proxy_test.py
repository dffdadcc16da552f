"""The proxy does to a connection what its methods say: the network tests rely on it."""

import contextlib
import socket
import threading
import time
import unittest

from mail_process import HOST, free_port, wait_until
from tcp_proxy import TO_CLIENT, TO_SERVER, TcpProxy

ROUND_TRIP = 0.2


class Echo:
    """Greets, and gives back what it gets, until the client ends."""

    def __enter__(self) -> "Echo":
        self.listener = socket.create_server((HOST, free_port()))
        self.port = self.listener.getsockname()[1]
        self.heard = b""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=self._serve, args=[self.listener.accept()[0]],
                                 daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            client.sendall(b"hello ")
            while chunk := client.recv(4096):
                self.heard += chunk
                client.sendall(chunk)


class TcpProxyTest(unittest.TestCase):
    def setUp(self):
        self.echo = self.enterContext(Echo())
        self.proxy = self.enterContext(TcpProxy(self.echo.port))

    def client(self) -> socket.socket:
        client = self.enterContext(socket.create_connection((HOST, self.proxy.port)))
        client.settimeout(20)
        return client

    def said(self, *words: bytes) -> bytes:
        """What a new client hears until the end, having sent the words and its own end."""
        client = self.client()
        for word in words:
            client.sendall(word)
        with contextlib.suppress(OSError):
            client.shutdown(socket.SHUT_WR)
        heard = b""
        while chunk := client.recv(4096):
            heard += chunk
        return heard

    def test_bytes_pass_both_ways_and_ends_too(self):
        text = bytes(range(256)) * 1000
        self.assertEqual(self.said(text), b"hello " + text)
        self.assertEqual(self.said(b"again"), b"hello again")
        self.assertEqual(self.proxy.accepted, 2)

    def test_a_cut_at_words_of_the_server_keeps_them_back_or_lets_them_through(self):
        cut = self.proxy.cut(TO_CLIENT, b"lo")
        self.assertEqual(self.said(b"more"), b"hel")
        self.assertTrue(cut.happened.is_set())
        self.proxy.cut(TO_CLIENT, b"lo", passing=True)
        self.assertEqual(self.said(b"more"), b"hello")
        self.assertEqual(self.said(b"more"), b"hello more")  # each happens once

    def test_the_nth_occurrence_counts_over_connections(self):
        cut = self.proxy.cut(TO_SERVER, b"abc", nth=3)
        self.assertEqual(self.said(b"abcab"), b"hello abcab")
        self.assertFalse(cut.happened.is_set())
        self.said(b"cabcabc")  # whether the answer to the first four comes through is luck
        wait_until(lambda: self.echo.heard == b"abcab" + b"cabc", what="what came before the third")

    def test_words_that_come_in_two_pieces_are_found(self):
        cut = self.proxy.cut(TO_SERVER, b"abc")
        client = self.client()
        self.assertEqual(client.recv(6), b"hello ")
        client.sendall(b"ab")
        self.assertEqual(client.recv(2), b"ab")
        client.sendall(b"cd")
        self.assertEqual(client.recv(1), b"")
        self.assertTrue(cut.happened.is_set())
        self.assertEqual(self.echo.heard, b"ab")

    def test_two_faults_in_one_piece(self):
        self.proxy.corrupt(TO_CLIENT, b"l", b"L", nth=2)
        self.proxy.cut(TO_CLIENT, b" ", nth=1, passing=True)
        self.assertEqual(self.said(b"more"), b"helLo ")

    def test_a_cut_after_so_many_bytes(self):
        self.proxy.cut(TO_CLIENT, 4)
        self.assertEqual(self.said(), b"hell")

    def test_a_reset_is_no_end_in_good_order(self):
        self.proxy.cut(TO_CLIENT, b"hello", reset=True)
        with self.assertRaises(ConnectionResetError):
            self.said()

    def test_a_corrupted_byte(self):
        self.proxy.corrupt(TO_CLIENT, b"e", b"a")
        self.assertEqual(self.said(b"bee"), b"hallo bee")

    def test_a_held_connection_goes_on_when_it_is_released(self):
        hold = self.proxy.hold(TO_SERVER, b"two")
        client = self.client()
        client.sendall(b"one two three")
        wait_until(hold.happened.is_set, what="the hold")
        wait_until(lambda: self.echo.heard == b"one ", what="what came before")
        hold.release()
        wait_until(lambda: self.echo.heard == b"one two three", what="the rest")

    def test_frozen_connections_are_accepted_and_kept(self):
        standing = self.client()
        self.assertEqual(standing.recv(6), b"hello ")
        self.proxy.freeze()
        late = self.client()
        standing.sendall(b"x")
        wait_until(lambda: self.proxy.accepted == 2, what="the second connection")
        self.assertEqual(self.echo.heard, b"")
        self.proxy.thaw()
        self.assertEqual(standing.recv(1), b"x")
        self.assertEqual(late.recv(6), b"hello ")

    def test_a_refusing_proxy_comes_back_on_its_port(self):
        standing = self.client()
        self.assertEqual(standing.recv(6), b"hello ")
        self.proxy.refuse()
        with self.assertRaises(ConnectionRefusedError):
            self.client()
        standing.sendall(b"kept")
        self.assertEqual(standing.recv(4), b"kept")
        self.proxy.drop()
        self.assertEqual(standing.recv(1), b"")
        self.proxy.accept()
        self.assertEqual(self.said(b"back"), b"hello back")

    def test_dripping_loses_nothing_and_keeps_the_order(self):
        self.proxy.drip()
        text = bytes(range(256)) * 4
        self.assertEqual(self.said(text), b"hello " + text)

    def test_a_delay_takes_at_least_a_round_trip(self):
        client = self.client()
        self.assertEqual(client.recv(6), b"hello ")
        self.proxy.delay(ROUND_TRIP)
        started = time.monotonic()  # a bound from below: no busy machine can break it
        client.sendall(b"there and back")
        self.assertEqual(client.recv(64), b"there and back")
        self.assertGreaterEqual(time.monotonic() - started, ROUND_TRIP)


if __name__ == "__main__":
    unittest.main()
