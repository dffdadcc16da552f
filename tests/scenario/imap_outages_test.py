"""The mail server goes away, hangs, cannot be trusted or refuses the login, and comes back (SYS-01)."""

import harness
import network
from harness import ANN, BOB, COMMENTS, ENQUIRIES, MALLORY
from mails import complaint
from tcp_proxy import TcpProxy


class Outages(network.NetworkScenario):
    clear_text = False

    def setUp(self):
        super().setUp()
        self.set_network()
        self.addCleanup(self.mend)

    def mend(self) -> None:
        """Leaves the servers to the next test as they were."""
        dovecot = self.servers.dovecot
        dovecot.thaw()
        if dovecot.process is None:
            dovecot.resume()
        if dovecot.certificate != self.servers.certificates.certificate:
            dovecot.show_certificate(self.servers.certificates.certificate)

    def start_with_a_complaint(self) -> None:
        """The daemon runs, has acknowledged ANN's complaint, and waits for more."""
        self.put(ANN)
        self.redress.start()
        self.wait_for_acknowledgements(ANN)

    def post(self, person: str) -> None:
        """Sends a complaint without a look at the mailbox, for times when nobody can log in."""
        self.servers.send(person, COMMENTS, complaint(person).as_bytes())

    def test_SYS_01_it_goes_on_after_a_restart_of_the_server(self):
        self.start_with_a_complaint()
        self.servers.dovecot.restart()
        self.put(BOB)
        self.assert_each_complaint_once(ANN, BOB)

    def test_SYS_01_it_goes_on_after_the_server_was_killed_and_away(self):
        self.start_with_a_complaint()
        self.servers.dovecot.kill()
        self.wait_for_trouble()
        self.servers.dovecot.resume()
        self.put(BOB)
        self.assert_each_complaint_once(ANN, BOB)
        self.assertIn("R103", self.redress.log_text())

    def test_SYS_01_it_starts_while_the_server_is_away(self):
        self.put(ANN)
        self.servers.dovecot.kill()
        self.redress.start()
        self.wait_for_trouble()
        self.servers.dovecot.resume()
        self.assert_each_complaint_once(ANN)

    def test_SYS_01_it_goes_on_after_the_server_was_frozen_while_it_waited(self):
        self.start_with_a_complaint()
        self.servers.dovecot.freeze()
        self.post(BOB)
        self.servers.dovecot.thaw()
        self.assert_each_complaint_once(ANN, BOB)

    def test_SYS_01_it_gives_a_frozen_server_up_and_tries_again(self):
        self.redress.change_settings('silence = "20 seconds"', 'silence = "2 seconds"')
        self.redress.change_settings('connect = "20 seconds"', 'connect = "4 seconds"')
        self.put(ANN)
        self.servers.dovecot.freeze()
        self.redress.start()
        self.wait_for_trouble("in time")
        self.servers.dovecot.thaw()
        self.wait_for_no_trouble()
        self.assert_each_complaint_once(ANN)

    def test_SYS_01_a_certificate_that_turns_wrong_is_never_trusted(self):
        self.start_with_a_complaint()
        log = self.servers.dovecot.log
        self.servers.dovecot.show_certificate(self.servers.certificates.wrong_certificate)
        before = log.read_text().count("Login: user=")
        self.post(BOB)
        self.wait_for_trouble("certificate")
        self.wait_for_trouble("certificate", "enquiries")
        self.assertEqual(log.read_text().count("Login: user="), before)
        self.assertEqual(len(self.redress.messages()), 1)
        self.servers.dovecot.show_certificate(self.servers.certificates.certificate)
        self.assert_each_complaint_once(ANN, BOB)


class RefusedLogins(network.NetworkScenario):
    """The password of "comments" is wrong for a while; "enquiries" is behind a proxy of its own."""

    dovecot_settings = "auth_verbose = yes\n"

    def setUp(self):
        super().setUp()
        self.addCleanup(self.servers.dovecot.allow_logins)
        self.other = self.enterContext(TcpProxy(self.servers.imap_port))
        self.redress.change_settings(f"imap://localhost:{self.servers.imap_port}",
                                     f"imap://localhost:{self.other.port}")

    def refused_logins(self) -> int:
        """How many logins of refused users there were since the server was started."""
        return self.servers.dovecot.log.read_text().count("User found from deny passdb")

    def break_the_other(self, person: str) -> None:
        """The other mailbox fails and is connected again, after the pause that holds for a failure."""
        self.other.drop()
        self.servers.append(ENQUIRIES, "INBOX", complaint(person).as_bytes())
        self.wait_for_acknowledgements(person)

    def test_SYS_01_a_refused_login_is_not_hammered(self):
        self.set_network(login_retry="1 hour")
        self.servers.dovecot.refuse_login(COMMENTS)
        before = self.refused_logins()
        self.redress.start()
        self.wait_for_trouble("login")
        for person in (ANN, BOB, MALLORY):  # the time of three tries after other failures
            self.break_the_other(person)
        self.redress.stop()
        self.assertEqual(self.refused_logins() - before, 1)  # though it watches two folders

    def test_SYS_01_a_login_that_works_again_is_found_by_itself(self):
        self.set_network()
        self.put(ANN)
        self.put(BOB, folder="Junk")
        self.servers.dovecot.refuse_login(COMMENTS)
        before = self.refused_logins()
        self.redress.start()
        self.wait_for_trouble("login")
        self.assertGreaterEqual(self.refused_logins() - before, 1)
        self.servers.dovecot.allow_logins()
        self.wait_for_acknowledgements(ANN)
        self.servers.wait_for(lambda: len(self.redress.messages()) == 2, network.COMES_BACK_SECONDS,
                              "the mail of both folders")
        self.wait_for_no_trouble()
        self.redress.stop()
        self.assertIn("R102", self.redress.log_text())
        self.assertIn("R103", self.redress.log_text())
        self.assertNotIn(harness.private.PASSWORD, self.redress.log_text())

    def test_SYS_01_a_password_that_turns_wrong_is_noticed_when_the_connection_ends(self):
        self.set_network()
        self.put(ANN)
        self.redress.start()
        self.wait_for_acknowledgements(ANN)
        self.put(BOB)
        self.wait_for_acknowledgements(BOB)
        self.servers.dovecot.refuse_login(COMMENTS)
        self.proxy.drop()
        self.wait_for_trouble("login")
        self.servers.dovecot.allow_logins()
        self.put(MALLORY)
        self.assert_each_complaint_once(ANN, BOB, MALLORY)


if __name__ == "__main__":
    harness.main()
