"""An entry of the register as a line of JSON, written without waiting for anything to load."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from leaflet_app.domain.given import Given

LONGEST_LINE = 100_000
LONGEST_NAME, LONGEST_PASSPORT, LONGEST_MARK = 200, 16, 64
"""What a column of the register holds: a name of a desk or person, a code of a leaflet, the digest of an edition."""


def written(given: Given) -> bytes:
    """Return an entry as one line, without its end."""
    return json.dumps(given, default=_plain, ensure_ascii=False, separators=(",", ":")).encode()


def row_of(given: Given) -> dict[str, object]:
    """Return an entry as a row of the table `register`."""
    return {
        "id": given.id,
        "given_at": given.given_at,
        "way": given.way.value,
        "passport": given.passport,
        "edition": given.edition,
        "desk": given.desk,
        "user": given.user,
        "reference": given.reference,
        "body": written(given).decode(),
    }


def _plain(part: object) -> object:
    """Return what JSON knows for what only we know."""
    if isinstance(part, Enum):
        return part.value
    if isinstance(part, date):
        return part.isoformat()
    if isinstance(part, frozenset):
        return sorted(part)
    if is_dataclass(part):
        return {each.name: getattr(part, each.name) for each in fields(part)}
    raise TypeError(type(part).__name__)
