"""A picture of a library is a picture and nothing else."""

import random
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from leaflet_app.domain.bare_pictures import MOST_SCANS, is_bare, may_take_minutes
from tests.pdf import bad_pictures
from tests.pdf.authors_pictures import a_drawing, a_photograph

PROGRESSIVE = bad_pictures.blank("RGB", 40, 30, "JPEG", progressive=True)


@pytest.mark.parametrize("content", [a_drawing(), a_photograph(), PROGRESSIVE, bad_pictures.blank("P", 9, 9)])
def test_what_pillow_writes_without_notes_is_bare(content):
    assert is_bare(content)


def a_noted_png() -> bytes:
    note, file = PngImagePlugin.PngInfo(), BytesIO()
    note.add_text("Author", "taken at home")
    Image.new("RGB", (9, 9)).save(file, "PNG", pnginfo=note)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        a_drawing()[:-1],
        a_drawing() + b"\0",
        a_drawing() + b"PK\x03\x04<script>",
        a_photograph()[:-2],
        a_photograph() + b"PK\x03\x04<script>",
        bad_pictures.turned(),
        bad_pictures.moving(),
        a_noted_png(),
        bad_pictures.blank("RGB", 9, 9, "JPEG", comment=b"taken at home"),
        bad_pictures.blank("RGB", 9, 9, "JPEG", icc_profile=b"x" * 200),
        bad_pictures.blank("P", 9, 9, "GIF"),
    ],
)
def test_anything_beside_the_pixels_is_seen(content):
    assert not is_bare(content)


@pytest.mark.parametrize("content", [a_drawing(80, 40), a_photograph(90, 60), PROGRESSIVE])
def test_no_damage_makes_the_look_at_a_picture_fail(content):
    chance = random.Random(6)  # noqa: S311 - no secret
    for _ in range(300):
        at = chance.randrange(len(content))
        damaged = content[:at] + bytes((chance.randrange(256),)) + content[at + 1 :]
        assert is_bare(damaged) in {True, False}
        assert not is_bare(content[:at])


def test_a_photograph_that_is_drawn_over_and_over_is_not_bare():
    assert is_bare(bad_pictures.drawn_again(10))
    assert not is_bare(bad_pictures.drawn_again(MOST_SCANS))
    assert may_take_minutes(bad_pictures.drawn_again(MOST_SCANS * 2))
    assert not may_take_minutes(PROGRESSIVE)
