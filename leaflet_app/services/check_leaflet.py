"""Check a leaflet before it is handed over."""

from __future__ import annotations

from dataclasses import replace

from leaflet_app.domain.checks import Check, Proof, Sheet, check
from leaflet_app.domain.compose import basis
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Selection
from leaflet_app.pdf.colours import inks
from leaflet_app.pdf.page import SMALLEST, Paper, paper_of


def check_leaflet(library: Library, selection: Selection, leaflet: Leaflet) -> tuple[Check, ...]:
    """Ask every question of the table about a leaflet that was composed from the selection."""
    rests_on = basis(library, selection)
    sheet = _sheet_of_summary(leaflet, selection) if leaflet.is_summary else _sheet(leaflet, selection)
    return check(Proof(leaflet, library, selection, rests_on.reviews, rests_on.facts, sheet))


def _sheet(leaflet: Leaflet, selection: Selection) -> Sheet:
    return sheet_of(paper_of(selection.look), selection.theme, leaflet.band.brand)


def _sheet_of_summary(leaflet: Leaflet, selection: Selection) -> Sheet:
    """Lay a summary out to see its size of print, and on how many pages it came to stand."""
    from leaflet_app.pdf.pagination import lay_out  # noqa: PLC0415  (brings the renderer, which a window starts without)

    layout = lay_out(leaflet, selection.look)
    return replace(sheet_of(layout.paper, selection.theme, leaflet.band.brand), summary_pages=layout.main)


def sheet_of(paper: Paper, theme: Theme, brand: Brand) -> Sheet:
    """Return what the checks ask of a paper in a theme and the colours of a practice."""
    return Sheet(paper.body_size, SMALLEST, paper.characters_a_line, paper.is_large_print, tuple(inks(brand, theme)))
