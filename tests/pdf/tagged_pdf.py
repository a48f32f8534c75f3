"""Reads a tagged PDF back the way a screen reader does: down the structure tree, through each font's ToUnicode map."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO

import pikepdf

from tests.pdf.read_font import ReadFont

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI"} | SHOWS_TEXT
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass
class Element:
    """A structure element: its role, its own marks as (page, mcid), its kids in order, and what it says.

    That is its ActualText where it has one, else what its marks and kids say.
    """

    role: str
    entry: pikepdf.Dictionary
    marks: list[tuple[int, int]] = field(default_factory=list)
    kids: list["Element"] = field(default_factory=list)
    annotations: list[pikepdf.Dictionary] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *roles: str) -> list["Element"]:
        """Return every element of these roles."""
        return [element for element in self.walk() if element.role in roles]


@dataclass
class Painted:
    """A stretch of a page inside a mark: its page, role, properties and what it says. Decoration is an Artifact."""

    page: int
    role: str
    properties: pikepdf.Dictionary | None
    text: str = ""

    @property
    def mcid(self) -> int | None:
        """Return its number on the page, if it has one."""
        number = (self.properties or {}).get("/MCID")
        return None if number is None else int(number)


class TaggedPdf:
    """A PDF read back. `unmarked` lists what was painted outside any mark, `painted` the marks as they open."""

    def __init__(self, content: bytes, password: str = "") -> None:
        self.content = content
        self.pdf = pikepdf.open(BytesIO(content), password=password)
        self.fonts: dict[tuple[int, int], ReadFont] = {}
        self.painted: list[Painted] = []
        self.unmarked: list[str] = []
        self.faults: list[str] = []
        self._numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        for number, page in enumerate(self.pdf.pages):
            self._read(number, page)

    @property
    def catalog(self) -> pikepdf.Dictionary:
        return self.pdf.Root

    @cached_property
    def document(self) -> Element:
        """Return the top of the tree."""
        return self._element(self.catalog.StructTreeRoot.K)

    @property
    def leaflets(self) -> list[Element]:
        """Return the copies of a file that binds many, else the document."""
        parts = self.document.kids
        return parts if {each.role for each in parts} == {"Part"} else [self.document]

    @cached_property
    def parent_tree(self) -> dict[int, object]:
        """Return what the ParentTree has for each page and annotation."""
        return dict(_leaves(self.catalog.StructTreeRoot.ParentTree))

    @cached_property
    def says(self) -> dict[tuple[int, int], str]:
        """Return what each mark says, by its page and number."""
        return {(each.page, each.mcid): each.text for each in self.painted if each.mcid is not None}

    @property
    def painted_pages(self) -> list[int]:
        """Return the numbers of the pages that are not blank."""
        return sorted({each.page for each in self.painted})

    @property
    def artifacts(self) -> list[list[str]]:
        """Return what the decoration of each page says."""
        said: list[list[str]] = [[] for _ in self.pdf.pages]
        for each in self.painted:
            if each.mcid is None:
                said[each.page].append(each.text)
        return said

    def texts(self) -> list[str]:
        """Return what each paragraph, heading, label and cell says, in reading order."""
        spoken = ("P", "LBody", "Lbl", "TH", "TD", "Caption", *HEADINGS)
        return [element.text for element in self.document.all(*spoken)]

    def _element(self, entry: pikepdf.Dictionary) -> Element:
        element = Element(str(entry.S)[1:], entry)
        kids = entry.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._take(element, kid)
        element.text = str(entry.get("/ActualText", element.text))
        return element

    def _take(self, element: Element, kid: pikepdf.Object) -> None:
        if not isinstance(kid, pikepdf.Dictionary):
            self._mark(element, element.entry.Pg, int(kid))
        elif kid.get("/Type") == "/MCR":
            self._mark(element, kid.Pg, int(kid.MCID))
        elif kid.get("/Type") == "/OBJR":
            element.annotations.append(kid.Obj)
        else:
            below = self._element(kid)
            element.kids.append(below)
            element.text += below.text

    def _mark(self, element: Element, page: pikepdf.Dictionary, mcid: int) -> None:
        mark = self._numbers[page.objgen], mcid
        element.marks.append(mark)
        element.text += self.says.get(mark, "")

    def _read(self, number: int, page: pikepdf.Page) -> None:
        fonts = {name: self._font(entry) for name, entry in page.get("/Resources", {}).get("/Font", {}).items()}
        open_marks: list[Painted] = []
        font = None
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BDC", "BMC"}:
                open_marks.append(self._opened(number, operands, open_marks))
            elif name == "EMC":
                open_marks.pop()
            elif name == "Tf":
                font = fonts[str(operands[0])]
            elif name in PAINTS:
                said = _said(font, operands[-1]) if name in SHOWS_TEXT else ""
                if open_marks:
                    open_marks[-1].text += said
                else:
                    self.unmarked.append(f"page {number + 1}: {name} {said}".strip())
        if open_marks:
            self.faults.append(f"page {number + 1}: a mark never closes")

    def _opened(self, number: int, operands: list[pikepdf.Object], around: list[Painted]) -> Painted:
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
        opened = Painted(number, str(operands[0])[1:], properties)
        if around:
            self.faults.append(f"page {number + 1}: {opened.role} stands inside {around[-1].role}")
        self.painted.append(opened)
        return opened

    def _font(self, entry: pikepdf.Dictionary) -> ReadFont:
        return self.fonts.setdefault(entry.objgen, ReadFont(entry))


def _leaves(node: pikepdf.Dictionary) -> Iterator[tuple[int, pikepdf.Object]]:
    """Yield the pairs of a number tree (ISO 32000-1 §7.9.7)."""
    for kid in node.get("/Kids", ()):
        yield from _leaves(kid)
    numbers = list(node.get("/Nums", ()))
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)


def _said(font: ReadFont, shown: pikepdf.Object) -> str:
    strings = shown if isinstance(shown, pikepdf.Array) else [shown]
    return "".join(font.read(bytes(each)) for each in strings if isinstance(each, pikepdf.String))
