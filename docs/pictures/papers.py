"""Pictures of paper: a page of every format, theme and script, and the pages on which drawings stand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2

from leaflet_app.bootstrap import build_desk
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.selection import Detail, Selection
from leaflet_app.domain.topic import Site
from leaflet_app.pdf.render import render
from leaflet_app.services.make_leaflet import make_leaflet
from tests.languages import a_leaflet_in

SCALE = 1.5
BOOKLET_SIDE = 1
"""The inside of the outermost sheet: its first side has the last page, which is empty here."""

PAGES = {
    "page-body-map": (
        Selection(("insulinoma",), body_map=True, body_mark=Site.PANCREAS, body_note="Yours is in the tail."),
        "Where it is in the body",
    ),
    "page-pancreas": (Selection(("insulinoma",)), "Duodenum:"),
    "page-parathyroids": (Selection(("parathyroid-overactive",)), "Parathyroids:"),
    "page-people": (Selection(("gastrinoma",), detail=Detail.PICTURES), "gastrinomas start in"),
    "page-net-sites": (Selection(("net-overview",)), "2. Small bowel"),
    "page-summary": (Selection(("insulinoma",), is_summary=True), "At a glance"),
    "page-tear-off": (Selection(("insulinoma",), tear_off=True), "Questions"),
    "page-legible": (Selection(("insulinoma",), theme=Theme.LEGIBLE), "At a glance"),
    "page-cream": (Selection(("insulinoma",), theme=Theme.CREAM), "At a glance"),
}
"""A leaflet for each picture, and words on the last page that has them: that page is drawn."""


def draw_papers(folder: Path, made_on: date) -> Iterator[Path]:
    """Draw every picture of paper, and tell where each is."""
    desk = build_desk(render)
    for page_format in Format:
        chosen = Selection(("insulinoma",), format=page_format, made_on=made_on)
        pdf = make_leaflet(desk.library, chosen, desk.render).rendered.pdf
        side = BOOKLET_SIDE if page_format is Format.BOOKLET else 0
        yield drawn(pdf, side, folder / f"page-{page_format.value}.png")
    for name, (selection, words) in PAGES.items():
        pdf = make_leaflet(desk.library, replace(selection, made_on=made_on), desk.render).rendered.pdf
        yield drawn(pdf, last_with(words, pdf), folder / f"{name}.png")
    for lang in ("ar", "ur", "pl", "cy"):
        yield drawn(of_article(a_leaflet_in(lang)), 0, folder / f"page-{lang}.png")
    for lang in ("cy", "ur"):
        yield drawn(of_article(a_leaflet_in(lang, beside=ENGLISH)), 0, folder / f"page-two-{lang}.png")


def of_article(leaflet: Leaflet) -> bytes:
    """Return a leaflet about Article 1 of the Universal Declaration of Human Rights: no clinical text is translated."""
    return render(leaflet, Look()).pdf


def last_with(words: str, pdf: bytes) -> int:
    """Return the last page on which some words stand."""
    with pypdfium2.PdfDocument(pdf) as document:
        return max(at for at, page in enumerate(document) if words in page.get_textpage().get_text_range())


def drawn(pdf: bytes, page: int, path: Path) -> Path:
    """Draw a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        document[page].render(scale=SCALE).to_pil().save(path)
    return path
