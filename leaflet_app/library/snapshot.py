"""A library once read is kept for the next start; any changed byte of its files makes it be read anew."""

from __future__ import annotations

import contextlib
import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from itertools import chain
from pathlib import Path
from typing import Any

from leaflet_app import __version__, paths
from leaflet_app.domain import blocks, diagrams, facts, faults, glossary, organisations, practice, review, sets, topic
from leaflet_app.domain.library import Library
from leaflet_app.domain.wording import Wording

_ROOMS = (blocks, diagrams, facts, faults, glossary, organisations, practice, review, sets, topic)
_NAMED = {name: kept for room in _ROOMS for name, kept in vars(room).items() if isinstance(kept, type)}
_MAKERS: Mapping[str, Callable[..., Any]] = {
    **{name: kept for name, kept in _NAMED.items() if is_dataclass(kept) or issubclass(kept, Enum)},
    "Library": Library,
    "Wording": Wording,
    "tuple": lambda *parts: parts,
    "dict": lambda *parts: dict(zip(parts[::2], parts[1::2], strict=True)),
    "date": date.fromisoformat,
    "bytes": b64decode,
}
"""What may stand in a snapshot: plain values of the domain, nothing that runs."""


def remembered(folder: Path, kept: Path) -> Library:
    """Return the library of a folder, from the kept file where that is of exactly these bytes.

    Raises LibraryUnreadable.
    """
    digest = _digest(folder, paths.resources() / "diagrams")
    library = _recalled(kept, digest)
    if library is None:
        from leaflet_app.library.read import read_library  # noqa: PLC0415  (brings the parsers)

        library = read_library(folder)
        _keep(kept, digest, library)
    return library


def source(value: object) -> object:
    """Return a value of the domain as JSON can hold it: a list that opens with the value's kind."""
    if value is None or isinstance(value, str | int | float):
        return value
    name, parts = _opened(value)
    return [name, *map(source, parts)]


def _opened(value: Any) -> tuple[str, Iterable[object]]:  # noqa: ANN401  (any value of the domain)
    match value:
        case bytes():
            return "bytes", (b64encode(value).decode(),)
        case date():
            return "date", (value.isoformat(),)
        case tuple():
            return "tuple", value
        case Mapping():
            return "dict", chain.from_iterable(value.items())
        case Enum():
            return type(value).__name__, (value.value,)
        case _:
            return type(value).__name__, _parts(value)


def rebuilt(untrusted_source: Any) -> Any:  # noqa: ANN401  (whatever JSON holds, to whatever the domain has)
    """Return the value of a source. Raises KeyError, TypeError or ValueError for one that `source` did not make."""
    if type(untrusted_source) is not list:
        return untrusted_source
    return _MAKERS[untrusted_source[0]](*map(rebuilt, untrusted_source[1:]))


def _parts(value: Any) -> list[object]:  # noqa: ANN401  (a dataclass of the domain)
    """Return a dataclass's values in order, without the last ones that are as they would be anyway."""
    named = fields(value)
    parts = [getattr(value, field.name) for field in named]
    while parts and parts[-1] == _default(named[len(parts) - 1]):
        parts.pop()
    return parts


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _digest(*folders: Path) -> str:
    """Name exactly the files of these folders, their bytes and this program."""
    named = hashlib.sha256(__version__.encode())
    for root in folders:
        for path in sorted(root.rglob("*")):
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            named.update(f"\n{path.relative_to(root).as_posix()} {len(content)}\n".encode())
            named.update(content)
    return named.hexdigest()


def _recalled(kept: Path, digest: str) -> Library | None:
    try:
        untrusted_digest, untrusted_library = json.loads(kept.read_text(encoding="utf-8"))
        library = rebuilt(untrusted_library) if untrusted_digest == digest else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return library if isinstance(library, Library) else None


def _keep(kept: Path, digest: str, library: Library) -> None:
    """Write the snapshot; where that fails, the next start reads the library again."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(".part")
        beside.write_text(json.dumps([digest, source(library)], separators=(",", ":")), encoding="utf-8")
        beside.replace(kept)
