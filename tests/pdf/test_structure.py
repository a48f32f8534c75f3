"""What no validator checks and screen readers depend on (PDF/UA-1, ISO 32000-1 §14.7-14.8)."""

import pytest

from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.pdf.render import render
from tests.builders import a_fact, a_leaflet, a_topic
from tests.conformance.checks import CHECKS, faults
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import HEADINGS, TaggedPdf


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_one_of_everything_keeps_every_rule(read_back, check):
    assert list(check(read_back)) == []


def test_there_is_one_of_everything_to_check(read_back):
    roles = {element.role for element in read_back.document.walk()}

    assert {"H1", "H2", "H3", "P", "L", "Table", "TH", "TD", "Caption", "Figure", "Link"} <= roles
    assert read_back.document.role == "Document"


def test_a_link_over_two_lines_is_one_link_with_two_boxes(read_back):
    long = next(link for link in read_back.document.all("Link") if "treatments that there are" in link.text)

    assert len(long.annotations) >= 2


def test_every_box_of_a_link_is_in_the_tree(read_back):
    boxes = [box.objgen for page in read_back.pdf.pages for box in page.get("/Annots", ())]
    placed = [box.objgen for element in read_back.document.walk() for box in element.annotations]

    assert sorted(boxes) == sorted(placed)


def test_a_table_has_a_caption_and_row_headings_with_scope(read_back):
    for table in read_back.document.all("Table"):
        assert next(kid.role for kid in table.kids) == "Caption"
        for row in table.all("TR"):
            assert [cell.role for cell in row.kids] == ["TH", "TD"]
            assert row.kids[0].entry.A.Scope == "/Row"


def test_a_table_over_pages_is_one_table_and_says_its_caption_once():
    facts = {
        key: a_fact("It says a good deal about it. " * 12) for key in ("site", "how_common", "cancer", "inherited")
    }

    read = TaggedPdf(render(a_leaflet(a_topic(facts=facts)), Look(Format.LARGER)).pdf)

    (table,) = read.document.all("Table")
    pages = sorted({page for element in table.walk() for page, _ in element.marks})
    (caption,) = table.all("Caption")
    assert len(pages) > 1
    assert [caption.text.strip() in read.artifacts[page] for page in pages] == [page > pages[0] for page in pages]


def test_a_list_has_a_label_and_a_body_for_each_line(read_back):
    for listed in read_back.document.all("L"):
        assert all([part.role for part in line.kids] == ["Lbl", "LBody"] for line in listed.kids)


def test_every_figure_says_what_it_shows(read_back):
    assert {str(figure.entry.Alt) for figure in read_back.document.all("Figure")} == {
        "Example Clinic",
        "QR code that opens https://example.org/contact",
    }


def test_no_words_are_glued_where_a_line_ends(read_back):
    paragraph = next(text for text in read_back.texts() if text.startswith("You may feel shaky"))

    assert paragraph.split() == ("You may feel shaky and hungry. " * 12).split()


def test_an_address_that_is_broken_over_lines_is_read_whole():
    address = f"example.org/{'a-long-way/' * 12}home"

    read = TaggedPdf(render(a_leaflet(note=f"Read {address} at home."), Look()).pdf)

    assert f"Read {address} at home." in read.texts()


def test_a_space_after_a_letter_that_another_face_lends_is_read():
    pdf = render(a_leaflet(note="See → here, ✓ done."), Look(theme=Theme.LEGIBLE)).pdf

    read = TaggedPdf(pdf)

    assert "See → here, ✓ done." in read.texts()
    assert faults(read) == []


def test_bands_and_footers_after_the_first_band_are_not_read(read_back, rendered):
    said = [text for texts in read_back.artifacts for text in texts]

    for number in range(1, rendered.pages + 1):
        assert f"{a_rich_leaflet().code} · version 0.1.0 · page {number} of {rendered.pages}" in said
    assert said.count("Example Clinic") == rendered.pages - 1


def test_the_first_band_is_read_first(read_back):
    assert read_back.texts()[:3] == [
        "Example Clinic",
        "Dr Mark Vanderpump · Consultant Endocrinologist",
        a_rich_leaflet().title,
    ]


def test_the_only_heading_of_level_one_is_the_title(read_back):
    headings = [(element.role, element.text) for element in read_back.document.all(*HEADINGS)]

    assert headings[0] == ("H1", a_rich_leaflet().title)
