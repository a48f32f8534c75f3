"""Look after the place where the library is shared: try it, begin there, free it, or take over what stands there."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import in_turn, opened, refresh
from leaflet_app.services.share_library import alone, remote_of_desk

if TYPE_CHECKING:
    from leaflet_app.library.store.folder_remote import FolderRemote

# Imports inside functions are late on purpose: most desks print, and never share.


def try_place(desk: Desk) -> bool:
    """Ask whether the shared place answers, and whether a library stands there. Raises SharingStopped, NoKeyring."""
    with alone(desk), opened(desk) as store:
        return remote_of_desk(desk).fetch(store.repo) is not None


def may_begin(desk: Desk) -> bool:
    """Tell whether the shared folder is empty, and this desk has never shared. Raises SharingStopped."""
    from leaflet_app.library.store.own_versions import has_shared  # noqa: PLC0415

    folder = _folder(desk)
    if folder is None:
        return False
    with opened(desk) as store:
        return not has_shared(store) and folder.is_empty


def begin(desk: Desk) -> None:
    """Make the shared library in the empty folder of the settings. Raises SharingStopped."""
    folder = _folder(desk)
    if folder is not None:
        folder.begin()


def locked_since(desk: Desk) -> datetime | None:
    """Return since when another desk keeps the shared folder locked, if one does. Raises SharingStopped."""
    folder = _folder(desk)
    return folder.locked_since if folder else None


def unlock(desk: Desk) -> bool:
    """Remove a lock that another desk left; tell whether there was one. Raises SharingStopped where it is in use."""
    folder = _folder(desk)
    return folder is not None and folder.unlock(desk.now())


def take_over(desk: Desk) -> None:
    """Take the shared library in place of the own one, which stays in the store. Raises SharingStopped, NoKeyring."""
    from leaflet_app.library.store.sharing import take_over as take_over_in  # noqa: PLC0415

    remote = remote_of_desk(desk)
    with alone(desk), opened(desk) as store:
        take_over_in(store, remote, partial(in_turn, desk))
    refresh(desk)


def _folder(desk: Desk) -> FolderRemote | None:
    from leaflet_app.library.store.folder_remote import FolderRemote  # noqa: PLC0415

    remote = remote_of_desk(desk)
    return remote if isinstance(remote, FolderRemote) else None
