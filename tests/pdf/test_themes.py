"""Themes: letters that are told apart, and dark ink on cream that stands out as well as on white."""

import itertools
import re

import pikepdf
import pytest

from leaflet_app.domain.blocks import Tone
from leaflet_app.domain.compose import compose
from leaflet_app.domain.contrast import LEAST_CONTRAST, contrast
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.selection import Detail
from leaflet_app.pdf.colours import LINE, box_look, inks, rgb, shades_of
from leaflet_app.pdf.fonts.families import family_of, parts
from leaflet_app.pdf.paper import LEGIBLE_CHARACTER_WIDTH, paper_of
from leaflet_app.pdf.render import render
from tests.builders import a_leaflet, a_library, a_practice, a_selection
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf

BRAND = Brand()
CREAM = [theme for theme in Theme if theme.is_cream]
WELL = 7.0
"""Contrast that people with poor sight need (WCAG 2.2, 1.4.6)."""

SEEN = 3.0
"""Contrast of what is not words (WCAG 2.2, 1.4.11)."""


def operators(read_back, page=0):
    """Return a page's operators, each as one string."""
    instructions = pikepdf.parse_content_stream(read_back.pdf.pages[page])
    return [" ".join([*(str(each) for each in operands), str(operator)]) for operands, operator in instructions]


def colours_of(read_back, alt):
    """Return the colours that the figure with this alternative text is filled with, in the order of painting."""
    figure = next(each for each in read_back.document.all("Figure") if alt in str(each.entry.Alt))
    ((page, mcid),) = figure.marks
    inside, colours = False, []
    for operands, operator in pikepdf.parse_content_stream(read_back.pdf.pages[page]):
        if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary):
            inside = operands[1].get("/MCID") == mcid
        elif inside and str(operator) == "rg":
            colours.append(" ".join(f"{float(each):.4g}" for each in operands))
    return colours


@pytest.mark.parametrize("theme", Theme)
def test_all_words_stand_out(theme):
    for ink in inks(BRAND, theme):
        assert contrast(ink.colour, ink.ground) >= LEAST_CONTRAST, ink.what


@pytest.mark.parametrize("theme", Theme)
def test_text_headings_and_footer_stand_out_well(theme):
    for ink in inks(BRAND, theme):
        if ink.what in {"the text", "the footer", "headings"} or ink.what.startswith("the text of"):
            assert contrast(ink.colour, ink.ground) >= WELL, ink.what


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("tone", Tone)
def test_boxes_stand_out_by_a_ground_of_their_own_or_an_edge(theme, tone):
    ground, look = shades_of(theme).ground, box_look(tone, BRAND, shades_of(theme))

    assert look.tint != ground or look.edge_width
    assert not look.edge_width or contrast(look.edge, ground) >= SEEN


@pytest.mark.parametrize("theme", Theme)
def test_no_two_grounds_are_taken_for_each_other(theme):
    shades = shades_of(theme)
    grounds = (shades.ground, shades.urgent_tint, shades.look_tint, shades.tint)

    assert all(one != other for one, other in itertools.combinations(grounds, 2))
    assert contrast(LINE, shades.ground) >= SEEN


@pytest.mark.parametrize("page_format", Format)
@pytest.mark.parametrize("theme", CREAM)
def test_cream_covers_every_page_under_all_else(page_format, theme):
    look = Look(page_format, theme)
    paper, read_back = paper_of(look), TaggedPdf(render(a_rich_leaflet(), look).pdf)
    cream = f"{rgb(shades_of(theme).ground)} rg"

    for number in range(len(read_back.pdf.pages)):
        begun, coloured, laid, filled = operators(read_back, number)[:4]
        assert begun.startswith("/Artifact")
        assert [float(each) for each in coloured.split()[:3]] == pytest.approx(
            [float(n) for n in cream.split()[:3]], abs=0.001
        )
        assert [float(each) for each in laid.split()[2:4]] == pytest.approx([paper.width, paper.height], abs=0.01)
        assert filled == "f"
    assert read_back.unmarked == []


@pytest.mark.parametrize("theme", [theme for theme in Theme if not theme.is_cream])
def test_white_paper_is_left_as_it_is(theme):
    laid = next(
        each for each in operators(TaggedPdf(render(a_leaflet(), Look(theme=theme)).pdf)) if each.endswith(" re")
    )

    assert float(laid.split()[3]) < 100


@pytest.mark.parametrize("theme", Theme)
def test_a_code_to_scan_stays_black_on_white(theme):
    practice = a_practice(website="https://example.org")
    leaflet = a_leaflet(library=a_library(practice=practice))
    read_back = TaggedPdf(render(leaflet, Look(theme=theme)).pdf)

    assert colours_of(read_back, "QR code") == [rgb("#FFFFFF"), rgb("#000000")]


@pytest.mark.parametrize("theme", Theme)
def test_people_who_are_not_counted_are_as_the_paper(library, theme):
    leaflet = compose(library, a_selection("insulinoma", detail=Detail.PICTURES))
    read_back = TaggedPdf(render(leaflet, Look(theme=theme)).pdf)

    assert set(colours_of(read_back, "people filled in")) == {rgb(BRAND.band), rgb(shades_of(theme).ground)}


@pytest.mark.parametrize("theme", Theme)
def test_the_letters_are_those_of_the_theme(theme):
    read_back = TaggedPdf(render(a_rich_leaflet(), Look(theme=theme)).pdf)
    used = {str(font.BaseFont)[8:] for page in read_back.pdf.pages for font in page.Resources.Font.values()}
    legible = {name for name in used if re.match("AtkinsonHyperlegibleNext-(Regular|Bold)", name)}

    assert bool(legible) == theme.is_legible


@pytest.mark.parametrize("theme", Theme)
def test_a_letter_that_a_face_lacks_is_lent_by_one_as_heavy(theme):
    family = family_of(theme, "en-GB")

    for chain, weight in ((family.regular, "Regular"), (family.bold, "Bold")):
        faces = [name for name, _ in parts("Take ↑ or س", chain)]
        assert {name.rpartition("-")[2] for name in faces} == {weight}
        assert faces[0].startswith("Atkinson") == theme.is_legible
        assert faces[-1].startswith("Noto")


@pytest.mark.parametrize("page_format", Format)
def test_wider_letters_have_wider_lines_or_fewer_to_a_line(page_format):
    plain, legible = (paper_of(Look(page_format, theme)) for theme in (Theme.STANDARD, Theme.LEGIBLE))

    assert legible.character_width == LEGIBLE_CHARACTER_WIDTH
    assert legible.margin <= plain.margin
    assert legible.characters_a_line <= plain.characters_a_line
