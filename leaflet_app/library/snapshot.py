"""A library once read is kept for the next start; any changed byte of its files makes it be read anew.

The file holds a seal, and below it the library as lines of JSON: first what every leaflet needs, then for each part
that can wait the names in it, and an entry a line.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from leaflet_app import __version__, paths
from leaflet_app.domain.library import Library
from leaflet_app.library.files import Files
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.later import Later
from leaflet_app.library.values import rebuilt, shape, source

_WAITING = ("topics", "shared", "diagrams", "translations", "practices")
"""The parts of a library of which a leaflet needs few entries: each is rebuilt when it is first asked for."""


class Remembered(NamedTuple):
    """A library, and the edition that names exactly the bytes it was read from."""

    library: Library
    edition: str


def remembered(files: Files, kept: Path) -> Remembered:
    """Return the library of these files, from the kept one where that is of exactly these bytes.

    Raises LibraryUnreadable.
    """
    edition = edition_of(files, FolderFiles(paths.resources() / "diagrams"))
    digest = _digest(edition)
    library = _recalled(kept, digest)
    if library is None:
        from leaflet_app.library.read import read_library  # noqa: PLC0415  (brings the parsers)

        library = read_library(files)
        _keep(kept, digest, library)
    return Remembered(library, edition)


def edition_of(*rooms: Files) -> str:
    """Name exactly these files and their bytes."""
    named = hashlib.sha256()
    for files in rooms:
        for name, identity in sorted(files.ids().items()):
            named.update(f"{identity} {name}\n".encode())
        named.update(b"\n")
    return named.hexdigest()


def written(library: Library) -> str:
    """Return a library as lines of JSON."""
    waiting = [getattr(library, part) for part in _WAITING]
    none_of_it: dict[str, Any] = {part: {} for part in _WAITING}
    first = source(replace(library, **none_of_it))
    lines = [first, *chain.from_iterable(([*part], *map(source, part.values())) for part in waiting)]
    return "\n".join(json.dumps(line, separators=(",", ":")) for line in lines)


def read_back(written_library: str) -> Library:
    """Return the library of such lines."""
    first, *others = written_library.split("\n")
    lines = iter(others)
    waiting: dict[str, Any] = {
        part: Later({name: next(lines) for name in json.loads(next(lines))}, _entry) for part in _WAITING
    }
    library: Library = replace(rebuilt(json.loads(first)), **waiting)
    return library


def _entry(line: str) -> Any:  # noqa: ANN401  (an entry of any part)
    return rebuilt(json.loads(line))


def _digest(edition: str) -> str:
    """Name an edition, and this program with the form of what it keeps."""
    return hashlib.sha256(f"{__version__} {_WAITING} {shape()} {edition}".encode()).hexdigest()


def _seal(digest: str, library: bytes) -> bytes:
    """Name these bytes of a library as read from these files: a damaged or outdated snapshot has another seal."""
    return hashlib.sha256(digest.encode() + library).hexdigest().encode()


def _recalled(kept: Path, digest: str) -> Library | None:
    try:
        untrusted_seal, _, untrusted_library = kept.read_bytes().partition(b"\n")
    except OSError:
        return None
    if untrusted_seal != _seal(digest, untrusted_library):
        return None
    try:
        return read_back(untrusted_library.decode())
    except (LookupError, RecursionError, StopIteration, TypeError, ValueError):
        return None  # sealed by a program that writes in another form


def _keep(kept: Path, digest: str, library: Library) -> None:
    """Write the snapshot; where that fails, the next start reads the library again."""
    lines = written(library).encode()
    with contextlib.suppress(OSError):
        paths.make_private(kept.parent)
        beside = kept.with_suffix(".part")
        beside.write_bytes(_seal(digest, lines) + b"\n" + lines)
        beside.replace(kept)
