"""Change single values of a TOML text and leave every other byte as it stands.

A text is taken as statements: a table's head, or a key with its value over as many lines as that has. An edit puts new
lines in place of those of one statement. What comes of it is read again: it must say what was asked, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.toml_text import toml_of

FENCE = "+++"

_SIGN = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"{3,5}|\Z)|"(?:\\.|[^"\\\n])*"?'
    r"|'''.*?(?:'{3,5}|\Z)|'[^'\n]*'?"
    r"|#[^\n]*|[\[\]{}\n]",
    re.DOTALL,
)
"""What tells where a statement ends: strings, open at the end or not, comments, brackets and ends of lines."""

Fields = Mapping[str, Any]
"""Values by key; None takes a key away."""


class _Statement(NamedTuple):
    """Lines `first` to before `last`. A head has no key; `table` is like `facts` or `source[2]`."""

    table: str
    key: str
    first: int
    last: int


def with_fields(text: str, table: str, fields: Fields) -> str:
    """Return a TOML text with other values in a table that is there. Raises EditRefused."""

    def change(wanted: dict[str, Any]) -> None:
        inner = _inner(wanted, table)
        for key, each in fields.items():
            if each is None:
                inner.pop(key, None)
            else:
                inner[key] = each

    lines = text.split("\n")
    for key, each in fields.items():
        lines = _put(lines, table, key, each)
    return _verified(text, "\n".join(lines), change)


def with_entry(text: str, table: str, key: str, fields: Fields | None) -> str:
    """Return a TOML text in which a key of a table has these fields in one line; None takes it away.

    A table that is missing is put before the last one. Raises EditRefused.
    """
    kept = None if fields is None else {name: each for name, each in fields.items() if each is not None}
    own_table = f"{table}.{key}"
    statements = tuple(_statements(text.split("\n")))
    if any(each.table == own_table for each in statements):
        return without_table(text, own_table) if kept is None else _as_table(text, own_table, kept)

    def change(wanted: dict[str, Any]) -> None:
        if kept is None:
            del wanted[table][key]
        else:
            wanted.setdefault(table, {})[key] = kept

    lines = text.split("\n")
    if kept is not None and not any(each.table == table and not each.key for each in statements):
        lines = _with_head(lines, table, statements)
    return _verified(text, "\n".join(_put(lines, table, key, kept)), change)


def with_row(text: str, table: str, fields: Fields) -> str:
    """Return a TOML text with one more `[[table]]`, after the last of them or at the end. Raises EditRefused."""
    kept = {name: each for name, each in fields.items() if each is not None}
    made = [f"[[{table}]]", *(f"{key} = {written(each)}" for key, each in kept.items())]
    lines = text.split("\n")
    rows = [each for each in _statements(lines) if each.table.startswith(f"{table}[")]
    if rows:
        lines[rows[-1].last : rows[-1].last] = ["", *made]
    else:
        above = text.rstrip("\n")
        lines = [*([above, ""] if above else []), *made, ""]

    def change(wanted: dict[str, Any]) -> None:
        wanted.setdefault(table, []).append(kept)

    return _verified(text, "\n".join(lines), change)


def without_table(text: str, table: str) -> str:
    """Return a TOML text without a table or row; comments that stand below it stay. Raises EditRefused."""
    lines = text.split("\n")
    own = [each for each in _statements(lines) if each.table == table]
    if not own:
        raise EditRefused(*_NOT_FROM_HERE)
    first, last = own[0].first, own[-1].last
    is_spaced = last < len(lines) and not lines[last].strip() and (first == 0 or not lines[first - 1].strip())
    del lines[first : last + is_spaced]

    def change(wanted: dict[str, Any]) -> None:
        name, _, index = table.partition("[")
        if index:
            del wanted[name][int(index.rstrip("]"))]
            wanted[name] = wanted[name] or {}
        else:
            above, _, key = table.rpartition(".")
            del _inner(wanted, above)[key]

    return _verified(text, "\n".join(lines), change)


def in_front_matter(text: str, edit: Callable[[str], str]) -> str:
    """Return a text whose front matter was edited. Raises EditRefused where it has none, and what the edit raises."""
    rows = text.split("\n")
    end = next((index for index, row in enumerate(rows[1:], 1) if row.rstrip() == FENCE), 0)
    if rows[0].rstrip() != FENCE or not end:
        raise EditRefused("the text has no front matter", "Put it between two lines of +++ at the top.")
    front = edit("\n".join(rows[1:end]) + "\n").removesuffix("\n")
    return "\n".join((rows[0], *front.split("\n"), *rows[end:]))


def written(fields: Any) -> str:  # noqa: ANN401  (whatever TOML holds)
    """Return a value as TOML; a table or a list in one line."""
    import tomlkit  # noqa: PLC0415  (only an edit needs it)

    if isinstance(fields, Mapping):
        return f"{{ {', '.join(f'{key} = {written(each)}' for key, each in fields.items())} }}"
    if isinstance(fields, Sequence) and not isinstance(fields, str):
        return f"[{', '.join(map(written, fields))}]"
    return str(tomlkit.item(fields).as_string())


_NOT_FROM_HERE = (
    "this is written in a way that a form cannot change",
    "Change it in the text.",
)


def _as_table(text: str, table: str, fields: Fields) -> str:
    """Give a table of its own exactly these fields."""
    own = [each.key for each in _statements(text.split("\n")) if each.table == table and each.key]
    return with_fields(text, table, {**dict.fromkeys(own), **fields})


def _put(lines: list[str], table: str, key: str, fields: Any) -> list[str]:  # noqa: ANN401
    """Return the lines with another value for a key; as they are where it has that value."""
    own = [each for each in _statements(lines) if each.table == table]
    there = next((each for each in own if each.key == key), None)
    if there is None:
        if not own and table and fields is not None:
            raise EditRefused(*_NOT_FROM_HERE)
        at = own[-1].last if own else 0
        return lines if fields is None else [*lines[:at], f"{_bare(key)} = {written(fields)}", *lines[at:]]
    before, now, after = lines[: there.first], lines[there.first : there.last], lines[there.last :]
    if fields is None:
        return [*before, *after]
    if toml_of("\n".join(now))[key] == fields:
        return lines
    name, _, _ = now[0].partition("=")
    return [*before, f"{name.rstrip()} = {written(fields)}{_comment(now)}", *after]


def _with_head(lines: list[str], table: str, statements: Sequence[_Statement]) -> list[str]:
    """Return the lines with the head of a new table before that of the last one."""
    heads = [each.first for each in statements if not each.key]
    at = heads[-1] if heads else len(lines) - (lines[-1] == "")
    return [*lines[:at], f"[{table}]", "", *lines[at:]]


def _statements(lines: Sequence[str]) -> Iterator[_Statement]:
    """Yield the statements of lines. Raises EditRefused where they are no TOML."""
    text = "\n".join(lines)
    table, rows, at, place = "", dict[str, int](), 0, 0
    while at < len(lines):
        line = lines[at].strip()
        end = place + len(lines[at]) if not line or line.startswith("#") else _end_of_statement(text, place)
        last = at + text.count("\n", place, end) + 1
        if line.startswith("["):
            table = _name(_said(text[place:end]), rows)
            yield _Statement(table, "", at, last)
        elif line and not line.startswith("#"):
            yield _Statement(table, next(iter(_said(text[place:end]))), at, last)
        at, place = last, end + 1


def _end_of_statement(text: str, place: int) -> int:
    depth = 0
    for sign in _SIGN.finditer(text, place):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(sign[0], 0)
        if sign[0] == "\n" and depth <= 0:
            return sign.start()
    return len(text)


def _said(statement: str) -> dict[str, Any]:
    try:
        return toml_of(statement)
    except ValueError as fault:
        raise EditRefused(
            "the text cannot be read as it stands", "Mend the line that is marked, in the text."
        ) from fault


def _name(head: dict[str, Any], rows: dict[str, int]) -> str:
    """Return the name of a table from its head read alone; rows are counted."""
    path, inner = list[str](), head
    while inner:
        key, inside = next(iter(inner.items()))
        path.append(key)
        if isinstance(inside, list):
            name = ".".join(path)
            rows[name] = rows.get(name, -1) + 1
            return f"{name}[{rows[name]}]"
        inner = inside
    return ".".join(path)


def _comment(lines: Sequence[str]) -> str:
    """Return the comment behind a value, with the spaces before it."""
    whole = "\n".join(lines)
    *_, last = _SIGN.finditer(f"\n{whole}")
    bare = whole[: last.start() - 1].rstrip() if last[0].startswith("#") else whole
    return whole[len(bare) :]


def _bare(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").replace("-", "").isalnum() else written(key)


def _inner(whole: dict[str, Any], table: str) -> dict[str, Any]:
    """Return the table of a name within a whole. Raises EditRefused."""
    inner: Any = whole
    try:
        for part in filter(None, table.split(".")):
            name, _, index = part.partition("[")
            inner = inner[name][int(index.rstrip("]"))] if index else inner[name]
    except (LookupError, TypeError, ValueError) as gone:
        raise EditRefused(*_NOT_FROM_HERE) from gone
    found: dict[str, Any] = inner
    return found


def _verified(before: str, after: str, change: Callable[[dict[str, Any]], None]) -> str:
    """Return the text after an edit if it says what the one before says with the change made. Raises EditRefused."""
    try:
        wanted = deepcopy(toml_of(before))
        change(wanted)
        if _filled(toml_of(after)) == _filled(wanted):
            return after
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as fault:
        raise EditRefused(*_NOT_FROM_HERE) from fault
    raise EditRefused(*_NOT_FROM_HERE)


def _filled(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table without the empty ones in it, which say nothing."""
    inner = {key: _filled(each) if isinstance(each, dict) else each for key, each in table.items()}
    return {key: each for key, each in inner.items() if each != {}}
