"""A Git host over https: its certificate is always verified, its patience and ours have an end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from dulwich.client import Urllib3HttpGitClient, default_urllib3_manager
from dulwich.errors import GitProtocolError

from leaflet_app.library.store.host_remote import LARGEST, SILENCE_S, WHOLE_S, HostRemote

if TYPE_CHECKING:
    from dulwich.client import HTTPResponse


def https_remote(address: str, password: str | None) -> HostRemote:
    """Return the way to an address; the password stands in no address, and goes to this server alone."""
    parts = urlsplit(address)
    user = unquote(parts.username) if parts.username else None
    server = parts.netloc.rpartition("@")[2]

    @contextlib.contextmanager
    def begin() -> Iterator[PatientClient]:
        base = urlunsplit(("https", server, "/", "", ""))
        manager = default_urllib3_manager(None, base_url=base, timeout=SILENCE_S, cert_reqs="CERT_REQUIRED")
        manager.connection_pool_kw["retries"] = False  # and follow nobody to another address
        try:
            yield PatientClient(base, pool_manager=manager, username=user, password=password)
        finally:
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
        return response, _bounded(read)


def _bounded(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """Read until enough is enough."""
    end, left = monotonic() + WHOLE_S, LARGEST

    def read_on(size: int) -> bytes:
        nonlocal left
        got = read(size)
        left -= len(got)
        if left < 0 or monotonic() > end:
            raise GitProtocolError("no end")
        return got

    return read_on
