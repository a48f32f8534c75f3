"""Two texts in one, to begin a third from: nothing of either is left out where they differ."""

from __future__ import annotations

from difflib import SequenceMatcher

_FENCE = "+++"


def both_texts(ours: str, theirs: str) -> tuple[str, int]:
    """Return one text with the lines of both where they differ, ours first, and the first line of these from 0.

    What stands above the words is theirs: its lines name things once, and twice would be a fault.
    """
    _, ours_below = _parted(ours.split("\n"))
    above, theirs_below = _parted(theirs.split("\n"))
    merged, first = list(above), -1
    for fate, start, end, other_start, other_end in SequenceMatcher(None, ours_below, theirs_below).get_opcodes():
        if fate != "equal" and first < 0:
            first = len(merged)
        merged += ours_below[start:end]
        merged += theirs_below[other_start:other_end] if fate != "equal" else []
    return "\n".join(merged), max(first, 0)


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the front matter with its fences, nothing where there is none, and the lines below."""
    if not lines or lines[0].rstrip() != _FENCE:
        return [], lines
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)
    return lines[: end + 1] if end else [], lines[end + 1 :] if end else lines
