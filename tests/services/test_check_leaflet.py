"""Checking a leaflet on the paper that it prints on."""

from statistics import fmean

import pytest

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.checks import Outcome
from leaflet_app.domain.compose import compose
from leaflet_app.domain.look import Format
from leaflet_app.domain.practice import Brand
from leaflet_app.pdf.fonts import REGULAR, width_of
from leaflet_app.pdf.page import CHARACTER_WIDTH
from leaflet_app.services.check_leaflet import check_leaflet, sheet_of
from tests.builders import a_selection


def outcomes(library, **changes):
    selection = a_selection("insulinoma", **changes)
    return {each.name: each.outcome for each in check_leaflet(library, selection, compose(library, selection))}


def test_the_shipped_brand_stands_out_on_every_ground(library):
    assert outcomes(library)["Colours"] is Outcome.PASS


def test_a_pale_brand_is_found():
    grounds = {ink.what for ink in sheet_of(Format.STANDARD, Brand(band="#CCCCCC")).inks if ink.colour == "#CCCCCC"}

    assert {"headings", "the heading of the contact box"} <= grounds


def test_large_print_has_short_lines_of_large_letters(library):
    large = outcomes(library, format=Format.LARGE)

    assert large["Size of type"] is large["Line length"] is Outcome.PASS


def test_the_mean_character_is_as_wide_as_the_paper_reckons(library):
    said = [text for topic in library.topics for text in texts(compose(library, a_selection(topic)).blocks)]
    widths = fmean(width_of(text, REGULAR) / len(text) for text in said if len(text) > 80)

    assert widths == pytest.approx(CHARACTER_WIDTH, rel=0.01)
