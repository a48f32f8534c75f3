"""The entries of a library that wait in a file until a leaflet needs them, and those that a change adds to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

from leaflet_app.domain.library import Library
from leaflet_app.domain.listed import Listed, listed_in
from leaflet_app.library.joined import LaterTopics
from leaflet_app.library.kept_lines import KeptLines, Place
from leaflet_app.library.later import Later
from leaflet_app.library.values import rebuilt, source

WAITING = ("topics", "shared", "diagrams", "translations", "practices")
"""The parts of a library of which a leaflet needs few entries: each is rebuilt when it is first asked for."""

_LEAST = 1024 * 1024
"""Bytes; a file of lines with so many more than twice those in use is folded into a new one."""

Rows = Mapping[str, Sequence[tuple[str, int, int, str]]]
"""Where the line of each entry stands, by part: its name and place."""

Read = Callable[[], Library]


class Rebuilding:
    """Rebuilds the entries of one part from their lines, and remembers what it gave."""

    def __init__(
        self, part: str, lines: KeptLines, places: Mapping[str, Place], read: Read, given: Mapping[str, object]
    ) -> None:
        self.lines, self.places = lines, places
        self._part, self._read = part, read
        self._given = dict(given)

    def __call__(self, name: str) -> Any:  # noqa: ANN401  (an entry of any part)
        """Return an entry, read again where its line is damaged. Raises KeyError."""
        line = self.lines.line(self.places[name])
        entry = rebuilt(json.loads(line)) if line else getattr(self._read(), self._part)[name]
        self._given[name] = entry
        return entry

    def has(self, entries: Later[Any], name: str) -> bool:
        """Tell whether an entry is as its line says it, be it known or still waiting."""
        return name in self.places and (name not in entries.known or entries.known[name] is self._given.get(name))


class Waiting(NamedTuple):
    """The file in which entries wait, and the entries of each part."""

    lines: KeptLines
    entries: dict[str, Any]

    @classmethod
    def found(cls, path: Path, rows: Rows, listed: Mapping[str, Listed], read: Read) -> Self:
        """Return the entries that wait in a file. Raises OSError."""
        lines = KeptLines(path)
        places = {
            part: {name: Place(start, length, mark) for name, start, length, mark in rows[part]} for part in WAITING
        }
        return cls(lines, _entries(lines, places, listed, read, {}))


def kept_apart(library: Library, kept: Path, read: Read) -> tuple[Waiting, Rows]:
    """Write the lines of entries that no line says yet, and return all entries, with where they stand. Raises OSError.

    A library of which none waits, or in whose file little is still in use, gets a new file.
    """
    parts: dict[str, Mapping[str, Any]] = {part: getattr(library, part) for part in WAITING}
    former = _lines_beside(kept, parts)
    lines = former or KeptLines.beside(kept)
    said = {part: _said(entries, lines) for part, entries in parts.items()}
    unsaid = [(part, name) for part, entries in parts.items() for name in entries if name not in said[part]]
    try:
        added = lines.add(_line(parts[part], name) for part, name in unsaid)
    except OSError:
        if former is None:
            lines.path.unlink(missing_ok=True)
        raise
    for (part, name), place in zip(unsaid, added, strict=True):
        said[part][name] = place
    places = {part: {name: said[part][name] for name in entries} for part, entries in parts.items()}
    known = {part: entries.known for part, entries in parts.items() if isinstance(entries, Later)}
    waiting = Waiting(lines, _entries(lines, places, listed_in(library.topics), read, known))
    return waiting, {part: [(name, *place) for name, place in of_part.items()] for part, of_part in places.items()}


def _entries(
    lines: KeptLines,
    places: Mapping[str, Mapping[str, Place]],
    listed: Mapping[str, Listed],
    read: Read,
    known: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for part, of_part in places.items():
        given = known.get(part, {})
        rebuilding = Rebuilding(part, lines, of_part, read, given)
        is_listed = part == "topics"
        entries[part] = LaterTopics(listed, rebuilding, given) if is_listed else Later(of_part, rebuilding, given)
    return entries


def _rebuilding(entries: Mapping[str, Any]) -> Rebuilding | None:
    return entries.rebuild if isinstance(entries, Later) and isinstance(entries.rebuild, Rebuilding) else None


def _lines_beside(kept: Path, parts: Mapping[str, Mapping[str, Any]]) -> KeptLines | None:
    """Return the file in which a library's entries wait beside another, where more may be added to it."""
    found = [rebuilding.lines for entries in parts.values() if (rebuilding := _rebuilding(entries))]
    if not found or found[0].path.parent != kept.parent or not found[0].is_in_place():
        return None
    in_use = sum(place.length for entries in parts.values() for place in _said(entries, found[0]).values())
    return found[0] if found[0].size <= 2 * in_use + _LEAST else None


def _said(entries: Mapping[str, Any], lines: KeptLines) -> dict[str, Place]:
    """Return where the lines of entries stand in a file, of those that are as they say."""
    rebuilding = _rebuilding(entries)
    if rebuilding is None or rebuilding.lines is not lines or not isinstance(entries, Later):
        return {}
    return {name: rebuilding.places[name] for name in entries if rebuilding.has(entries, name)}


def _line(entries: Mapping[str, Any], name: str) -> bytes:
    """Return the line of an entry, from the file where it has been waiting since."""
    rebuilding = _rebuilding(entries)
    if rebuilding and isinstance(entries, Later) and rebuilding.has(entries, name):
        line = rebuilding.lines.line(rebuilding.places[name])
        if line:
            return line
    return json.dumps(source(entries[name]), separators=(",", ":")).encode()
