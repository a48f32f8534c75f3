"""Values of the domain as JSON can hold them, and back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from itertools import chain
from typing import Any

from leaflet_app.domain import (
    blocks,
    codes,
    diagrams,
    facts,
    faults,
    glossary,
    languages,
    organisations,
    practice,
    review,
    sets,
    topic,
    translations,
)
from leaflet_app.domain.library import Library
from leaflet_app.domain.wording import Wording

_ROOMS = (
    *(blocks, codes, diagrams, facts, faults, glossary, languages),
    *(organisations, practice, review, sets, topic, translations),
)
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
"""What a source may name: plain values of the domain, nothing that runs."""


def shape() -> str:
    """Name the fields and members of all these kinds; sources of one shape mean nothing in another."""
    return "\n".join(f"{name} {_members(kept)}" for name, kept in _MAKERS.items())


def _members(kept: Any) -> list[str]:  # noqa: ANN401  (any maker)
    if is_dataclass(kept):
        return [field.name for field in fields(kept)]
    return [repr(each.value) for each in kept] if isinstance(kept, type) and issubclass(kept, Enum) else []


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
