"""Share the library with other desks: send own changes, take theirs, and choose where both changed one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from leaflet_app.domain.errors import SharingStopped
from leaflet_app.domain.sharing import Disagreement, SharingStanding
from leaflet_app.domain.versions import Version
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import PROGRAM, in_turn, opened, refresh
from leaflet_app.services.settings import load

if TYPE_CHECKING:
    from leaflet_app.library.store.remotes import Remote
    from leaflet_app.library.store.sharing import Synced

# Imports inside functions are late on purpose: most desks print, and never share.

SECRET = "library"  # noqa: S105  (its name in the keyring)
TURN = "sharing.lock"
CHOSEN = "Choose between two texts"


def share(desk: Desk) -> Synced:
    """Send own changes and take those of others, and take them in.

    Raises EditedMeanwhile where both sides changed one text, SharingStopped, StoreUnusable, NoKeyring.
    """
    from leaflet_app.library.store.faults import told  # noqa: PLC0415
    from leaflet_app.library.store.shared_marks import note_time  # noqa: PLC0415
    from leaflet_app.library.store.sharing import sync  # noqa: PLC0415

    remote = remote_of_desk(desk)
    with alone(desk), opened(desk) as store:
        synced = sync(store, remote, partial(in_turn, desk), PROGRAM)
        with told():
            note_time(store, desk.now())
    refresh(desk)
    return synced


def standing(desk: Desk) -> SharingStanding:
    """Return how sharing stands. Asks nobody. Raises StoreUnusable."""
    address = load(desk).library.shared
    if not address:
        return SharingStanding("")
    from leaflet_app.library.store.disagreements import disagreements  # noqa: PLC0415
    from leaflet_app.library.store.faults import told  # noqa: PLC0415
    from leaflet_app.library.store.own_versions import to_send, waits  # noqa: PLC0415
    from leaflet_app.library.store.shared_marks import time_noted  # noqa: PLC0415

    with opened(desk) as store, told():
        texts = len(disagreements(store, PROGRAM)) if waits(store) else 0
        return SharingStanding(address, to_send(store), time_noted(store), texts)


def conflicts(desk: Desk) -> tuple[Disagreement, ...]:
    """Return the texts that were changed here and elsewhere, each in its versions. Raises StoreUnusable."""
    from leaflet_app.library.store.disagreements import disagreements  # noqa: PLC0415

    with opened(desk) as store:
        return disagreements(store, PROGRAM)


def settle(desk: Desk, seen: tuple[Disagreement, ...], chosen: Mapping[str, bytes | None]) -> str:
    """Put the chosen texts on top of both sides and return the commit; both stay in the history.

    Raises EditedMeanwhile where one of them was changed since it was seen, StoreUnusable.
    """
    from leaflet_app.library.store.disagreements import settle as settle_in  # noqa: PLC0415

    author = load(desk).library.editor or PROGRAM
    with alone(desk), opened(desk) as store:
        commit = settle_in(store, partial(in_turn, desk), seen, chosen, (author, CHOSEN, desk.now(), PROGRAM))
    refresh(desk)
    return commit


def changes_of_others(desk: Desk, most: int = 10) -> tuple[Version, ...]:
    """Return the newest changes that bear another name than this desk's. Raises StoreUnusable."""
    from leaflet_app.library.store.own_versions import by_others  # noqa: PLC0415

    with opened(desk) as store:
        return by_others(store, {load(desk).library.editor, PROGRAM}, most)


def remote_of_desk(desk: Desk) -> Remote:
    """Return the way to where this desk shares its library. Raises SharingStopped, NoKeyring."""
    from leaflet_app.library.store.ways import remote_of  # noqa: PLC0415

    address = load(desk).library.shared
    if not address:
        raise SharingStopped("no place to share it is set", "Name a folder or a Git address in Settings, Library.")
    has_user = address.casefold().startswith("https://") and "@" in address
    return remote_of(address, desk.tools.secrets.read(SECRET) if has_user else None)


@contextmanager
def alone(desk: Desk) -> Iterator[None]:
    """Be the one program of this computer that shares. Raises SharingStopped."""
    from leaflet_app.delivery.turn import turn  # noqa: PLC0415

    with ExitStack() as held:
        try:
            with opened(desk):  # which makes the home
                pass
            held.enter_context(turn(desk.home / TURN))
        except OSError as fault:
            why = "another program on this computer shares it at this moment"
            raise SharingStopped(why, "Try again in a moment.") from fault
        yield
