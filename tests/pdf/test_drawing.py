"""Drawings on paper: vectors in one Figure, labels as words, and both standards kept."""

import pytest

from leaflet_app.domain.compose import compose
from leaflet_app.domain.look import Format, Look
from leaflet_app.domain.topic import BODY_PLACES, Site
from leaflet_app.pdf.render import render
from tests.builders import a_library, a_selection, a_topic
from tests.conformance.validators import second_opinion
from tests.pdf.tagged_pdf import TaggedPdf

FORMATS = pytest.mark.parametrize("page_format", Format)


def a_leaflet_with(library, *images, **changes):
    topic = a_topic(images=images)
    return compose(a_library(topic, diagrams=library.diagrams), a_selection("insulinoma", **changes))


@FORMATS
@pytest.mark.parametrize("name", ["body", "pancreas", "parathyroids", "net-sites"])
def test_every_drawing_meets_both_standards(library, name, page_format):
    pdf = render(a_leaflet_with(library, name, body_map=True), Look(page_format)).pdf

    assert second_opinion(pdf, "ua1") == []
    assert second_opinion(pdf, "2a") == []


@FORMATS
@pytest.mark.parametrize("mark", BODY_PLACES)
def test_every_place_marked_for_a_person_meets_both_standards(library, mark, page_format):
    leaflet = a_leaflet_with(library, body_map=True, body_mark=mark, body_note="Yours is on the left side. " * 4)
    pdf = render(leaflet, Look(page_format)).pdf

    assert second_opinion(pdf, "ua1") == []
    assert second_opinion(pdf, "2a") == []


def test_a_place_marked_for_a_person_is_said_and_stands_with_its_words(library):
    leaflet = a_leaflet_with(library, body_map=True, body_mark=Site.THYROID, body_note="Yours is on the left.")
    read_back = TaggedPdf(render(leaflet, Look()).pdf)

    assert str(read_back.document.all("Figure")[0].entry.Alt).endswith("Ringed for you: thyroid.")
    assert "Thyroid: Yours is on the left." in read_back.texts()


def test_the_alternative_text_is_the_choice(library):
    read_back = TaggedPdf(render(a_leaflet_with(library, body_map=True), Look()).pdf)
    figures = read_back.document.all("Figure")

    assert [str(each.entry.Alt) for each in figures][:1] == ["The pancreas lies behind the stomach; it is marked."]
    assert "Pancreas: behind the stomach" in read_back.texts()


def test_a_drawing_is_no_picture_of_dots(library):
    read_back = TaggedPdf(render(a_leaflet_with(library, "pancreas", body_map=True), Look()).pdf)

    assert not any(page.Resources.get("/XObject") for page in read_back.pdf.pages)
    assert read_back.unmarked == []


@FORMATS
def test_a_drawing_stays_inside_the_margins(library, page_format):
    read_back = TaggedPdf(render(a_leaflet_with(library, "pancreas", body_map=True), Look(page_format)).pdf)
    sheet = read_back.pdf.pages[0].MediaBox

    boxes = [[float(n) for n in each.entry.A.BBox] for each in read_back.document.all("Figure") if "/A" in each.entry]
    assert boxes
    for left, bottom, right, top in boxes:
        assert 0 < left < right < float(sheet[2])
        assert 0 < bottom < top < float(sheet[3])
