"""Find the line on which a setting stands: readers of TOML do not tell."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[+\s*([^\]#]+?)\s*\]+")
_KEY = re.compile(r"\s*([\w.\"' -]+?)\s*=(.*)")
_QUOTES = ('"""', "'''")


def line_of(text: str, name: str) -> int:
    """Return the line of a dotted name, or of the table around it; 1 where neither is found."""
    table, open_quote, nearest = "", "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        if open_quote:
            open_quote = "" if open_quote in line else open_quote
        elif header := _HEADER.match(line):
            table = _bare(header[1])
            nearest = number if _holds(table, name) else nearest
        elif key := _KEY.match(line):
            whole = ".".join(filter(None, (table, _bare(key[1]))))
            if whole == name:
                return number
            nearest = number if _holds(whole, name) else nearest
            open_quote = next((quote for quote in _QUOTES if key[2].count(quote) % 2), "")
    return nearest


def _bare(key: str) -> str:
    return re.sub(r"[\s\"']", "", key)


def _holds(table: str, name: str) -> bool:
    return name == table or name.startswith(f"{table}.")
