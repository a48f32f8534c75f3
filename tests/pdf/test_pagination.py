"""Which pages stay empty, what stands on a leaf of its own, and how small a summary is set."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.blocks import (
    Box,
    Bullets,
    Glance,
    Heading,
    InLanguage,
    OwnPage,
    Paragraph,
    TearOff,
    Tone,
    words,
)
from leaflet_app.domain.look import Format, Look
from leaflet_app.pdf.pages.pagination import lay_out
from leaflet_app.pdf.render import render
from tests.builders import a_leaflet
from tests.pdf.tagged_pdf import TaggedPdf

PLAIN = Look()
LEAF = TearOff((Heading("Questions to ask", 2, "questions"), Paragraph(words("What now?"))))
AFTER = Paragraph(words("Kept at home."))


def a_leaflet_of(lines, *blocks, **changes):
    """Return a leaflet of as many one-line paragraphs, and then some blocks."""
    leaflet = replace(a_leaflet(), blocks=(*(Paragraph(words("Ring us.")) for _ in range(lines)), *blocks))
    return replace(leaflet, **changes)


def pages_of(leaflet, look=PLAIN):
    """Return the words on each page."""
    read_back = TaggedPdf(render(leaflet, look).pdf)
    pages = [[] for _ in read_back.pdf.pages]
    for (page, _), said in sorted(read_back.says.items()):
        pages[page].append(said)
    return [" ".join(said) for said in pages]


@given(st.integers(0, 80))
def test_a_sheet_to_tear_off_starts_on_the_front_of_a_leaf(lines):
    layout = lay_out(a_leaflet_of(lines, LEAF), PLAIN)

    (page,) = [number for number, anchor, _ in layout.anchors() if anchor == "questions"]
    assert page % 2 == 1
    assert page == len(layout.pages)
    assert layout.main <= page - 1 <= layout.main + 1
    assert [not each for each in layout.pages[layout.main : page - 1]] == [True] * (page - 1 - layout.main)


@given(st.integers(0, 80))
def test_a_new_page_begins_after_what_has_pages_of_its_own(lines):
    own = OwnPage((Heading("What has changed", 2, "changed"), *(Paragraph(words("Ring us.")) for _ in range(lines))))
    layout = lay_out(a_leaflet_of(0, own, Heading("What is it?", 2, "what")), PLAIN)

    numbers = {anchor: number for number, anchor, _ in layout.anchors()}
    assert numbers["changed"] == 1
    assert numbers["what"] == len(layout.pages) == layout.main
    assert all(layout.pages)


@given(st.integers(0, 80))
def test_nothing_of_the_rest_stands_on_the_back_of_a_sheet_to_tear_off(lines):
    layout = lay_out(a_leaflet_of(lines, LEAF, AFTER), PLAIN)

    (page,) = [number for number, anchor, _ in layout.anchors() if anchor == "questions"]
    assert layout.pages[page] == ()
    assert len(layout.pages) == page + 2


@given(st.integers(0, 80))
def test_a_booklet_has_whole_sheets_and_empty_pages_only_where_a_leaf_or_the_end_needs_them(lines):
    layout = lay_out(a_leaflet_of(lines), Look(Format.BOOKLET))

    assert len(layout.pages) % 4 == 0
    assert all(layout.pages[: layout.main])
    assert not any(layout.pages[layout.main :])


def test_a_sheet_that_runs_over_goes_on_on_its_own_back():
    leaf = TearOff((LEAF.blocks[0], *[Paragraph(words("What now?"))] * 40))
    layout = lay_out(a_leaflet_of(1, leaf), PLAIN)

    assert [bool(page) for page in layout.pages] == [True, False, True, True]


def test_an_empty_page_says_so_and_is_not_read_out():
    leaflet = a_leaflet_of(1, LEAF)
    read_back = TaggedPdf(render(leaflet, PLAIN).pdf)

    assert "This page is left blank." in read_back.artifacts[1]
    assert "blank" not in " ".join(read_back.texts())
    assert "What now?" in pages_of(leaflet)[2]


def a_summary(lines):
    return a_leaflet_of(lines, is_summary=True)


def test_a_summary_is_set_in_the_largest_print_that_keeps_it_on_one_page():
    layouts = [lay_out(a_summary(lines), PLAIN) for lines in range(10, 60)]
    on_one = [layout.paper.body_size for layout in layouts if layout.main == 1]

    assert set(on_one) == {14, 13, 12}
    assert on_one == sorted(on_one, reverse=True)


def test_a_summary_that_one_page_cannot_hold_takes_as_few_as_it_can_in_the_largest_print_that_does():
    layouts = [lay_out(a_summary(lines), PLAIN) for lines in range(28, 70)]
    on_two = [layout.paper.body_size for layout in layouts if layout.main == 2]

    assert on_two[0] == 14
    assert on_two == sorted(on_two, reverse=True)


@pytest.mark.parametrize("page_format", [Format.LARGE, Format.LARGER])
def test_a_summary_in_large_print_keeps_its_size(page_format):
    look = Look(page_format)

    assert {lay_out(a_summary(lines), look).paper.body_size for lines in (5, 40)} == {
        lay_out(a_leaflet_of(5), look).paper.body_size
    }


def test_other_leaflets_are_never_set_smaller():
    assert {lay_out(a_leaflet_of(lines), PLAIN).paper.body_size for lines in range(10, 60, 5)} == {14}


def test_a_sheet_to_tear_off_does_not_make_a_summary_smaller():
    summary, with_leaf = (replace(a_leaflet_of(15, *blocks), is_summary=True) for blocks in ((), (LEAF,)))

    assert lay_out(with_leaf, PLAIN).paper == lay_out(summary, PLAIN).paper


def a_table(rows):
    return Glance("At a glance", tuple((f"Label {row}", words(f"Said {row}.")) for row in range(rows)))


def test_a_table_over_a_page_repeats_its_caption_as_decoration():
    read_back = TaggedPdf(render(a_leaflet_of(0, a_table(50)), PLAIN).pdf)

    assert [element.text.strip() for element in read_back.document.all("Caption")] == ["At a glance"]
    assert ["At a glance" in said for said in read_back.artifacts] == [False, True, True]
    assert [element.text for element in read_back.document.all("TH")] == [f"Label {row}" for row in range(50)]


def test_a_box_over_a_page_says_again_what_its_lines_are_for():
    bullets = Bullets((words("You pass out."),) * 60)
    leads = [Paragraph(words(lead)) for lead in ("Call 999 if:", "Ring us the same day if:")]
    box = Box(Tone.URGENT, (Heading("Get help fast", 2, "urgent"), leads[0], bullets, leads[1], bullets))
    read_back = TaggedPdf(render(a_leaflet_of(0, box), PLAIN).pdf)
    words_of_the_box = {each.text for each in read_back.document.all("Sect")[-1].walk()}
    again = [[said for said in page if said in words_of_the_box] for page in read_back.artifacts]

    assert [element.text for element in read_back.document.all("H2")] == ["Get help fast"]
    assert [element.text for element in read_back.document.all("P")].count("Call 999 if:") == 1
    assert again[0] == []
    assert again[1] == ["Get help fast", "Call 999 if:"]
    assert again[-1] == ["Get help fast", "Ring us the same day if:"]


@given(st.integers(0, 90))
def test_no_line_stands_alone_on_the_last_page(lines):
    pages = lay_out(a_leaflet_of(lines, Bullets((words("A scan."), words("A blood test."))), AFTER), PLAIN).pages

    assert len(pages[-1]) > 1
    assert not any(page[-1].flowable.keeps_with_next for page in pages)
    assert sum(map(len, pages)) == lines + 5


@given(st.integers(0, 30), st.integers(2, 30))
def test_no_line_of_a_list_stands_alone_at_its_end(lines, bullets):
    said = pages_of(a_leaflet_of(lines, Bullets((words("You pass out."),) * bullets)))

    assert said[-1].count("You pass out.") != 1


@given(st.integers(0, 30), st.integers(1, 24))
def test_a_table_is_parted_only_where_much_of_a_page_would_stay_empty(lines, rows):
    layout = lay_out(a_leaflet_of(lines, a_table(rows)), PLAIN)
    last = layout.pages[0][-1]
    filled = last.offset + last.flowable.height

    is_parted = type(last.flowable).__name__ == "TableFlow" and len(layout.pages) > 1
    assert not is_parted or layout.paper.room(1) - last.offset >= layout.paper.room(2) / 4
    assert filled <= layout.paper.room(1) + 0.1


@given(st.integers(0, 30), st.integers(4, 24))
def test_no_row_of_a_table_stands_alone_on_a_page(lines, rows):
    said = pages_of(a_leaflet_of(lines, a_table(rows)))

    assert all(text.count("Label") != 1 for text in said)


@given(st.integers(0, 45))
def test_the_last_line_of_a_list_never_starts_a_page_alone(lines):
    listed = Bullets(tuple(words(f"Sign {number}.") for number in range(1, 5)))
    after = (Paragraph(words("Ring us.")),) * 9

    pages = pages_of(a_leaflet_of(lines, listed, *after))

    (page,) = [page for page in pages if "Sign 4." in page]
    assert "Sign 3." in page


@given(st.integers(0, 45))
def test_what_stood_before_is_never_parted_from_the_word_that_says_so(lines):
    said = InLanguage("pl", (Paragraph(words("Guz jest mały.")),))

    pages = pages_of(a_leaflet_of(lines, Paragraph(words("Before:")), said))

    (page,) = [page for page in pages if "Before:" in page]
    assert "Guz jest mały." in page


@given(st.integers(0, 45))
def test_a_lead_stays_with_a_list_in_another_language(lines):
    listed = InLanguage("pl", (Bullets((words("ktoś zemdleje"), words("ktoś krwawi"))),))

    pages = pages_of(a_leaflet_of(lines, Paragraph(words("Call 999 if:")), listed))

    (page,) = [page for page in pages if "Call 999 if:" in page]
    assert "ktoś zemdleje" in page
