"""Values of the domain as JSON can hold them, and back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
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
    return _written(type(value))(value)  # type: ignore[arg-type]  # mypy takes no type for hashable


@cache
def _written(kind: type) -> Callable[[Any], list[object]]:
    """Return how values of a kind are written: there are few kinds, and very many values."""
    if issubclass(kind, bytes):
        return lambda value: ["bytes", b64encode(value).decode()]
    if issubclass(kind, date):
        return lambda value: ["date", value.isoformat()]
    if issubclass(kind, tuple):
        return lambda value: ["tuple", *map(source, value)]
    if issubclass(kind, Mapping):
        return lambda value: ["dict", *map(source, chain.from_iterable(value.items()))]
    if issubclass(kind, Enum):
        return lambda value: [kind.__name__, value.value]
    return _of_fields(kind)


def _of_fields(kind: Any) -> Callable[[Any], list[object]]:  # noqa: ANN401  (a dataclass of the domain)
    """Return how a dataclass is written: its values in order, without the last that are as they would be anyway."""
    named = [(field.name, _default(field)) for field in fields(kind)]
    name_of_kind, names, last_first = kind.__name__, [name for name, _ in named], named[::-1]

    def written(value: object) -> list[object]:
        end = len(names)
        for name, default in last_first:
            if getattr(value, name) != default:
                break
            end -= 1
        return [name_of_kind, *[source(getattr(value, name)) for name in names[:end]]]

    return written


def rebuilt(untrusted_source: Any) -> Any:  # noqa: ANN401  (whatever JSON holds, to whatever the domain has)
    """Return the value of a source. Raises KeyError, TypeError or ValueError for one that `source` did not make."""
    if type(untrusted_source) is not list:
        return untrusted_source
    return _MAKERS[untrusted_source[0]](*map(rebuilt, untrusted_source[1:]))


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()
