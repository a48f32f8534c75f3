"""A Git host over ssh: the system's own program, its keys and the servers it knows. No shell, no question."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from threading import Timer
from urllib.parse import unquote, urlsplit

from dulwich.client import SSHGitClient, SubprocessSSHVendor, SubprocessWrapper

from leaflet_app.domain.errors import SharingStopped
from leaflet_app.library.store.host_remote import CONNECT_S, SILENCE_S, WHOLE_S, HostRemote

OPTIONS = (
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    f"ConnectTimeout={CONNECT_S}",
    f"ServerAliveInterval={SILENCE_S // 2}",
    "ServerAliveCountMax=2",
)


def ssh_remote(address: str) -> HostRemote:
    """Return the way to an address. Raises SharingStopped where its server has no name."""
    parts = urlsplit(address)
    host, user = parts.hostname or "", unquote(parts.username or "")
    if not host or host.startswith("-") or user.startswith("-"):
        raise SharingStopped("the address names no server", "Write it as ssh://name@server/folder in Settings.")

    @contextlib.contextmanager
    def begin() -> Iterator[SSHGitClient]:
        vendor = SystemSsh()
        try:
            yield SSHGitClient(host, port=parts.port, username=user or None, vendor=vendor)
        finally:
            vendor.end()

    return HostRemote(begin, unquote(parts.path))


class SystemSsh(SubprocessSSHVendor):
    """Begins the system's ssh, and ends what it began."""

    def __init__(self) -> None:
        self._begun: list[tuple[subprocess.Popen[bytes], Timer]] = []

    def run_command(  # type: ignore[override]  # no passwords and no key files: those are ssh's own
        self, host: str, command: bytes, username: str | None = None, port: int | None = None, **_: object
    ) -> SubprocessWrapper:
        """Run a git command on a server."""
        options = [part for option in OPTIONS for part in ("-o", option)]
        place = f"{username}@{host}" if username else host
        ports = ("-p", str(port)) if port else ()
        ssh = subprocess.Popen(  # noqa: S603  (a list of arguments, and no shell)
            ["ssh", "-x", *options, *ports, "--", place, command],  # noqa: S607  (the system's own, wherever it is)
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        watch = Timer(WHOLE_S, ssh.kill)
        watch.daemon = True
        watch.start()
        self._begun.append((ssh, watch))
        return SubprocessWrapper(ssh)

    def end(self) -> None:
        """End every program that was begun, and wait for its end."""
        for ssh, watch in self._begun:
            watch.cancel()
            ssh.kill()
            for stream in (ssh.stdin, ssh.stdout, ssh.stderr):
                if stream is not None:
                    with contextlib.suppress(OSError, ValueError):
                        stream.close()
            ssh.wait()
            watch.join()
