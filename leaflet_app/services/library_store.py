"""Keep the library: read its newest version and any before it, and change it one commit at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from leaflet_app import paths
from leaflet_app.domain.errors import EditRefused, LibraryUnreadable, StoreUnusable
from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.sentences import sentence
from leaflet_app.domain.versions import Version
from leaflet_app.library.store.kept_files import KeptFiles, OpenedStore
from leaflet_app.library.store.newest import Newest as NewestCommit
from leaflet_app.services.desk import Desk
from leaflet_app.services.late_finder import LateFinder
from leaflet_app.services.library_standing import STORE, TURN, Standing, changed_topics, newest_beside, stand_later
from leaflet_app.services.newest import Newest

if TYPE_CHECKING:
    from leaflet_app.library.store.repository import Store

# Imports inside functions are late on purpose: most desks print, and never open the store.

PROGRAM = "Clinic Leaflets"

FORMER = 4
"""So many editions are remembered, for leaflets that are just being handed out."""

_one_at_a_time = Lock()
_swapping = Lock()
"""Held for a moment, while a desk passes from one version to the next."""


def store_folder(desk: Desk) -> Path:
    """Return where this desk keeps the library and all its versions."""
    return desk.home / STORE


@contextmanager
def opened(desk: Desk) -> Iterator[Store]:
    """Open the store, made from the shipped library where there is none. Raises StoreUnusable."""
    from leaflet_app.library.store.faults import told_of_its_folder  # noqa: PLC0415
    from leaflet_app.library.store.repository import Store  # noqa: PLC0415

    with told_of_its_folder():
        is_made = store_folder(desk).exists()
    if not is_made:
        with _turn(desk):
            _make_once(desk)
    with Store.open(store_folder(desk)) as store:
        yield store


@contextmanager
def in_turn(desk: Desk) -> Iterator[Store]:
    """Open the store while no other program of this computer writes to it. Raises StoreUnusable."""
    from leaflet_app.library.store.recovery import recover  # noqa: PLC0415
    from leaflet_app.library.store.repository import Store  # noqa: PLC0415

    with _turn(desk):
        _make_once(desk)
        recover(store_folder(desk))
        with Store.open(store_folder(desk)) as store:
            yield store


def newest(desk: Desk) -> Newest:
    """Return the library as it was last changed, be it approved or not. Raises StoreUnusable, LibraryUnreadable."""
    with opened(desk):
        pass
    refresh(desk)
    with _one_at_a_time:
        if desk.newest is None or desk.newest.commit != desk.commit:
            now = standing(desk)
            files = now.files
            whole = files.with_replaced({}) if isinstance(files, KeptFiles) else files
            desk.newest = Newest(newest_beside(now), whole, now.commit)
        return desk.newest


def newest_files(desk: Desk) -> KeptFiles:
    """Return the files as they were last changed, be they a library or in need of mending. Raises StoreUnusable."""
    with opened(desk) as store:
        return KeptFiles(OpenedStore(store_folder(desk)), store.head)


def change(
    desk: Desk,
    changes: Mapping[str, bytes | None],
    message: str,
    *,
    base: str,
    author: str = "",
) -> str:
    """Keep a change of files as they stood at `base`, take it in, and return the new commit.

    Raises EditRefused, EditedMeanwhile, StoreUnusable.
    """
    name = author or _editor(desk)
    with in_turn(desk) as store:
        commit = store.save(changes, name, message, base=base, at=desk.now())
    with suppress(LibraryUnreadable, StoreUnusable):  # it is kept; what is wrong is told wherever it is read
        refresh(desk)
    return commit


def refresh(desk: Desk) -> bool:
    """Take in what the store holds now; tell whether that is news to this desk.

    Raises StoreUnusable, LibraryUnreadable: the desk then goes on with what it had.
    """
    from leaflet_app.library.store.faults import told  # noqa: PLC0415

    with _one_at_a_time:
        with told():
            commit = NewestCommit(store_folder(desk)).read()
        if commit in ("", desk.commit):
            return False
        now = stand_later(desk.home, standing(desk), commit)
        changed = changed_topics(desk.files, now.files)
        finder = LateFinder(now.library, desk.finder, changed)
        with _swapping:
            desk.former = dict([*desk.former.items(), (desk.edition, desk.files)][-FORMER:])
            desk.library, desk.files, desk.edition, desk.commit = now.library, now.files, now.edition, now.commit
            desk.finder = finder
        return True


def history(desk: Desk, *files: str, most: int | None = None) -> tuple[Version, ...]:
    """Return the versions in which one of the files was changed, newest first, or the last. Raises StoreUnusable."""
    with opened(desk) as store:
        return store.history(*files, most=most)


def text_at(desk: Desk, file: str, commit: str) -> str:
    """Return a text as it stood in a version. Raises EditRefused where there was none, StoreUnusable."""
    return text_shown(bytes_at(desk, file, commit))


def bytes_at(desk: Desk, file: str, commit: str) -> bytes:
    """Return a file as it stood in a version. Raises EditRefused where there was none, StoreUnusable."""
    from leaflet_app.library.files import FileUnreadable  # noqa: PLC0415

    with opened(desk) as store:
        identity = store.id_at(commit, file)
        if not identity:
            raise EditRefused(f"{file} is not in the version {commit[:10]}", "Choose another version.")
        try:
            return store.content(identity)
        except FileUnreadable as fault:
            raise StoreUnusable(f"{file}: {fault.wrong}", sentence(fault.remedy)) from fault


def standing(desk: Desk) -> Standing:
    """Return what a desk stands on, all of it of one version, whatever is being taken in."""
    with _swapping:
        return Standing(desk.library, desk.files, desk.edition, desk.commit)


def _editor(desk: Desk) -> str:
    from leaflet_app.services.settings import load  # noqa: PLC0415

    return load(desk).library.editor or PROGRAM


@contextmanager
def _turn(desk: Desk) -> Iterator[None]:
    from leaflet_app.delivery.turn import turn  # noqa: PLC0415
    from leaflet_app.library.store.faults import told, told_of_its_folder  # noqa: PLC0415

    with ExitStack() as held:
        with told_of_its_folder():
            paths.make_private(desk.home)
        with told():
            held.enter_context(turn(desk.home / TURN))
        yield


def _make_once(desk: Desk) -> None:
    """Make the store from the shipped library, unless another has; half a store never stands in its place."""
    from leaflet_app.library.store.faults import led_nowhere  # noqa: PLC0415
    from leaflet_app.services.library_beginning import make_store  # noqa: PLC0415

    if store_folder(desk).is_symlink() and not store_folder(desk).exists():
        raise led_nowhere()
    if not store_folder(desk).exists():
        make_store(desk, store_folder(desk), PROGRAM)
