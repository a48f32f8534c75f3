"""The canvas: everything painted is either in a tag or an artifact (PDF/UA-1 7.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from leaflet_app.pdf.colours import rgb
from leaflet_app.pdf.content import Annotated, Content, Mark
from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.outline import Outline
from leaflet_app.pdf.fonts.embedding import EmbeddedFonts
from leaflet_app.pdf.images import Picture, add_to
from leaflet_app.pdf.links import Link
from leaflet_app.pdf.side import Side
from leaflet_app.pdf.slot import contents
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.text.set_text import SetText
from leaflet_app.pdf.text.typeset import Shown, Typeset

HAIRLINE = 0.5

Deed = tuple[str, tuple[Any, ...]]
"""What was done on a canvas beside writing operators: the method and what it was given."""


@dataclass(slots=True)
class Record:
    """The operators and deeds of a page; `is_same_everywhere` where another document would have the same."""

    code: Sequence[str] = ()
    deeds: list[Deed] = field(default_factory=list)
    is_same_everywhere: bool = True


class TaggedCanvas:
    """Numbers marked content, and remembers which tag each mark and link belongs to.

    Sides may be painted in any order; `finish` makes them pages of the document as they lie in the file.
    """

    def __init__(self, document: Document, sides: int, size: tuple[float, float], fonts: EmbeddedFonts) -> None:
        self.document, self._size, self._fonts = document, size, fonts
        self.outline, self.links, self.content = Outline(), list[Link](), Content()
        self.sides = [Side(number, document.reserve()) for number in range(1, sides + 1)]
        self._side = self.sides[0]
        self._pictures: dict[str, str] = {}
        self._record = Record()

    def turn_to(self, side: int) -> None:
        """Paint on a side from here on; sides count from 1."""
        self._side = self.sides[side - 1]

    @property
    def marks(self) -> int:
        """Return how many marks stand on the side."""
        return len(self._side.marks)

    @contextmanager
    def recorded(self) -> Iterator[Record]:
        """Record all that is painted inside."""
        self._record, start = Record(), len(self._side.code)
        yield self._record
        self._record.code = self._side.code[start:]

    def repeat(self, code: str, deeds: Iterable[Deed]) -> None:
        """Do again what was recorded."""
        self._side.code.append(code)
        for method, given in deeds:
            getattr(self, method)(*given)

    def mark(self, tag: Tag) -> str:
        """Return the operator that opens a tag's next stretch of content on this side, numbered."""
        return f"/{tag.role}<</MCID {self.place(tag)}>>BDC"

    def place(self, tag: Tag) -> int:
        """Give a tag the next mark on this side and return its number."""
        side = self._side
        mcid = len(side.marks)
        side.marks.append(tag)
        self.content.place(tag, Mark(side.number, mcid))
        self._record.deeds.append(("place", (tag,)))
        return mcid

    def place_all(self, tags: Sequence[Tag]) -> None:
        """Give each of some tags the next mark on this side."""
        side = self._side
        self.content.place_all(tags, side.number, len(side.marks))
        side.marks += tags

    def write(self, operators: Iterable[str]) -> None:
        """Append operators to the side."""
        self._side.code.extend(operators)

    @contextmanager
    def element(self, tag: Tag) -> Iterator[None]:
        """Make all that is painted inside the content of a tag."""
        self.write((self.mark(tag),))
        yield
        self.write(("EMC",))

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """Make all that is painted inside decoration, or with Pagination a header or footer."""
        subtype = f" /Subtype /{subtype}" if subtype else ""
        self.write((f"/Artifact <</Type /{kind}{subtype}>> BDC",))
        yield
        self.write(("EMC",))

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Give all that is painted inside a content stream of its own; a side has one slot at most."""
        start = len(self._side.code)
        self._record.is_same_everywhere = False
        yield
        self._side.slot = slice(start, len(self._side.code))

    def fill_rectangle(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Paint a rectangle (left, bottom, width, height)."""
        left, bottom, width, height = box
        self.write((f"{rgb(colour)} rg {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f",))

    def rule(self, left: float, y: float, width: float, colour: str) -> None:
        """Draw a hairline across."""
        self.write((f"{rgb(colour)} RG {HAIRLINE} w {left:.2f} {y:.2f} m {left + width:.2f} {y:.2f} l S",))

    def show_picture(self, name: str, picture: Picture, box: tuple[float, float, float, float]) -> None:
        """Paint a picture into a box (left, bottom, width, height)."""
        self.hold(name, picture)
        left, bottom, width, height = box
        self.write((f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm /{name} Do Q",))

    def hold(self, name: str, picture: Picture) -> None:
        """Put a picture into the document under a name."""
        self._record.deeds.append(("hold", (name, picture)))
        if name not in self._pictures:
            self._pictures[name] = add_to(self.document, picture)

    def need(self, texts: Sequence[tuple[str, str]]) -> None:
        """Embed what texts need, each told with its face; whoever writes operators that show text calls it."""
        self._record.deeds.append(("need", (texts,)))
        for face_name, text in texts:
            self._fonts.need(face_name, text)

    def shown(self, words: Typeset, start: int, end: int) -> Iterable[Shown]:
        """Return the operators of some lines of a text, and embed what they show."""
        if isinstance(words, SetText):
            if words.needs:
                self.need(words.needs)
            return words.pieces(start, end)
        self._record.is_same_everywhere = False
        return words.shown(self._fonts, start, end)

    def link(self, tag: Tag, target: str, said: str, box: tuple[float, float, float, float]) -> None:
        """Put a link over a box (left, bottom, right, top); `target` is an address or `#anchor`."""
        self._record.deeds.append(("link", (tag, target, said, box)))
        link = Link(self.document.reserve(), tag, target, said, box)
        self.links.append(link)
        self._side.links.append(link.number)
        self.content.place(tag, Annotated(self._side.number, link.number))

    def bookmark(self, anchor: str, title: str, level: int, top: float) -> None:
        """Make a heading a link's destination and a bookmark; `level` counts from 1."""
        self._record.deeds.append(("bookmark", (anchor, title, level, top)))
        self.outline.add(anchor, title, level, self._side.page, top)

    def bound(self, tag: Tag, box: tuple[float, float, float, float]) -> None:
        """Note the box of a figure (left, bottom, right, top; PDF/UA-1 7.3)."""
        self._record.deeds.append(("bound", (tag, box)))
        self.content.bound(tag, *box)

    def say(self, tag: Tag, text: str) -> None:
        """Note what a tag is read out as in this document only: words with a page number."""
        self._record.deeds.append(("say", (tag, text)))
        self.content.say(tag, text)

    def finish(self) -> None:
        """Make a page of each side, and put fonts, bookmarks and links into the document."""
        document, sides = self.document, self.sides
        self._fonts.write(document)
        self.outline.write(document)
        for key, link in enumerate(self.links, len(sides)):
            document.write(link.number, link.source(key, self.outline))
        pictures = "".join(f"/{name} {reference}" for name, reference in self._pictures.items())
        resources = document.add(f"<</Font {document.fonts}/XObject<<{pictures}>>>>")
        tree = document.reserve()
        for side in sides:
            links = f"/Annots[{' '.join(f'{number} 0 R' for number in side.links)}]" if side.links else ""
            box = f"/MediaBox[0 0 {self._size[0]:.2f} {self._size[1]:.2f}]/Resources {resources}"
            shows = f"/Contents {contents(side, document)}{links}/StructParents {side.number - 1}/Tabs/S"
            document.write(side.page, f"<</Type/Page/Parent {tree} 0 R{box}{shows}>>")
        kids = " ".join(f"{side.page} 0 R" for side in sides)
        document.write(tree, f"<</Type/Pages/Count {len(sides)}/Kids[{kids}]>>")
        document.Catalog.Pages = f"{tree} 0 R"
