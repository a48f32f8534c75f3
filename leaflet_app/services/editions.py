"""Keep the library that a leaflet was made from, and find it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leaflet_app import paths
from leaflet_app.delivery.editions import LARGEST_FILE, Kept, keep_edition, kept_edition
from leaflet_app.domain.errors import CannotSave, EditionUnreadable
from leaflet_app.domain.library import Library
from leaflet_app.library.files import FileUnreadable
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.services.desk import Desk

LIBRARY, DRAWINGS = "library", "diagrams"


def keep(desk: Desk) -> bool:
    """Keep today's edition where it is not kept yet; tell whether it is, for the next leaflet may try again.

    It is not kept where its files have changed since the desk began.
    """
    try:
        return _is_kept(desk) or (_is_still_there(desk) and keep_edition(desk.home, desk.edition, _content(desk)))
    except CannotSave:
        return False


def library_of(desk: Desk, edition: str) -> Library | None:
    """Return the library of an edition, None where this desk has not kept it. Raises EditionUnreadable."""
    if edition == desk.edition:
        return desk.library
    untrusted = kept_edition(desk.home, edition)
    if untrusted is None:
        return None
    from tempfile import TemporaryDirectory  # noqa: PLC0415  (most leaflets are made from today's library)

    with TemporaryDirectory(prefix="edition-") as folder:
        return _read(untrusted, Path(folder), edition)


def _is_kept(desk: Desk) -> bool:
    return (desk.home / "editions" / f"{desk.edition}.zip").exists()


def _is_still_there(desk: Desk) -> bool:
    from leaflet_app.library.snapshot import edition_of  # noqa: PLC0415  (once for each edition)

    return edition_of(desk.files, _drawings()) == desk.edition


def _content(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the desk's library, and of the drawings, by its place. Raises CannotSave."""
    for room, files in ((LIBRARY, desk.files), (DRAWINGS, _drawings())):
        for name in files.ids():
            try:
                yield f"{room}/{name}", files.read(name, LARGEST_FILE)
            except FileUnreadable as fault:
                raise CannotSave(name, fault.wrong, fault.remedy) from fault


def _drawings() -> FolderFiles:
    return FolderFiles(paths.resources() / DRAWINGS)


def _read(untrusted: Kept, folder: Path, edition: str) -> Library:
    """Read what was kept, once it is proved to be that edition's very bytes."""
    from leaflet_app.library.read import read_library  # noqa: PLC0415  (brings the parsers)
    from leaflet_app.library.snapshot import edition_of  # noqa: PLC0415

    _put(untrusted, folder)
    files = FolderFiles(folder / LIBRARY)
    if edition_of(files, FolderFiles(folder / DRAWINGS)) != edition:
        raise EditionUnreadable(f"{edition}.zip", "its content is not what was kept")
    return read_library(files, FolderFiles(folder))


def _put(untrusted: Kept, folder: Path) -> None:
    for room in (LIBRARY, DRAWINGS):
        (folder / room).mkdir()
    for place, content in untrusted.items():
        path = folder / place
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as fault:
            raise EditionUnreadable(folder.name, f"its files cannot be laid out ({fault.strerror})") from fault
