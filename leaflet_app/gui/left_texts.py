"""Above every place, when the window opens: texts that somebody had changed and not saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from leaflet_app.domain.counted import counted
from leaflet_app.gui.widgets.strip import Strip
from leaflet_app.services import text_drafts
from leaflet_app.services.desk import Desk


class LeftTexts(Strip):
    """Shows itself only where something was left; the last text that was written is a click away."""

    text_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.hide()

    def look(self) -> None:
        """Look for what was left."""
        left = text_drafts.left(self._desk.home)
        if not left:
            return
        from leaflet_app.services.text_titles import title_of  # noqa: PLC0415  (little is left at most starts)

        title = title_of(self._desk.library, left[0])
        more = f" and {counted(len(left) - 1, 'other text')}" if len(left) > 1 else ""
        self.offer("&Go on with it", partial(self._ask, left[0]))
        self.offer("Later", self.hide)
        self.say(f"You left changes in “{title}”{more} that were not saved. They are kept.")

    def _ask(self, file: str) -> None:
        self.hide()
        self.text_asked.emit(file)
