"""The bands above the text: what they say, how large, and how high they must be for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from leaflet_app.domain.leaflet import Band
from leaflet_app.domain.practice import Brand
from leaflet_app.pdf.colours import WHITE
from leaflet_app.pdf.images import Picture, picture
from leaflet_app.pdf.paper import MM, Paper
from leaflet_app.pdf.said import Said, said, said_smaller
from leaflet_app.pdf.styles import Style
from leaflet_app.pdf.text.setting import Inks

LOGO_SHARE = 0.625
WIDEST_LOGO = 0.235
"""A logo's part of the first band's height, and at most of the width of the text: 15 and 40 mm on A4."""

LOGO_GAP = 4 * MM
LINE_HEIGHT = 1.4
NAME = 18 / 14
LARGEST_NAME_AGAIN = 16.0
FIRST_EDGES, EDGES = 10.0, 8.0
"""What stays free above and below the words of a band, together."""

SIZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How much smaller the words of the first band become where they are many."""


class Logo(NamedTuple):
    """A logo and its printed size."""

    picture: Picture
    width: float
    height: float


class Bands(NamedTuple):
    """The words of the first band and of those after it, and the paper with bands that hold them."""

    logo: Logo | None
    first: Sequence[Said]
    later: Said
    paper: Paper


def set_bands(band: Band, paper: Paper, inks: Inks) -> Bands:
    """Set the words of the bands; they become smaller down to the least that people can read, then the band grows."""
    logo = _logo(band.brand, paper) if band.brand.logo else None
    first = _fitting(band, paper, inks, paper.text_width - (logo.width + LOGO_GAP if logo else 0.0))
    again = Style(min(paper.body_size, LARGEST_NAME_AGAIN), is_bold=True, colour=WHITE, leading=1.2)
    later = said_smaller(band.name, again, inks, paper.text_width, paper.smallest)
    grown = replace(
        paper,
        first_band=max(paper.first_band, _needed(first)),
        band=max(paper.band, later.depth + EDGES),
    )
    return Bands(logo, first, later, grown)


def depth(first: Sequence[Said]) -> float:
    """Return how far the last baseline lies below the first."""
    return sum(each.depth for each in first) - first[0].words.line_height


def _needed(first: Sequence[Said]) -> float:
    return depth(first) + first[0].style.size + FIRST_EDGES


def _fitting(band: Band, paper: Paper, inks: Inks, room: float) -> list[Said]:
    name = Style(paper.body_size * NAME, is_bold=True, colour=WHITE, leading=LINE_HEIGHT)
    person = Style(paper.body_size, colour=WHITE, leading=LINE_HEIGHT)
    pairs = [(band.name, name), *([(band.person, person)] if band.person else [])]
    for part in SIZES:
        fitting = [
            said(text, replace(style, size=max(paper.smallest, style.size * part)), inks, room) for text, style in pairs
        ]
        if _needed(fitting) <= paper.first_band:
            break
    return fitting


def _logo(brand: Brand, paper: Paper) -> Logo:
    highest = paper.first_band * LOGO_SHARE
    drawn = picture(brand.logo, highest)
    width = min(highest * drawn.width / drawn.height, paper.text_width * WIDEST_LOGO)
    return Logo(drawn, width, width * drawn.height / drawn.width)
