import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.errors import CannotPrint
from leaflet_app.domain.page_ranges import as_ranges, pages_named


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", (1, 2, 3, 4, 5, 6)),
        ("  ", (1, 2, 3, 4, 5, 6)),
        ("2", (2,)),
        ("1-3, 5", (1, 2, 3, 5)),
        ("5,1 - 3", (1, 2, 3, 5)),
        ("1–2;4", (1, 2, 4)),
        ("2 and 4", (2, 4)),
        ("1, 1-2, 2,", (1, 2)),
    ],
)
def test_pages_are_read_as_people_type_them(typed, pages):
    assert pages_named(typed, 6) == pages


@pytest.mark.parametrize("typed", ["all", "1-", "-2", "1--2", "1.5", "1-2-3", "99999", "²", "1 2"])
def test_what_is_no_page_number_is_refused_with_an_example(typed):
    with pytest.raises(CannotPrint, match=r"no page numbers\. Type them as “1-2, 4”"):
        pages_named(typed, 6)


@pytest.mark.parametrize("typed", ["7", "0", "3-7", "0-2"])
def test_a_page_that_is_not_there_is_refused_by_its_number(typed):
    with pytest.raises(CannotPrint, match=r"there is no page [07]: the leaflet has 6 pages\. Choose pages from 1 to 6"):
        pages_named(typed, 6)


def test_a_leaflet_of_one_page_is_printed_whole():
    with pytest.raises(CannotPrint, match=r"the leaflet has 1 page\. Print it all"):
        pages_named("2", 1)


def test_pages_that_run_backwards_are_refused():
    with pytest.raises(CannotPrint, match="page 4 does not come before page 2"):
        pages_named("4-2", 6)


@given(st.sets(st.integers(1, 40), min_size=1))
def test_a_printer_is_told_just_the_pages_that_were_named(named):
    assert pages_named(as_ranges(named), 40) == tuple(sorted(named))


def test_neighbours_are_told_as_one_range():
    assert as_ranges((1, 2, 3, 5, 7, 8)) == "1-3,5,7-8"


@given(st.text(max_size=12))
def test_whatever_is_typed_is_read_or_refused(typed):
    with contextlib.suppress(CannotPrint):
        assert set(pages_named(typed, 9)) <= set(range(1, 10))
