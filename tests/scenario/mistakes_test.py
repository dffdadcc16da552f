"""What an administrator gets wrong is told in one line that names the place and the mend (SYS-07)."""

import pathlib
import sqlite3

import harness
from harness import ANN, COMMENTS
from mails import complaint

WRONG, AGAIN = 2, 75  # exit statuses: wrong settings; try again later


class Mistakes(harness.Scenario):
    def assert_refused(self, *words: str) -> None:
        """Both programs refuse the settings: status 2 and one line on stderr with all the words."""
        for done in (self.redress.run_once(), self.redress.run_tool("check")):
            with self.subTest(program=done.args[0].name):
                self.assertEqual(done.returncode, WRONG, done.stderr)
                self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
                for word in words:
                    self.assertIn(word, done.stderr)

    def line_of(self, passage: str) -> str:
        """FILE:LINE of the first line of the settings that holds the passage."""
        lines = self.redress.settings.read_text().splitlines()
        number = next(n for n, line in enumerate(lines, 1) if passage in line)
        return f"{self.redress.settings}:{number}"

    def test_the_settings_of_these_tests_are_right(self):
        done = self.redress.run_tool("check")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_an_unknown_setting_names_the_nearest_known_one(self):
        self.redress.change_settings('address = "comments', 'adress = "comments')
        self.assert_refused(self.line_of("adress"), 'the nearest known key is "address"')

    def test_a_wrong_type(self):
        self.redress.change_settings("[smtp]", '[smtp]\nconnections = "two"')
        self.assert_refused(self.line_of("connections"), "connections")

    def test_a_broken_file(self):
        self.redress.change_settings('prefix = "CIM"', 'prefix = "CIM')
        self.assert_refused(self.line_of('prefix = "CIM'))

    def test_a_missing_settings_file(self):
        self.redress.settings.unlink()
        self.assert_refused(str(self.redress.settings))

    def test_a_missing_policy(self):
        self.redress.change_settings("policies/cim/policy.toml", "policies/cym/policy.toml")
        self.assert_refused("policies/cym/policy.toml")

    def test_clear_text_to_another_machine(self):
        self.redress.change_settings("smtp://127.0.0.1", "smtp://mx.example.net")
        self.assert_refused(self.line_of("[smtp]").rsplit(":", 1)[0], "tls")

    def test_a_missing_password_file(self):
        (self.redress.folder / "password").unlink()
        self.assert_refused(f"{self.line_of('password =')}: mailbox.password: ",
                            f"there is no file {self.redress.folder}/password; write it there")

    def use_credentials(self) -> pathlib.Path:
        """Passwords and the key from the folder beside the settings, which is empty as yet."""
        self.redress.change_settings(f"file:{self.redress.folder}/password", "credential:comments")
        self.redress.add_settings('[security]\nkey = "credential:redress-key"\n')
        folder = self.redress.folder / "credentials"
        folder.mkdir()
        return folder

    def test_credentials_lie_beside_the_settings_where_systemd_gave_none(self):
        folder = self.use_credentials()
        self.assert_refused(f"{self.line_of('password =')}: mailbox.password: ",
                            str(folder / "comments"))
        (self.redress.folder / "password").rename(folder / "comments")
        self.assert_refused(f"{self.line_of('key =')}: security.key: ", str(folder / "redress-key"))
        made = self.redress.run_tool("key", "new", str(folder / "redress-key"))
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertEqual(self.redress.run_tool("check", "--online").returncode, 0)
        self.writes(complaint(ANN))
        self.redress.once()
        self.mail_of(ANN)
        # A command where no daemon runs needs the key, too.
        self.redress.act(self.redress.only_case()["reference"], "/note: seen")

    def test_a_broken_key(self):
        folder = self.use_credentials()
        (self.redress.folder / "password").rename(folder / "comments")
        (folder / "redress-key").write_text("a:0011\n")
        self.assert_refused(f"{self.line_of('key =')}: security.key: redress-key:1: ",
                            "redressctl key new")

    def test_a_key_that_the_first_start_makes_need_not_be_there(self):
        key = self.redress.folder / "redress.db.key"
        self.assertFalse(key.exists())
        self.assertEqual(self.redress.run_tool("check").returncode, 0)
        self.assertFalse(key.exists(), "check makes nothing")
        key.write_text("no key\n")
        self.assert_refused(str(key))

    def test_a_newer_database_is_left_alone(self):
        self.redress.once()
        path = self.redress.folder / "redress.db"
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA user_version = 9999")
        done = self.redress.run_once()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("newer", done.stderr)
        self.assertIn(str(path), done.stderr)
        with sqlite3.connect(path) as database:
            self.assertEqual(database.execute("PRAGMA user_version").fetchone(), (9999,))

    def assert_only_enquiries_is_in_trouble(self) -> None:
        """One mailbox cannot be reached: to be tried again, and the other is served all the same."""
        self.servers.append(COMMENTS, "INBOX", complaint(ANN).as_bytes())
        done = self.redress.run_once()
        self.assertEqual(done.returncode, AGAIN, done.stderr)
        self.assertIn("enquiries", done.stderr)
        self.assertNotIn(harness.private.PASSWORD, done.stderr)
        self.mail_of(ANN)
        status = self.redress.status()
        trouble = {box["name"]: box["trouble"] for box in status["mailboxes"]}
        self.assertTrue(trouble["enquiries"], trouble)
        self.assertFalse(trouble["comments"], trouble)

    def change_enquiries(self, before: str, after: str) -> None:
        head, mark, tail = self.redress.settings.read_text().partition('name = "enquiries"')
        self.assertIn(before, tail)
        self.redress.settings.write_text(head + mark + tail.replace(before, after, 1))

    def test_a_certificate_of_another_authority_is_refused(self):
        self.change_enquiries(str(self.servers.ca), str(self.servers.wrong_ca))
        self.assert_only_enquiries_is_in_trouble()

    def test_a_server_that_is_not_there_is_tried_again(self):
        self.change_enquiries(f"imap://localhost:{self.servers.imap_port}",
                              f"imap://localhost:{harness.private.free_port()}")
        self.assert_only_enquiries_is_in_trouble()

    def test_a_wrong_password_is_tried_again(self):
        (self.redress.folder / "wrong").write_text("wrong\n")
        self.change_enquiries(f"{self.redress.folder}/password", f"{self.redress.folder}/wrong")
        self.assert_only_enquiries_is_in_trouble()


if __name__ == "__main__":
    harness.main()
