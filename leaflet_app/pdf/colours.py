"""The colours of a leaflet by what they mean: words, grounds and edges. The brand gives two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from leaflet_app.domain.blocks import Tone
from leaflet_app.domain.contrast import Ink
from leaflet_app.domain.practice import Brand

INK, SOFT_INK, LINE, PANEL = "#1B2733", "#4A5B6B", "#7B8A98", "#FFFFFF"
URGENT, URGENT_TINT = "#A4161A", "#FDECEC"
LOOK, LOOK_TINT = "#7A4B00", "#FFF4DC"
TINT = "#E6F1F5"
PALE, ORGAN = "#EFF5F8", "#BAD3DE"
"""A body, and what lies in it."""


@dataclass(frozen=True, slots=True)
class BoxLook:
    """A box's ground, edge and heading colour."""

    tint: str
    edge: str
    edge_width: float


def box_look(tone: Tone, brand: Brand) -> BoxLook:
    """Return the look of a box."""
    return {
        Tone.URGENT: BoxLook(URGENT_TINT, URGENT, 2),
        Tone.DRAFT: BoxLook(LOOK_TINT, LOOK, 1),
        Tone.NOTE: BoxLook(PANEL, brand.accent, 1.5),
        Tone.CONTACT: BoxLook(TINT, TINT, 0),
    }[tone]


def box_ink(tone: Tone, brand: Brand) -> str:
    """Return the colour of a box's heading."""
    return {Tone.URGENT: URGENT, Tone.DRAFT: LOOK}.get(tone, brand.band)


def inks(brand: Brand) -> Iterator[Ink]:
    """Yield every colour that words are printed in, with the ground under it."""
    yield Ink("the band", PANEL, brand.band)
    yield Ink("the text", INK, PANEL)
    yield Ink("the footer", SOFT_INK, PANEL)
    yield Ink("headings", brand.band, PANEL)
    yield Ink("links", brand.accent, PANEL)
    for tone in Tone:
        ground = box_look(tone, brand).tint
        yield Ink(f"the text of the {tone.value} box", INK, ground)
        yield Ink(f"the heading of the {tone.value} box", box_ink(tone, brand), ground)
        yield Ink(f"links in the {tone.value} box", brand.accent, ground)


@cache
def rgb(colour: str) -> str:
    """Return #RRGGBB as the three numbers of a colour operator."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
