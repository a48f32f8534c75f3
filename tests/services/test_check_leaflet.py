"""Checking a leaflet on the paper that it prints on."""

from statistics import fmean

import pytest

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.checks import Outcome
from leaflet_app.domain.compose import compose
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.pdf.fonts.faces import width_of
from leaflet_app.pdf.fonts.families import LEGIBLE_REGULAR, REGULAR
from leaflet_app.pdf.pages.pagination import lay_out
from leaflet_app.pdf.paper import CHARACTER_WIDTH, LEGIBLE_CHARACTER_WIDTH, paper_of
from leaflet_app.pdf.render import render
from leaflet_app.services.check_leaflet import check_leaflet, sheet_of
from leaflet_app.services.make_leaflet import make_leaflet
from tests.builders import a_selection


def outcomes(library, **changes):
    selection = a_selection("insulinoma", **changes)
    return {each.name: each.outcome for each in checked(library, selection)}


def checked(library, selection):
    return check_leaflet(library, selection, make_leaflet(library, selection, render))


@pytest.mark.parametrize("theme", Theme)
def test_the_shipped_brand_stands_out_on_every_ground(library, theme):
    assert outcomes(library, theme=theme)["Colours"] is Outcome.PASS


def test_a_pale_brand_is_found():
    sheet = sheet_of(paper_of(Look()), Theme.STANDARD, Brand(band="#CCCCCC"))
    grounds = {ink.what for ink in sheet.inks if ink.colour == "#CCCCCC"}

    assert {"headings", "the heading of the contact box"} <= grounds


def test_large_print_has_short_lines_of_large_letters(library):
    large = outcomes(library, format=Format.LARGE)

    assert large["Size of type"] is large["Line length"] is Outcome.PASS


def test_a_summary_says_the_size_that_it_came_to_be_printed_in(library):
    selection = a_selection("endocrine-system", is_summary=True)
    size = lay_out(compose(library, selection), Look()).paper.body_size

    assert f"{size:g} points high" in next(
        check.why for check in checked(library, selection) if check.name == "Size of type"
    )


@pytest.mark.parametrize(
    ("face_name", "wide"), [(REGULAR, CHARACTER_WIDTH), (LEGIBLE_REGULAR, LEGIBLE_CHARACTER_WIDTH)]
)
def test_the_mean_character_is_as_wide_as_the_paper_reckons(library, face_name, wide):
    said = [text for topic in library.topics for text in texts(compose(library, a_selection(topic)).blocks)]
    widths = fmean(width_of(text, face_name) / len(text) for text in said if len(text) > 80)

    assert widths == pytest.approx(wide, rel=0.01)


@pytest.mark.parametrize("tear_off", [True, False])
def test_the_pages_of_a_summary_are_counted_without_its_sheet_to_tear_off(library, tear_off):
    selection = a_selection("insulinoma", is_summary=True, tear_off=tear_off)

    [found] = [each for each in checked(library, selection) if each.name == "Summary"]

    assert found.why.endswith("it takes 2 pages, the front and back of one sheet.")


def test_every_shipped_summary_fits_on_one_sheet(library):
    for topic in library.topics:
        selection = a_selection(topic, is_summary=True)

        assert lay_out(compose(library, selection), Look()).main <= 2
