"""A hundred mailboxes on one server: all are read, none starves (SYS-01)."""

import harness
import many


class Hundred(many.ManyMailboxes):
    def test_SYS_01_a_hundred_mailboxes_are_all_read(self):
        self.assert_none_starves()


class HundredWithOneConnectionEach(many.ManyMailboxes):
    """The server gives every user one connection at a time, for two folders."""

    dovecot_settings = "mail_max_userip_connections = 1\n"

    def test_SYS_01_a_hundred_mailboxes_share_one_connection_each(self):
        self.assert_none_starves()


if __name__ == "__main__":
    harness.main()
