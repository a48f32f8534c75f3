"""Find words in a text that somebody edits."""

import pytest

from leaflet_app.domain.editing_find import found_in, next_of

TEXT = "Net or net? A network (net)."


@pytest.mark.parametrize(
    ("case", "whole", "places"),
    [(False, False, 4), (True, False, 3), (False, True, 3), (True, True, 2)],
)
def test_words_are_found_with_their_case_or_whole(case, whole, places):
    assert len(found_in(TEXT, "net", case=case, whole=whole)) == places


def test_signs_that_mean_something_to_a_pattern_mean_themselves():
    assert found_in("cost (in £)?", "(in £)?", whole=True) == ((5, 12),)


def test_nothing_is_found_of_nothing():
    assert found_in(TEXT, "") == ()


def test_the_next_place_goes_around_the_end():
    found = ((0, 3), (7, 10))

    assert (next_of(found, 1), next_of(found, 8), next_of(found, 7, back=True), next_of(found, 0, back=True)) == (
        1, 0, 0, 1,
    )  # fmt: skip
    assert next_of((), 0) is None
