"""A Git host over ssh: the system's own program, its keys and the servers it knows. No shell, no question."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Callable, Iterator
from threading import Thread, Timer
from typing import IO
from urllib.parse import unquote, urlsplit

from dulwich.client import SSHGitClient, SubprocessSSHVendor, SubprocessWrapper
from dulwich.protocol import Protocol

from leaflet_app.domain.errors import SharingStopped
from leaflet_app.library.store.host_remote import CONNECT_S, LARGEST, SILENCE_S, WHOLE_S, HostRemote, bounded
from leaflet_app.library.store.remote_faults import NOTHING_THERE

OPTIONS = (
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    f"ConnectTimeout={CONNECT_S}",
    f"ServerAliveInterval={SILENCE_S // 2}",
    "ServerAliveCountMax=2",
)

MOST_SAID = 64 * 1024
"""Bytes of its last words, in which its reason stands."""


def ssh_remote(address: str) -> HostRemote:
    """Return the way to an address. Raises SharingStopped where its server has no name."""
    parts = urlsplit(address)
    host, user = parts.hostname or "", unquote(parts.username or "")
    if not host or host.startswith("-") or user.startswith("-"):
        raise SharingStopped("the address names no server", "Write it as ssh://name@server/folder in Settings.")
    if not unquote(parts.path).isprintable():
        raise SharingStopped(*NOTHING_THERE)

    @contextlib.contextmanager
    def begin() -> Iterator[WatchedSsh]:
        client = WatchedSsh(host, port=parts.port, username=user or None, vendor=SystemSsh())
        try:
            yield client
        finally:
            client.end()

    return HostRemote(begin, unquote(parts.path))


class SystemSsh(SubprocessSSHVendor):
    """Begins the system's ssh."""

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
        return Watched(ssh)


class Watched(SubprocessWrapper):
    """An ssh that is ended when it takes too long, and in any case once nobody listens."""

    def __init__(self, ssh: subprocess.Popen[bytes]) -> None:
        super().__init__(ssh)
        self.read = bounded(self.read, LARGEST)  # type: ignore[assignment]  # nobody reads without a size
        self._heard = Heard(ssh.stderr)
        self._watch = Timer(WHOLE_S, ssh.kill)
        self._watch.daemon = True
        self._watch.start()

    @property
    def stderr(self) -> Heard:  # type: ignore[override]  # dulwich reads its lines, and no more of it
        """Return what it says beside the conversation."""
        return self._heard

    def close(self, timeout: int | None = None) -> None:
        """End it, and wait for its end."""
        self._watch.cancel()
        self.proc.kill()
        self._heard.end()
        for stream in (self.proc.stdin, self.proc.stdout, self.proc.stderr):
            if stream is not None:
                with contextlib.suppress(OSError, ValueError):
                    stream.close()
        self.proc.wait()
        self._watch.join()


class Heard:
    """What an ssh says beside the conversation, read as it comes: a full pipe would stop it."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        self._said = bytearray()
        self._listener = Thread(target=self._listen, args=(stream,), daemon=True)
        self._listener.start()

    def readlines(self) -> list[bytes]:
        """Return its last words by line, once it has ended."""
        self._listener.join(SILENCE_S)
        return bytes(self._said).splitlines()

    def end(self) -> None:
        """Wait until nothing more comes of an ssh that has ended."""
        self._listener.join(SILENCE_S)

    def _listen(self, stream: IO[bytes] | None) -> None:
        while stream is not None and (said := stream.read(MOST_SAID)):
            self._said = (self._said + said)[-MOST_SAID:]


class WatchedSsh(SSHGitClient):
    """A client that leaves no conversation open, also where dulwich forgets one that failed."""

    def __init__(self, host: str, port: int | None, username: str | None, vendor: SystemSsh) -> None:
        super().__init__(host, port=port, username=username, vendor=vendor)
        self._conversations: list[Protocol] = []

    def end(self) -> None:
        """Close what is open."""
        for conversation in self._conversations:
            conversation.close()

    def _connect(
        self, cmd: bytes, path: str | bytes, protocol_version: int | None = None
    ) -> tuple[Protocol, Callable[[], bool], IO[bytes] | None]:
        connected = super()._connect(cmd, path, protocol_version)
        self._conversations.append(connected[0])
        return connected
