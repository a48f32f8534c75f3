"""A key can be read out over the telephone: what is mistyped is never taken for another key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.errors import SettingRefused
from leaflet_app.domain.passport import SYMBOLS
from leaflet_app.domain.written_key import read_key, written_key

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_a_key_is_read_as_it_was_written(key):
    assert read_key(written_key(key)) == key


def test_a_key_is_nine_groups_of_six():
    assert [len(group) for group in written_key(bytes(32)).split("-")] == [6] * 9


def test_small_letters_spaces_and_letters_that_look_like_digits_are_understood():
    shown = written_key(bytes(range(32)))

    assert read_key(shown.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == bytes(range(32))


@given(KEYS, st.integers(0, 53), st.sampled_from(SYMBOLS))
def test_one_wrong_letter_is_never_taken(key, at, symbol):
    shown = written_key(key).replace("-", "")

    refuse(shown, shown[:at] + symbol + shown[at + 1 :])


@given(KEYS, st.integers(0, 52))
def test_two_letters_that_changed_places_are_never_taken(key, at):
    shown = written_key(key).replace("-", "")

    refuse(shown, shown[:at] + shown[at + 1] + shown[at] + shown[at + 2 :])


def refuse(shown, mistyped):
    if mistyped != shown:
        with pytest.raises(SettingRefused, match="wrong"):
            read_key(mistyped)


@pytest.mark.parametrize(("typed", "why"), [("", "0 letters"), ("A" * 53, "53 letters"), ("!" * 54, "no key has")])
def test_what_is_no_key_is_refused_and_not_repeated(typed, why):
    with pytest.raises(SettingRefused, match=why) as fault:
        read_key(typed)

    assert not typed or typed not in str(fault.value)
