"""A library shared through a Git host: what https and ssh have in common."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from time import monotonic

from dulwich.client import GitClient
from dulwich.errors import GitProtocolError
from dulwich.objects import ObjectID
from dulwich.refs import Ref
from dulwich.repo import Repo

from leaflet_app.domain.errors import SharingStopped
from leaflet_app.library.store.newest import MAIN
from leaflet_app.library.store.remote_faults import host_told
from leaflet_app.library.store.remotes import Overtaken, Refused

HEADS = b"refs/heads/"
CONNECT_S = 10
SILENCE_S = 20
WHOLE_S = 300
LARGEST = 256 * 1024 * 1024
"""So long may a server be silent, a conversation last, and so many bytes may be sent to this desk at once."""

Begin = Callable[[], contextlib.AbstractContextManager[GitClient]]


class HostRemote:
    """The way to a Git host, over a client that is begun for each conversation."""

    def __init__(self, begin: Begin, path: str) -> None:
        self._begin = begin
        self._path = path.encode()

    def fetch(self, repo: Repo) -> ObjectID | None:
        """Bring the newest shared version into a store and return it; None where nothing is shared yet."""

        def wanted(refs: Mapping[Ref, ObjectID], depth: int | None = None) -> list[ObjectID]:
            theirs = refs.get(MAIN)
            return [theirs] if theirs is not None and theirs not in repo.object_store else []

        with self._client() as client:
            refs = client.fetch(self._path, repo, determine_wants=wanted, ref_prefix=[HEADS]).refs
        if MAIN not in refs and any(name.startswith(HEADS) for name in refs):
            raise SharingStopped("the address holds something else", "Begin a new, empty repository for the library.")
        return refs.get(MAIN)

    def push(self, repo: Repo, theirs: ObjectID | None, ours: ObjectID) -> None:
        """Make ours the newest shared version where that is still theirs. Raises Overtaken, Refused."""

        def wanted(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
            if refs.get(MAIN) != theirs:
                raise Overtaken
            return {MAIN: ours}

        with self._client() as client:
            told = client.send_pack(self._path, wanted, repo.generate_pack_data).ref_status  # type: ignore[arg-type]  # dulwich at odds with itself
        if told is None:
            raise Overtaken  # a server that tells nothing: only another look shows whether it was taken
        for why in told.values():
            if why:
                raise Refused(why)

    @contextlib.contextmanager
    def _client(self) -> Iterator[GitClient]:
        with host_told(), self._begin() as client:
            yield client


def bounded(read: Callable[[int], bytes], largest: int) -> Callable[[int], bytes]:
    """Read until enough is enough."""
    end, left = monotonic() + WHOLE_S, largest

    def read_on(size: int) -> bytes:
        nonlocal left
        got = read(size)
        left -= len(got)
        if left < 0 or monotonic() > end:
            raise GitProtocolError("no end")
        return got

    return read_on
