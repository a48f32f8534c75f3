"""Two languages side by side: columns that line up, tags that tell each language, and lines of a good length."""

from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.pdf.paper import paper_of
from leaflet_app.pdf.render import forget, render
from tests.conformance.checks import faults
from tests.conformance.validators import second_opinion
from tests.languages import TITLES, a_leaflet_in
from tests.pdf.tagged_pdf import TaggedPdf

LANGUAGES = pytest.mark.parametrize("lang", ["cy", "ar", "ur"])
FORMATS = pytest.mark.parametrize("page_format", Format)


@cache
def made(lang, page_format=Format.STANDARD):
    return render(a_leaflet_in(lang, beside="en-GB", format=page_format, tear_off=True), Look(page_format)).pdf


def bare(text):
    return "".join(text.split())


def place(pdf, words, page=0):
    """Return the left edge and the baseline of some words on a page."""
    text = pypdfium2.PdfDocument(BytesIO(pdf))[page].get_textpage()
    at = "".join(text.get_text_range(each, 1) for each in range(text.count_chars())).index(words)
    left, bottom, _, _ = text.get_charbox(at, loose=True)
    return left, bottom


@LANGUAGES
@FORMATS
def test_it_keeps_all_our_rules_and_loses_no_word(lang, page_format):
    read_back = TaggedPdf(made(lang, page_format))
    spoken = bare("".join(read_back.texts()))

    assert faults(read_back) == read_back.unmarked == []
    for text in texts(a_leaflet_in(lang, beside="en-GB", tear_off=True).blocks):
        assert bare(text)[:60] in spoken


@LANGUAGES
def test_it_keeps_both_standards(lang):
    assert second_opinion(made(lang), "ua1") == second_opinion(made(lang), "2a") == []


@LANGUAGES
def test_each_part_is_read_in_its_language_english_first(lang):
    read_back = TaggedPdf(made(lang))
    parts = [str(each.entry.Lang) for each in read_back.document.all("Sect") if "/Lang" in each.entry]
    [title] = read_back.document.all("H1")

    assert set(parts) == {"en-GB", lang}
    assert parts[:2] == ["en-GB", lang]
    assert [(str(kid.entry.Lang), bare(kid.text)) for kid in title.kids] == [
        (each, bare(TITLES[each])) for each in ("en-GB", lang)
    ]


def test_what_says_the_same_stands_on_one_line():
    english, own = place(made("cy"), "All human beings"), place(made("cy"), "Genir pawb yn rhydd")

    assert own[1] == pytest.approx(english[1], abs=0.5)
    assert own[0] > english[0] + 300


@pytest.mark.parametrize(("page_format", "least"), [(Format.STANDARD, 60), (Format.LARGE, 46), (Format.LARGER, 35)])
def test_a_column_of_a4_on_its_side_holds_a_line_of_a_good_length(page_format, least):
    paper = paper_of(Look(page_format), is_for_two=True)

    assert paper.width > paper.height
    assert least <= paper.characters_a_line <= 80


@pytest.mark.parametrize("page_format", [Format.A5, Format.BOOKLET])
def test_half_a_sheet_has_no_room_for_two_columns_and_sets_the_languages_below_each_other(page_format):
    pdf = made("cy", page_format)
    english, own = place(pdf, "All human beings"), place(pdf, "Genir pawb yn rhydd")

    assert own[0] == pytest.approx(english[0], abs=3)
    assert own[1] < english[1]


def test_the_sheet_lies_on_its_side():
    with pikepdf.open(BytesIO(made("cy"))) as file:
        assert [float(each) for each in file.pages[0].MediaBox[2:]] == pytest.approx([841.89, 595.28], abs=0.01)


def test_a_leaflet_for_one_stands_upright_after_one_in_two():
    forget()
    alone = render(a_leaflet_in("cy"), Look()).pdf
    forget()
    both = render(a_leaflet_in("cy", beside="en-GB"), Look(theme=Theme.CREAM)).pdf

    assert render(a_leaflet_in("cy"), Look()).pdf == alone
    assert render(a_leaflet_in("cy", beside="en-GB"), Look(theme=Theme.CREAM)).pdf == both
    forget()
    assert render(a_leaflet_in("cy", beside="en-GB"), Look(theme=Theme.CREAM)).pdf == both


@LANGUAGES
def test_the_foot_says_the_page_in_both_languages(lang):
    page = pypdfium2.PdfDocument(BytesIO(made(lang)))[0].get_textpage().get_text_range()

    assert "page 1 of" in page
    assert page.count(a_leaflet_in(lang, beside="en-GB", tear_off=True).code) == 2
