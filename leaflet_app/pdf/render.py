"""A leaflet becomes a tagged PDF: tell, lay out, draw, declare."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.errors import LeafletTooLong, MissingGlyph
from leaflet_app.domain.leaflet import Leaflet, Place, Rendered
from leaflet_app.domain.look import Look
from leaflet_app.pdf import conformance, fonts
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.flow import NEARLY, Flowable, Placed, fill
from leaflet_app.pdf.furniture import Furniture
from leaflet_app.pdf.page import MM, PAPERS, Paper
from leaflet_app.pdf.reportlab_setup import set_up
from leaflet_app.pdf.story import story
from leaflet_app.pdf.structure import Structure
from leaflet_app.pdf.styles import Styles
from leaflet_app.pdf.tags import Tag

MOST_WORDS = 40_000
CREATOR = "Clinic Leaflets"


def render(leaflet: Leaflet, look: Look) -> Rendered:
    """Render a leaflet as PDF/UA-1 and PDF/A-2a. Raises MissingGlyph, LeafletTooLong."""
    words = _printed(leaflet)
    _check(words)
    paper = PAPERS[look.format]
    styles = Styles(paper, leaflet.band.brand)
    root = Tag("Document")
    furniture = Furniture(leaflet, styles, root)
    pages = _paginated(story(leaflet, styles, root), paper)
    places = tuple(_places(pages, paper))
    file = BytesIO()
    canvas = _canvas(file, leaflet, paper)
    numbers = {place.anchor: place.page for place in places}
    for number, placed in enumerate(pages, 1):
        furniture.draw(canvas, number, len(pages))
        for flowable, offset in placed:
            flowable.draw(canvas, paper.margin, paper.text_top(number) - offset, numbers)
        canvas.showPage()
    Structure(canvas).write(root)
    conformance.declare(canvas, made_on=leaflet.made_on, fingerprint="\n".join(words))
    canvas.save()
    return Rendered(file.getvalue(), len(pages), places)


def warm() -> None:
    """Load what the first leaflet would wait for."""
    set_up()
    fonts.missing("")
    fonts.width_of("", fonts.REGULAR)


def _printed(leaflet: Leaflet) -> tuple[str, ...]:
    around = (leaflet.band.name, leaflet.band.person, leaflet.footer, leaflet.page_reference)
    return (leaflet.title, leaflet.purpose, leaflet.for_person, *around, *texts(leaflet.blocks))


def _check(printed: Sequence[str]) -> None:
    count = sum(text.count(" ") + 1 for text in printed)
    if count > MOST_WORDS:
        raise LeafletTooLong(f"it has {count:,} words, and {MOST_WORDS:,} is the most")
    for text in printed:
        if character := fonts.missing(text):
            raise MissingGlyph(character, text[:40])


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


def _canvas(file: BytesIO, leaflet: Leaflet, paper: Paper) -> TaggedCanvas:
    set_up()
    canvas = TaggedCanvas(
        file,
        pagesize=(paper.width, paper.height),
        pageCompression=1,
        invariant=1,
        lang=leaflet.lang,
        initialFontName=fonts.face(fonts.REGULAR).name,
    )
    canvas.setTitle(leaflet.title)
    canvas.setAuthor(leaflet.band.name)
    canvas.setSubject(leaflet.purpose)
    canvas.setKeywords(f"{leaflet.code}, version {leaflet.version}")
    canvas.setCreator(CREATOR)
    return canvas
