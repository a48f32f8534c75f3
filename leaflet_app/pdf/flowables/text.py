"""A paragraph, heading, bullet or cell: a text set in lines, in its place and with its tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from leaflet_app.domain.fate import Fate
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import rgb
from leaflet_app.pdf.flow import NEARLY, PageNumbers
from leaflet_app.pdf.fonts.faces import shown, width_of
from leaflet_app.pdf.said import Said
from leaflet_app.pdf.styles import MIDDLE, Style
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.text.setting import PAGE_PLACE, Inline
from leaflet_app.pdf.text.typeset import Typeset

FEWEST_LINES = 2
"""No fewer lines of a paragraph stand alone at a page's end or start."""


MARK_HEIGHTS = {Fate.TAKEN: 0.22, Fate.PUT: -0.14}
"""How high above the baseline words are struck through or underlined, in sizes of their letters."""

MARK_WEIGHT = 0.07
"""How thick that line is, in sizes of the letters."""


class Label(NamedTuple):
    """A bullet or number in a face, before the first line."""

    text: str
    face: str
    tag: Tag
    indent: float


class Landmark(NamedTuple):
    """A heading's place in the bookmarks."""

    anchor: str
    title: str
    level: int


class TextFlow:
    """Lines of text. `tags` own its texts, in order. `lead` leads to the list in a box of which this is a line."""

    lead: Said | None = None

    def __init__(
        self,
        words: Typeset,
        style: Style,
        tags: Sequence[Tag],
        *,
        label: Label | None = None,
        landmark: Landmark | None = None,
    ) -> None:
        self._words, self._style, self._label, self._landmark = words, style, label, landmark
        self._owners = _owners(tags, words.inlines) if words.inlines else tags
        self._shift, self._label_shift = _shifts(label, words, style.size) if label else (0.0, 0.0)
        self._line_height, self._drop = words.line_height, words.drop
        self.before, self.after, self.keeps_with_next = style.before, style.after, style.keeps_with_next
        self._hold(0, len(words.lines))

    @property
    def drop(self) -> float:
        """Return how far the first baseline lies below the top."""
        return self._drop

    @property
    def middle(self) -> float:
        """Return how far the middle of the first line's capitals lies below the top."""
        return self._drop - MIDDLE * self._style.size

    def _hold(self, start: int, end: int) -> None:
        """Hold some of the lines; at least two of them stay together, and all of a short paragraph."""
        self._start, self._end, count = start, end, end - start
        self.height = count * self._line_height
        self.least = self._line_height * (FEWEST_LINES if count >= 2 * FEWEST_LINES else count)

    def anchors(self) -> Iterator[tuple[str, float]]:
        """Yield the heading's own anchor."""
        if self._landmark:
            yield self._landmark.anchor, 0.0

    def split(self, room: float) -> tuple[TextFlow, TextFlow] | None:
        """Cut between lines so that at least two stay on each side."""
        count = min(int((room + NEARLY) / self._line_height), self._end - self._start - FEWEST_LINES)
        if count < FEWEST_LINES:
            return None
        middle = self._start + count
        return self._part(self._start, middle), self._part(middle, self._end)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the label and the lines, and lay the links over them."""
        if self._landmark:
            canvas.bookmark(self._landmark.anchor, self._landmark.title, self._landmark.level, top)
        baseline = top - self._drop
        if self._label:
            canvas.write((self._label_code(self._label, canvas, left + self._label_shift, baseline),))
        left += self._shift
        canvas.write(self._code(canvas, left, baseline, pages))
        if self._words.links:
            self._lay_links(canvas, left, baseline)
        if self._words.marked:
            self._draw_marks(canvas, left, baseline)

    def _part(self, start: int, end: int) -> TextFlow:
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._hold(start, end)
        if start:
            part._landmark = None
            part._label = None
        return part

    def _label_code(self, label: Label, canvas: TaggedCanvas, left: float, baseline: float) -> str:
        place = f"BT 1 0 0 1 {left:.2f} {baseline:.2f} Tm {rgb(self._style.colour)} rg"
        return f"{canvas.mark(label.tag)} {place} {shown(f'{label.text} ', label.face, self._style.size)} ET EMC"

    def _code(self, canvas: TaggedCanvas, left: float, baseline: float, pages: PageNumbers) -> list[str]:
        """Return the text operators; marks open and close inside one text object (ISO 32000-1 §14.6)."""
        owners = self._owners
        code = [f"BT 1 0 0 1 {left:.2f} {baseline:.2f} Tm {self._line_height:.2f} TL"]
        for piece in canvas.shown(self._words, self._start, self._end):
            owner, said = owners[piece.owner], piece.code
            if piece.page_of:
                number = str(pages[piece.page_of])
                said = piece.showing(number)
                if owner.actual:
                    canvas.say(owner, owner.actual.replace(PAGE_PLACE, number))
            code += (canvas.mark(owner), said, "EMC")
        code.append("ET")
        return code

    def _draw_marks(self, canvas: TaggedCanvas, left: float, baseline: float) -> None:
        size = self._style.size
        with canvas.artifact():
            for each in self._words.marked:
                if self._start <= each.line < self._end:
                    y = baseline - (each.line - self._start) * self._line_height + MARK_HEIGHTS[each.fate] * size
                    box = (left + each.start, y, each.end - each.start, MARK_WEIGHT * size)
                    canvas.fill_rectangle(box, self._style.colour)

    def _lay_links(self, canvas: TaggedCanvas, left: float, baseline: float) -> None:
        style = self._style
        for link in self._words.links:
            if self._start <= link.line < self._end:
                foot = baseline - (link.line - self._start) * self._line_height - 0.25 * style.size
                box = (left + link.start, foot, left + link.end, foot + 1.2 * style.size)
                canvas.link(self._owners[link.owner], link.target, link.said, box)


def _shifts(label: Label, words: Typeset, size: float) -> tuple[float, float]:
    """Return how far the lines and their label stand from the left edge."""
    if not words.is_right_to_left:
        return label.indent, 0.0
    return 0.0, words.room + label.indent - width_of(label.text, label.face) * size


def _owners(tags: Sequence[Tag], inlines: Sequence[Inline]) -> Sequence[Tag]:
    """Return all tags that own a part of the text; an inline one may stand in another."""
    owners = [*tags]
    for each in inlines:
        owners.append(owners[each.parent].inline(each.role, lang=each.lang, actual=each.actual))
    return owners
