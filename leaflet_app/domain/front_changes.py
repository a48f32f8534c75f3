"""What changed above the body of a text, said in words; its readers need not know how a text is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from leaflet_app.domain.counted import counted
from leaflet_app.domain.toml_text import toml_of

NOT_READ = "Only what no leaflet prints has changed."
MARKS = "Only marks behind headings have changed."
UNREADABLE = "What stands above the text cannot be read"

FENCE = "+++"
LONGEST = 90
MOST_NAMED = 6
MOST_SAID = 12

_SAID = {
    "title": "Title",
    "purpose": "Line of purpose",
    "recap": "Line of recap",
    "status": "Status",
    "version": "Version",
    "author": "Author",
    "change_note": "Note",
    "next_review": "Review date",
    "last_reviewed": "Last reviewed",
    "clinical_reviewer": "Reviewer",
    "translates": "The English text that it translates",
    "kind": "Kind",
    "site": "Place in the body",
    "lang": "Language",
    "aliases": "Other names",
    "related": "Related topics",
    "needs": "Topics it needs",
    "shared": "Shared texts",
    "support": "Organisations",
    "bank": "Questions to ask",
    "images": "Drawings",
    "codes": "Codes of patient records",
    "editor_notes": "Notes for the reviewer",
    "checked": "Sentences found right",
}
"""Each key by what people call it, in the order in which they are told."""

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_KEY = re.compile(r"(?<=\S) *\{#[a-z0-9-]+\}$", re.MULTILINE)

_UNSAID = frozenset(("schema", "id", "sent"))
_VALUES = {"in-review": "in review"}


def body_of(text: str) -> str:
    """Return what is read of a text: all below its front matter, or the whole where it has none."""
    return _parted(text)[1]


def read_out(text: str) -> str:
    """Return the body as a leaflet says it: with the words of its facts, and without the marks behind headings."""
    return _KEY.sub("", with_facts(text)) if has_front_matter(text) else text


def with_facts(text: str) -> str:
    """Return the body with the words of its facts in their places."""
    front, body = _parted(text)
    if not front:
        return text
    try:
        facts = _as_table(toml_of(front).get("facts"))
    except ValueError:
        facts = {}
    return _PLACE.sub(lambda place: str(_as_table(facts.get(place[1])).get("text", place[0])), body)


def has_front_matter(text: str) -> bool:
    """Tell whether a text has anything above what is read."""
    return bool(_parted(text)[0])


def front_changes(before: str, now: str) -> tuple[str, ...]:
    """Say what changed above the body from one text to another; of a new text, what stands there."""
    try:
        old, new = (toml_of(_parted(text)[0]) for text in (before, now))
    except ValueError:
        return (UNREADABLE,) if _parted(before)[0] != _parted(now)[0] else ()
    return tuple(_changes(_opened(old), _opened(new)))


def said_above(before: str, now: str) -> str:
    """Say in a paragraph what changed above the body; nothing where nothing did."""
    changes = front_changes(before, now)
    if not changes and before != now and read_out(before) == read_out(now):
        return NOT_READ if body_of(before) == body_of(now) else MARKS
    more = (f"and {len(changes) - MOST_SAID} more",) if len(changes) > MOST_SAID else ()
    return "  ·  ".join((*changes[:MOST_SAID], *more))


def _parted(text: str) -> tuple[str, str]:
    """Return the front matter and the body."""
    rows = text.replace("\r\n", "\n").split("\n")
    ends = (number for number, row in enumerate(rows[1:], 1) if row.rstrip() == FENCE)
    end = next(ends, 0) if rows[0].rstrip() == FENCE else 0
    return ("\n".join(rows[1:end]), "\n".join(rows[end + 1 :]).lstrip("\n")) if end else ("", text)


def _opened(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table with what it says of its review beside the rest."""
    review = table.pop("review", {})
    return {**(review if isinstance(review, dict) else {"review": review}), **table}


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys((*_SAID, *old, *new)):
        was, now = old.get(key), new.get(key)
        if was == now or key in _UNSAID:
            continue
        kinds = {type(each) for each in (was, now) if each is not None}
        if key == "facts" and kinds == {dict}:
            yield from _of_facts(was or {}, now or {})
        elif key == "pictures" and kinds == {list}:
            yield from _counts("Pictures", _pictures(was), _pictures(now))
        elif kinds == {list}:
            listed = [dict.fromkeys(map(str, each or ())) for each in (was, now)]
            yield from _counts(_SAID.get(key, f"“{key}”"), *listed)
        else:
            yield _of_value(key, was, now)


def _of_value(key: str, was: object, now: object) -> str:
    said = _SAID.get(key, f"“{_short(key)}”")
    if key == "translates" or dict in (type(was), type(now)):
        return f"{said} changed"
    if key == "version":
        return f"Version {_short(was)} → {_short(now)}" if was else f"Version {_short(now)}"
    if was in (None, ""):
        return f"{said}: {_quoted(now)}"
    return f"{said}: {_quoted(was)} → {_quoted(now)}" if now not in (None, "") else f"{said} taken away: {_quoted(was)}"


def _of_facts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say each fact that changed with its words, and those that came or went by name."""
    for key in (key for key in new if key in old and old[key] != new[key]):
        was, now = (_as_table(facts[key]) for facts in (old, new))
        if was.get("text") != now.get("text"):
            what = f"{_quoted(was.get('text', ''))} → {_quoted(now.get('text', ''))}"
        else:
            parts = (name for name in dict.fromkeys((*was, *now)) if was.get(name) != now.get(name))
            what = f"{', '.join(map(_name, parts))} changed"
        yield f"Fact {_name(key)}: {what}"
    for fate, names in (("new", [key for key in new if key not in old]), ("gone", [k for k in old if k not in new])):
        if names:
            yield f"{counted(len(names), 'fact')} {fate}: {_named(names)}"


def _counts(said: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say how many of a list came, changed or went; only another order is said too."""
    fates = {
        "added": sum(key not in old for key in new),
        "changed": sum(key in old and old[key] != new[key] for key in new),
        "taken away": sum(key not in new for key in old),
    }
    told = ", ".join(f"{number} {fate}" for fate, number in fates.items() if number)
    yield f"{said}: {told or 'another order'}"


def _pictures(rows: Sequence[Any] | None) -> dict[str, Any]:
    return {str(_as_table(row).get("file", number)): row for number, row in enumerate(rows or ())}


def _as_table(untrusted: object) -> dict[str, Any]:
    return untrusted if isinstance(untrusted, dict) else {}


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(map(_name, islice(names, MOST_NAMED))) + more


def _name(key: str) -> str:
    return f"“{_short(key).replace('_', ' ')}”"


def _quoted(said: object) -> str:
    return f"“{_VALUES.get(str(said), _short(said))}”"


def _short(said: object) -> str:
    words = " ".join(str(said).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
