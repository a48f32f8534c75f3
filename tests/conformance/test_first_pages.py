"""The first page of each format and theme looks as it did when a person last looked at it."""

import os
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.pdf.render import render
from tests.pdf.rich import a_rich_leaflet

SEEN = Path(__file__).parent / "first_pages"
DOTS_PER_INCH = 60
TILE = 16
MOST_DIFFERENCE = 6
"""Mean difference of a tile's points, out of 255; a lost word, logo or tint gives several times as much."""


LOOKS = {page_format.value: Look(page_format) for page_format in Format} | {
    theme.value: Look(theme=theme) for theme in Theme
}


@pytest.mark.parametrize("name", LOOKS)
def test_the_first_page_looks_as_it_did(name):
    drawn = first_page(render(a_rich_leaflet(), LOOKS[name]).pdf)
    kept = SEEN / f"{name}.png"
    if os.environ.get("LEAFLET_APP_KEEP_PICTURES"):
        drawn.save(kept, optimize=True)

    seen = Image.open(kept).convert("L")

    assert seen.size == drawn.size
    assert ImageChops.difference(seen, drawn).reduce(TILE).getextrema()[1] < MOST_DIFFERENCE


def first_page(pdf: bytes) -> Image.Image:
    """Draw the first page in greys."""
    return pypdfium2.PdfDocument(BytesIO(pdf))[0].render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
