"""The daemon as a service: what it tells the service manager, reloading, stopping, the watchdog (SYS-07)."""

import os
import signal
import socket
import unittest

import harness
from harness import ANN, BOB, COMMENTS
from mails import complaint

SILENCE_SECONDS = 2.0  # what WATCHDOG_USEC below allows between two beats


class ServiceManager:
    """The other end of sd_notify(3)."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(path))
        self.path = str(path)

    def next(self, timeout: float = harness.ONCE_SECONDS) -> list:
        """The lines of the next notification; raises TimeoutError."""
        self.socket.settimeout(timeout)
        return self.socket.recv(4096).decode().splitlines()

    def wait_for(self, line: str) -> list:
        """Reads on until a notification has that line; what came before it, and it."""
        seen = []
        while line not in seen:
            seen += self.next()
        return seen


class AServerThatSaysNothing:
    """Accepts SMTP connections and never greets."""

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        return self

    def __exit__(self, *_):
        self.socket.close()

    @property
    def port(self) -> int:
        return self.socket.getsockname()[1]

    def wait_for_client(self):
        self.socket.settimeout(harness.ONCE_SECONDS)
        return self.socket.accept()[0]


class Service(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.manager = ServiceManager(self.redress.folder / "notify")
        self.addCleanup(self.manager.socket.close)

    def start(self, *words) -> None:
        self.redress.start(*words, NOTIFY_SOCKET=self.manager.path,
                           WATCHDOG_USEC=str(int(SILENCE_SECONDS * 1e6)))

    def test_SYS_07_it_says_when_it_is_ready_how_it_fares_and_that_it_ends(self):
        self.start()
        self.manager.wait_for("READY=1")
        seen = self.manager.wait_for("STATUS=watching 2 mailboxes")
        self.assertIn("WATCHDOG=1", seen)
        self.redress.stop()
        self.manager.wait_for("STOPPING=1")

    def test_SYS_07_a_reload_takes_the_new_settings(self):
        self.start()
        self.writes(complaint(ANN))
        self.mail_of(ANN)
        self.redress.change_settings('name = "Example Institute"', 'name = "Institute of Examples"')
        self.redress.process.send_signal(signal.SIGHUP)
        seen = self.manager.wait_for("READY=1")
        self.assertTrue(any(line.startswith("RELOADING=1") for line in
                            seen + self.manager.wait_for("READY=1")), seen)
        self.writes(complaint(BOB))
        answer, = self.mail_of(BOB)
        self.assertIn("Institute of Examples", harness.text_of(answer))
        self.redress.stop()
        self.assertEqual(len(self.redress.cases()), 2)
        self.assert_all_accounted_for()

    def test_SYS_07_a_reload_with_a_mistake_keeps_the_old_settings_and_names_it(self):
        self.start()
        self.writes(complaint(ANN))
        self.mail_of(ANN)
        self.manager.wait_for("READY=1")
        self.redress.change_settings("[notices]", "[notises]")
        self.redress.process.send_signal(signal.SIGHUP)
        self.manager.wait_for("READY=1")
        self.assertIn("R504", self.redress.log_text())
        self.assertIn("notises", self.redress.log_text())
        self.writes(complaint(BOB))
        self.mail_of(BOB)
        self.redress.stop()

    def test_SYS_07_the_path_of_the_database_changes_by_a_restart_only(self):
        self.start()
        self.manager.wait_for("READY=1")
        self.redress.change_settings("redress.db", "other.db")
        self.redress.process.send_signal(signal.SIGHUP)
        self.manager.wait_for("READY=1")
        self.assertIn("store.path: changes by a restart only", self.redress.log_text())
        self.assertFalse((self.redress.folder / "other.db").exists())
        self.redress.stop()

    def test_SYS_07_a_second_signal_ends_it_at_once_and_nothing_is_lost(self):
        smtp = f"smtp://127.0.0.1:{self.servers.smtp_port}"
        with AServerThatSaysNothing() as server:
            self.redress.change_settings(smtp, f"smtp://127.0.0.1:{server.port}")
            self.servers.append(COMMENTS, "INBOX", complaint(ANN).as_bytes())
            self.start()
            client = server.wait_for_client()
            self.redress.process.send_signal(signal.SIGTERM)
            self.manager.wait_for("STOPPING=1")
            self.assertIsNone(self.redress.process.poll(), "it waits for the mail server")
            self.redress.process.send_signal(signal.SIGTERM)
            self.assertEqual(self.redress.wait(), 0)
            client.close()
            self.redress.change_settings(f"smtp://127.0.0.1:{server.port}", smtp)
        self.assert_all_accounted_for()
        self.redress.once()
        self.mail_of(ANN)

    @unittest.skipUnless(harness.TEST_CLOCK, "fault points are in test builds only")
    def test_SYS_07_a_loop_that_is_stuck_feeds_no_watchdog(self):
        hour = 3_600_000
        self.start("--fault", f"imap.wait=block:{hour}@1")
        with self.assertRaises(TimeoutError):
            while True:
                self.manager.next(timeout=SILENCE_SECONDS)
        # What systemd does then.
        os.kill(self.redress.process.pid, signal.SIGABRT)
        self.assertEqual(self.redress.process.wait(), -signal.SIGABRT)
        self.redress.process = None


if __name__ == "__main__":
    harness.main()
