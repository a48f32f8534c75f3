"""A leaflet becomes a tagged PDF: tell, lay out, draw, declare."""

from __future__ import annotations

from collections.abc import Sequence

from leaflet_app.domain.bounds import check_bounds
from leaflet_app.domain.errors import LeafletTooLong
from leaflet_app.domain.leaflet import Leaflet, Place, Rendered
from leaflet_app.domain.look import Look
from leaflet_app.pdf import conformance
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.document import Document
from leaflet_app.pdf.flow import NEARLY, Flowable, Placed, fill
from leaflet_app.pdf.flowables.slotted import Slotted
from leaflet_app.pdf.fonts.embedding import EmbeddedFonts
from leaflet_app.pdf.fonts.faces import width_of
from leaflet_app.pdf.fonts.families import BOLD, REGULAR, family_of
from leaflet_app.pdf.furniture import Furniture
from leaflet_app.pdf.packed import packed
from leaflet_app.pdf.page import MM, PAPERS, Paper
from leaflet_app.pdf.reportlab_setup import set_up
from leaflet_app.pdf.sheets import laid_out
from leaflet_app.pdf.story import PERSON, story
from leaflet_app.pdf.structure import Structure
from leaflet_app.pdf.styles import Styles
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.typeset import PAGE_PLACE, Inks

CREATOR = "Clinic Leaflets"


def render(leaflet: Leaflet, look: Look, reserve: str = "") -> Rendered:
    """Render a leaflet as PDF/UA-1 and PDF/A-2a. Raises MissingGlyph and what check_bounds raises.

    Where letters are to `reserve`, the line that says whom it is for stands in a slot, and any of them may be in it.
    """
    check_bounds(leaflet)
    paper = PAPERS[look.format]
    family = family_of(look.theme, leaflet.lang)
    styles = Styles(paper, leaflet.band.brand)
    inks = Inks(family, styles.brand.accent, leaflet.page_reference.format(page=PAGE_PLACE))
    root = Tag("Document")
    furniture = Furniture(leaflet, styles, inks, root)
    flowables = story(leaflet, styles, inks, root)
    if reserve:
        flowables[PERSON] = Slotted(flowables[PERSON])
    pages = _paginated(flowables, paper)
    places = tuple(_places(pages, paper))
    document = _document(leaflet)
    fonts = EmbeddedFonts((family.regular[0], family.bold[0]))
    sheets = laid_out(len(pages), paper, look.format)
    canvas = TaggedCanvas(document, sheets.sides, sheets.size, fonts)
    if reserve:
        canvas.need(((family.bold[0], reserve),))
    numbers = {place.anchor: place.page for place in places}
    for number, (placed, spot) in enumerate(zip(pages, sheets.spots, strict=True), 1):
        canvas.turn_to(spot.side)
        furniture.draw(canvas, spot.left, number, len(pages))
        for flowable, offset in placed:
            flowable.draw(canvas, spot.left + paper.margin, paper.text_top(number) - offset, numbers)
    canvas.finish()
    Structure(canvas).write(root)
    conformance.declare(document, leaflet.made_on)
    return Rendered(packed(document), len(pages), places)


def warm() -> None:
    """Load what the first leaflet would wait for."""
    set_up()
    for name in (REGULAR, BOLD):
        width_of("a", name)


def _paginated(flowables: Sequence[Flowable], paper: Paper) -> list[list[Placed]]:
    pages: list[list[Placed]] = []
    rest = list(flowables)
    while rest:
        room = paper.room(len(pages) + 1)
        placed, rest = fill(rest, room)
        last = placed[-1]
        if last.offset + last.flowable.height > room + NEARLY:
            raise LeafletTooLong("one question or fact fills more than a page")
        pages.append(placed)
    return pages


def _places(pages: Sequence[Sequence[Placed]], paper: Paper) -> list[Place]:
    return [
        _place(anchor, number, offset + below, paper)
        for number, placed in enumerate(pages, 1)
        for flowable, offset in placed
        for anchor, below in flowable.anchors()
    ]


def _place(anchor: str, page: int, down: float, paper: Paper) -> Place:
    top = paper.height - paper.text_top(page) + down
    return Place(anchor, page, round(top / MM, 1), round(page - 1 + down / paper.room(page), 2))


def _document(leaflet: Leaflet) -> Document:
    set_up()
    document = Document(leaflet.lang)
    document.setTitle(leaflet.title)
    document.setAuthor(leaflet.band.name)
    document.setSubject(leaflet.purpose)
    document.setKeywords(f"{leaflet.code}, version {leaflet.version}")
    document.setCreator(CREATOR)
    return document
