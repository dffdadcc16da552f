"""The unit files as systemd reads them: nothing unknown, and little that the service may do."""

import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNITS = ("redressd.service", "redressd@.service")
# Of 100, by `systemd-analyze security`: 20 and less is what it calls OK. Ours are at 14.
EXPOSURE = "20"


def text_of(unit: str) -> str:
    return (ROOT / "systemd" / f"{unit}.in").read_text()


class Units(unittest.TestCase):

    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory(prefix="redress-units-"))
        self.folder = pathlib.Path(folder)

    def installed_like(self, unit: str) -> pathlib.Path:
        """The unit with a program in place of ours, which is not installed here; an instance's name."""
        path = self.folder / unit.replace("@", "@council")
        text = text_of(unit).replace("@REDRESS_DAEMON@", "/bin/true")
        path.write_text("".join(line + "\n" for line in text.splitlines()
                                if not line.startswith("Documentation=")))
        return path

    def analyze(self, *words) -> subprocess.CompletedProcess:
        return subprocess.run(["systemd-analyze", *map(str, words)], capture_output=True, text=True,
                              timeout=60, env={**os.environ, "SYSTEMD_COLORS": "0"})

    def test_systemd_finds_nothing_wrong(self):
        for unit in UNITS:
            with self.subTest(unit):
                done = self.analyze("verify", self.installed_like(unit))
                self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def test_the_sandbox_is_tight(self):
        for unit in UNITS:
            with self.subTest(unit):
                done = self.analyze("security", "--offline=true", f"--threshold={EXPOSURE}",
                                    self.installed_like(unit))
                self.assertEqual(done.returncode, 0, done.stdout[-500:] + done.stderr)

    def test_an_instance_shares_nothing_with_another(self):
        text = text_of("redressd@.service")
        for key in ("ExecStart", "StateDirectory", "RuntimeDirectory", "LoadCredential"):
            line, = [line for line in text.splitlines() if line.startswith(f"{key}=")]
            self.assertIn("%i", line)

    def test_both_units_are_the_same_but_for_the_names(self):
        def plain(unit):
            text = text_of(unit).replace("%i.toml", "redress.toml").replace(" of %i", "")
            text = text.replace("%i.credentials", "credentials")
            return text.replace("redress/%i", "redress").replace("redress-%i", "redress")
        self.assertEqual(*map(plain, UNITS))

    def test_the_account_can_be_made(self):
        done = subprocess.run(["systemd-sysusers", "--dry-run", ROOT / "systemd/redress.sysusers"],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("redress", done.stdout + done.stderr)

    def test_the_folder_of_secrets_is_root_s_alone(self):
        done = subprocess.run(["systemd-tmpfiles", "--create", f"--root={self.folder}",
                               ROOT / "systemd/redress.tmpfiles"],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.folder / "etc/redress/credentials").stat().st_mode & 0o777, 0o700)


if __name__ == "__main__":
    unittest.main()
