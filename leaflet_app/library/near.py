"""Names that look like what was typed, for the slips that no list of misspellings foresees."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

CANDIDATES = 64
"""How many names are compared letter by letter: those that share most three-letter pieces with what was typed."""

NEAR_ENOUGH = 0.65


class NearNames:
    """Names, each standing for one id or more."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._ids: dict[str, list[str]] = defaultdict(list)
        self._holding: dict[str, list[str]] = defaultdict(list)
        for name, each in names:
            self._ids[name].append(each)
        for name in self._ids:
            for piece in _pieces(name):
                self._holding[piece].append(name)

    def nearest(self, typed: str, limit: int) -> tuple[str, ...]:
        """Return the ids of the names most like what was typed, best first."""
        shared = Counter(name for piece in _pieces(typed) for name in self._holding.get(piece, ()))
        candidates = [name for name, _ in shared.most_common(CANDIDATES)]
        near = difflib.get_close_matches(typed, candidates, n=limit, cutoff=NEAR_ENOUGH)
        return tuple(dict.fromkeys(each for name in near for each in self._ids[name]))[:limit]


def _pieces(name: str) -> Iterator[str]:
    """Yield each three letters of a name that stand side by side, its edges counting as letters."""
    framed = f" {name} "
    return (framed[at : at + 3] for at in range(len(framed) - 2))
