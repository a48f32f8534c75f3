"""A booklet's pages: each once, each on the back of the one before, two that face each other side by side."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.pdf.pages.booklet import padded, sides

COUNTS = st.integers(1, 400)


def leaves(pages):
    """Return the front and back page of each half of each sheet, flipped on the short edge."""
    printed = sides(pages)
    for front, back in zip(printed[::2], printed[1::2], strict=True):
        yield {front[1], back[0]}
        yield {front[0], back[1]}


def test_eight_pages_lie_on_two_sheets():
    assert sides(8) == ((8, 1), (2, 7), (6, 3), (4, 5))


def test_five_pages_take_as_many_sheets_as_eight():
    assert sides(5) == sides(8)


def test_a_single_page_is_the_front_of_one_sheet():
    assert sides(1) == ((4, 1), (2, 3))


@given(COUNTS)
def test_every_page_stands_on_the_sheets_once(pages):
    assert sorted(page for side in sides(pages) for page in side) == list(range(1, padded(pages) + 1))


@given(COUNTS)
def test_the_two_pages_of_a_side_add_up_to_one_more_than_all(pages):
    assert {left + right for left, right in sides(pages)} == {padded(pages) + 1}


@given(COUNTS)
def test_an_odd_page_has_the_next_one_on_its_back(pages):
    assert {frozenset(leaf) for leaf in leaves(pages)} == {
        frozenset({odd, odd + 1}) for odd in range(1, padded(pages), 2)
    }


@given(COUNTS)
def test_odd_pages_stand_at_the_right_and_even_ones_at_the_left(pages):
    assert all(left % 2 == 0 and right % 2 == 1 for left, right in sides(pages))


@given(COUNTS)
def test_a_booklet_read_from_right_to_left_opens_from_the_other_side(pages):
    mirrored = tuple((right, left) for left, right in sides(pages))

    assert sides(pages, is_right_to_left=True) == mirrored


@given(COUNTS)
def test_no_more_than_three_pages_are_left_blank_but_a_sheet_is_the_least(pages):
    assert padded(pages) % 4 == 0
    assert pages <= padded(pages) <= max(4, pages + 3)


@given(COUNTS)
def test_each_sheet_lies_inside_the_one_before(pages):
    spans = [range(min(side), max(side)) for side in sides(pages)[::2]]

    assert all(outer.start < inner.start and inner.stop < outer.stop for outer, inner in itertools.pairwise(spans))
