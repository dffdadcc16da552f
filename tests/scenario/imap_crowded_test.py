"""A server that has fewer sessions to give than there are folders to watch: none starves (SYS-01)."""

import harness
import many


class FewerSessionsThanFolders(many.ManyMailboxes):
    """Dovecot hangs up on whoever comes beyond the limit, without a word."""

    mailboxes = 20  # forty folders
    dovecot_settings = "service imap {\n  process_limit = 24\n}\n"

    def test_SYS_01_folders_take_turns_where_the_server_has_no_session_for_each(self):
        self.assert_none_starves()


if __name__ == "__main__":
    harness.main()
