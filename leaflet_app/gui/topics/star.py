"""The star that makes a topic a favourite."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton, icon

SIDE = 16


class Star(IconButton):
    """Filled for a favourite, hollow and faint for the others."""

    def __init__(self, title: str) -> None:
        super().__init__("star", f"Favourite: {title}", side=SIDE)
        self.setCheckable(True)
        dress(self, star="true")
        self.toggled.connect(self._draw)

    def show_favourite(self, is_one: bool) -> None:  # noqa: FBT001  (a state, as in Qt's own setters)
        """Fill the star or empty it."""
        self.setChecked(is_one)
        self._draw()

    def _draw(self) -> None:
        """Draw it in the accent, or as faint as the edge of a control."""
        role = QPalette.ColorRole
        colours = QPalette(self.palette())
        colours.setColor(role.ButtonText, colours.color(role.Accent if self.isChecked() else role.Dark))
        self.setIcon(icon("star-filled" if self.isChecked() else "star", colours, SIDE))
