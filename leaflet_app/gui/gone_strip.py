"""What a changed library took out of the leaflet on the desk."""

from __future__ import annotations

from leaflet_app.gui.widgets.announce import announce
from leaflet_app.gui.widgets.strip import Strip


class GoneStrip(Strip):
    """Says it calmly; there is nothing to do but to know."""

    def __init__(self) -> None:
        super().__init__(ground="look")
        self.offer("Close", self.hide)
        self.hide()

    def tell(self, titles: tuple[str, ...]) -> None:
        """Name the topics that a leaflet lost, if any."""
        if titles:
            told = f"The library has changed. It no longer offers {' and '.join(titles)}: taken out of this leaflet."
            self.say(told)
            announce(self, told)
