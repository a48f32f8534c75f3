"""A library once read is kept for the next start; any changed byte of its files makes it be read anew.

The file opens with a seal of its second line. That line holds what every leaflet needs, what lists show of the topics,
and for each entry that can wait how long its own line below is and what that must be.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
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
from leaflet_app.library.joined import LaterTopics
from leaflet_app.library.later import Later
from leaflet_app.library.values import rebuilt, shape, source

_WAITING = ("topics", "shared", "diagrams", "translations", "practices")
"""The parts of a library of which a leaflet needs few entries: each is rebuilt when it is first asked for."""

_MARK = 8
"""Bytes that an entry's own line is known by."""


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
    digest = _digest(name)
    return _recalled(kept, digest, read) or keep(name, kept, read())


def keep(name: str, kept: Path, library: Remembered) -> Remembered:
    """Write the snapshot and return its library; where that fails, the next start reads the library again."""
    head, body = written(library)
    with contextlib.suppress(OSError):
        paths.make_private(kept.parent)
        beside = kept.with_suffix(".part")
        beside.write_bytes(b"\n".join((_seal(_digest(name), head), head, body)))
        beside.replace(kept)
    return library


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


def written(remembered_library: Remembered) -> tuple[bytes, bytes]:
    """Return a library as a line that stands first, and the lines of the entries that can wait."""
    library, edition, replaced = remembered_library
    none_of_it: dict[str, Any] = {part: {} for part in _WAITING}
    rows: dict[str, list[tuple[str, int, str]]] = {}
    body: list[bytes] = []
    for part in _WAITING:
        rows[part] = []
        entries = getattr(library, part)
        for name in entries:
            line = _line(entries, name)
            rows[part].append((name, len(line), _mark(line)))
            body.append(line)
    listed = [_row(line) for line in listed_in(library.topics).values()]
    head = [edition, {**replaced}, source(replace(library, **none_of_it)), listed, rows]
    return _json(head), b"".join(body)


def read_back(head: bytes, body: bytes, read: Callable[[], Remembered]) -> Remembered:
    """Return the library of such lines; for an entry whose line is damaged, one that `read` returns."""
    edition, replaced, first, listed, rows = json.loads(head)
    ends = accumulate(length for part in _WAITING for _, length, _ in rows[part])
    waiting: dict[str, Any] = {}
    for part in _WAITING:
        lines = {name: (next(ends) - length, length, mark) for name, length, mark in rows[part]}
        waiting[part] = Later(lines, _Rebuilding(part, lines, body, read))
    topics = waiting["topics"]
    waiting["topics"] = LaterTopics({row[0]: _listed(row) for row in listed}, topics.rebuild)
    library: Library = replace(rebuilt(first), **waiting)
    return Remembered(library, edition, replaced)


class _Rebuilding:
    """Rebuilds the entries of one part from their lines."""

    def __init__(
        self, part: str, lines: Mapping[str, tuple[int, int, str]], body: bytes, read: Callable[[], Remembered]
    ) -> None:
        self._part, self._lines, self._body, self._read = part, lines, body, read

    def __call__(self, name: str) -> Any:  # noqa: ANN401  (an entry of any part)
        line = self.line(name)
        return rebuilt(json.loads(line)) if line else getattr(self._read().library, self._part)[name]

    def line(self, name: str) -> bytes:
        """Return the line of an entry; nothing where it is damaged."""
        start, length, mark = self._lines[name]
        untrusted = self._body[start : start + length]
        return untrusted if _mark(untrusted) == mark else b""


def _line(entries: Mapping[str, object], name: str) -> bytes:
    """Return the line of an entry, from the last snapshot where it has been waiting since."""
    if isinstance(entries, Later) and isinstance(entries.rebuild, _Rebuilding) and name not in entries.known:
        line = entries.rebuild.line(name)
        if line:
            return line
    return _json(source(entries[name]))


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


def _mark(line: bytes) -> str:
    return hashlib.blake2b(line, digest_size=_MARK).hexdigest()


def _digest(name: str) -> str:
    """Name a library, and this program with the form of what it keeps."""
    return hashlib.sha256(f"{__version__} {_WAITING} {shape()} {name}".encode()).hexdigest()


def _seal(digest: str, head: bytes) -> bytes:
    """Name this head of a library as read from these files: a damaged or outdated snapshot has another seal."""
    return hashlib.sha256(digest.encode() + head).hexdigest().encode()


def _recalled(kept: Path, digest: str, read: Callable[[], Remembered]) -> Remembered | None:
    try:
        with kept.open("rb") as opened:
            untrusted_seal, untrusted_head, body = opened.readline(), opened.readline(), opened.read()
    except OSError:
        return None
    head = untrusted_head.removesuffix(b"\n")
    if untrusted_seal.removesuffix(b"\n") != _seal(digest, head):
        return None

    def read_anew() -> Remembered:
        kept.unlink(missing_ok=True)
        return read()

    try:
        return read_back(head, body, read_anew)
    except (LookupError, RecursionError, StopIteration, TypeError, ValueError):
        return None  # sealed by a program that writes in another form
