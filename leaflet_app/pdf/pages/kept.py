"""The pages of the last leaflets as they were painted: one that comes again just so is not painted again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from leaflet_app.pdf.canvas import Deed, TaggedCanvas

MOST_KEPT = 100


class KeptPage(NamedTuple):
    """What painting a page came to: its operators, and what else was done for it."""

    code: str
    deeds: tuple[Deed, ...]


class KeptPages:
    """Keeps pages under what they show: the key must hold all that a page is painted from."""

    def __init__(self) -> None:
        self._pages: dict[Hashable, KeptPage] = {}

    def paint(self, canvas: TaggedCanvas, key: Hashable, paint: Callable[[], None]) -> None:
        """Paint a page, or do again what painting it came to; marks are numbered on from those of its side."""
        key = (canvas.marks, key)
        kept = self._pages.pop(key, None)
        if kept is None:
            with canvas.recorded() as record:
                paint()
            kept = KeptPage("\n".join(record.code), _joined(record.deeds)) if record.is_same_everywhere else None
        else:
            canvas.repeat(kept.code, kept.deeds)
        if kept is not None:
            self._pages[key] = kept
            if len(self._pages) > MOST_KEPT:
                del self._pages[next(iter(self._pages))]

    def forget(self) -> None:
        """Keep nothing."""
        self._pages.clear()


def _joined(deeds: Iterable[Deed]) -> tuple[Deed, ...]:
    """Return the deeds with each row of marks as one of them."""
    rows = ((method, [given for _, given in row]) for method, row in groupby(deeds, key=itemgetter(0)))
    return tuple(
        deed
        for method, row in rows
        for deed in (
            [("place_all", ([tag for (tag,) in row],))] if method == "place" else [(method, each) for each in row]
        )
    )


@lru_cache(maxsize=MOST_KEPT)
def known(shown: Hashable) -> object:
    """Return one object for all that is equal, so that keys which hold much are compared at a glance."""
    return object()


kept_pages = KeptPages()
"""The pages kept by this process."""
