"""A private Postfix 3.7: takes mail on loopback, delivers into Dovecot, and nowhere else."""

import pathlib
import shutil
import subprocess

from mail_process import HOST, Server, free_port, greets

DOMAINS = ("example.org", "example.net", "example.com")

# Whatever is for none of these domains goes to a command that says "no such user" (67, EX_NOUSER) or,
# for defer.example, "not now" (75, EX_TEMPFAIL); so no mail leaves the machine.
POSTFIX_SERVICES = """
127.0.0.1:PORT inet n - n - - smtpd
pickup    unix n - n 60    1 pickup
cleanup   unix n - n -     0 cleanup
qmgr      unix n - n 300   1 qmgr
rewrite   unix - - n -     - trivial-rewrite
bounce    unix - - n -     0 bounce
defer     unix - - n -     0 bounce
trace     unix - - n -     0 bounce
verify    unix - - n -     1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n -     - proxymap
smtp      unix - - n -     - smtp
relay     unix - - n -     - smtp
error     unix - - n -     - error
retry     unix - - n -     - error
discard   unix - - n -     - discard
lmtp      unix - - n -     - lmtp
anvil     unix - - n -     1 anvil
scache    unix - - n -     1 scache
postlog   unix-dgram n - n - 1 postlogd
nouser    unix - n n -     - pipe user=nobody argv=/bin/sh -c {exit 67}
tempfail  unix - n n -     - pipe user=nobody argv=/bin/sh -c {exit 75}
"""


class Postfix(Server):
    name = "Postfix"

    def __init__(self, folder: pathlib.Path, lmtp_socket: pathlib.Path, settings=""):
        super().__init__(folder)
        self.lmtp_socket, self.settings = lmtp_socket, settings
        self.configuration = folder / "etc"
        for name in ("etc", "queue", "data"):
            (folder / name).mkdir()
        shutil.chown(folder / "data", "postfix")

    def assign_ports(self) -> None:
        self.smtp_port = free_port()

    def command(self) -> list:
        return ["/usr/sbin/postfix", "-c", self.configuration, "start-fg"]

    def answers(self) -> bool:
        return greets(self.smtp_port, b"220 ")

    def control(self, *words) -> None:
        subprocess.run(["/usr/sbin/postfix", "-c", self.configuration, *words], check=True,
                       capture_output=True)

    def configure(self) -> None:
        (self.configuration / "main.cf").write_text(f"""
compatibility_level = 3.6
queue_directory = {self.folder}/queue
data_directory = {self.folder}/data
maillog_file = {self.log}
maillog_file_prefixes = {self.folder}
myhostname = mx.example.org
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = {HOST}
inet_protocols = ipv4
disable_dns_lookups = yes
smtp_host_lookup = native
recipient_delimiter = +
virtual_mailbox_domains = {' '.join(DOMAINS)}
virtual_mailbox_maps = regexp:{self.configuration}/mailboxes
virtual_transport = lmtp:unix:{self.lmtp_socket}
transport_maps = inline:{{ defer.example=tempfail: }}
default_transport = nouser:
relay_transport = nouser:
alias_maps =
alias_database =
local_recipient_maps =
message_size_limit = 100000000
mailbox_size_limit = 0
smtpd_client_connection_count_limit = 0
in_flow_delay = 0
smtputf8_enable = yes
{self.settings}
""")
        domains = "|".join(domain.replace(".", "\\.") for domain in DOMAINS)
        (self.configuration / "mailboxes").write_text(
            f"if !/^nobody@/\n/^.+@({domains})$/ OK\nendif\n")
        (self.configuration / "master.cf").write_text(POSTFIX_SERVICES.replace("PORT", str(self.smtp_port)))
