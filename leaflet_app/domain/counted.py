"""Counts as a person says them."""

from __future__ import annotations

from collections.abc import Iterable

MOST_NAMED = 3


def counted(count: float, what: str) -> str:
    """Say how many: 1 page, 2 pages, 2.5 pages."""
    return f"1 {what}" if count == 1 else f"{count:g} {what}s"


def some(names: Iterable[str]) -> str:
    """Name the first few, and count the others."""
    once = tuple(dict.fromkeys(names))
    rest = len(once) - MOST_NAMED
    shown = once if rest <= 1 else (*once[:MOST_NAMED], f"{rest} more")
    *first, last = shown or ("",)
    return f"{', '.join(first)} and {last}" if first else last
