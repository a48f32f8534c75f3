"""Logos as people bring them: what is refused or warned of says what to do."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from leaflet_app.services.practice_logo import look_at_logo, put_on_white

BAND = "#0B4F6C"
LIGHT = "Take it in white without a ground, or on a white ground of its own."


def a_file(mode, size, ground, ink, kind="PNG"):
    """Return a disc on a ground."""
    image = Image.new(mode, size, ground)
    ImageDraw.Draw(image).ellipse((size[0] // 8, size[1] // 8, size[0] * 7 // 8, size[1] * 7 // 8), fill=ink)
    written = BytesIO()
    image.save(written, kind)
    return written.getvalue()


def test_white_on_nothing_is_seen_on_the_colour_and_not_on_white():
    looked_at = look_at_logo(a_file("RGBA", (400, 400), (255, 255, 255, 0), "white"), BAND)

    assert (looked_at.refused, looked_at.warnings) == ("", ())
    assert looked_at.on_band.said == "It is easy to see on your colour."
    assert looked_at.on_white.said == "It cannot be seen on white paper."


@pytest.mark.parametrize("ink", ["black", (11, 79, 108, 255), "navy"])
def test_a_dark_logo_on_nothing_is_refused_with_what_to_do(ink):
    looked_at = look_at_logo(a_file("RGBA", (400, 400), (0, 0, 0, 0), ink), BAND)

    assert looked_at.refused == f"It is printed on your main colour, and cannot be seen there. {LIGHT}"
    assert looked_at.on_white.said == "It is easy to see on white paper."


def test_a_jpeg_in_the_colours_of_a_printer_is_taken_in_as_a_screen_shows_it():
    looked_at = look_at_logo(a_file("CMYK", (400, 300), (0, 0, 0, 0), (0, 255, 255, 0), "JPEG"), BAND)

    assert looked_at.refused == ""
    with Image.open(BytesIO(looked_at.logo)) as taken:
        assert taken.mode == "RGB"
        red, green, blue = taken.getpixel((200, 150))
    assert red > 200
    assert max(green, blue) < 80


def test_a_very_large_one_is_made_as_small_as_paper_needs():
    looked_at = look_at_logo(a_file("RGB", (4000, 4000), "white", "black"), BAND)

    assert (looked_at.refused, looked_at.warnings) == ("", ())
    assert max(looked_at.size) < 4000


def test_a_very_small_one_is_taken_with_a_warning():
    looked_at = look_at_logo(a_file("RGB", (16, 16), "white", "black"), BAND)

    assert looked_at.refused == ""
    told = "It has 16 by 16 points and will look blurred: take one that is 120 or more high."
    assert looked_at.warnings == (told,)


def test_one_of_which_most_is_lost_says_so_and_what_to_do():
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    drawing = ImageDraw.Draw(image)
    drawing.rectangle((0, 0, 399, 299), fill=(20, 60, 90, 255))
    drawing.rectangle((0, 300, 399, 379), fill="white")
    written = BytesIO()
    image.save(written, "PNG")
    looked_at = look_at_logo(written.getvalue(), BAND)

    assert looked_at.refused == ""
    assert looked_at.warnings == (f"Much of it is lost on your colour. {LIGHT}",)


def pixel(logo, share):
    with Image.open(BytesIO(logo)) as image:
        return image.convert("RGBA").getpixel((round(image.width * share), image.height // 2))


@pytest.mark.parametrize("kind", ["RGBA", "RGB"])
def test_a_dark_logo_is_seen_once_it_has_a_white_ground_of_its_own(kind):
    ground = (0, 0, 0, 0)[: len(kind)] if kind == "RGBA" else (0, 20, 60)
    dark = look_at_logo(a_file(kind, (400, 300), ground, "navy"), BAND)
    assert dark.may_go_on_white
    light = put_on_white(dark.logo, BAND)

    assert (light.refused, light.warnings, light.may_go_on_white) == ("", (), False)
    assert light.size == (460, 360)  # a margin all round
    assert pixel(light.logo, 0.01) == (255, 255, 255, 255)
    assert pixel(light.logo, 0.5) == (0, 0, 128, 255)


def test_what_shows_through_a_logo_shows_white_from_then_on():
    faint = look_at_logo(a_file("RGBA", (400, 400), (0, 0, 0, 0), (0, 0, 0, 128)), BAND)

    assert pixel(put_on_white(faint.logo, BAND).logo, 0.5) == (127, 127, 127, 255)


def test_a_white_logo_is_not_offered_a_white_ground():
    assert not look_at_logo(a_file("RGBA", (400, 400), (255, 255, 255, 0), "white"), "#FFFFFF").may_go_on_white
