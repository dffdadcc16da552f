"""Servers that are down for too long are told, and clocks that jump do no harm (SYS-02, SYS-04)."""

import unittest

import harness
from harness import ADMINISTRATOR, ANN, COMMENTS, MANAGER
from mails import complaint


class Alarms(harness.Scenario):
    def setUp(self):
        super().setUp()
        self.redress.change_settings("[notices]", '[network]\nretry = "1 second"\n'
                                     'retry_longest = "1 second"\n\n[notices]\n'
                                     'unread_mailbox = "2 seconds"')

    def in_the_log(self, *words: str):
        return self.servers.wait_for(lambda: all(word in self.redress.log_text() for word in words),
                                     timeout=harness.ONCE_SECONDS, what=f"{words} in the log")

    def test_SYS_02_a_mailbox_that_is_not_read_for_long_is_told(self):
        self.redress.change_settings(f"imaps://localhost:{self.servers.imaps_port}",
                                     "imaps://localhost:1")
        self.redress.start()
        self.in_the_log("R106 mailbox comments has not been read")
        for person in (MANAGER, ADMINISTRATOR):
            mail, = self.servers.wait_for_mails(person)
            self.assertIn("mailbox comments has not been read", harness.text_of(mail))
        trouble = {row["name"]: row["trouble"] for row in self.redress.status()["mailboxes"]}
        self.assertTrue(trouble["comments"])
        self.assertIsNone(trouble["enquiries"])
        self.redress.stop()
        self.assertEqual(self.redress.log_text().count("R106"), 1)  # once, not each second

    def test_SYS_04_a_mail_server_that_takes_nothing_for_long_is_told(self):
        self.servers.postfix.stop()
        self.servers.append(COMMENTS, "INBOX", complaint(ANN).as_bytes())
        self.redress.start()
        self.in_the_log("R305", "R106 no mail could be sent")
        status = self.redress.status()
        self.assertIn("(smtp)", [row["name"] for row in status["mailboxes"] if row["trouble"]])
        answer, = [row for row in self.redress.outbox() if row["to"] == ANN]
        self.assertIn(answer["state"], ("pending", "sending"))
        self.servers.postfix.resume()
        self.in_the_log("R306")
        self.servers.wait_for_mails(ANN)
        # The notice of it goes out by the same server, now that it works.
        text = harness.text_of(self.servers.wait_for_mails(MANAGER)[0])
        self.assertIn("no mail could be sent", text)
        self.redress.stop()
        self.assertEqual(len(self.servers.mails(ANN)), 1)

    @unittest.skipUnless(harness.TEST_CLOCK, "needs the clock of a test build")
    def test_SYS_02_a_clock_that_is_set_back_or_forward_changes_no_promise(self):
        self.servers.append(COMMENTS, "INBOX", complaint(ANN).as_bytes())
        self.redress.once(now=harness.hours_from_now(0))
        promised = self.redress.only_case()["due"]
        for hours in (-1, 24, 0):
            self.redress.once(now=harness.hours_from_now(hours))
            self.assertEqual(self.redress.only_case()["due"], promised)
        self.mail_of(ANN)
        self.servers.append(COMMENTS, "INBOX", complaint("bob@example.com").as_bytes())
        self.redress.once(now=harness.hours_from_now(-1))  # received in what is the future then
        self.mail_of("bob@example.com")
        self.assertEqual(self.redress.run_tool("verify").returncode, 0)
        self.assert_all_accounted_for()


if __name__ == "__main__":
    harness.main()
