"""Words around the text in one style: set once, painted as often as they are wanted."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import NamedTuple

from leaflet_app.domain.blocks import words
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import NEARLY
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.text.setting import Inks
from leaflet_app.pdf.text.typeset import Typeset, typeset


class Said(NamedTuple):
    """Words in their style, set in lines."""

    style: Style
    words: Typeset

    @property
    def actual(self) -> str:
        """Return what a screen reader is told, where the glyphs do not tell."""
        return "".join(each.actual for each in self.words.inlines)

    @property
    def depth(self) -> float:
        """Return the height of all lines."""
        return self.words.line_height * len(self.words.lines)

    def paint(self, canvas: TaggedCanvas, left: float, baseline: float) -> None:
        """Paint the lines, the first of them on a baseline."""
        code = " ".join(piece.code for piece in canvas.shown(self.words, 0, len(self.words.lines)))
        canvas.write((f"BT 1 0 0 1 {left:.2f} {baseline:.2f} Tm {self.words.line_height:.2f} TL {code} ET",))


def said(text: str, style: Style, inks: Inks, width: float = inf) -> Said:
    """Set words in lines of a width."""
    return Said(style, typeset((words(text),), style, inks, width))


def said_smaller(text: str, style: Style, inks: Inks, width: float, smallest: float) -> Said:
    """Set words in one line that is as much smaller as the width asks for; in more lines where none is that small."""
    wide = said(text, style, inks).words.width or width
    size = max(smallest, min(style.size, style.size * width / wide))
    return said(text, replace(style, size=size), inks, width + NEARLY)
