"""The private mail servers keep what servers.py promises: other tests rely on it."""

import datetime
import imaplib
import os
import pathlib
import shutil
import signal
import smtplib
import ssl
import subprocess
import sys
import time
import unittest

import servers as private

MAIL = (b"From: Ann <ann@example.net>\r\nTo: comments@example.org\r\nSubject: %s\r\n"
        b"Message-ID: <one@example.net>\r\n\r\nText\r\n")


class ServersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.servers = cls.enterClassContext(private.Servers())

    def test_mail_to_a_sub_address_reaches_the_mailbox_with_the_tag_kept(self):
        self.servers.send("ann@example.net", "tagged+b-key@example.org", MAIL % b"tag")
        mail, = self.servers.wait_for_mails("tagged@example.org")
        self.assertEqual(mail["Subject"], "tag")
        self.assertIn("tagged+b-key@example.org", mail["Delivered-To"])
        self.assertEqual(mail["Return-Path"], "<ann@example.net>")

    def test_mail_to_an_unknown_user_comes_back_as_a_delivery_report(self):
        self.servers.send("bounced+b-key@example.org", "ghost@bounce.example", MAIL % b"lost")
        report, = self.servers.wait_for_mails("bounced@example.org")
        self.assertEqual(report.get_content_type(), "multipart/report")
        self.assertEqual(report["Return-Path"], "<>")
        self.assertEqual(report["To"], "bounced+b-key@example.org")
        self.assertIn("Status: 5.1.1", report.as_string())
        self.assertIn("ghost@bounce.example", report.as_string())

    def test_nobody_is_refused_in_the_smtp_dialogue(self):
        with self.assertRaises(smtplib.SMTPRecipientsRefused) as caught:
            self.servers.send("ann@example.net", "nobody@example.net", MAIL % b"refused")
        self.assertEqual(caught.exception.recipients["nobody@example.net"][0], 550)

    def test_internal_date_and_flags(self):
        received = datetime.datetime(2026, 3, 2, 10, 30, tzinfo=datetime.timezone.utc)
        self.servers.append("old@example.org", "INBOX", MAIL % b"old", received)
        with self.servers.imap("old@example.org") as imap:
            _, answer = imap.fetch("1", "(INTERNALDATE)")
            imap.store("1", "+FLAGS", "$Done")
        seen = datetime.datetime.fromtimestamp(
            time.mktime(imaplib.Internaldate2tuple(answer[0])), datetime.timezone.utc)
        self.assertEqual(seen, received)
        flags, = self.servers.flags("old@example.org")
        self.assertEqual(flags - {"\\Recent"}, {"$Done"})

    def test_the_junk_folder_is_there_and_named_by_its_use(self):
        with self.servers.imap("junk@example.org") as imap:
            _, folders = imap.list()
        self.assertTrue(any(b"\\Junk" in line and b"Junk" in line for line in folders), folders)

    def test_starttls_with_our_ca_works_and_with_the_wrong_one_does_not(self):
        with imaplib.IMAP4("127.0.0.1", self.servers.imap_port) as imap:
            imap.starttls(ssl.create_default_context(cafile=str(self.servers.ca)))
            imap.login("tls@example.org", private.PASSWORD)
        wrong = ssl.create_default_context(cafile=str(self.servers.wrong_ca))
        with self.assertRaises(ssl.SSLCertVerificationError):
            imaplib.IMAP4_SSL("127.0.0.1", self.servers.imaps_port, ssl_context=wrong)

    def test_idle_tells_of_new_mail(self):
        with self.servers.imap("idle@example.org") as imap:
            imap.send(b"x1 IDLE\r\n")
            self.assertTrue(imap.readline().startswith(b"+ "))
            self.servers.send("ann@example.net", "idle@example.org", MAIL % b"idle")
            imap.sock.settimeout(private.WAIT_SECONDS)
            while not (line := imap.readline()).endswith(b" EXISTS\r\n"):
                self.assertTrue(line)
            imap.send(b"DONE\r\n")
            while not (line := imap.readline()).startswith(b"x1 OK"):
                self.assertTrue(line)

    def test_mail_survives_a_kill_and_a_restart(self):
        self.servers.send("ann@example.net", "kept@example.org", MAIL % b"kept")
        self.servers.wait_for_mails("kept@example.org")
        self.servers.dovecot.kill()
        with self.assertRaises(OSError):
            self.servers.mails("kept@example.org")
        self.servers.dovecot.resume()
        self.servers.postfix.restart()
        self.servers.send("ann@example.net", "kept@example.org", MAIL % b"kept two")
        self.assertEqual(len(self.servers.wait_for_mails("kept@example.org", 2)), 2)


    def test_a_refused_user_cannot_log_in_until_allowed(self):
        self.servers.dovecot.refuse_login("refused@example.org")
        with self.assertRaisesRegex(imaplib.IMAP4.error, "AUTHENTICATIONFAILED"):
            self.servers.mails("refused@example.org")
        self.assertEqual(self.servers.mails("other@example.org"), [])
        self.servers.dovecot.allow_logins()
        self.assertEqual(self.servers.mails("refused@example.org"), [])

    def test_another_certificate_is_shown_and_the_right_one_again(self):
        certificates = self.servers.certificates
        self.servers.dovecot.show_certificate(certificates.wrong_certificate)
        with self.assertRaises(ssl.SSLCertVerificationError):
            self.servers.mails("tls@example.org")
        self.servers.dovecot.show_certificate(certificates.certificate)
        self.assertEqual(self.servers.mails("tls@example.org"), [])

    def test_a_frozen_server_keeps_its_connections_and_answers_when_it_thaws(self):
        with self.servers.imap("frozen@example.org") as imap:
            self.servers.dovecot.freeze()
            self.addCleanup(self.servers.dovecot.thaw)
            imap.send(b"x1 NOOP\r\n")
            imap.sock.settimeout(0.5)
            with self.assertRaises(TimeoutError):
                imap.sock.recv(1)
            imap.sock.settimeout(private.WAIT_SECONDS)
            self.servers.dovecot.thaw()
            self.assertIn(b"x1 OK", imap.sock.recv(4096))


class LifeTest(unittest.TestCase):
    def test_capabilities_can_be_left_out_and_instances_stand_side_by_side(self):
        with private.Servers(postfix=False, without=["IDLE", "MOVE"]) as one, \
             private.Servers(postfix=False) as other:
            with one.imap("a@example.org") as poor, other.imap("a@example.org") as rich:
                self.assertNotIn("IDLE", poor.capability()[1][0].decode().split())
                self.assertNotIn("MOVE", poor.capability()[1][0].decode().split())
                self.assertIn("IDLE", rich.capability()[1][0].decode().split())

    def test_a_wrong_configuration_is_diagnosed_and_leaves_nothing(self):
        servers = private.Servers(postfix=False, dovecot_settings="no_such_setting = 1")
        with self.assertRaisesRegex(private.ServerError, "no_such_setting"), servers:
            pass
        self.assertFalse(servers.folder.exists())

    def test_the_command_line_passes_the_exit_status_on(self):
        tool = str(pathlib.Path(private.__file__))
        done = subprocess.run([sys.executable, tool, "run", "--no-postfix", "--", "sh", "-c",
                               'test -s "$REDRESS_TEST_CA" && exit 7'])
        self.assertEqual(done.returncode, 7)

    def test_servers_end_when_their_owner_is_killed(self):
        tool = str(pathlib.Path(private.__file__))
        owner = subprocess.Popen(
            [sys.executable, tool, "run", "--no-postfix", "--", "sh", "-c",
             'echo $REDRESS_TEST_CA $$; exec sleep 60'], stdout=subprocess.PIPE, text=True)
        ca, command = owner.stdout.readline().split()
        folder = pathlib.Path(ca).parents[1]
        try:
            master = int((folder / "dovecot/run/master.pid").read_text())
            owner.send_signal(signal.SIGKILL)
            owner.wait()
            private.wait_until(lambda: not private.alive(master), what="the end of Dovecot")
        finally:
            owner.stdout.close()
            os.kill(int(command), signal.SIGKILL)
            shutil.rmtree(folder)


if __name__ == "__main__":
    if os.geteuid() != 0:
        print("skipped: the private mail servers need root")
        sys.exit(77)  # what ctest takes for "not run"
    unittest.main()
