"""A number as people read it, and as a phone rings it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.phones import HOW, phone_refused, ringing, tidied

GROUPS = st.lists(st.integers(2, 4), min_size=1, max_size=4)
AT_HOME = st.one_of(st.from_regex(r"[18][0-9]{8,9}", fullmatch=True), st.from_regex(r"[23579][0-9]{9}", fullmatch=True))


@pytest.mark.parametrize(
    ("number", "rung"),
    [
        ("07565 978310", "tel:+447565978310"),
        ("020 7946 0000", "tel:+442079460000"),
        ("020 7946 0000 ext 12", "tel:+442079460000;ext=12"),
        ("0800 434 6476", "tel:+448004346476"),
        ("+44 7565 978310", "tel:+447565978310"),
        ("+1 212 555 0100", "tel:+12125550100"),
    ],
)
def test_a_practice_can_be_rung(number, rung):
    assert (phone_refused(number), ringing(number)) == ("", rung)


def test_a_short_number_of_a_group_is_rung_as_it_is():
    assert ringing("116 123") == "tel:116123"


@pytest.mark.parametrize(
    ("number", "better"),
    [
        ("(020) 7946-0000", "020 7946 0000"),
        ("+44 (0)7565 978310", "+44 7565 978310"),
        ("0044 7565 978310", "+44 7565 978310"),
        ("020 7946 0000 x12", "020 7946 0000 ext 12"),
        ("020 7946 0000 Extension 7", "020 7946 0000 ext 7"),
        ("07565.978310", "07565 978310"),
    ],
)
def test_a_number_in_other_signs_is_told_how_to_be_written(number, better):
    assert phone_refused(number) == f"write it as {better}"
    assert phone_refused(better) == ""


@pytest.mark.parametrize(
    "nonsense", ["", "ring me", "12", "999", "7946 0000", "0756 97831", "07565 97831012", "0" * 11]
)
def test_nonsense_is_refused_with_what_to_write(nonsense):
    assert phone_refused(nonsense) == HOW[:1].lower() + HOW[1:]


@given(AT_HOME, GROUPS)
def test_however_it_is_grouped_it_rings_the_same(digits, groups):
    said, rest = "", f"0{digits}"
    for size in groups:
        said, rest = f"{said} {rest[:size]}".strip(), rest[size:]
    said = f"{said} {rest}".strip()

    assert phone_refused(said) == ""
    assert ringing(said) == ringing(f"+44 {digits}") == f"tel:+44{digits}"


@given(st.text(alphabet="0123456789+() -.xext", max_size=30))
def test_what_is_tidied_is_tidy(number):
    assert tidied(tidied(number)) == tidied(number) or phone_refused(tidied(number))
