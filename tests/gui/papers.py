"""Small valid PDFs, and what a person sees of them."""

from io import BytesIO

from PySide6.QtGui import QImage
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from leaflet_app.domain.leaflet import Place, Rendered

DARK = 100
WHITE = 255


def a_pdf(*pages: str, size=A4) -> bytes:
    """Return a PDF with one page for each text, line by line."""
    made = BytesIO()
    drawing = canvas.Canvas(made, pagesize=size, invariant=True)
    for page in pages:
        drawing.setFont("Helvetica", 20)
        for number, line in enumerate(page.splitlines()):
            drawing.drawString(60, size[1] - 100 - 30 * number, line)
        drawing.showPage()
    drawing.save()
    return made.getvalue()


def pages_of(count: int, words: str = "some words") -> bytes:
    """Return a PDF of many pages that all differ."""
    return a_pdf(*(f"Page {number}\n{words}\nmore words\nand more" for number in range(1, count + 1)))


def a_rendered(*pages: str, places: tuple[Place, ...] = ()) -> Rendered:
    """Return what a renderer gives back for these texts."""
    return Rendered(a_pdf(*pages), len(pages), places, len(pages), 14.0)


def ink(picture: QImage) -> int:
    """Count the dark points of a picture: how much is printed on what one sees."""
    return sum(1 for shade in _greys(picture) if shade < DARK)


def white(picture: QImage) -> int:
    """Count the white points of a picture: how much paper one sees."""
    return _greys(picture).count(WHITE)


def _greys(picture: QImage) -> bytes:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    points, stride = bytes(grey.constBits()), grey.bytesPerLine()
    return b"".join(points[stride * row : stride * row + grey.width()] for row in range(grey.height()))
