"""A private Dovecot 2.3: IMAP over TLS and with STARTTLS, LMTP on a socket."""

import os
import pathlib
import shutil
import subprocess

from certificates import Certificates
from mail_process import HOST, Server, free_port, greets, wait_until

PASSWORD = "secret"    # of every user
MAIL_OWNER = "nobody"  # who owns the mailboxes' files; never root

# What Dovecot 2.3 offers after login, for instances that are to offer less.
IMAP_CAPABILITIES = (
    "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT THREAD=REFERENCES MULTIAPPEND UNSELECT "
    "CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED CONDSTORE QRESYNC ESEARCH SEARCHRES WITHIN "
    "LIST-STATUS BINARY MOVE STATUS=SIZE SAVEDATE LITERAL+ NOTIFY SPECIAL-USE").split()


class Dovecot(Server):
    name = "Dovecot"

    def __init__(self, folder: pathlib.Path, certificates: Certificates, without=(), settings=""):
        super().__init__(folder)
        self.certificates, self.without, self.settings = certificates, set(without), settings
        self.mail = folder / "mail"
        self.mail.mkdir()
        shutil.chown(self.mail, MAIL_OWNER)
        self.lmtp_socket = folder / "lmtp"
        self.certificate = certificates.certificate
        self.refused = folder / "refused"  # users whose login fails; looked into at every login
        self.refused.touch()

    def assign_ports(self) -> None:
        self.imaps_port, self.imap_port = free_port(), free_port()

    def command(self) -> list:
        return ["/usr/sbin/dovecot", "-F", "-c", self.folder / "dovecot.conf"]

    def answers(self) -> bool:
        return self.lmtp_socket.exists() and greets(self.imap_port, b"* OK ")

    def show_certificate(self, certificate: pathlib.Path) -> None:
        """Starts again with another certificate."""
        self.certificate = certificate
        self.configure()
        self.restart()

    def refuse_login(self, user: str) -> None:
        """From now on the password of that user is wrong."""
        self._refuse(f"{self.refused.read_text()}{user}::::::\n")
        wait_until(lambda: not self.lets_in(user), what=f"{user} refused")

    def allow_logins(self) -> None:
        users = [line.split(":")[0] for line in self.refused.read_text().splitlines()]
        self._refuse("")
        for user in users:
            wait_until(lambda: self.lets_in(user), what=f"{user} let in")

    def lets_in(self, user: str) -> bool:
        """Whether a login of that user works at this moment."""
        done = subprocess.run(["/usr/bin/doveadm", "-c", self.folder / "dovecot.conf", "auth", "test",
                               "-x", "service=imap", user, PASSWORD], capture_output=True)
        return done.returncode == 0

    def _refuse(self, users: str) -> None:
        """Dovecot reads the file again where its time changed, which it looks at once a second."""
        before = self.refused.stat().st_mtime
        self.refused.write_text(users)
        os.utime(self.refused, (before + 2, before + 2))

    def configure(self) -> None:
        offered = [word for word in IMAP_CAPABILITIES if word not in self.without]
        capability = f"imap_capability = {' '.join(offered)}" if self.without else ""
        (self.folder / "dovecot.conf").write_text(f"""
base_dir = {self.folder}/run
state_dir = {self.folder}/run
log_path = {self.log}
protocols = imap lmtp
listen = {HOST}
ssl = required
ssl_cert = <{self.certificate}
ssl_key = <{self.certificates.key}
mail_location = maildir:~/Maildir
auth_username_format = %Lu
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
first_valid_uid = 1
mail_max_userip_connections = 1000
stats_writer_socket_path =
# Where the kernel's file notification is missing, IDLE still tells within a second.
mailbox_idle_check_interval = 1 secs
imap_hibernate_timeout = 0
passdb {{
  driver = passwd-file
  args = {self.refused}
  deny = yes
}}
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={MAIL_OWNER} gid=nogroup home={self.mail}/%d/%n allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  mailbox Junk {{
    auto = create
    special_use = \\Junk
  }}
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
service imap-login {{
  service_count = 0
  inet_listener imap {{
    port = {self.imap_port}
  }}
  inet_listener imaps {{
    port = {self.imaps_port}
    ssl = yes
  }}
}}
service lmtp {{
  unix_listener {self.lmtp_socket} {{
    mode = 0666
  }}
}}
protocol imap {{
  {capability}
}}
{self.settings}
""")
