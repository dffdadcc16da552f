"""The scripted SMTP server says what it was told, and keeps what it took."""

import smtplib
import unittest

from mail_process import HOST
from smtp_server import SmtpServer

MAIL = "From: a@example.org\r\nTo: b@example.net\r\nSubject: One\r\n\r\n.hidden\r\nText\r\n"


class SmtpServerTest(unittest.TestCase):
    def setUp(self):
        self.server = self.enterContext(SmtpServer())

    def send(self, *recipients: str):
        with smtplib.SMTP(HOST, self.server.port, local_hostname="client.example.net",
                          timeout=20) as smtp:
            return smtp.sendmail("a@example.org", recipients or ["b@example.net"], MAIL)

    def test_it_takes_mail_whole(self):
        self.send("b@example.net", "c@example.net")
        taken, = self.server.taken
        self.assertEqual((taken.sender, taken.recipients, taken.answered),
                         ("a@example.org", ["b@example.net", "c@example.net"], True))
        self.assertEqual(taken.bytes.decode(), MAIL)
        self.assertEqual(self.server.mails_to("c@example.net")[0]["Subject"], "One")
        self.assertEqual(self.server.mails_to("d@example.net"), [])
        self.assertEqual(self.server.heard, ["greeting", "EHLO", "MAIL", "RCPT", "RCPT", "DATA",
                                             "dot", "QUIT"])

    def test_each_step_can_be_refused_and_works_afterwards(self):
        for step in ("MAIL", "RCPT", "DATA", "dot"):
            with self.subTest(step=step):
                self.server.taken.clear()
                self.server.says(step, "451 4.3.0 Later")
                with self.assertRaises(smtplib.SMTPException):
                    self.send()
                self.assertEqual(self.server.taken, [])
                self.send()
                self.assertEqual(len(self.server.taken), 1)

    def test_a_greeting_that_is_a_goodbye(self):
        self.server.says("greeting", "421 4.3.2 Not now")
        with self.assertRaises(smtplib.SMTPConnectError):
            self.send()
        self.send()
        self.assertEqual(len(self.server.taken), 1)

    def test_an_instruction_about_one_recipient_leaves_the_others(self):
        self.server.says("RCPT", "550 5.1.1 Who?", about="c@example.net", times=9)
        refused = self.send("b@example.net", "c@example.net")
        self.assertEqual(refused, {"c@example.net": (550, b"5.1.1 Who?")})
        self.assertEqual(self.server.taken[0].recipients, ["b@example.net"])
        self.server.says("dot", "554 5.7.1 Spam", about="d@example.net")
        self.send("b@example.net")
        with self.assertRaises(smtplib.SMTPDataError):
            self.send("d@example.net")

    def test_a_hang_up_before_the_answer_to_the_dot_keeps_the_mail(self):
        self.server.hangs_up("dot")
        with self.assertRaises(smtplib.SMTPServerDisconnected):
            self.send()
        taken, = self.server.taken
        self.assertFalse(taken.answered)
        self.server.hangs_up("RCPT")
        with self.assertRaises(smtplib.SMTPServerDisconnected):
            self.send()
        self.assertEqual(len(self.server.taken), 1)

    def test_it_refuses_connections_and_comes_back_on_its_port(self):
        with smtplib.SMTP(HOST, self.server.port, timeout=20) as standing:
            self.server.refuse()
            with self.assertRaises(OSError):
                standing.docmd("NOOP")
        with self.assertRaises(ConnectionRefusedError):
            self.send()
        self.server.accept()
        self.send()
        self.assertEqual(len(self.server.taken), 1)

    def test_dripped_answers_are_the_same_answers(self):
        self.server.drip(pause=0.0001)
        self.send()
        self.assertEqual(len(self.server.taken), 1)

    def test_a_step_that_is_not_there_is_a_mistake(self):
        with self.assertRaisesRegex(RuntimeError, "RCTP"):
            self.server.says("RCTP", "250 Ok")


if __name__ == "__main__":
    unittest.main()
