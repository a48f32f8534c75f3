"""Whether a logo can be seen where it is printed."""

import pytest

from leaflet_app.domain.logo_seen import seen_on

WHITE, INK, NOTHING = (255, 255, 255, 255), (11, 79, 108, 255), (255, 255, 255, 0)


@pytest.mark.parametrize(
    ("pixels", "ground", "share"),
    [
        ({WHITE: 10, NOTHING: 90}, "#0B4F6C", 1),
        ({WHITE: 10, NOTHING: 90}, "#FFFFFF", 0),
        ({WHITE: 75, INK: 25}, "#0B4F6C", 0.75),
        ({NOTHING: 5}, "#FFFFFF", 0),
        ({}, "#FFFFFF", 0),
    ],
)
def test_what_stands_out_is_counted(pixels, ground, share):
    assert seen_on(pixels, ground, "").share == pytest.approx(share)


def test_a_white_leaf_is_seen_on_the_band_and_not_on_white():
    leaf = {WHITE: 10, NOTHING: 90}

    assert seen_on(leaf, "#0B4F6C", "on your colour").said == "It is easy to see on your colour."
    hidden = seen_on(leaf, "#FFFFFF", "on white paper")
    assert hidden.is_hidden
    assert hidden.said == "It cannot be seen on white paper."
    assert hidden.figure == "0 % of it stands out from the ground, 3 to 1 or more."


def test_a_logo_of_which_most_is_lost_is_told_unless_that_is_its_own_ground():
    assert seen_on({INK: 80, WHITE: 20, NOTHING: 1}, "#0B4F6C", "").is_half_hidden
    assert not seen_on({INK: 80, WHITE: 20}, "#0B4F6C", "").is_half_hidden
