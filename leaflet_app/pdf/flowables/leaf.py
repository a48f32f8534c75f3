"""Where a new page or a new leaf of paper begins."""

from __future__ import annotations

from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import PageNumbers
from leaflet_app.pdf.flowables.whole import Whole


class NewPage(Whole):
    """What follows stands on another page."""

    height = 0.0

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint nothing."""


class NewLeaf(NewPage):
    """What follows stands on the front of a leaf, so that it can be taken out with nothing of the rest on its back."""
