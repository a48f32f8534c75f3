"""Check a leaflet before it is handed over."""

from __future__ import annotations

from dataclasses import replace

from leaflet_app.domain.checks import Check, Proof, Sheet, check
from leaflet_app.domain.compose import basis
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Selection
from leaflet_app.pdf.colours import inks
from leaflet_app.pdf.paper import SMALLEST, Paper, paper_of
from leaflet_app.services.make_leaflet import Made


def check_leaflet(library: Library, selection: Selection, made: Made) -> tuple[Check, ...]:
    """Ask every question of the table about a leaflet that was made from the selection."""
    rests_on, leaflet = basis(library, selection), made.leaflet
    paper = replace(
        paper_of(selection.look, is_for_two=leaflet.beside is not None), body_size=made.rendered.body_points
    )
    sheet = sheet_of(paper, selection.theme, leaflet.band.brand)
    if leaflet.is_summary:
        sheet = replace(sheet, summary_pages=made.rendered.main_pages)
    bears = library.bearing(selection.practice, selection.disclaimer)
    return check(Proof(leaflet, bears, selection, rests_on.reviews, rests_on.facts, sheet))


def sheet_of(paper: Paper, theme: Theme, brand: Brand) -> Sheet:
    """Return what the checks ask of a paper in a theme and the colours of a practice."""
    return Sheet(paper.body_size, SMALLEST, paper.characters_a_line, paper.is_large_print, tuple(inks(brand, theme)))
