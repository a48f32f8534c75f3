"""A Git host over https: its certificate is always verified, its patience and ours have an end."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from threading import Timer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from dulwich.client import Urllib3HttpGitClient, default_urllib3_manager
from dulwich.errors import GitProtocolError
from urllib3 import HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPSConnection
from urllib3.exceptions import HTTPError

from leaflet_app.library.store.host_remote import LARGEST, SILENCE_S, WHOLE_S, HostRemote, bounded

if TYPE_CHECKING:
    from dulwich.client import HTTPResponse

LARGEST_LIST = 16 * 1024 * 1024
"""So much may a server say of its branches; no library has more than one."""

_LISTING = b"0014command=ls-refs"


def https_remote(address: str, password: str | None) -> HostRemote:
    """Return the way to an address; the password stands in no address, and goes to this server alone."""
    parts = urlsplit(address)
    user = unquote(parts.username) if parts.username else None
    server = parts.netloc.rpartition("@")[2]

    @contextlib.contextmanager
    def begin() -> Iterator[PatientClient]:
        base = urlunsplit(("https", server, "/", "", ""))
        manager = default_urllib3_manager(None, base_url=base, timeout=SILENCE_S, cert_reqs="CERT_REQUIRED")
        assert isinstance(manager, PoolManager)  # noqa: S101  (the other kind asks people for passwords)
        manager.connection_pool_kw["retries"] = False  # and follow nobody to another address
        open_lines: list[socket.socket] = []
        manager.pool_classes_by_scheme = {"https": _noting(open_lines)}
        watch = Timer(WHOLE_S, _hang_up, (open_lines,))
        watch.daemon = True
        watch.start()
        try:
            yield PatientClient(base, pool_manager=manager, username=user, password=password)
        finally:
            watch.cancel()
            watch.join()
            manager.clear()

    return HostRemote(begin, parts.path)


class PatientClient(Urllib3HttpGitClient):
    """Talks to a Git host, but not for ever, and not with what only serves files."""

    def _http_request(
        self,
        url: str,
        headers: dict[str, str] | None = None,
        data: bytes | Iterator[bytes] | None = None,
        raise_for_status: bool = True,  # noqa: FBT001, FBT002  (as dulwich has it)
    ) -> tuple[HTTPResponse, Callable[[int], bytes]]:
        response, read = super()._http_request(url, headers, data, raise_for_status)
        kind = response.content_type or ""
        if raise_for_status and not kind.startswith("application/x-git-"):
            raise GitProtocolError("no Git server")
        is_list = data is None or (isinstance(data, bytes) and data.startswith(_LISTING))
        return response, bounded(_in_git_s_words(read), LARGEST_LIST if is_list else LARGEST)


def _in_git_s_words(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    def read_on(size: int) -> bytes:
        try:
            return read(size)
        except HTTPError as fault:  # packed in a way that cannot be unpacked
            raise GitProtocolError("no Git server") from fault

    return read_on


def _noting(open_lines: list[socket.socket]) -> type[HTTPSConnectionPool]:
    """Return connections that are noted here: only a closed line ends the wait for bytes that come one by one."""

    class Noted(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            if isinstance(self.sock, socket.socket):
                open_lines.append(self.sock)

    class Pool(HTTPSConnectionPool):
        ConnectionCls = Noted

    return Pool


def _hang_up(open_lines: list[socket.socket]) -> None:
    for line in open_lines:
        with contextlib.suppress(OSError):
            socket.socket.shutdown(line, socket.SHUT_RDWR)
