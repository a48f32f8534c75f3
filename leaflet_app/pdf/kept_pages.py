"""The pages of the last leaflets as they were painted: one that comes again just so is not painted again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
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
            kept = KeptPage("\n".join(record.code), tuple(record.deeds)) if record.is_same_everywhere else None
        else:
            canvas.repeat(kept.code, kept.deeds)
        if kept is not None:
            self._pages[key] = kept
            if len(self._pages) > MOST_KEPT:
                del self._pages[next(iter(self._pages))]

    def forget(self) -> None:
        """Keep nothing."""
        self._pages.clear()


kept_pages = KeptPages()
"""The pages kept by this process."""
