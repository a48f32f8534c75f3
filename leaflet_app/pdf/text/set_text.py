"""A text set in lines: its words broken, its operators written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet_app.domain.blocks import Run, Text
from leaflet_app.domain.fate import Fate
from leaflet_app.pdf.colours import rgb
from leaflet_app.pdf.fonts.faces import BASE, encoded, shown
from leaflet_app.pdf.fonts.families import Chain, parts
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.text.lines import Line, Span, break_lines, line_width
from leaflet_app.pdf.text.setting import PAGE_PLACE, Ink, Inks, Setting


class Piece(NamedTuple):
    """Operators that belong to one owner; those of a page number hold its place until the page is known."""

    owner: int
    code: str
    page_of: str = ""
    face: str = ""

    def showing(self, number: str) -> str:
        """Return the operators with the page number in its place."""
        head, _, tail = self.code.rpartition(encoded(PAGE_PLACE, self.face))
        return f"{head}{encoded(number, self.face)}{tail}"


class LinkBox(NamedTuple):
    """Where a link lies: the line, and how far from its left edge it starts and ends."""

    line: int
    owner: int
    target: str
    said: str
    start: float
    end: float


class MarkedStretch(NamedTuple):
    """Words struck through or underlined: their line, and how far from its left edge they start and end."""

    line: int
    fate: Fate
    start: float
    end: float


class PlainSetting(Setting):
    """Spans to measure and inks to print with, one of each for every stretch."""

    def __init__(self, texts: Sequence[Text], style: Style, inks: Inks) -> None:
        self.spans: list[Span] = []
        super().__init__(texts, style, inks)

    def put(self, run: Run, chain: Chain, ink: Ink) -> None:
        """Add a stretch, cut by the faces that it needs."""
        for face_name, text in parts(run.text, chain):
            self.spans.append(Span(text, face_name, self.style.size, run.whole))
            self.inks.append(ink)


class SetText:
    """Lines of text in a `room` so wide, from left to right; the first baseline lies `drop` below the top.

    Owners count the texts first, then the `inlines`; `needs` are uncommon letters.
    """

    is_right_to_left = False

    def __init__(self, setting: PlainSetting, width: float) -> None:
        self._spans, self._inks = tuple(setting.spans), setting.inks
        self.inlines = tuple(setting.inlines)
        self.line_height, self.drop = setting.style.line_height, setting.style.drop
        self.room = width
        self.lines: Sequence[Line] = break_lines(self._spans, width)
        uncommon = (span for span in self._spans if not BASE.issuperset(span.text))
        self.needs = tuple((span.face, f"{span.text} ") for span in uncommon)  # a space belongs to the word before it
        self.links = tuple(self._links())
        self.marked = tuple(self._marked())
        self._pieces: dict[tuple[int, int], tuple[Piece, ...]] = {}

    @property
    def width(self) -> float:
        """Return the width of the longest line."""
        return max(line_width(line, self._spans) for line in self.lines)

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the operators of some lines, cut where the owner changes."""
        if (start, end) not in self._pieces:
            self._pieces[start, end] = tuple(_joined(self._stretches(start, end)))
        return self._pieces[start, end]

    def _stretches(self, start: int, end: int) -> Iterator[Piece]:
        colour, font = "", ("", 0.0)
        for number, line in enumerate(self.lines[start:end]):
            before = "T* " if number else ""
            for stretch in line:
                ink, span = self._inks[stretch.span], self._spans[stretch.span]
                if ink.colour != colour:
                    colour = ink.colour
                    before += f"{rgb(colour)} rg "
                if (span.face, span.size) == font:
                    code = f"({encoded(stretch.text, span.face)}) Tj"
                else:
                    font = (span.face, span.size)
                    code = shown(stretch.text, *font)
                yield Piece(ink.owner, before + code, ink.page_of, span.face)
                before = ""

    def _links(self) -> Iterator[LinkBox]:
        for number, line in enumerate(self.lines):
            for position, stretch in enumerate(line):
                ink = self._inks[stretch.span]
                if ink.link:
                    said = self._spans[stretch.span].text
                    yield LinkBox(number, ink.owner, ink.link, said, *self._edges(line, position))

    def _marked(self) -> Iterator[MarkedStretch]:
        for number, line in enumerate(self.lines if any(ink.fate is not Fate.SAME for ink in self._inks) else ()):
            for position, stretch in enumerate(line):
                fate = self._inks[stretch.span].fate
                if fate is not Fate.SAME:
                    yield MarkedStretch(number, fate, *self._edges(line, position))

    def _edges(self, line: Line, position: int) -> tuple[float, float]:
        """Return where a stretch of a line starts and ends."""
        start = line_width(line[:position], self._spans, keeps_space=True)
        return start, line_width(line[: position + 1], self._spans)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of one owner; a piece with a page number stays by itself."""
    open_piece: Piece | None = None
    for piece in pieces:
        if open_piece is None:
            open_piece = piece
        elif piece.owner == open_piece.owner and not piece.page_of and not open_piece.page_of:
            open_piece = Piece(piece.owner, f"{open_piece.code} {piece.code}")
        else:
            yield open_piece
            open_piece = piece
    if open_piece is not None:
        yield open_piece
