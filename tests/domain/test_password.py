"""Passwords: what can be typed everywhere, and what is soon guessed."""

import pytest

from leaflet_app.domain.errors import PasswordRefused
from leaflet_app.domain.password import easy_to_guess, prepared


@pytest.mark.parametrize(
    "typed", ["cafe\u0301 otter", "caf\u00e9 otter", "caf\u00e9\u00a0otter", "ca\uff46\u00e9 otter"]
)
def test_one_password_typed_on_other_keyboards_is_one(typed):
    assert prepared(typed) == "caf\u00e9 otter"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "it is empty"),
        (" \u00a0 ", "it is empty"),
        ("\u00ad", "it is empty"),
        ("otter candle ", "it begins or ends with a space"),
        ("otter\tcandle", "cannot be typed everywhere"),
        ("otter\x00candle", "cannot be typed everywhere"),
        ("otter\ud800candle", "cannot be typed everywhere"),
        ("otter 😀", "cannot be typed everywhere"),
        ("\u202eotter", "cannot be typed everywhere"),
        ("ا otter ب", "cannot be typed everywhere"),
        ("ا1", "cannot be typed everywhere"),
        ("x" * 128, "it is too long"),
        ("é" * 64, "it is too long"),
    ],
)
def test_what_no_reader_could_be_given_is_refused(typed, why):
    with pytest.raises(PasswordRefused, match=why):
        prepared(typed)


@pytest.mark.parametrize("typed", ["otter candle roof", "Łódź żółw", "كلمة", "p@ss, w/ord", "é" * 63])
def test_what_can_be_typed_stays_as_it_is(typed):
    assert prepared(typed) == typed


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("otter", "fewer than 8 letters"),
        ("12345678", "digits only"),
        ("01/02/1950", "digits only"),
        ("943 476 5919", "digits only"),
        ("MyPassword9", "people try first"),
        ("qwertyuiop", "people try first"),
        ("aaaaaaaaaa", "repeats a few letters"),
        ("otter candle roof", ""),
        ("Łódź żółw", ""),
    ],
)
def test_what_is_easy_to_guess_is_said(password, why):
    assert bool(easy_to_guess(password)) == bool(why)
    assert why in easy_to_guess(password)
