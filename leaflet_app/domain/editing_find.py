"""Find words in a text that somebody edits."""

from __future__ import annotations

import re

Place = tuple[int, int]
"""Where words begin and end."""


def found_in(text: str, sought: str, *, case: bool = False, whole: bool = False) -> tuple[Place, ...]:
    """Return every place of the words in order; none of nothing."""
    if not sought:
        return ()
    pattern = rf"(?<!\w){re.escape(sought)}(?!\w)" if whole else re.escape(sought)
    flags = re.NOFLAG if case else re.IGNORECASE
    return tuple(found.span() for found in re.finditer(pattern, text, flags))


def next_of(found: tuple[Place, ...], at: int, *, back: bool = False) -> int | None:
    """Return which of the places comes next after one, or before it, around the ends; None where there is none."""
    if not found:
        return None
    if back:
        return next((number for number in reversed(range(len(found))) if found[number][0] < at), len(found) - 1)
    return next((number for number, (start, _) in enumerate(found) if start >= at), 0)
