"""The installed tree: what lies where, that it can be moved, and what the commands say (design, contract)."""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest

import harness
from mails import complaint

PREFIX = pathlib.Path(os.environ["REDRESS_PREFIX"])
DONE, NOT_SO, WRONG_USAGE = 0, 1, 2

FILES = ("sbin/redressd", "bin/redressctl", "share/redress/policies/cim/policy.toml",
         "share/redress/calendars/england-and-wales.toml", "share/redress/calendars/scotland.toml",
         "share/redress/calendars/northern-ireland.toml", "share/redress/templates/common",
         "share/redress/examples/redress.toml", "lib/systemd/system/redressd.service",
         "share/doc/redress/staff-guide.md", "share/doc/redress/administrator-guide.md",
         "share/doc/redress/messages.md")


def run(program: pathlib.Path, *words: str, text_in: bytes = b"") -> subprocess.CompletedProcess:
    done = subprocess.run([program, *words], input=text_in, capture_output=True,
                          timeout=harness.ONCE_SECONDS)
    harness.refuse_sanitizer_report(done.stderr.decode())
    return done


class Installed(unittest.TestCase):
    def test_everything_lies_where_administrators_look(self):
        self.assertEqual([name for name in FILES if not (PREFIX / name).exists()], [])

    def test_the_units_start_the_program_that_was_installed_with_them(self):
        for unit in ("redressd.service", "redressd@.service"):
            with self.subTest(unit):
                text = (PREFIX / "lib/systemd/system" / unit).read_text()
                program, = re.findall(r"^ExecStart=(\S+) --config /etc/redress/", text, re.MULTILINE)
                self.assertEqual(program, str(PREFIX / "sbin/redressd"))
                self.assertNotIn("@REDRESS", text)

    def test_the_tree_can_be_moved(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        moved = folder / "elsewhere"
        shutil.copytree(PREFIX, moved)
        (folder / "password").write_text("secret\n")
        settings = folder / "redress.toml"
        settings.write_text(harness.SETTINGS.format(
            folder=folder, imaps=1, imap=2, smtp=3, ca="/etc/ssl/certs/ca-certificates.crt",
            start="now", poll="1 hour", gather="1 second", policy="cim"))
        done = run(moved / "bin/redressctl", "--config", str(settings), "check")
        self.assertEqual((done.returncode, done.stderr), (DONE, b""))

    def test_the_example_of_settings_lacks_a_password_and_nothing_else(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        settings = folder / "redress.toml"
        shutil.copy(PREFIX / "share/redress/examples/redress.toml", settings)
        without = run(PREFIX / "bin/redressctl", "--config", str(settings), "check")
        self.assertEqual(without.returncode, WRONG_USAGE)
        self.assertIn(str(folder / "credentials/comments").encode(), without.stderr)
        (folder / "credentials").mkdir()
        (folder / "credentials/comments").write_text("secret\n")
        done = run(PREFIX / "bin/redressctl", "--config", str(settings), "check")
        self.assertEqual(done.returncode, DONE, done.stderr)

    def test_a_shell_completes_what_may_follow(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / "password").write_text("secret\n")
        settings = folder / "redress.toml"
        settings.write_text(harness.SETTINGS.format(
            folder=folder, imaps=1, imap=2, smtp=3, ca="/etc/ssl/certs/ca-certificates.crt",
            start="now", poll="1 hour", gather="1 second", policy="cim"))
        script = """
            source "$1"; shift
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
            _redressctl
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        completion = PREFIX / "share/bash-completion/completions/redressctl"
        for typed, offered in ((["dead"], ["deadlines"]),
                               (["case", ""], ["list", "show", "events"]),
                               (["act", "X", "/wai"], ["'/waive-ack"]),
                               (["act", "X", "'/outcome not"], ["/outcome not upheld"])):
            with self.subTest(typed=typed):
                words = [PREFIX / "bin/redressctl", "--config", settings, *typed]
                done = subprocess.run(["bash", "-c", script, "bash", completion, *words],
                                      capture_output=True, text=True, timeout=harness.ONCE_SECONDS)
                self.assertEqual(done.stdout.splitlines(), offered)

    def house_without_a_database(self) -> pathlib.Path:
        """Settings with a key, of a daemon that never ran."""
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        settings = folder / "redress.toml"
        settings.write_text(harness.SETTINGS.format(
            folder=folder, imaps=1, imap=2, smtp=3, ca="/etc/ssl/certs/ca-certificates.crt",
            start="now", poll="1 hour", gather="1 second", policy="cim"))
        run(PREFIX / "bin/redressctl", "key", "new", str(folder / "redress.db.key"))
        return settings

    def is_understood(self, settings: pathlib.Path, *words: str) -> bool:
        """What is understood is refused next, and by nothing else: there is no database."""
        done = run(PREFIX / "bin/redressctl", "--config", str(settings), *words)
        self.assertNotEqual(done.returncode, DONE)
        return b"there is no database" in done.stderr

    def test_every_command_in_a_letter_to_staff_is_understood(self):
        settings = self.house_without_a_database()
        word = r""" (?:[a-z-]+|\{\{reference\}\}|[A-Z]{2,}|'[^']*'|"[^"]*")"""
        commands = set()
        for letter in (PREFIX / "share/redress/templates").rglob("*.mustache"):
            text = letter.read_text().replace("\u00a0", " ")
            commands.update(re.findall(rf"redressctl(?:{word})+", text))
            self.assertEqual(len(re.findall("redressctl", text)),
                             len(re.findall(rf"redressctl{word}", text)), letter)
        self.assertGreater(len(commands), 8)
        for command in sorted(commands):
            with self.subTest(command):
                _, *words = shlex.split(command.replace("{{reference}}", "CIM-2026-000001")
                                        .replace("REFERENCE", "CIM-2026-000001")
                                        .replace("NUMBER", "1"))
                self.assertTrue(self.is_understood(settings, *words))
        for wrong in (("relese", "1"), ("release",), ("settle", "1"), ("quarantine", "show")):
            with self.subTest(wrong):
                self.assertFalse(self.is_understood(settings, *wrong))

    def test_every_command_in_the_guide_for_staff_is_understood(self):
        settings = self.house_without_a_database()

        def is_understood(command: str) -> bool:
            return self.is_understood(settings, "act", "CIM-2026-000001", command)

        guide = (PREFIX / "share/doc/redress/staff-guide.md").read_text()
        commands = set(re.findall(r"(?:^|`)(/[a-z][^`\n]*)", guide, re.MULTILINE))
        self.assertGreater(len(commands), 12)
        for command in sorted(commands):
            with self.subTest(command):  # "/release" in passing is the word alone
                self.assertTrue(is_understood(command if " " in command else f"/help {command[1:]}"))
        for wrong in ("/asign to Jo Bloggs", "/assign to nobody", "/help nothing"):
            with self.subTest(wrong):
                self.assertFalse(is_understood(wrong))

    def test_help_and_version_are_no_errors(self):
        for program in (PREFIX / "sbin/redressd", PREFIX / "bin/redressctl"):
            for word in ("--help", "--version"):
                with self.subTest(program=program.name, word=word):
                    done = run(program, word)
                    self.assertEqual((done.returncode, done.stderr), (DONE, b""))
                    self.assertTrue(done.stdout.strip())

    def test_wrong_usage_is_told_in_a_line_with_status_2(self):
        for program, words in ((PREFIX / "sbin/redressd", ()),
                               (PREFIX / "sbin/redressd", ("--no-such-option",)),
                               (PREFIX / "bin/redressctl", ()),
                               (PREFIX / "bin/redressctl", ("no-such-command",))):
            with self.subTest(program=program.name, words=words):
                done = run(program, *words)
                self.assertEqual(done.returncode, WRONG_USAGE, done.stderr)
                self.assertTrue(done.stderr.strip())

    def test_lines_for_the_journal_tell_their_priority_and_others_do_not(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        log = folder / "log"
        for off, start in ((0, r"<3>error: "), (1, r"\d{4}-\d\d-\d\dT[\d:.]+ error: ")):
            with self.subTest(off=off), open(log, "w+") as stream:
                is_at = os.fstat(stream.fileno())
                journal = f"{is_at.st_dev}:{is_at.st_ino + off}"  # systemd.exec(5)
                subprocess.run([PREFIX / "sbin/redressd", "--config", folder / "none.toml"],
                               stderr=stream, env={**os.environ, "JOURNAL_STREAM": journal},
                               timeout=harness.ONCE_SECONDS)
                self.assertRegex(log.read_text(), start)

    def test_parse_and_classify_need_no_settings(self):
        for command in ("parse", "classify"):
            with self.subTest(command=command):
                done = run(PREFIX / "bin/redressctl", command, "--json", "-",
                           text_in=complaint(harness.ANN).as_bytes())
                self.assertEqual(done.returncode, DONE, done.stderr)
                line, = done.stdout.decode().splitlines()
                read = json.loads(line)
                self.assertEqual(read.get("kind", "complaint"), "complaint")
                self.assertEqual(read["file"], "-")

    def test_a_file_that_is_not_there_is_told(self):
        done = run(PREFIX / "bin/redressctl", "parse", "/no/such/file.eml")
        self.assertNotEqual(done.returncode, DONE)
        self.assertIn(b"/no/such/file.eml", done.stderr)


if __name__ == "__main__":
    unittest.main()
