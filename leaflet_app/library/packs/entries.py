"""Entries of lists that go with a pack, and how a list here takes in those that it does not have."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from leaflet_app.domain.errors import PackRefused
from leaflet_app.domain.file_text import text_of
from leaflet_app.domain.packs import ListChange
from leaflet_app.domain.toml_text import toml_of
from leaflet_app.library.files import LARGEST_LIST
from leaflet_app.library.ids import is_id

_Entry = dict[str, Any]

_UNPASSED = frozenset(("verified_on",))
"""What another practice checked is unchecked here."""

_TOO_LARGE = f"larger than {LARGEST_LIST // 1024} kB"


def written_entries(content: bytes, table: str, ids: Collection[str]) -> bytes:
    """Return those entries of a list that have one of these ids, in the order of the list; nothing for none.

    Raises PackRefused.
    """
    own = _entries(content, table, f"the list of {table}s here", "Mend it first.")
    return _written(table, (entry for key, entry in own.items() if key in ids))


def taken_in(file: str, mine: bytes, theirs: bytes, table: str) -> tuple[bytes, ListChange]:
    """Return a list with the entries it did not have put at its end, and what happened. Raises PackRefused."""
    if len(theirs) > LARGEST_LIST:
        raise PackRefused(f"its list of {table}s is {_TOO_LARGE}", "Ask who sent it for fewer topics at once.")
    here = _entries(mine, table, f"the list of {table}s here", f"Mend {file} first.")
    read = _entries(theirs, table, f"its list of {table}s", "Ask who sent it to mend it.")
    brought = {key: _unchecked(entry) for key, entry in read.items()}
    new = {key: entry for key, entry in brought.items() if key not in here}
    kept = tuple(key for key, entry in brought.items() if key in here and _unchecked(here[key]) != entry)
    if not new:
        return mine, ListChange(file, (), kept)
    longer = mine.rstrip(b"\n") + b"\n\n" + _written(table, new.values())
    if len(longer) > LARGEST_LIST:
        raise PackRefused(f"with it the list of {table}s here would be {_TOO_LARGE}", f"Shorten {file} first.")
    return longer, ListChange(file, tuple(new), kept)


def _unchecked(entry: _Entry) -> _Entry:
    return {key: value for key, value in entry.items() if key not in _UNPASSED}


def _entries(untrusted: bytes, table: str, whose: str, remedy: str) -> dict[str, _Entry]:
    """Return the first entry of each id that can be written again as itself. Raises PackRefused."""
    try:
        rows = toml_of(text_of(untrusted)).get(table, [])
    except ValueError as fault:
        raise PackRefused(f"{whose} cannot be read", remedy) from fault
    if not isinstance(rows, list):
        raise PackRefused(f"{whose} cannot be read", remedy)
    found: dict[str, _Entry] = {}
    for row in filter(_is_entry, rows):
        found.setdefault(row["id"], row)
    return found


def _is_entry(untrusted: object) -> bool:
    """Tell whether it has an id as we write them, and no tables within, which would stand beside it once written."""
    if not isinstance(untrusted, dict) or not isinstance(untrusted.get("id"), str):
        return False
    flat = (each for value in untrusted.values() for each in (value if isinstance(value, list) else (value,)))
    return is_id(untrusted["id"]) and not any(isinstance(each, dict | list) for each in flat)


def _written(table: str, entries: Iterable[_Entry]) -> bytes:
    import tomlkit  # noqa: PLC0415  (the search of a start needs none of it)

    return "\n".join(f"[[{table}]]\n{tomlkit.dumps(entry)}" for entry in entries).encode()
