"""Looking for words in the topic that is being read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from leaflet_app.gui.panes.find_strip import FindStrip
from leaflet_app.gui.panes.topic_pane import TopicPane


class Finding(QObject):
    """Joins the strip to the pane in front: what it says is marked there, and nowhere else."""

    def __init__(self, strip: FindStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._pane: TopicPane | None = None
        self._place = 0
        strip.words_changed.connect(self._begin)
        strip.step_asked.connect(self.step)
        strip.meaning_asked.connect(self._explain)
        strip.closed.connect(self._end)

    def open(self) -> None:
        """Ask what to look for, if a topic is in front."""
        if self._pane is not None:
            self._strip.open()
            self._begin()

    def look_in(self, pane: TopicPane | None) -> None:
        """Look in another pane from now on; without one there is nothing to look in."""
        if self._pane is not None and self._pane is not pane:
            self._pane.mark("")
            self._pane.written.disconnect(self._begin)
            self._pane = None
        if pane is None:
            self._strip.hide()
        elif pane is not self._pane:
            self._pane = pane
            pane.written.connect(self._begin)
            self._begin()

    def step(self, by: int) -> None:
        """Go to the next match or the one before, and round at the ends."""
        if self._pane is None or self._strip.isHidden():
            return
        matches = self._pane.mark(self._strip.words)
        self._place = (self._place + by) % matches if matches else 0
        self._show(matches)

    def _begin(self) -> None:
        """Go to the first match."""
        self._place = 0
        if self._pane is not None and not self._strip.isHidden():
            self._show(self._pane.mark(self._strip.words, 0))

    def _show(self, matches: int) -> None:
        if self._pane is not None and matches:
            self._pane.mark(self._strip.words, self._place)
            self._pane.scroll_to_match()
        self._strip.show_count(self._place + 1, matches)

    def _explain(self, words: str) -> None:
        if self._pane is not None:
            self._pane.explain(words)

    def _end(self) -> None:
        if self._pane is not None:
            self._pane.mark("")
            self._pane.setFocus()
