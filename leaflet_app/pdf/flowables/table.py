"""The table of facts: rows under a caption."""

from __future__ import annotations

from collections.abc import Sequence

from leaflet_app.pdf.flow import Flowable
from leaflet_app.pdf.flowables.group import Group
from leaflet_app.pdf.said import Said


class TableFlow(Group):
    """A caption and rows, parted only where `waste` or more of a page would stay empty if they were not."""

    def __init__(self, inside: Sequence[Flowable], caption: Said, waste: float) -> None:
        super().__init__(inside, is_kept=False, title=caption)
        self._waste = waste

    @property
    def least(self) -> float:
        """Return the height of what may not be parted."""
        return min(self.height, max(super().least, self._waste))
