"""Lines under words: where something is to mend, and where a word is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QColor, QPalette, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from leaflet_app.domain.editing import line_around, line_starts
from leaflet_app.domain.editing_find import Place
from leaflet_app.domain.faults import Fault, Weight
from leaflet_app.gui.editor.edited_text import EditedText
from leaflet_app.gui.editor.highlighter import tokens_of

_QUOTED = re.compile(r"“([^”]+?)…?”")
MOST_UNDERLINED = 200
"""A text with more of them is not one that somebody is mending word by word."""


class Underlines:
    """Draws over the text; what somebody types between two looks moves the lines along with their words."""

    def __init__(self, editor: QPlainTextEdit, edited: EditedText) -> None:
        self._editor, self._edited = editor, edited
        self._faults: tuple[Fault, ...] = ()
        self._misspelt: tuple[Place, ...] = ()
        self._found: tuple[Place, ...] = ()

    @property
    def misspelt(self) -> tuple[Place, ...]:
        """Return where words are not known."""
        return self._misspelt

    def show_faults(self, faults: Iterable[Fault]) -> None:
        """Draw a line below what these faults are about."""
        self._faults = tuple(faults)
        self.dress()

    def show_misspelt(self, places: Iterable[Place]) -> None:
        """Draw a line below these words."""
        self._misspelt = tuple(places)
        self.dress()

    def show_found(self, places: Iterable[Place]) -> None:
        """Lay a ground behind these words."""
        self._found = tuple(places)
        self.dress()

    def misspelt_at(self, at: int) -> Place | None:
        """Return the word at a place, where it is not known."""
        return next((place for place in self._misspelt if place[0] <= at <= place[1]), None)

    def dress(self) -> None:
        """Draw all in the colours of the window."""
        self._editor.setExtraSelections(list(self._drawn()))

    def _drawn(self) -> Iterator[QTextEdit.ExtraSelection]:
        tokens = tokens_of(self._editor.palette())
        ground = QTextCharFormat()
        behind = self._editor.palette().color(QPalette.ColorRole.Accent)
        behind.setAlphaF(0.25)
        ground.setBackground(behind)
        dotted = _line(tokens.urgent, QTextCharFormat.UnderlineStyle.DotLine)
        waves = {
            weight: _line(colour, QTextCharFormat.UnderlineStyle.WaveUnderline)
            for weight, colour in ((Weight.FAULT, tokens.urgent), (Weight.WARNING, tokens.look))
        }
        for place in self._found[:MOST_UNDERLINED]:
            yield self._over(place, ground)
        for place in self._misspelt[:MOST_UNDERLINED]:
            yield self._over(place, dotted)
        text, starts = self._edited.text, line_starts(self._edited.text)
        for fault in self._faults[:MOST_UNDERLINED]:
            yield self._over(_place_of(fault, text, starts), waves[fault.weight])

    def _over(self, place: Place, how: QTextCharFormat) -> QTextEdit.ExtraSelection:
        drawn = QTextEdit.ExtraSelection()
        drawn.cursor = self._edited.cursor(*place)
        drawn.format = how
        return drawn


def _line(colour: str, style: QTextCharFormat.UnderlineStyle) -> QTextCharFormat:
    line = QTextCharFormat()
    line.setUnderlineStyle(style)
    line.setUnderlineColor(QColor(colour))
    return line


def _place_of(fault: Fault, text: str, starts: Sequence[int]) -> Place:
    """Return the words that a fault quotes, or else its whole line."""
    start, end = line_around(text, starts[min(fault.line, len(starts)) - 1])
    quoted = _QUOTED.search(fault.wrong)
    at = text.find(quoted[1], start, end) if quoted else -1
    return (at, at + len(quoted[1])) if quoted and at >= 0 else (start, end)
