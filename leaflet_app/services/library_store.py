"""Keep the library: read its newest version and any before it, and change it one commit at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet_app import paths
from leaflet_app.domain.errors import CannotSave, EditRefused, LibraryUnreadable, StoreUnusable
from leaflet_app.domain.versions import Version
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.store.head import head_of
from leaflet_app.services.desk import Desk
from leaflet_app.services.late_finder import LateFinder
from leaflet_app.services.newest import Newest

if TYPE_CHECKING:
    from leaflet_app.library.files import Files
    from leaflet_app.library.store.repository import Store

# Imports inside functions are late on purpose: most desks print, and never open the store.

TURN = "library.lock"
PROGRAM = "Clinic Leaflets"


def store_folder(desk: Desk) -> Path:
    """Return where this desk keeps the library and all its versions."""
    return desk.home / "library.git"


@contextmanager
def opened(desk: Desk) -> Iterator[Store]:
    """Open the store, made from the shipped library where there is none. Raises StoreUnusable."""
    from leaflet_app.library.store.repository import Store  # noqa: PLC0415

    folder = store_folder(desk)
    if not folder.exists():
        with _turn(desk):
            if not folder.exists():
                _make(desk, folder)
    with Store.open(folder) as store:
        yield store


@contextmanager
def in_turn(desk: Desk) -> Iterator[Store]:
    """Open the store while no other program of this computer writes to it. Raises StoreUnusable."""
    with opened(desk):
        pass
    with _turn(desk), opened(desk) as store:
        yield store


def newest(desk: Desk) -> Newest:
    """Return the library as it was last changed, be it approved or not. Raises StoreUnusable, LibraryUnreadable."""
    with opened(desk) as store:
        head = store.head
    if desk.newest is None or desk.newest.commit != head:
        desk.newest = _read(desk, head)
    return desk.newest


def change(
    desk: Desk,
    changes: Mapping[str, bytes | None],
    message: str,
    *,
    base: str,
    author: str = "",
) -> str:
    """Keep a change of files as they stood at `base`, take it in, and return the new commit.

    Raises EditRefused, EditedMeanwhile, StoreUnusable, CannotSave.
    """
    with in_turn(desk) as store:
        name = author or _editor(desk)
        try:
            commit = store.save(changes, name, message, base=base, at=desk.now())
        except OSError as fault:
            why = fault.strerror or "the system gives no reason"
            raise CannotSave("library.git", why, "Make room, or check who may write there; then save again.") from fault
    _verify(desk, commit, changes)
    refresh(desk)
    return commit


def refresh(desk: Desk) -> bool:
    """Take in what the store holds now; tell whether that is news to this desk. Raises StoreUnusable."""
    head = head_of(store_folder(desk))
    if head in ("", desk.commit):
        return False
    try:
        now = newest(desk)
    except LibraryUnreadable:
        return False
    desk.library, desk.files, desk.commit = now.library, now.files, now.commit
    desk.edition = _edition(now.files)
    desk.finder = LateFinder(now.library)
    return True


def history(desk: Desk, file: str, most: int = 100) -> tuple[Version, ...]:
    """Return the versions in which a file was changed, newest first. Raises StoreUnusable."""
    with opened(desk) as store:
        return store.history(file, most)


def text_at(desk: Desk, file: str, commit: str) -> str:
    """Return a text as it stood in a version. Raises EditRefused where there was none, StoreUnusable."""
    from leaflet_app.library.files import LARGEST_LIST, FileUnreadable  # noqa: PLC0415
    from leaflet_app.library.store.version_files import VersionFiles  # noqa: PLC0415

    with opened(desk) as store:
        try:
            return VersionFiles(store, commit).read(file, LARGEST_LIST).decode("utf-8-sig", errors="replace")
        except (FileUnreadable, KeyError) as fault:
            raise EditRefused(f"{file} is not in the version {commit[:10]}", "Choose another version.") from fault


def _read(desk: Desk, commit: str) -> Newest:
    from leaflet_app.library.read import read_library  # noqa: PLC0415
    from leaflet_app.library.store.kept_files import KeptFiles  # noqa: PLC0415

    files = KeptFiles(store_folder(desk), commit)
    return Newest(read_library(files), files, commit)


def _edition(files: Files) -> str:
    from leaflet_app.library.snapshot import edition_of  # noqa: PLC0415

    return edition_of(files, FolderFiles(paths.resources() / "diagrams"))


def _editor(desk: Desk) -> str:
    from leaflet_app.services.settings import load  # noqa: PLC0415

    return load(desk).library.editor or PROGRAM


def _verify(desk: Desk, commit: str, changes: Mapping[str, bytes | None]) -> None:
    """Read back, with other eyes, what was just written. Raises StoreUnusable."""
    from leaflet_app.library.files import content_id  # noqa: PLC0415

    with opened(desk) as store:
        ids = store.ids(commit)
        for file, content in changes.items():
            is_there = ids.get(file) == (None if content is None else content_id(content))
            if not is_there or (content is not None and store.content(ids[file]) != content):
                raise StoreUnusable("what was written does not stand there", "Save again; if it stays, check the disk.")


@contextmanager
def _turn(desk: Desk) -> Iterator[None]:
    from leaflet_app.delivery.turn import turn  # noqa: PLC0415

    try:
        paths.make_private(desk.home)
        with turn(desk.home / TURN):
            yield
    except OSError as fault:
        why = fault.strerror or "the system gives no reason"
        raise StoreUnusable(why, "Check who may write there, and try again.") from fault


def _make(desk: Desk, folder: Path) -> None:
    """Make the store from the shipped library: beside its place, so that half a store never stands there."""
    import shutil  # noqa: PLC0415

    from leaflet_app.library.store.repository import Store  # noqa: PLC0415

    shipped = FolderFiles(paths.resources() / "library")
    contents = {file: shipped.read(file, 2**26) for file in shipped.ids()}
    beside = folder.with_name("library.new")
    shutil.rmtree(beside, ignore_errors=True)
    with Store.create(beside) as store:
        store.save(contents, PROGRAM, "The library that came with the program", base="", at=desk.now())
    beside.replace(folder)
