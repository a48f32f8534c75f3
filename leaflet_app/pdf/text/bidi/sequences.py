"""Rule X10: the stretches of one level within which neighbours act on each other, across the isolates they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from leaflet_app.pdf.text.bidi.explicit import ISOLATES, REMOVED


class Isolated(NamedTuple):
    """An isolating run sequence: its places in the text, its level, and the directions before and behind it."""

    places: list[int]
    level: int
    before: str
    behind: str

    @property
    def direction(self) -> str:
        """Return the direction of its level."""
        return direction(self.level)


def direction(level: int) -> str:
    """Return the class of a letter that runs in a level's direction."""
    return "R" if level % 2 else "L"


def sequences(classes: Sequence[str], levels: Sequence[int], base: int) -> Iterator[Isolated]:
    """Yield the isolating run sequences."""
    kept = [at for at, name in enumerate(classes) if name not in REMOVED]
    order = {at: number for number, at in enumerate(kept)}
    partner = _partners(classes)
    runs = {run[0]: run for run in (list(group) for _, group in groupby(kept, key=levels.__getitem__))}
    continued = set(partner.values())
    for first, run in runs.items():
        if first in continued:
            continue
        places = list(run)
        while places[-1] in partner:
            places += runs[partner[places[-1]]]
        level = levels[first]
        ahead = order[places[-1]] + 1
        is_last = ahead == len(kept) or classes[places[-1]] in ISOLATES
        before = levels[kept[order[first] - 1]] if order[first] else base
        behind = base if is_last else levels[kept[ahead]]
        yield Isolated(places, level, direction(max(level, before)), direction(max(level, behind)))


def _partners(classes: Sequence[str]) -> dict[int, int]:
    """Return where each isolate that is closed is closed (BD9)."""
    partner, opened = {}, []
    for at, name in enumerate(classes):
        if name in ISOLATES:
            opened.append(at)
        elif name == "PDI" and opened:
            partner[opened.pop()] = at
    return partner
