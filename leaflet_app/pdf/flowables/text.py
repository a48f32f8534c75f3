"""A paragraph, heading, bullet or cell: lines of text, each stretch in its tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet_app.pdf.canvas import TaggedCanvas, rgb
from leaflet_app.pdf.flow import NEARLY, PageNumbers
from leaflet_app.pdf.fonts import face
from leaflet_app.pdf.lines import Line, Span, Stretch, break_lines, line_width
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.tags import Tag

MIDDLE = 0.33
"""How far the middle of capital letters lies above the baseline, in ems of Source Sans 3."""

FEWEST_LINES = 2
"""No fewer lines of a paragraph stand alone at a page's end or start."""


class Ink(NamedTuple):
    """What a span means: its colour, its tag, where it links to, and whose page number it shows."""

    colour: str
    tag: Tag
    link: str = ""
    page_of: str = ""


class Label(NamedTuple):
    """A bullet or number to the left of the first line."""

    text: str
    tag: Tag
    indent: float


class Outline(NamedTuple):
    """A heading's place in the bookmarks."""

    anchor: str
    title: str
    level: int


class TextFlow:
    """Lines of text at a width."""

    def __init__(
        self,
        spans: Sequence[Span],
        inks: Sequence[Ink],
        style: Style,
        width: float,
        *,
        label: Label | None = None,
        outline: Outline | None = None,
    ) -> None:
        self._spans, self._inks, self._style = tuple(spans), inks, style
        self._label, self._outline = label, outline
        self._indent = label.indent if label else 0.0
        self._lines: Sequence[Line] = break_lines(self._spans, width - self._indent)
        self.before, self.after, self.keeps_with_next = style.before, style.after, style.keeps_with_next

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return len(self._lines) * self._style.line_height

    @property
    def least(self) -> float:
        """Return the height of the lines that must not be parted."""
        count = len(self._lines)
        return self._style.line_height * (FEWEST_LINES if count >= 2 * FEWEST_LINES else count)

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield the heading's own anchor."""
        if self._outline:
            yield self._outline.anchor, 0.0

    def split(self, room: float) -> tuple[TextFlow, TextFlow] | None:
        """Cut between lines so that at least two stay on each side."""
        count = min(int((room + NEARLY) / self._style.line_height), len(self._lines) - FEWEST_LINES)
        if count < FEWEST_LINES:
            return None
        return self._part(0, count), self._part(count, len(self._lines))

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the label and the lines, and lay the links over them."""
        if self._outline:
            canvas.outline(self._outline.anchor, self._outline.title, self._outline.level, top)
        baseline = top - self._style.line_height / 2 - MIDDLE * self._style.size
        if self._label:
            canvas.write(self._label_code(canvas, left, baseline))
        left += self._indent
        canvas.write(self._code(canvas, left, baseline, pages))
        self._lay_links(canvas, left, baseline)

    def _part(self, start: int, end: int) -> TextFlow:
        part = object.__new__(TextFlow)
        part.__dict__.update(self.__dict__)
        part._lines = self._lines[start:end]
        if start:
            part._outline = None
            part._label = None
        return part

    def _label_code(self, canvas: TaggedCanvas, left: float, baseline: float) -> Iterator[str]:
        label, style = self._label, self._style
        if label is None:
            return
        yield f"{canvas.mark(label.tag)} BT 1 0 0 1 {left:.2f} {baseline:.2f} Tm {rgb(style.colour)} rg"
        for font, shown in canvas.show(f"{label.text} ", face(style.face), style.size):
            yield f"{font} {shown}"
        yield "ET EMC"

    def _code(self, canvas: TaggedCanvas, left: float, baseline: float, pages: PageNumbers) -> Iterator[str]:
        """Yield the text operators; marks open and close inside one text object (ISO 32000-1 §14.6)."""
        yield f"BT 1 0 0 1 {left:.2f} {baseline:.2f} Tm {self._style.line_height:.2f} TL"
        tag, colour, font = None, "", ""
        for number, line in enumerate(self._lines):
            if number:
                yield "T*"
            for stretch in line:
                ink, span = self._inks[stretch.span], self._spans[stretch.span]
                if ink.tag is not tag:
                    yield canvas.mark(ink.tag) if tag is None else f"EMC {canvas.mark(ink.tag)}"
                    tag = ink.tag
                if ink.colour != colour:
                    colour = ink.colour
                    yield f"{rgb(colour)} rg"
                for needed, shown in canvas.show(_said(stretch, ink, pages), face(span.face), span.size):
                    yield shown if needed == font else f"{needed} {shown}"
                    font = needed
        yield "ET" if tag is None else "EMC ET"

    def _lay_links(self, canvas: TaggedCanvas, left: float, baseline: float) -> None:
        for number, line in enumerate(self._lines):
            foot = baseline - number * self._style.line_height - 0.25 * self._style.size
            for position, stretch in enumerate(line):
                ink = self._inks[stretch.span]
                if ink.link:
                    start = left + line_width(line[:position], self._spans, keeps_space=True)
                    end = left + line_width(line[: position + 1], self._spans)
                    said = self._spans[stretch.span].text
                    canvas.link(ink.tag, ink.link, said, (start, foot, end, foot + 1.2 * self._style.size))


def _said(stretch: Stretch, ink: Ink, pages: PageNumbers) -> str:
    if not ink.page_of:
        return stretch.text
    return stretch.text.replace(PAGE_PLACE, str(pages[ink.page_of]))


PAGE_PLACE = "00"
"""Stands for a page number while lines are broken: two digits wide."""
