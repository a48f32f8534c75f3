"""Where a library is shared: a folder that all desks reach, or a Git host. One file for each way there."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from dulwich.objects import ObjectID
from dulwich.repo import Repo


class Overtaken(Exception):
    """Another desk has shared something since we looked, or does so at this moment: look again."""


class Incomplete(Overtaken):
    """The shared library names what does not show itself yet: look again."""


class Refused(Exception):
    """The other side did not take a change, and says why."""


class Remote(Protocol):
    """A way to the shared library. What each method raises is SharingStopped; NotReachable where time may help."""

    def fetch(self, repo: Repo) -> ObjectID | None:
        """Bring the newest shared version into a store and return it; None where nothing is shared yet."""
        ...

    def push(self, repo: Repo, theirs: ObjectID | None, ours: ObjectID) -> None:
        """Make ours the newest shared version where that is still theirs. Raises Overtaken, Refused."""
        ...


def remote_of(address: str, password: str | None) -> Remote:
    """Return the way to an address of the settings. Raises SharingStopped where there is none."""
    if address.casefold().startswith("https://"):
        from leaflet_app.library.store.https_client import https_remote  # noqa: PLC0415  (urllib3 takes 40 ms)

        return https_remote(address, password)
    if address.casefold().startswith("ssh://"):
        from leaflet_app.library.store.ssh_client import ssh_remote  # noqa: PLC0415  (only where it is used)

        return ssh_remote(address)
    from leaflet_app.library.store.folder_remote import FolderRemote  # noqa: PLC0415  (only where it is used)

    return FolderRemote(Path(address))
