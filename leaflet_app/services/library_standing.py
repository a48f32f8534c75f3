"""Which library a desk stands on: the newest version it keeps, as far as approved, or the one it came with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from leaflet_app import paths
from leaflet_app.domain.errors import LeafletError, LibraryUnreadable, StoreDamaged, StoreUnusable
from leaflet_app.domain.library import Library
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.snapshot import Remembered, drawings, edition_of, keep, recalled, remembered
from leaflet_app.library.store.kept_files import KeptFiles, OpenedStore
from leaflet_app.library.store.newest import Newest
from leaflet_app.library.where import TOPICS

if TYPE_CHECKING:
    from leaflet_app.library.files import Files

# Imports inside functions are late on purpose: a start that changes nothing reads two files, and no Git.

STORE = "library.git"
TURN = "library.lock"
SNAPSHOT = "library.snapshot"

MOST_TRIED = 20
"""So many versions are tried where the newest is no library."""


class Standing(NamedTuple):
    """The library that leaflets are made from, its files, and what names it; `fault` is why it is not the newest."""

    library: Library
    files: Files
    edition: str
    commit: str = ""
    fault: LeafletError | None = None


def stand(home: Path) -> Standing:
    """Return the library that a desk begins with. Raises LibraryUnreadable where there is none at all."""
    try:
        if not (home / STORE).exists():
            return _shipped(home)._replace(fault=_nowhere(home / STORE))
        commit = Newest(home / STORE).read() if (home / STORE).is_dir() else ""
        return _kept(home, commit) if commit else _rescued(home)
    except StoreDamaged:
        return _rescued(home)
    except StoreUnusable as fault:
        return _shipped(home)._replace(fault=fault)
    except LibraryUnreadable as fault:
        return _last_readable(home)._replace(fault=fault)
    except OSError as fault:
        from leaflet_app.library.store.faults import unusable  # noqa: PLC0415

        return _shipped(home)._replace(fault=unusable(fault))


def stand_later(home: Path, before: Standing, commit: str) -> Standing:
    """Return a later version, of which only what differs is read; the next start finds it read.

    Raises LibraryUnreadable, StoreUnusable.
    """
    from leaflet_app.library.issued import replaced_later  # noqa: PLC0415

    if not isinstance(before.files, KeptFiles):
        return _kept(home, commit)
    try:
        newest, changed = before.files.later(commit)
    except StoreDamaged:  # what stood before is lost, as after a rescue
        return _kept(home, commit)
    replaced = replaced_later(newest, before.files.replaced, changed)
    files = newest.with_replaced(replaced)
    library = _reread(before.library, files, {*changed, *_differing(before.files.replaced, replaced)})
    read = Remembered(library, edition_of(files, drawings()), replaced)
    return _standing(keep(_name(commit), home / SNAPSHOT, read, partial(_read, newest)), files, commit)


def changed_topics(before: Files, now: Files) -> set[str]:
    """Return the topics of which a file differs, by id."""
    differing = (file.split("/") for file in _differing(before.ids(), now.ids()))
    return {parts[1] for parts in differing if parts[0] == TOPICS and len(parts) > 1}


def newest_beside(standing: Standing) -> Library:
    """Return the library of the same version whatever is approved of it. Raises LibraryUnreadable, StoreUnusable."""
    files = standing.files
    if not isinstance(files, KeptFiles) or not files.replaced:
        return standing.library
    return _reread(standing.library, files.with_replaced({}), files.replaced)


def _kept(home: Path, commit: str) -> Standing:
    newest = KeptFiles(OpenedStore(home / STORE), commit)
    read = recalled(_name(commit), home / SNAPSHOT, partial(_read, newest))
    return _standing(read, newest.with_replaced(read.replaced), commit)


def _last_readable(home: Path) -> Standing:
    """Return the last version before the newest that is a library; where there is none, the one that was shipped."""
    for commit in islice(Newest(home / STORE).earlier(), MOST_TRIED):
        with suppress(StoreUnusable, LibraryUnreadable):
            return _kept(home, commit)
    return _shipped(home)


def _nowhere(folder: Path) -> StoreUnusable | None:
    """Return what to tell where the store is a link that leads nowhere."""
    if not folder.is_symlink():
        return None
    from leaflet_app.library.store.faults import led_nowhere  # noqa: PLC0415

    return led_nowhere()


def _rescued(home: Path) -> Standing:
    from leaflet_app.services.library_rescue import rescued  # noqa: PLC0415

    try:
        commit, told = rescued(home / STORE, home / TURN)
        return (_kept(home, commit) if commit else _shipped(home))._replace(fault=told)
    except (StoreUnusable, LibraryUnreadable) as fault:
        return _shipped(home)._replace(fault=fault)


def _shipped(home: Path) -> Standing:
    files = FolderFiles(paths.resources() / "library")
    read = remembered(files, home / SNAPSHOT)
    return _standing(read, files)


def _standing(read: Remembered, files: Files, commit: str = "") -> Standing:
    return Standing(replace(read.library, edition=read.edition), files, read.edition, commit)


def _name(commit: str) -> str:
    """Name a version together with the program's drawings; no file of the library has to be read for it."""
    return f"{commit} {edition_of(drawings())}"


def _read(newest: KeptFiles) -> Remembered:
    from leaflet_app.library.issued import issued  # noqa: PLC0415
    from leaflet_app.library.read import read_library  # noqa: PLC0415

    files = issued(newest)
    return Remembered(read_library(files), edition_of(files, drawings()), files.replaced)


def _differing(before: Mapping[str, str], now: Mapping[str, str]) -> set[str]:
    return {file for file in {*before, *now} if before.get(file) != now.get(file)}


def _reread(library: Library, files: Files, changed: Iterable[str]) -> Library:
    from leaflet_app.library.reread import reread  # noqa: PLC0415

    return reread(library, files, changed)
