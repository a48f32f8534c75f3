"""A library once read is kept for the next start; any changed byte of its files makes it be read anew.

The file opens with a seal of its second line. That line holds what every leaflet needs, what lists show of the topics,
and for each entry that can wait where its own line stands in a second file. A later version adds only the lines of what
has changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from leaflet_app import __version__, paths
from leaflet_app.domain.library import Library
from leaflet_app.domain.listed import Listed, listed_in
from leaflet_app.domain.review import Status
from leaflet_app.domain.topic import Kind, Site
from leaflet_app.library.files import Files
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.values import rebuilt, shape, source
from leaflet_app.library.waiting import WAITING, Rows, Waiting, kept_apart


class Remembered(NamedTuple):
    """A library, and the edition that names exactly the bytes it was read from.

    `replaced` names the texts of a version in whose place an approved content stands, by its id.
    """

    library: Library
    edition: str
    replaced: Mapping[str, str] = MappingProxyType({})


def remembered(files: Files, kept: Path) -> Remembered:
    """Return the library of these files, from the kept one where that is of exactly these bytes.

    Raises LibraryUnreadable.
    """
    edition = edition_of(files, drawings())
    return recalled(edition, kept, lambda: Remembered(_read(files), edition))


def recalled(name: str, kept: Path, read: Callable[[], Remembered]) -> Remembered:
    """Return the kept library of this name; where there is none, or a damaged one, read it and keep it."""
    return _recalled(kept, _digest(name), read) or keep(name, kept, read(), read)


def keep(name: str, kept: Path, library: Remembered, read: Callable[[], Remembered]) -> Remembered:
    """Write what is new of a library, and return it with its entries waiting there; `read` is for one that is damaged.

    Where that fails, the next start reads the library again.
    """
    try:
        paths.make_private(kept.parent)
        waiting, rows = kept_apart(library.library, kept, _anew(kept, read))
        head = _head(library, waiting, rows)
        beside = kept.with_suffix(".part")
        beside.write_bytes(b"\n".join((_seal(_digest(name), head), head)))
        beside.replace(kept)
    except OSError:
        return library
    waiting.lines.sweep(kept)
    return library._replace(library=replace(library.library, **waiting.entries))


def edition_of(*rooms: Files) -> str:
    """Name exactly these files and their bytes."""
    named = hashlib.sha256()
    for files in rooms:
        for name, identity in sorted(files.ids().items()):
            named.update(f"{identity} {name}\n".encode())
        named.update(b"\n")
    return named.hexdigest()


def drawings() -> FolderFiles:
    """Return the program's own drawings, which a leaflet may show."""
    return FolderFiles(paths.resources() / "diagrams")


def _head(remembered_library: Remembered, waiting: Waiting, rows: Rows) -> bytes:
    library, edition, replaced = remembered_library
    none_of_it: dict[str, Any] = {part: {} for part in WAITING}
    listed = [_row(line) for line in listed_in(library.topics).values()]
    return _json([edition, {**replaced}, waiting.lines.path.name, source(replace(library, **none_of_it)), listed, rows])


def _anew(kept: Path, read: Callable[[], Remembered]) -> Callable[[], Library]:
    """Return what reads a library of which a line is damaged: once, and the next start does it again."""

    @cache
    def anew() -> Library:
        with contextlib.suppress(OSError):
            kept.unlink()
        return read().library

    return anew


def _read(files: Files) -> Library:
    from leaflet_app.library.read import read_library  # noqa: PLC0415  (brings the parsers)

    return read_library(files)


def _row(line: Listed) -> tuple[object, ...]:
    of_kind = (line.kind.value, line.site.value, line.status.value)
    return (line.id, line.title, line.purpose, *of_kind, line.is_approved)


def _listed(row: Sequence[Any]) -> Listed:
    name, title, purpose, kind, site, status, is_approved = row
    return Listed(name, title, purpose, Kind(kind), Site(site), Status(status), is_approved)


def _json(plain: object) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()


def _digest(name: str) -> str:
    """Name a library, and this program with the form of what it keeps."""
    return hashlib.sha256(f"{__version__} {WAITING} {shape()} {name}".encode()).hexdigest()


def _seal(digest: str, head: bytes) -> bytes:
    """Name this head of a library as read from these files: a damaged or outdated snapshot has another seal."""
    return hashlib.sha256(digest.encode() + head).hexdigest().encode()


def _recalled(kept: Path, digest: str, read: Callable[[], Remembered]) -> Remembered | None:
    try:
        with kept.open("rb") as opened:
            untrusted_seal, head = opened.readline(), opened.readline()
    except OSError:
        return None
    if untrusted_seal.removesuffix(b"\n") != _seal(digest, head):
        return None
    with contextlib.suppress(LookupError, OSError, RecursionError, TypeError, ValueError):
        edition, replaced, lines, first, listed, rows = json.loads(head)
        known = {row[0]: _listed(row) for row in listed}
        waiting = Waiting.found(kept.with_name(lines), rows, known, _anew(kept, read))
        return Remembered(replace(rebuilt(first), **waiting.entries), edition, replaced)
    return None  # the lines are gone, or it was sealed by a program that writes in another form
