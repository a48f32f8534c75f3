"""Give the library as a plain folder, and take one in."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from leaflet_app.domain.counted import counted
from leaflet_app.domain.errors import CannotSave, EditRefused, StoreUnusable
from leaflet_app.domain.errors.telling import shown
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.sentences import sentence
from leaflet_app.library.files import FileUnreadable
from leaflet_app.library.folder_files import LARGEST, FolderFiles
from leaflet_app.library.where import belongs
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import change, newest_files

if TYPE_CHECKING:
    from leaflet_app.library.files import Files


class TakenIn(NamedTuple):
    """How many files a folder changed, what is wrong in those, and the version it became."""

    changed: int
    faults: tuple[Fault, ...]
    commit: str


def export_library(desk: Desk, folder: Path, *, issued: bool = False) -> int:
    """Write the newest library into an empty folder, or what desks print of it; return the number of files.

    Raises CannotSave, StoreUnusable, LibraryUnreadable.
    """
    files = desk.files if issued else newest_files(desk)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise CannotSave(folder.name, "the folder is not empty", "Choose an empty folder, or a new one.")
        for file in files.ids():
            _write(folder, file, _content(files, file))
    except OSError as fault:
        why = fault.strerror or "the system gives no reason"
        raise CannotSave(folder.name, why, "Choose another folder.") from fault
    return len(files.ids())


def import_library(desk: Desk, folder: Path, *, replaces: bool = False) -> TakenIn:
    """Take in what differs in a folder, as one version; files that it has not stay, unless it replaces all.

    Raises LibraryUnreadable where the library would not be one any more, EditRefused, EditedMeanwhile, StoreUnusable.
    """
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415
    from leaflet_app.services.check_library import check  # noqa: PLC0415

    here, there = newest_files(desk), FolderFiles(folder)
    _check_folder(there, folder)
    before = here.ids()
    now = {file: identity for file, identity in there.ids().items() if not _is_hidden(file)}
    gone = dict.fromkeys(before.keys() - now.keys()) if replaces else {}
    changes = {file: _taken(there, file) for file, identity in now.items() if before.get(file) != identity} | gone
    faults = tuple(fault for fault in check(ChangedFiles(here, changes)) if fault.file in changes)
    message = f"Take {counted(len(changes), 'file')} from a folder"
    commit = change(desk, changes, message, base=here.commit) if changes else here.commit
    return TakenIn(len(changes), faults, commit)


def _check_folder(there: FolderFiles, folder: Path) -> None:
    """Refuse a folder of other things before any of it is read: what is kept once is sent to every desk."""
    place, is_empty = shown(str(folder)), True
    try:
        for file in there.names():
            if _is_hidden(file):
                continue
            is_empty = False
            if not belongs(file):
                remedy = "Take it out of the folder, or choose one that holds nothing but a library."
                raise EditRefused(f"“{shown(file[-80:])}” in {place} is no part of a library", remedy)
    except OSError as fault:
        raise EditRefused(f"{place} cannot be read ({fault.strerror})", "Choose another folder.") from fault
    if is_empty:
        raise EditRefused(f"there is no library in {place}", "Choose the folder that holds library.toml.")


def _write(folder: Path, file: str, content: bytes) -> None:
    """Write a file below a folder, and nowhere else. Raises OSError, StoreUnusable."""
    parts = PurePosixPath(file).parts
    if PurePosixPath(file).is_absolute() or ".." in parts or any(sign in file for sign in "\\:\0"):
        raise StoreUnusable("it holds a file that no folder can have", "Ask who looks after the shared library.")
    path = folder.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _content(files: Files, file: str) -> bytes:
    try:
        return files.read(file, LARGEST)
    except FileUnreadable as fault:
        raise StoreUnusable(f"{file}: {fault.wrong}", sentence(fault.remedy)) from fault


def _taken(files: Files, file: str) -> bytes:
    try:
        content = files.read(file, LARGEST)
    except FileUnreadable as fault:
        raise EditRefused(f"{file}: {fault.wrong}", sentence(fault.remedy)) from fault
    if len(content) > LARGEST:
        raise EditRefused(f"{file} is larger than {LARGEST // 1024**2} MB", "Make it smaller, or take it out.")
    return content


def _is_hidden(file: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(file).parts)
