"""A real mail server: Postfix, alone in a folder of its own, with a mailbox to read back from."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.certificates import Certificate
from tests.faults.passwords import PasswordServer

MASTER = Path("/usr/lib/postfix/sbin/master")
OWNER, NOBODY = "postfix", 65534
LONGEST_WAIT_S = 20
POLLS_A_SECOND = 50

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/state
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
mail_owner = postfix
myhostname = localhost
inet_protocols = ipv4
mynetworks =
mydestination =
alias_maps =
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_tls_chain_files = {key}, {chain}
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {folder}/passwords
virtual_transport = virtual
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:mailbox/
virtual_mailbox_base = {folder}
virtual_minimum_uid = 1
virtual_uid_maps = static:{nobody}
virtual_gid_maps = static:{nobody}
"""

MASTER_TABLE = """\
127.0.0.1:{implicit} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:{starttls} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
anvil unix - - n - 1 anvil
bounce unix - - n - 0 bounce
cleanup unix n - n - 0 cleanup
defer unix - - n - 0 bounce
error unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
proxymap unix - - n - - proxymap
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
tlsmgr unix - - n - 1 tlsmgr
trace unix - - n - 0 bounce
virtual unix - n n - - virtual
"""

QUEUE = ("active", "bounce", "corrupt", "defer", "deferred", "hold", "incoming", "maildrop", "pid", "private", "public")


class CannotStart(Exception):
    """There is no Postfix on this computer, or not the right to start it; the text says which."""


@dataclass(frozen=True)
class MailServer:
    """Its two ports, and the folder of what arrived."""

    implicit: int
    starttls: int
    maildir: Path

    def wait_for(self, message_id: str) -> bytes:
        """Return the message of this ID once it has arrived. Its lines end as the server keeps them."""
        until = time.monotonic() + LONGEST_WAIT_S
        while time.monotonic() < until:
            for file in self.maildir.glob("new/*"):
                if message_id.encode() in (arrived := file.read_bytes()):
                    return arrived
            time.sleep(1 / POLLS_A_SECOND)
        raise AssertionError("the message did not arrive")


@contextmanager
def open_postfix(certificate: Certificate) -> Iterator[MailServer]:
    """Run Postfix with one user and this certificate; whoever a message is for, it is kept. Raises CannotStart."""
    if not MASTER.exists():
        raise CannotStart("Postfix is not installed")
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        server = MailServer(*_free_ports(), folder / "mailbox")
        try:
            _furnish(folder, server, certificate)
        except (PermissionError, LookupError) as fault:
            raise CannotStart("only root may start Postfix") from fault
        command = [MASTER, "-c", folder, "-d"]
        with PasswordServer(folder / "passwords"), subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
            try:
                _wait_until_it_answers(server.implicit, running, folder / "log")
                yield server
            finally:
                running.terminate()


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:
        return one.getsockname()[1], two.getsockname()[1]


def _furnish(folder: Path, server: MailServer, certificate: Certificate) -> None:
    """Write what Postfix wants to find, each for the user that it works as."""
    folder.chmod(0o755)
    for name in ("state", "queue", *(f"queue/{name}" for name in QUEUE)):
        (folder / name).mkdir()
        shutil.chown(folder / name, "root" if name in {"queue", "queue/pid"} else OWNER)
    server.maildir.mkdir()
    shutil.chown(server.maildir, NOBODY)
    words = {
        "folder": folder,
        "chain": certificate.chain,
        "key": certificate.key,
        "nobody": NOBODY,
        "implicit": server.implicit,
        "starttls": server.starttls,
    }
    for name, text in (("main.cf", MAIN), ("master.cf", MASTER_TABLE)):
        (folder / name).write_text(text.format(**words))


def _wait_until_it_answers(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + LONGEST_WAIT_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if running.poll() is not None or time.monotonic() > until:
                why = log.read_text() if log.exists() else "it said nothing"
                raise CannotStart(f"Postfix did not start: {why}") from None
            time.sleep(1 / POLLS_A_SECOND)
        else:
            return
