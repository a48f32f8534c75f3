"""Keep the library that a leaflet was made from, and find it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from leaflet_app.delivery.editions import LARGEST_FILE, Kept, keep_edition, kept_edition
from leaflet_app.domain.errors import CannotSave, EditionUnreadable, StoreUnusable
from leaflet_app.domain.library import Library
from leaflet_app.library.files import Files, FileUnreadable
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.snapshot import drawings, edition_of
from leaflet_app.services.desk import Desk
from leaflet_app.services.library_store import standing

LIBRARY, DRAWINGS = "library", "diagrams"


def keep(desk: Desk, edition: str) -> bool:
    """Keep an edition that this desk stands on, or stood on a moment ago, where it is not kept yet.

    Tells whether it is, for the next leaflet may try again. It is not where its files have changed since.
    """
    now = standing(desk)
    files = now.files if edition == now.edition else desk.former.get(edition)
    try:
        return (desk.home / "editions" / f"{edition}.zip").exists() or (
            files is not None
            and edition_of(files, drawings()) == edition
            and keep_edition(desk.home, edition, _content(files))
        )
    except (CannotSave, StoreUnusable):
        return False


def library_of(desk: Desk, edition: str) -> Library | None:
    """Return the library of an edition, None where this desk has not kept it. Raises EditionUnreadable."""
    now = standing(desk)
    if edition == now.edition:
        return now.library
    untrusted = kept_edition(desk.home, edition)
    if untrusted is None:
        return None
    from tempfile import TemporaryDirectory  # noqa: PLC0415  (most leaflets are made from today's library)

    with TemporaryDirectory(prefix="edition-") as folder:
        return _read(untrusted, Path(folder), edition)


def _content(library: Files) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a library, and of the drawings, by its place. Raises CannotSave."""
    for room, files in ((LIBRARY, library), (DRAWINGS, drawings())):
        for name in files.ids():
            try:
                yield f"{room}/{name}", files.read(name, LARGEST_FILE)
            except FileUnreadable as fault:
                raise CannotSave(name, fault.wrong, fault.remedy) from fault


def _read(untrusted: Kept, folder: Path, edition: str) -> Library:
    """Read what was kept, once it is proved to be that edition's very bytes."""
    from leaflet_app.library.read import read_library  # noqa: PLC0415  (brings the parsers)

    _put(untrusted, folder)
    files = FolderFiles(folder / LIBRARY)
    if edition_of(files, FolderFiles(folder / DRAWINGS)) != edition:
        raise EditionUnreadable(f"{edition}.zip", "its content is not what was kept")
    return replace(read_library(files, FolderFiles(folder)), edition=edition)


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
