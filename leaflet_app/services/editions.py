"""Keep the library that a leaflet was made from, and find it again."""

from __future__ import annotations

from pathlib import Path

from leaflet_app import paths
from leaflet_app.delivery.editions import Kept, keep_edition, kept_edition
from leaflet_app.domain.errors import CannotSave, EditionUnreadable
from leaflet_app.domain.library import Library
from leaflet_app.services.desk import Desk

LIBRARY, DRAWINGS = "library", "diagrams"


def keep(desk: Desk) -> bool:
    """Keep today's edition where it is not kept yet; tell whether it is, for the next leaflet may try again.

    It is not kept where its files have changed since the desk began.
    """
    folders = {LIBRARY: desk.library_folder, DRAWINGS: paths.resources() / DRAWINGS}
    try:
        return _is_kept(desk) or (_is_still_there(desk, folders) and keep_edition(desk.home, desk.edition, folders))
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


def _is_still_there(desk: Desk, folders: dict[str, Path]) -> bool:
    from leaflet_app.library.snapshot import edition_of  # noqa: PLC0415  (once for each edition)

    return edition_of(folders[LIBRARY], folders[DRAWINGS]) == desk.edition


def _read(untrusted: Kept, folder: Path, edition: str) -> Library:
    """Read what was kept, once it is proved to be that edition's very bytes."""
    from leaflet_app.library.read import read_library  # noqa: PLC0415  (brings the parsers)
    from leaflet_app.library.snapshot import edition_of  # noqa: PLC0415

    _put(untrusted, folder)
    if edition_of(folder / LIBRARY, folder / DRAWINGS) != edition:
        raise EditionUnreadable(f"{edition}.zip", "its content is not what was kept")
    return read_library(folder / LIBRARY, folder)


def _put(untrusted: Kept, folder: Path) -> None:
    for room in (LIBRARY, DRAWINGS):
        (folder / room).mkdir()
    for place, content in untrusted.items():
        path = folder / place
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.mkdir(exist_ok=True) if content is None else path.write_bytes(content)
        except OSError as fault:
            raise EditionUnreadable(folder.name, f"its files cannot be laid out ({fault.strerror})") from fault
