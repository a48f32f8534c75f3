"""Reads a tagged PDF back the way a screen reader does: down the structure tree, through each font's ToUnicode map."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO

import pikepdf

PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do", "sh", "EI"}


@dataclass
class Element:
    """A structure element: its role, its own marks as (page, mcid), what it says, and its kids in order."""

    role: str
    entry: pikepdf.Dictionary
    marks: list[tuple[int, int]] = field(default_factory=list)
    kids: list["Element"] = field(default_factory=list)
    annotations: list[pikepdf.Dictionary] = field(default_factory=list)
    text: str = ""

    def walk(self):
        """Yield this element and all below it in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, role):
        """Return every element of a role."""
        return [element for element in self.walk() if element.role == role]


class TaggedPdf:
    """A PDF read back. `unmarked` lists what was painted outside any mark, `artifacts` what decoration says."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(content))
        self.says: dict[tuple[int, int], str] = {}
        self.unmarked: list[str] = []
        self.artifacts: list[list[str]] = []
        for number, page in enumerate(self.pdf.pages):
            self._read(number, page)

    @property
    def catalog(self):
        return self.pdf.Root

    @cached_property
    def document(self) -> Element:
        return self._element(self.catalog.StructTreeRoot.K)

    @cached_property
    def parent_tree(self) -> dict[int, object]:
        numbers = list(self.catalog.StructTreeRoot.ParentTree.Nums)
        return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}

    def texts(self) -> list[str]:
        """Return what each paragraph, heading, label and cell says, in reading order."""
        spoken = {"P", "H1", "H2", "H3", "LBody", "Lbl", "TH", "TD", "Caption"}
        return [element.text for element in self.document.walk() if element.role in spoken]

    def _element(self, entry) -> Element:
        element = Element(str(entry.S)[1:], entry)
        kids = entry.K if isinstance(entry.K, pikepdf.Array) else [entry.K]
        for kid in kids:
            self._take(element, kid, entry)
        return element

    def _take(self, element, kid, entry):
        if isinstance(kid, int) or not isinstance(kid, pikepdf.Dictionary):
            self._mark(element, self._page_number(entry.Pg), int(kid))
        elif kid.get("/Type") == "/MCR":
            self._mark(element, self._page_number(kid.Pg), int(kid.MCID))
        elif kid.get("/Type") == "/OBJR":
            element.annotations.append(kid.Obj)
        else:
            below = self._element(kid)
            element.kids.append(below)
            element.text += below.text

    def _mark(self, element, page, mcid):
        element.marks.append((page, mcid))
        element.text += self.says[page, mcid]

    def _page_number(self, page) -> int:
        return next(n for n, each in enumerate(self.pdf.pages) if each.objgen == page.objgen)

    def _read(self, number, page):
        maps = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
        stack, font = [], None
        self.artifacts.append([])
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                mcid = operands[1].get("/MCID") if isinstance(operands[1], pikepdf.Dictionary) else None
                stack.append(None if mcid is None else int(mcid))
                if mcid is not None:
                    assert (number, int(mcid)) not in self.says, "a mark is numbered twice"
                    self.says[number, int(mcid)] = ""
            elif name == "EMC":
                stack.pop()
            elif name == "Tf":
                font = str(operands[0])
            if name in PAINTS:
                said = "".join(maps[font][code] for code in bytes(operands[0])) if name == "Tj" else ""
                self._painted(number, stack, name, said)
        assert not stack, "a mark never closes"

    def _painted(self, number, stack, name, said):
        if not stack:
            self.unmarked.append(f"page {number + 1}: {name}")
        elif stack[-1] is None:
            self.artifacts[-1].append(said)
        else:
            self.says[number, stack[-1]] += said


def _to_unicode(font) -> dict[int, str]:
    source = font.ToUnicode.read_bytes().decode()
    rows = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,8})>", source)
    return {int(code, 16): bytes.fromhex(point).decode("utf-16-be") for code, point in rows}
