"""A picture that somebody brings becomes pixels and nothing else, or is refused in words."""

import os
import random
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from leaflet_app.domain.bare_pictures import is_bare
from leaflet_app.domain.errors import EditRefused
from leaflet_app.pdf.cleaning import clean
from tests.pdf import bad_pictures
from tests.pdf.authors_pictures import a_drawing, a_photograph

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
FLIPS = int(os.environ.get("PICTURE_FLIPS", "120"))
"""How many damaged files of each kind are looked at; a long run sets more."""


def reopened(content):
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_png_becomes_a_bare_one(mode):
    cleaned = clean(bad_pictures.half_clear(mode, 30, 10))

    assert (cleaned.ending, cleaned.width, cleaned.height) == (".png", 30, 10)
    assert is_bare(cleaned.content)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_jpeg_becomes_a_bare_one(mode):
    cleaned = clean(bad_pictures.blank(mode, 30, 10, "JPEG", icc_profile=PROFILE, comment=b"taken at home"))

    assert cleaned.ending == ".jpg"
    assert is_bare(cleaned.content)
    assert b"taken at home" not in cleaned.content


def test_the_pixels_of_a_png_stay_what_they_were():
    assert reopened(clean(a_drawing()).content).tobytes() == reopened(a_drawing()).tobytes()


def test_sixteen_bits_of_grey_become_eight():
    deep = Image.new("I;16", (20, 20), 128 * 256)
    file = BytesIO()
    deep.save(file, "PNG")

    assert reopened(clean(file.getvalue()).content).getpixel((5, 5)) == 128


def test_a_photograph_is_turned_the_way_its_camera_was_held_and_forgets_where():
    cleaned = clean(bad_pictures.turned())

    assert (cleaned.width, cleaned.height) == (20, 60)
    assert b"taken at home" not in cleaned.content


def test_colours_of_another_profile_become_those_of_a_screen():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()

    assert is_bare(clean(bad_pictures.blank("RGB", 30, 10, icc_profile=lab)).content)


def test_a_large_photograph_is_made_as_small_as_print_needs():
    cleaned = clean(a_photograph(4000, 1500))

    assert (cleaned.width, cleaned.height) == (2079, 780)


def test_the_same_file_gives_the_same_picture():
    assert clean(a_photograph(3000, 1500)) == clean(a_photograph(3000, 1500))
    assert clean(a_drawing(3000, 1500)) == clean(a_drawing(3000, 1500))


def test_a_picture_cleaned_once_stays_as_it_is_where_nothing_is_lost():
    once = clean(a_drawing()).content

    assert clean(once).content == once


def test_a_phones_small_copy_behind_a_photograph_is_left_behind():
    assert clean(a_photograph(90, 60) + a_photograph(30, 20)).content == clean(a_photograph(90, 60)).content


@pytest.mark.parametrize(
    ("untrusted", "why"),
    [
        (b"", "neither PNG nor JPEG"),
        (b"Just words.", "neither PNG nor JPEG"),
        (bad_pictures.blank("P", 9, 9, "GIF"), "neither PNG nor JPEG"),
        (bad_pictures.blank("RGB", 9, 9, "WEBP"), "neither PNG nor JPEG"),
        (b'\n <svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG, which can do more than show something"),
        (b'<?xml version="1.0"?><svg/>', "an SVG"),
        (bad_pictures.moving(), "it moves"),
        (bad_pictures.drawn_again(100), "it is drawn in far too many passes"),
        (bad_pictures.blank("RGBA", 40, 30), "nothing of it can be seen"),
        (a_drawing()[:-20], "its end is missing"),
        (a_photograph()[: len(a_photograph()) // 2], "its end is missing"),
        (a_drawing() + b"PK\x03\x04", "another file is hidden behind it"),
        (a_photograph() + b"<script>", "another file is hidden behind it"),
        (bad_pictures.png(13_000, 13_000), "more than 25 million pixels"),
        (bad_pictures.png(0, 0), "damaged"),
        (bad_pictures.png(90, 90), "damaged"),
        (bad_pictures.with_swollen_text(), "damaged"),
        (bad_pictures.blank("RGB", 400, 9), "one side is more than 10 times longer"),
        (a_drawing() + bytes(11 << 20), "larger than 10 MB"),
    ],
)
def test_anything_else_is_refused_in_words(untrusted, why):
    with pytest.raises(EditRefused, match=why):
        clean(untrusted)


def told(content):
    """Return what a person is told of a picture that is refused; nothing where it is taken."""
    try:
        clean(content)
    except EditRefused as refused:
        return refused.message
    return ""


@pytest.mark.parametrize(
    "whole",
    [
        bad_pictures.blank("RGB", 40, 30, "JPEG", progressive=True, icc_profile=PROFILE),
        bad_pictures.blank("CMYK", 40, 30, "JPEG"),
        bad_pictures.turned(),
        a_photograph(90, 60),
        a_drawing(80, 40),
        bad_pictures.blank("P", 40, 30, icc_profile=PROFILE),
        bad_pictures.moving(),
    ],
)
def test_damage_of_any_kind_is_told_or_does_no_harm(whole):
    chance = random.Random(6)  # noqa: S311 - no secret
    for _ in range(FLIPS):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3, 20))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        for content in (bytes(damaged), whole[: chance.randrange(len(whole))]):
            assert told(content) or is_bare(clean(content).content)
