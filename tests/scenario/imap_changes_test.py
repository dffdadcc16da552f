"""Other people change the mailbox meanwhile: remove, move, read, number anew (SYS-02)."""

import datetime

import harness
import network
from harness import ANN, BOB, COMMENTS, MALLORY, MANAGER
from mails import complaint
from tcp_proxy import TO_SERVER

FOLDER = "Complaints"   # INBOX cannot be deleted and made anew


class ChangesMeanwhile(network.NetworkScenario):
    """The connection is held at a command while another client is quicker."""

    def setUp(self):
        super().setUp()
        self.set_network()

    def other_client(self, *command: str) -> None:
        """A UID command of somebody else on the first message of INBOX."""
        with self.servers.imap(COMMENTS) as imap:
            status, answer = imap.uid(*command)
            self.assertEqual(status, "OK", answer)
            self.assertEqual(imap.expunge()[0], "OK")

    def make_folder(self, name: str) -> None:
        with self.servers.imap(COMMENTS) as imap:
            self.assertEqual(imap.create(name)[0], "OK")

    def change_before(self, words: bytes, *command: str) -> None:
        """Two complaints; before the daemon's command gets through, the first is changed."""
        hold = self.proxy.hold(TO_SERVER, words)
        self.put(ANN, BOB)
        self.redress.start()
        self.wait_for(hold, words.decode())
        self.other_client(*command)
        hold.release()

    def assert_goes_on(self) -> None:
        """The daemon takes further mail, and nothing troubles it."""
        self.put(MALLORY)
        self.wait_for_acknowledgements(MALLORY)
        self.wait_for_no_trouble()

    def test_SYS_02_a_message_removed_between_list_and_fetch_stops_nothing(self):
        self.change_before(b"BODY.PEEK[", "STORE", "1", "+FLAGS.SILENT", "\\Deleted")
        self.wait_for_acknowledgements(BOB)
        self.assert_goes_on()
        self.assert_each_complaint_once(BOB, MALLORY)
        self.assert_got_nothing(ANN)

    def test_SYS_02_a_message_moved_to_junk_between_list_and_fetch_is_found_there(self):
        self.change_before(b"BODY.PEEK[", "MOVE", "1", "Junk")
        self.wait_for_acknowledgements(BOB)
        self.assert_goes_on()
        self.redress.stop()
        self.staff_are_told(MANAGER, "junk folder")
        self.assertEqual(sorted((row["from"], row["state"]) for row in self.redress.messages()),
                         [(ANN, "held"), (BOB, "recorded"), (MALLORY, "recorded")])
        self.assert_got_nothing(ANN)
        self.assert_all_accounted_for()

    def assert_the_rest_is_marked(self) -> None:
        left = self.servers.flags(COMMENTS)
        self.assertEqual(len(left), 2)  # of BOB and MALLORY
        for flags in left:
            self.assertIn("$RedressDone", flags)

    def test_SYS_02_a_message_removed_between_fetch_and_mark_stays_acknowledged(self):
        self.change_before(b"UID STORE", "STORE", "1", "+FLAGS.SILENT", "\\Deleted")
        self.assert_goes_on()
        self.assert_each_complaint_once(ANN, BOB, MALLORY)
        self.assert_the_rest_is_marked()

    def test_SYS_02_a_message_moved_between_fetch_and_mark_stays_acknowledged(self):
        self.make_folder("Elsewhere")
        self.change_before(b"UID STORE", "MOVE", "1", "Elsewhere")
        self.assert_goes_on()
        self.assert_each_complaint_once(ANN, BOB, MALLORY)
        self.assert_the_rest_is_marked()

    def test_SYS_02_a_message_moved_by_another_before_our_move_stays_where_it_was_put(self):
        self.redress.change_settings('expects = "complaint"',
                                     'expects = "complaint"\nafter = "move:Done"')
        self.make_folder("Elsewhere")
        self.change_before(b"UID MOVE", "MOVE", "1", "Elsewhere")
        self.assert_goes_on()
        self.assert_each_complaint_once(ANN, BOB, MALLORY)
        self.assertEqual([str(each["From"]) for each in self.servers.mails(COMMENTS, "Elsewhere")],
                         [ANN])
        self.assertEqual(sorted(str(each["From"]) for each in self.servers.mails(COMMENTS, "Done")),
                         [BOB, MALLORY])

    def test_SYS_02_what_another_client_has_read_before_is_taken(self):
        self.change_before(b"(UID RFC822.SIZE", "STORE", "1", "+FLAGS.SILENT", "\\Seen")
        self.assert_each_complaint_once(ANN, BOB)

    def test_SYS_02_a_message_taken_out_and_put_back_is_not_acknowledged_again(self):
        self.make_folder("Elsewhere")
        self.put(ANN)
        self.redress.start()
        self.wait_for_acknowledgements(ANN)
        self.other_client("MOVE", "1", "Elsewhere")
        with self.servers.imap(COMMENTS, "Elsewhere") as imap:
            self.assertEqual(imap.uid("MOVE", "1:*", "INBOX")[0], "OK")
        self.put(BOB)
        self.wait_for_acknowledgements(BOB)
        self.redress.stop()
        self.redress.once()
        self.mail_of(ANN)
        self.assertEqual(len(self.redress.cases()), 2)
        self.assertEqual(self.redress.ledger()["seen"], 3)  # the same message under two UIDs
        self.assert_all_accounted_for()


class NumberedAnew(network.NetworkScenario):
    """The watched folder is deleted and made again, with the old mail in it: a new UIDVALIDITY."""

    def setUp(self):
        super().setUp()
        self.set_network()
        self.redress.change_settings('expects = "complaint"',
                                     f'expects = "complaint"\nfolder = "{FOLDER}"')
        with self.servers.imap(COMMENTS) as imap:
            self.assertEqual(imap.create(FOLDER)[0], "OK")
        self.put(ANN, BOB, folder=FOLDER)

    def make_anew(self, *before_the_old: bytes) -> None:
        """The messages given come first, so that every old one gets another UID."""
        old = self.servers.raw_mails(COMMENTS, FOLDER)
        self.assertEqual(len(old), 2)
        with self.servers.imap(COMMENTS) as imap:
            self.assertEqual(imap.delete(FOLDER)[0], "OK")
            self.assertEqual(imap.create(FOLDER)[0], "OK")
        for message in (*before_the_old, *old):
            self.servers.append(COMMENTS, FOLDER, message)

    def assert_old_mail_is_not_answered_again(self) -> None:
        self.servers.wait_until_delivered()
        for person in (ANN, BOB, MALLORY):
            self.mail_of(person)
        self.assertEqual(sorted(case["complainant"]["address"] for case in self.redress.cases()),
                         [ANN, BOB, MALLORY])
        self.assertEqual(self.redress.ledger()["seen"], 5)  # three, and two of them a second time
        self.assert_all_accounted_for()

    def test_SYS_02_between_two_runs(self):
        self.redress.once()
        self.make_anew(complaint(MALLORY).as_bytes())
        self.redress.once()
        self.redress.once()
        self.assert_old_mail_is_not_answered_again()
        self.assertIn("R104", self.redress.log_text())

    def test_SYS_02_while_it_watches_the_folder(self):
        self.redress.start()
        self.wait_for_acknowledgements(ANN, BOB)
        self.make_anew(complaint(MALLORY).as_bytes())
        self.wait_for_acknowledgements(MALLORY)
        self.wait_for_no_trouble()
        self.redress.stop()
        self.redress.once()
        self.assert_old_mail_is_not_answered_again()
        self.assertIn("R104", self.redress.log_text())

    def test_SYS_02_old_mail_that_nobody_knows_waits_for_a_person(self):
        self.redress.once()
        self.make_anew()
        last_week = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=7)
        self.servers.append(COMMENTS, FOLDER, complaint(MALLORY).as_bytes(), last_week)
        self.redress.once()
        self.assertEqual([row["state"] for row in self.redress.outbox() if row["to"] == MALLORY],
                         ["held"])
        self.assert_got_nothing(MALLORY)
        row, = [row for row in self.redress.messages() if row["from"] == MALLORY]
        self.staff_are_told(MANAGER, row["reference"])
        self.assert_all_accounted_for()


if __name__ == "__main__":
    harness.main()
