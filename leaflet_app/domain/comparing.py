"""Which parts of one row stand for which of another, in a time that no text can stretch."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from itertools import accumulate

PATIENCE = 5_000_000
"""So many pairs of equal parts are weighed, half a second's work; what is left then counts as changed."""

Step = tuple[str, int, int, int, int]
"""What became of a stretch ("equal", "replace", "delete", "insert"), and where it stands before and after."""


def steps(before: Sequence[str], after: Sequence[str]) -> list[Step]:
    """Return how one row became another, as SequenceMatcher tells it; equal ends are found first."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    left = most - start
    end = next((back for back in range(left) if before[-1 - back] != after[-1 - back]), left)
    inside = _Weighing(before[start : len(before) - end], after[start : len(after) - end]).get_opcodes()
    found: list[Step] = [
        ("equal", 0, start, 0, start),
        *((kind, a + start, b + start, c + start, d + start) for kind, a, b, c, d in inside),
        ("equal", len(before) - end, len(before), len(after) - end, len(after)),
    ]
    return [step for step in found if step[1] < step[2] or step[3] < step[4]]


class _Weighing(SequenceMatcher[str]):
    """Looks for what is equal until its patience is at an end."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        super().__init__(None, before, after, autojunk=False)
        places: dict[str, list[int]] = self.b2j  # type: ignore[attr-defined]  # documented, and not in typeshed
        self._pairs = [0, *accumulate(1 + len(places.get(part, ())) for part in before)]
        self._patience = PATIENCE

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """Return the longest stretch that is equal; none once there is no patience left."""
        self._patience -= self._pairs[-1 if ahi is None else ahi] - self._pairs[alo]
        return super().find_longest_match(alo, ahi, blo, bhi) if self._patience > 0 else Match(alo, blo, 0)
