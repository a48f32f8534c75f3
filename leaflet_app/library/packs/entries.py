"""Entries of lists that go with a pack, and how a list here takes in those that it does not have."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable
from typing import Any

from leaflet_app.domain.errors import PackRefused
from leaflet_app.domain.packs import ListChange
from leaflet_app.library.ids import is_id

_UNPASSED = frozenset(("verified_on",))
"""What another practice checked is unchecked here."""


def written_entries(content: bytes, table: str, ids: Collection[str]) -> bytes:
    """Return those entries of a list that have one of these ids, in the order of the list; nothing for none."""
    return _written(table, (entry for entry in _entries(content, table) if entry["id"] in ids))


def taken_in(file: str, mine: bytes, theirs: bytes, table: str) -> tuple[bytes, ListChange]:
    """Return a list with the entries it did not have put at its end, and what happened. Raises PackRefused."""
    here = {entry["id"]: entry for entry in _entries(mine, table)}
    brought = [_unchecked(entry) for entry in _entries(theirs, table)]
    new = [entry for entry in brought if entry["id"] not in here]
    kept = tuple(entry["id"] for entry in brought if entry["id"] in here and _unchecked(here[entry["id"]]) != entry)
    change = ListChange(file, tuple(entry["id"] for entry in new), kept)
    return mine.rstrip(b"\n") + b"\n\n" + _written(table, new) if new else mine, change


def _unchecked(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in _UNPASSED}


def _entries(untrusted: bytes, table: str) -> list[dict[str, Any]]:
    """Return the entries that have an id as we write them. Raises PackRefused."""
    try:
        rows = tomllib.loads(untrusted.decode()).get(table, [])
    except (RecursionError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise PackRefused(f"its list of {table}s cannot be read", "Ask who sent it to mend it.") from fault
    return [row for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str) and is_id(row["id"])]


def _written(table: str, entries: Iterable[dict[str, Any]]) -> bytes:
    import tomlkit  # noqa: PLC0415  (the search of a start needs none of it)

    return "\n".join(f"[[{table}]]\n{tomlkit.dumps(entry)}" for entry in entries).encode()
