"""The colours of a leaflet by what they mean: words, grounds and edges. The brand gives two of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from leaflet_app.domain.blocks import Tone
from leaflet_app.domain.contrast import Ink
from leaflet_app.domain.look import Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.value import value

INK, SOFT_INK, LINE, WHITE = "#1B2733", "#4A5B6B", "#7B8A98", "#FFFFFF"
URGENT, LOOK = "#A4161A", "#7A4B00"
ORGAN = "#BAD3DE"


@value
class Shades:
    """What a theme colours: the paper, the quiet words, the grounds of boxes, and a body in a drawing."""

    ground: str
    soft_ink: str
    urgent_tint: str
    look_tint: str
    tint: str
    pale: str


ON_WHITE = Shades(WHITE, SOFT_INK, "#FDECEC", "#FFF4DC", "#E6F1F5", "#EFF5F8")
ON_CREAM = Shades("#FBF3DC", "#3E4D5B", "#FCE3DA", "#F7E5BC", "#E1ECE6", "#F4F1E6")


@value
class BoxLook:
    """A box's ground, edge and heading colour."""

    tint: str
    edge: str
    edge_width: float


def shades_of(theme: Theme) -> Shades:
    """Return the shades of a theme."""
    return ON_CREAM if theme.is_cream else ON_WHITE


def box_look(tone: Tone, brand: Brand, shades: Shades) -> BoxLook:
    """Return the look of a box."""
    return {
        Tone.URGENT: BoxLook(shades.urgent_tint, URGENT, 2),
        Tone.DRAFT: BoxLook(shades.look_tint, LOOK, 1),
        Tone.NOTE: BoxLook(shades.ground, brand.accent, 1.5),
        Tone.CONTACT: BoxLook(shades.tint, shades.tint, 0),
    }[tone]


def box_ink(tone: Tone, brand: Brand) -> str:
    """Return the colour of a box's heading."""
    return {Tone.URGENT: URGENT, Tone.DRAFT: LOOK}.get(tone, brand.band)


def inks(brand: Brand, theme: Theme) -> Iterator[Ink]:
    """Yield every colour that words are printed in, with the ground under it."""
    shades = shades_of(theme)
    yield Ink("the band", WHITE, brand.band)
    yield Ink("the text", INK, shades.ground)
    yield Ink("the footer", shades.soft_ink, shades.ground)
    yield Ink("headings", brand.band, shades.ground)
    yield Ink("links", brand.accent, shades.ground)
    for tone in Tone:
        ground = box_look(tone, brand, shades).tint
        yield Ink(f"the text of the {tone.value} box", INK, ground)
        yield Ink(f"the heading of the {tone.value} box", box_ink(tone, brand), ground)
        yield Ink(f"links in the {tone.value} box", brand.accent, ground)


@cache
def rgb(colour: str) -> str:
    """Return #RRGGBB as the three numbers of a colour operator."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
