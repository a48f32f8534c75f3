"""What a changed library took out of the leaflet on the desk."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.strip import Strip


class GoneStrip(Strip):
    """Says it calmly; there is nothing to do but to know."""

    def __init__(self) -> None:
        super().__init__(ground="look")
        self.offer("Close", self.hide)
        self.hide()

    def tell(self, titles: tuple[str, ...], stands_in: str = "") -> None:
        """Name the topics that a leaflet lost, and the practice that stands in for one that is gone, if any."""
        told = " ".join(_said(titles, stands_in))
        if told:
            self.say(f"The library has changed. {told}")
            announce(self, f"The library has changed. {told}")


def _said(titles: tuple[str, ...], stands_in: str) -> Iterator[str]:
    if titles:
        yield f"It no longer offers {' and '.join(titles)}: taken out of this leaflet."
    if stands_in:
        yield f"The practice of this leaflet was removed: it bears {stands_in} now."
