"""The colours of a practice: words stand out in them everywhere, or a colour is offered in which they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.brand_colours import ACCENT_USES, BAND_USES, is_readable, nearest_readable, typed_colour
from leaflet_app.domain.contrast import LEAST_CONTRAST, contrast, lightness
from leaflet_app.domain.look import Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.pdf.colours import inks

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(COLOURS)
def test_the_colour_that_is_offered_always_passes(colour):
    offered = nearest_readable(colour)

    assert is_readable(offered)
    assert all(use.is_readable(offered) for use in (*BAND_USES, *ACCENT_USES))
    assert nearest_readable(offered) == offered
    assert offered == colour or not is_readable(colour)


@given(COLOURS)
def test_what_passes_here_passes_on_every_paper(colour):
    brand = Brand(band=nearest_readable(colour), accent=nearest_readable(colour))

    for theme in Theme:
        assert all(contrast(ink.colour, ink.ground) >= LEAST_CONTRAST for ink in inks(brand, theme))


@given(COLOURS)
def test_the_offered_colour_is_about_as_light_as_it_may_be(colour):
    offered = nearest_readable(colour)

    if offered != colour:
        assert 4.5 <= min(use.figure(offered) for use in BAND_USES) < 4.75
        assert lightness(offered) < lightness(colour)


@given(COLOURS)
def test_a_colour_is_known_however_it_is_typed(colour):
    assert typed_colour(colour) == typed_colour(f"  {colour[1:].lower()} ") == colour


@pytest.mark.parametrize(
    ("typed", "colour"), [("#abc", "#AABBCC"), ("red", ""), ("#12345", ""), ("", ""), ("#+12345", "")]
)
def test_a_short_form_is_a_colour_and_a_name_is_none(typed, colour):
    assert typed_colour(typed) == colour


def test_the_figures_are_those_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert [use.what for use in BAND_USES if not use.is_readable("#777777")] == [use.what for use in BAND_USES]


def test_the_colours_that_the_program_comes_with_pass():
    assert is_readable(Brand().band)
    assert is_readable(Brand().accent)
