"""A ReportLab document beside whose own objects stand ours, written as source."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName

from leaflet_app.pdf.file.written import Stream

FONTS = "BasicFonts"
"""ReportLab's name for the fonts of all pages, its first object."""


class Document(PDFDocument):  # type: ignore[misc]
    """ReportLab brings catalog, information, metadata and strings; all else is ours.

    Object numbers come from one counter. Ours are `plain` objects and `streams`, each a number and a source.
    """

    def __init__(self, lang: str) -> None:
        super().__init__(compression=1, invariant=1, lang=lang)
        self.plain: list[tuple[int, str]] = []
        self.streams: list[tuple[int, bytes]] = []
        self.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})

    def ask_for_booklet(self) -> None:
        """Ask the printer for both sides, turned on the short edge, in full size (ISO 32000-1 table 150)."""
        wishes = {"Duplex": PDFName("DuplexFlipShortEdge"), "PrintScaling": PDFName("None")}
        self.Catalog.ViewerPreferences.dict.update(wishes)

    @property
    def next_number(self) -> int:
        """Return the number that the next object gets."""
        number: int = self.objectcounter + 1
        return number

    def reserve(self, count: int = 1) -> int:
        """Return the first of some object numbers that from now on are taken."""
        first: int = self.objectcounter + 1
        self.objectcounter += count
        return first

    def write(self, number: int, source: str) -> None:
        """Put an object under a reserved number."""
        self.plain.append((number, source))

    def add(self, source: str) -> str:
        """Put an object into the document and return a reference to it."""
        number = self.reserve()
        self.write(number, source)
        return f"{number} 0 R"

    def add_stream(self, stream: Stream) -> str:
        """Put a stream into the document and return a reference to it."""
        number = self.reserve()
        self.streams.append((number, stream.source()))
        return f"{number} 0 R"

    @property
    def fonts(self) -> str:
        """Return a reference to the fonts of all pages."""
        number, _ = self.idToObjectNumberAndVersion[FONTS]
        return f"{number} 0 R"

    def add_font(self, name: str, reference: str) -> None:
        """Let pages use a font under a name."""
        self.idToObject[FONTS].dict[name] = reference
