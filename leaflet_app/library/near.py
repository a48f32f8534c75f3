"""Names that look like what was typed, for the slips that no list of misspellings foresees."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

_Key = TypeVar("_Key", str, int)

CANDIDATES = 64
"""How many names are compared letter by letter: those that share most three-letter pieces with what was typed."""

NEAR_ENOUGH = 0.65


class NearNames(Generic[_Key]):
    """Names, each standing for one id or number or more, the least first."""

    def __init__(self, names: Iterable[tuple[str, _Key]]) -> None:
        self._numbers: dict[str, set[_Key]] = defaultdict(set)
        self._holding: dict[str, list[str]] = defaultdict(list)
        self.add(names)

    def add(self, names: Iterable[tuple[str, _Key]]) -> None:
        """Know more names."""
        for name, each in names:
            if name not in self._numbers:
                for piece in _pieces(name):
                    self._holding[piece].append(name)
            self._numbers[name].add(each)

    def remove(self, names: Iterable[tuple[str, _Key]]) -> None:
        """Forget names that are known."""
        for name, each in dict.fromkeys(names):
            self._numbers[name].remove(each)
            if not self._numbers[name]:
                del self._numbers[name]
                for piece in _pieces(name):
                    self._holding[piece].remove(name)

    def nearest(self, typed: str, limit: int) -> tuple[_Key, ...]:
        """Return what stands for the names most like what was typed, best first."""
        shared = Counter(name for piece in _pieces(typed) for name in self._holding.get(piece, ()))
        candidates = [name for name, _ in shared.most_common(CANDIDATES)]
        near = difflib.get_close_matches(typed, candidates, n=limit, cutoff=NEAR_ENOUGH)
        return tuple(dict.fromkeys(each for name in near for each in sorted(self._numbers[name])))[:limit]


def _pieces(name: str) -> Iterator[str]:
    """Yield each three letters of a name that stand side by side, its edges counting as letters."""
    framed = f" {name} "
    return (framed[at : at + 3] for at in range(len(framed) - 2))
