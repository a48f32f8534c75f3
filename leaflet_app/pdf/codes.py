"""The codes that stand for characters in one document's fonts."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import PDFDocument

from leaflet_app.pdf.fonts import Face


class FurtherSubset(Exception):
    """A character stands in another subset than a font's first, which holds 224."""


class Codes(dict[int, str]):
    """A table for `str.translate`: code points to the codes of a font's first subset, made as they are needed."""

    def __init__(self, face: Face, document: PDFDocument) -> None:
        super().__init__()
        self._font, self._document = face.font, document
        self.font_name = self._name(0)

    def __missing__(self, point: int) -> str:
        """Ask ReportLab for the code of a new character."""
        ((subset, code),) = self._font.splitString(chr(point), self._document)
        if subset:
            raise FurtherSubset
        self[point] = escaped = str(escapePDF(code))
        return escaped

    def in_subsets(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the text cut by subsets: the font's name and the codes."""
        for subset, codes in self._font.splitString(text, self._document):
            yield self._name(subset), str(escapePDF(codes))

    def _name(self, subset: int) -> str:
        name: str = self._font.getSubsetInternalName(subset, self._document)
        return name
