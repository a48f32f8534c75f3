"""What is kept from one leaflet to the next never shows: a leaflet has the same bytes as in a fresh process."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Bullets, Heading, Paragraph, Run, words
from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.pdf.render import forget, render
from tests.languages import a_leaflet_in
from tests.pdf.rich import a_rich_leaflet

LOOKS = st.builds(Look, st.sampled_from(Format), st.sampled_from(Theme))
LINES = st.lists(st.sampled_from(["Short.", "A longer line of words. " * 9, "Łódź ↑ µg"]), min_size=1, max_size=4)
ADDED = LINES.map(lambda lines: Bullets(tuple(map(words, lines)))) | st.sampled_from(
    [Paragraph(words("The same twice.")), Paragraph(words("Many words. " * 40)), Heading("More", 2, "more-of-it")]
)

RING = Paragraph((Run("Ring "), Run("us", link="https://example.org/us")))


@st.composite
def leaflets(draw):
    """Return a leaflet of many kinds of block, some taken out, some put in, some there twice."""
    blocks = list(a_rich_leaflet().blocks)
    for _ in range(draw(st.integers(0, 3))):
        blocks.insert(draw(st.integers(0, len(blocks))), draw(ADDED))
    for _ in range(draw(st.integers(0, 3))):
        del blocks[draw(st.integers(0, len(blocks) - 1))]
    blocks = [block for number, block in enumerate(blocks) if not _comes_again(blocks, number)]
    anchors = {block.anchor for block in blocks if isinstance(block, Heading)}
    return replace(a_rich_leaflet(), blocks=tuple(block for block in blocks if _leads_somewhere(block, anchors)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(leaflets(), LOOKS), min_size=2, max_size=4))
def test_a_leaflet_after_others_has_the_bytes_of_the_first_one(asked):
    warm = [render(leaflet, look).pdf for leaflet, look in asked]

    for (leaflet, look), pdf in zip(asked, warm, strict=True):
        forget()
        assert render(leaflet, look).pdf == pdf


@pytest.mark.parametrize("lang", ["ar", "ur", "pl"])
def test_so_has_a_leaflet_in_another_script(lang):
    forget()
    first = render(a_leaflet_in(lang), Look()).pdf

    render(a_rich_leaflet(), Look())

    assert render(a_leaflet_in(lang), Look()).pdf == first


@pytest.mark.parametrize(
    "changed",
    [
        {"footer": "{page} of {pages}, changed"},
        {"page_reference": "sheet {page}"},
        {"for_person": "For: Zoë"},
        {"title": "Another title"},
    ],
)
def test_whatever_changes_around_the_text_changes_on_kept_pages(changed):
    leaflet = replace(a_rich_leaflet(), **changed)
    forget()
    fresh = render(leaflet, Look()).pdf
    forget()
    render(a_rich_leaflet(), Look())

    assert render(leaflet, Look()).pdf == fresh


def test_a_new_brand_changes_on_kept_pages():
    band = replace(a_rich_leaflet().band, name="Another Clinic", brand=Brand(band="#123456"))
    leaflet = replace(a_rich_leaflet(), band=band)
    forget()
    fresh = render(leaflet, Look()).pdf
    forget()
    render(a_rich_leaflet(), Look())

    assert render(leaflet, Look()).pdf == fresh


BOOKLET = Look(Format.BOOKLET)


def test_empty_pages_say_what_the_leaflet_of_now_says_there():
    short = replace(a_rich_leaflet(), blocks=(Paragraph(words("Ring us.")),))
    other = replace(short, left_blank="Nothing stands here.")
    forget()
    fresh = render(other, BOOKLET).pdf
    forget()
    render(short, BOOKLET)

    assert render(other, BOOKLET).pdf == fresh


def test_a_kept_page_counts_its_marks_on_from_the_other_page_of_its_side():
    rest = tuple(Paragraph(words(f"Page after page {number}. " * 20)) for number in range(12))
    plain, bold = (replace(a_rich_leaflet(), blocks=(first, *rest)) for first in (Paragraph(words("Ring us.")), RING))
    forget()
    fresh = render(bold, BOOKLET).pdf
    forget()
    render(plain, BOOKLET)

    assert render(bold, BOOKLET).pages == render(plain, BOOKLET).pages
    assert render(bold, BOOKLET).pdf == fresh


def test_what_moves_to_another_page_is_told_to_stand_there():
    rest = tuple(Paragraph(words(f"Page after page {number}. " * 20)) for number in range(12))
    short, long = (replace(a_rich_leaflet(), blocks=(Paragraph(words("Ring. " * many)), *rest)) for many in (1, 40))
    forget()
    fresh = render(long, Look())
    forget()

    assert render(short, Look()).pages == fresh.pages
    assert render(long, Look()).pdf == fresh.pdf


def _comes_again(blocks, number) -> bool:
    """Tell whether a heading's anchor was there before."""
    block = blocks[number]
    before = {each.anchor for each in blocks[:number] if isinstance(each, Heading)}
    return isinstance(block, Heading) and block.anchor in before


def _leads_somewhere(block, anchors) -> bool:
    """Tell whether each link inside the leaflet has its heading."""
    if not isinstance(block, Paragraph):
        return True
    return all(run.link.removeprefix("#") in anchors for run in block.text if run.link.startswith("#"))
