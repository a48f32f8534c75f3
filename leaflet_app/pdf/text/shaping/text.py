"""A shaped text set in lines, as `set_text.SetText` is one of plain letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import inf
from typing import NamedTuple

from leaflet_app.domain.blocks import Text
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.pdf.fonts.embedding import EmbeddedFonts
from leaflet_app.pdf.fonts.faces import face
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.text.set_text import LinkBox, MarkedStretch, Piece
from leaflet_app.pdf.text.setting import PAGE_PLACE, Inks
from leaflet_app.pdf.text.shaping.lines import Placed, break_lines
from leaflet_app.pdf.text.shaping.pen import PageNumber, Pen
from leaflet_app.pdf.text.shaping.segments import joins_from_the_right, words
from leaflet_app.pdf.text.shaping.setting import ShapedSetting


class PagePiece(NamedTuple):
    """A piece with a page number in it."""

    owner: int
    number: PageNumber
    page_of: str

    @property
    def code(self) -> str:
        """Return the operators with the place of a number."""
        return self.number.showing(PAGE_PLACE)

    def showing(self, number: str) -> str:
        """Return the operators with the page number in its place."""
        return self.number.showing(number)


class ShapedText:
    """Lines of shaped text at a width; the tag of every stretch is one of the `inlines`.

    `drop` is how far the first baseline lies below the top.
    """

    def __init__(self, setting: ShapedSetting, width: float) -> None:
        self._phrases, self._inks, self._size = setting.phrases, setting.inks, setting.style.size
        self.is_right_to_left = is_right_to_left(setting.lang)
        self.inlines = tuple(setting.inlines)
        joins = any(map(joins_from_the_right, (phrase.text for phrase in self._phrases)))
        base = int(self.is_right_to_left and joins)
        read = words(self._phrases, base)
        self.lines = break_lines(read, width / self._size, base, is_flush_right=self.is_right_to_left)
        self.room = width if width < inf else self.width
        self.links = tuple(self._links(setting.owners))
        self.marked = tuple(self._marked())
        self.drop, depth = self._extents(setting.style)
        self.line_height = self.drop + depth

    @property
    def width(self) -> float:
        """Return the width of the longest line."""
        edges = [_edges(line) for line in self.lines]
        return max(right - left for left, right in edges) * self._size

    def shown(self, fonts: EmbeddedFonts, start: int, end: int) -> Iterator[Piece | PagePiece]:
        """Yield the operators of some lines for a document with these fonts, cut where the owner changes."""
        pen = Pen(self._size, fonts, is_right_to_left=self.is_right_to_left)
        for number, line in enumerate(self.lines[start:end]):
            if number:
                pen.start_line()
            for phrase, stretch in groupby(line, key=_phrase):
                yield from self._shown(phrase, stretch, pen)

    def _shown(self, phrase: int, stretch: Iterator[Placed], pen: Pen) -> Iterator[Piece | PagePiece]:
        ink, code = self._inks[phrase], ""
        for _, group in groupby(stretch, key=_look):
            alike = [*group]
            if not (ink.page_of and PAGE_PLACE in alike[0].segment.text):
                code += pen.show(alike, ink.colour)
                continue
            if code:
                yield Piece(ink.owner, code)
            yield PagePiece(ink.owner, pen.show_page_number(alike[0], ink.colour), ink.page_of)
            code = ""
        if code:
            yield Piece(ink.owner, code)

    def _links(self, owners: int) -> Iterator[LinkBox]:
        """Yield where links lie; each is an isolate, so that on a line nothing stands within it."""
        for number, line in enumerate(self.lines):
            for phrase, group in groupby(line, key=_phrase):
                ink, stretch = self._inks[phrase], [*group]
                if ink.link:
                    said = self.inlines[ink.owner - owners]
                    left, right = (edge * self._size for edge in _edges(stretch))
                    yield LinkBox(number, said.parent, ink.link, said.actual, left, right)

    def _marked(self) -> Iterator[MarkedStretch]:
        for number, line in enumerate(self.lines):
            for phrase, group in groupby(line, key=_phrase):
                fate = self._inks[phrase].fate
                if fate is not Fate.SAME:
                    left, right = (edge * self._size for edge in _edges([*group]))
                    yield MarkedStretch(number, fate, left, right)

    def _extents(self, style: Style) -> tuple[float, float]:
        """Return how far a line reaches above and below its baseline, so that no letter meets one of another line.

        Words from right to left ask for the height that their face was drawn for.
        """
        shaped = (placed.segment for line in self.lines for placed in line if joins_from_the_right(placed.segment.text))
        extents = [face(name).extents for name in {segment.face for segment in shaped}]
        above = [up * style.size for up, _ in extents]
        below = [down * style.size for _, down in extents]
        return max((style.drop, *above)), max((style.line_height - style.drop, *below))


def shaped(texts: tuple[Text, ...], style: Style, inks: Inks, width: float) -> ShapedText:
    """Shape texts and set them one after the other in the same lines. Raises MissingGlyph."""
    return ShapedText(ShapedSetting(texts, style, inks), width)


def _phrase(placed: Placed) -> int:
    return placed.segment.phrase


def _look(placed: Placed) -> tuple[int, str]:
    return placed.segment.level, placed.segment.face


def _edges(stretch: Sequence[Placed]) -> tuple[float, float]:
    """Return where the letters of a stretch start and end, without the spaces at its ends."""
    seen = [placed for placed in stretch if placed.segment.text != " "] or stretch
    return min(placed.left for placed in seen), max(placed.right for placed in seen)
