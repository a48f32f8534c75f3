"""Runs of a text become phrases to shape and inks to print with, each in a tag that says it as it is read."""

from __future__ import annotations

from collections.abc import Sequence

from leaflet_app.domain.blocks import Run, Text
from leaflet_app.domain.languages import JOINERS, is_right_to_left
from leaflet_app.pdf.fonts.families import Chain
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.text.setting import Ink, Inks, Setting, read_out
from leaflet_app.pdf.text.shaping.segments import FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, Phrase

_UNBROKEN_SPACE = "\u00a0"


class ShapedSetting(Setting):
    """Phrases and inks, one of each for every stretch.

    Glyphs stand in the order of paper, so a reader is told the words by an ActualText. It is on a tag of its own for
    every stretch: on a paragraph it would hide the links within, and on marked content some readers turn it round.
    """

    unseen = JOINERS
    says_each_stretch = True

    def __init__(self, texts: Sequence[Text], style: Style, inks: Inks) -> None:
        self.phrases: list[Phrase] = []
        self.lang = inks.lang
        super().__init__(texts, style, inks)

    def put(self, run: Run, chain: Chain, ink: Ink) -> None:
        """Add a stretch in a tag of its own. In whole text spaces do not break, nor part a number (UAX #9, W4)."""
        text = run.text.replace(" ", _UNBROKEN_SPACE) if run.whole else run.text
        self.phrases.append(Phrase(text, chain, run.lang or self.lang, _isolate(run, ink)))
        self.inks.append(ink._replace(owner=self.inline("Span", "", ink.owner, read_out(run))))


def _isolate(run: Run, ink: Ink) -> str:
    """Return what keeps the order of a run to itself: a number to call, a link, words in another language."""
    if run.lang:
        return RIGHT_TO_LEFT if is_right_to_left(run.lang) else LEFT_TO_RIGHT
    return FIRST_STRONG if run.whole or ink.link else ""
