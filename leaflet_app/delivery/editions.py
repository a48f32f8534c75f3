"""The libraries that leaflets were made from: each edition's files, kept once in a file of their own.

A kept file is read as if a stranger had sent it: what a person may reach over a share, another may have changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from leaflet_app.delivery.save import told_of, written_whole
from leaflet_app.domain.errors import EditionUnreadable

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

# Inside functions, zipfile is late on purpose: an edition that is kept already needs none of it.

MOST_FILES = 20_000
LARGEST_FILE = 4 * 1024 * 1024
LARGEST_EDITION = 64 * 1024 * 1024

_EDITION = re.compile(r"[0-9a-f]{64}")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time that every kept file bears, so that an edition is kept as the same bytes wherever that happens."""

_PACKINGS = (0, 8)
"""Stored and deflated, as a file of ours is packed; others take any memory they name, and have faults of their own."""

_DAMAGED = "it is damaged"
_HOSTILE = "it was not written by this program"

Kept = Mapping[PurePosixPath, bytes]
"""What an edition holds by its place."""


def keep_edition(home: Path, edition: str, content: Iterable[tuple[str, bytes]]) -> bool:
    """Keep these files by their places; tell whether that had to be done. Raises CannotSave."""
    path = _place(home, edition)
    if path is None or path.exists():
        return False
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # noqa: PLC0415

    with written_whole(path, makes_folder=True) as file, ZipFile(file, "w", ZIP_DEFLATED) as packed, told_of(path):
        for name, each in sorted(content):
            packed.writestr(ZipInfo(name, _EARLIEST), each, compress_type=packed.compression)
    return True


def kept_edition(home: Path, edition: str) -> Kept | None:
    """Return what is kept of an edition, None where nothing is. Raises EditionUnreadable."""
    path = _place(home, edition)
    if path is None or not path.is_file():
        return None
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415
    from zlib import error as Damaged  # noqa: N812, PLC0415

    try:
        if path.stat().st_size > LARGEST_EDITION:
            raise EditionUnreadable(path.name, "it is larger than any library")
        with ZipFile(path) as packed:
            return dict(_unpacked(packed, path.name))
    except OSError as fault:
        raise EditionUnreadable(path.name, f"the computer does not give it ({fault.strerror})") from fault
    except (BadZipFile, Damaged, EOFError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise EditionUnreadable(path.name, _DAMAGED) from fault


def _place(home: Path, edition: str) -> Path | None:
    """Return the file of an edition; None for a name that is no digest and could lead anywhere."""
    return home / "editions" / f"{edition}.zip" if _EDITION.fullmatch(edition) else None


def _unpacked(packed: ZipFile, file: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    listed = packed.infolist()
    if len(listed) > MOST_FILES:
        raise EditionUnreadable(file, "it holds more files than any library")
    room = LARGEST_EDITION
    for untrusted in listed:
        place = _checked(untrusted, file)
        content = _content(packed, untrusted, file)
        room -= len(content)
        if room < 0:
            raise EditionUnreadable(file, "it is larger than any library")
        yield place, content


def _checked(untrusted: ZipInfo, file: str) -> PurePosixPath:
    """Return where a file belongs, inside the folder that it is put into."""
    name = untrusted.filename
    place = PurePosixPath(name)
    is_plain = name.isprintable() and not set(name) & set('\\:*?"<>|')
    is_ours = untrusted.compress_type in _PACKINGS
    if not is_plain or not is_ours or place.is_absolute() or not place.parts or ".." in place.parts:
        raise EditionUnreadable(file, _HOSTILE)
    return place


def _content(packed: ZipFile, untrusted: ZipInfo, file: str) -> bytes:
    """Return a file's bytes; what it says of its own size is not believed."""
    with packed.open(untrusted) as opened:
        content = opened.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise EditionUnreadable(file, "one of its files is larger than any of a library")
    return content
