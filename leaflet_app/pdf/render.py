"""A leaflet becomes a tagged PDF: tell, lay out, draw, declare."""

from __future__ import annotations

from leaflet_app.domain.bounds import measured
from leaflet_app.domain.languages import is_right_to_left
from leaflet_app.domain.leaflet import Leaflet, Place, Rendered
from leaflet_app.domain.look import Format, Look
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.file import conformance
from leaflet_app.pdf.file.document import Document
from leaflet_app.pdf.file.packed import packed
from leaflet_app.pdf.file.reportlab_setup import set_up
from leaflet_app.pdf.file.written import deflated
from leaflet_app.pdf.flow import PageNumbers, parted
from leaflet_app.pdf.fonts.embedding import EmbeddedFonts
from leaflet_app.pdf.fonts.faces import width_of
from leaflet_app.pdf.fonts.families import BOLD, REGULAR, family_of
from leaflet_app.pdf.pages.furniture import band_tags
from leaflet_app.pdf.pages.kept import kept_pages, known
from leaflet_app.pdf.pages.pagination import Layout, Page, lay_out
from leaflet_app.pdf.pages.sheets import Sheets, laid_out
from leaflet_app.pdf.paper import MM
from leaflet_app.pdf.story import teller_of
from leaflet_app.pdf.structure import Structure, kept_elements
from leaflet_app.pdf.text.shaping.clusters import clusters
from leaflet_app.pdf.text.typeset import typeset

CREATOR = "Clinic Leaflets"


def render(leaflet: Leaflet, look: Look, reserve: str = "") -> Rendered:
    """Render a leaflet as PDF/UA-1 and PDF/A-2a. Raises MissingGlyph and what check_bounds raises.

    Where letters are to `reserve`, the line that says whom it is for stands in a slot, and any of them may be in it.
    """
    family = family_of(look.theme, leaflet.lang)
    layout = lay_out(leaflet, look, has_slot=bool(reserve))
    turned = is_right_to_left(leaflet.lang)
    sheets = laid_out(len(layout.pages), layout.paper, look.format, is_right_to_left=turned)
    document = _document(leaflet)
    if look.format is Format.BOOKLET:
        document.ask_for_booklet()
    fonts = EmbeddedFonts((family.regular[0], family.bold[0]))
    canvas = TaggedCanvas(document, sheets.sides, sheets.size, fonts)
    if reserve:
        canvas.need(((family.bold[0], reserve),))
    anchors = tuple(layout.anchors())
    _draw(canvas, layout, sheets, {anchor: number for number, anchor, _ in anchors})
    canvas.finish()
    Structure(canvas).write(layout.root)
    conformance.declare(document, leaflet.made_on)
    places = tuple(_place(layout, sheets, *each) for each in anchors)
    return Rendered(packed(document), len(layout.pages), places, layout.main, layout.paper.body_size)


def warm() -> None:
    """Load what the first leaflet would wait for."""
    set_up()
    for name in (REGULAR, BOLD):
        width_of("a", name)


def forget() -> None:
    """Keep nothing of earlier leaflets but their fonts and pictures."""
    for kept in (measured, band_tags, teller_of, parted, typeset, clusters, known, width_of, deflated):
        kept.cache_clear()
    kept_pages.forget()
    kept_elements.forget()


def _draw(canvas: TaggedCanvas, layout: Layout, sheets: Sheets, numbers: PageNumbers) -> None:
    """Paint page after page in the order of reading, each where it stands on its sheet."""
    paper, furniture, count = layout.paper, layout.furniture, len(layout.pages)
    around = known((furniture.shows, count, tuple(numbers.items())))
    for number, (placed, (side, edge)) in enumerate(zip(layout.pages, sheets.spots, strict=True), 1):
        canvas.turn_to(side)

        def paint(number: int = number, placed: Page = placed, edge: float = edge) -> None:
            furniture.draw(canvas, edge, number, count)
            for flowable, offset in placed:
                flowable.draw(canvas, edge + paper.margin, paper.text_top(number) - offset, numbers)
            if not placed:
                furniture.draw_blank(canvas, edge)

        kept_pages.paint(canvas, (number, edge, placed, around), paint)


def _place(layout: Layout, sheets: Sheets, number: int, anchor: str, down: float) -> Place:
    paper = layout.paper
    top = paper.height - paper.text_top(number) + down
    above = number - 1 + down / paper.room(number)
    return Place(anchor, sheets.spots[number - 1].side, round(top / MM, 1), round(above, 2))


def _document(leaflet: Leaflet) -> Document:
    set_up()
    document = Document(leaflet.lang)
    document.setTitle(leaflet.title)
    document.setAuthor(leaflet.band.name)
    document.setSubject(leaflet.purpose)
    document.setKeywords(f"{leaflet.code}, version {leaflet.version}")
    document.setCreator(CREATOR)
    return document
