"""A text set in lines: its words broken, its operators written. Kept for each text, style and width."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from leaflet_app.domain.blocks import Run, Text, bare_address
from leaflet_app.domain.errors import MissingGlyph
from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.pdf.colours import rgb
from leaflet_app.pdf.fonts.faces import BASE, encoded, shown
from leaflet_app.pdf.fonts.families import Chain, Family, missing, parts
from leaflet_app.pdf.lines import Line, Span, break_lines, line_width
from leaflet_app.pdf.styles import Style

if TYPE_CHECKING:
    from leaflet_app.pdf.fonts.embedding import EmbeddedFonts
    from leaflet_app.pdf.shaping.text import ShapedText

MOST_QUOTED = 40
"""Letters of a text that are quoted where one of them cannot be printed."""

PAGE_PLACE = "00"
"""Stands for a page number while lines are broken: two digits wide."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Inks(NamedTuple):
    """What all texts of a leaflet are set with. `page_words` say "page 00" in its language."""

    family: Family
    link_colour: str
    page_words: str
    lang: str = ""


class Inline(NamedTuple):
    """A tag that stands among the text of another owner: a link, or words in another language."""

    role: str
    lang: str
    parent: int
    actual: str = ""


class Ink(NamedTuple):
    """What a span means: its colour, whose content it is, where it links to, and whose page number it shows."""

    colour: str
    owner: int
    link: str = ""
    page_of: str = ""


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


class Showing(Protocol):
    """Operators that belong to one owner; those of a page number hold its place until the page is known."""

    @property
    def owner(self) -> int:
        """Return whose content they are."""
        ...

    @property
    def code(self) -> str:
        """Return the operators."""
        ...

    @property
    def page_of(self) -> str:
        """Return the anchor whose page number they show, if any."""
        ...

    def showing(self, number: str) -> str:
        """Return the operators with the page number in its place."""
        ...


class Typeset(Protocol):
    """A text set in lines, in a `room` so wide; the first baseline lies `drop` below the top.

    Owners count the texts first, then the `inlines`.
    """

    inlines: tuple[Inline, ...]
    links: tuple[LinkBox, ...]
    line_height: float
    drop: float
    room: float
    is_right_to_left: bool

    @property
    def lines(self) -> Sequence[object]:
        """Return its lines."""
        ...

    @property
    def width(self) -> float:
        """Return the width of the longest line."""
        ...

    def shown(self, fonts: EmbeddedFonts, start: int, end: int) -> Iterable[Showing]:
        """Return the operators of some lines, cut where the owner changes, and embed what they show."""
        ...


class SetText:
    """Lines of text at a width, from left to right; `needs` are uncommon letters."""

    is_right_to_left = False

    def __init__(self, setting: _PlainSetting, width: float) -> None:
        self._spans, self._inks = tuple(setting.spans), setting.inks
        self.inlines = tuple(setting.inlines)
        self.line_height, self.drop = setting.style.line_height, setting.style.drop
        self.room = width
        self.lines: Sequence[Line] = break_lines(self._spans, width)
        uncommon = (span for span in self._spans if not BASE.issuperset(span.text))
        self.needs = tuple((span.face, f"{span.text} ") for span in uncommon)  # a space belongs to the word before it
        self.links = tuple(self._links())
        self._pieces: dict[tuple[int, int], tuple[Piece, ...]] = {}

    @property
    def width(self) -> float:
        """Return the width of the longest line."""
        return max(line_width(line, self._spans) for line in self.lines)

    def shown(self, fonts: EmbeddedFonts, start: int, end: int) -> tuple[Piece, ...]:
        """Return the operators of some lines, and embed what they show."""
        for face_name, text in self.needs:
            fonts.need(face_name, text)
        return self.pieces(start, end)

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
                    start = line_width(line[:position], self._spans, keeps_space=True)
                    end = line_width(line[: position + 1], self._spans)
                    yield LinkBox(number, ink.owner, ink.link, self._spans[stretch.span].text, start, end)


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


@lru_cache(maxsize=2_000)
def typeset(texts: tuple[Text, ...], style: Style, inks: Inks, width: float) -> SetText | ShapedText:
    """Set texts one after the other in the same lines, each the content of a tag of its own. Raises MissingGlyph."""
    if is_right_to_left(inks.lang) or any(_RIGHT_TO_LEFT.search(run.text) for text in texts for run in text):
        from leaflet_app.pdf.shaping.text import shaped  # noqa: PLC0415  few leaflets need it

        return shaped(texts, style, inks, width)
    return SetText(_PlainSetting(texts, style, inks), width)


class Setting(ABC):
    """What every stretch of texts is printed with."""

    def __init__(self, texts: Sequence[Text], style: Style, inks: Inks) -> None:
        self.style, self.owners, self._with = style, len(texts), inks
        self.inks: list[Ink] = []
        self.inlines: list[Inline] = []
        for owner, text in enumerate(texts):
            for run in text:
                self._add(run, owner)

    @abstractmethod
    def put(self, run: Run, chain: Chain, ink: Ink) -> None:
        """Add a stretch in one look."""

    def _add(self, run: Run, owner: int) -> None:
        """Add a run; a link shows where it leads, for paper."""
        colour = self.style.colour
        if not run.link:
            said = self.inline("Span", run.lang, owner) if run.lang else owner
            self._put(run, Ink(colour, said))
            return
        self._put(run, Ink(self._with.link_colour, self.inline("Link", run.lang, owner), run.link))
        if run.link.startswith("#"):
            self._put(Run(" ("), Ink(colour, owner))
            self._put(Run(self._with.page_words, whole=True), Ink(colour, owner, page_of=run.link[1:]))
            self._put(Run(")"), Ink(colour, owner))
        elif address := _address_to_read(run):
            self._put(Run(f" ({address})"), Ink(colour, owner))

    def _put(self, run: Run, ink: Ink) -> None:
        family = self._with.family
        if character := missing(run.text, family):
            raise MissingGlyph(character, run.text[:MOST_QUOTED])
        self.put(run, family.bold if run.bold or self.style.is_bold else family.regular, ink)

    def inline(self, role: str, lang: str, parent: int, actual: str = "") -> int:
        """Make a tag among the text of another owner, and return its number as an owner."""
        self.inlines.append(Inline(role, lang, parent, actual))
        return self.owners + len(self.inlines) - 1


class _PlainSetting(Setting):
    """Spans to measure and inks to print with, one of each for every stretch."""

    def __init__(self, texts: Sequence[Text], style: Style, inks: Inks) -> None:
        self.spans: list[Span] = []
        super().__init__(texts, style, inks)

    def put(self, run: Run, chain: Chain, ink: Ink) -> None:
        """Add a stretch, cut by the faces that it needs."""
        for face_name, text in parts(run.text, chain):
            self.spans.append(Span(text, face_name, self.style.size, run.whole))
            self.inks.append(ink)


def _address_to_read(run: Run) -> str:
    """Return the web address that paper must show, where the link's own words do not."""
    address = bare_address(run.link)
    return address if run.link.startswith("https://") and address not in run.text else ""
