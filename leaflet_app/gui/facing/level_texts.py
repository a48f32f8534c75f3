"""Keep two texts level: where one is scrolled, the other follows, so that the same passage stands beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from leaflet_app.gui.facing.marked_text import MarkedText


class LevelTexts(QObject):
    """Joins the scroll bars of two texts; what is not in both moves nothing."""

    def __init__(self, one: MarkedText, other: MarkedText) -> None:
        super().__init__(one)
        self._is_following = False
        for text, follower in ((one, other), (other, one)):
            text.verticalScrollBar().valueChanged.connect(partial(self._follow, text, follower))

    def level_at(self, text: MarkedText, at: int, follower: MarkedText, there: int) -> None:
        """Bring a place of one text to the height of a place of the other."""
        self._is_following = True
        follower.scroll_to(there, text.lines_down(at))
        self._is_following = False

    def _follow(self, text: MarkedText, follower: MarkedText, _value: int) -> None:
        if self._is_following:
            return
        known = follower.places
        found = next(((at, known[place]) for place, at in text.places_in_view() if place in known), None)
        if found is not None:
            self.level_at(text, found[0], follower, found[1])
