"""A number as people read it, and as a phone rings it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.phones import HOW, phone_refused, ringing, tidied

GROUPS = st.lists(st.integers(2, 4), min_size=1, max_size=4)
AT_HOME = st.one_of(st.from_regex(r"[18][0-9]{8,9}", fullmatch=True), st.from_regex(r"[2357][0-9]{9}", fullmatch=True))


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
        ("(+44) (0)20 7946 0000", "+44 20 7946 0000"),
        ("+44 (0) 20 7946 0000", "+44 20 7946 0000"),
        ("+44 020 7946 0000", "+44 20 7946 0000"),
        ("00 44 20 7946 0000", "+44 20 7946 0000"),
        ("44 20 7946 0000", "+44 20 7946 0000"),
        ("00353 1 234 5678", "+353 1 234 5678"),
        ("00 33 1 23 45 67 89", "+33 1 23 45 67 89"),
        ("020 7946 0000, ext. 12", "020 7946 0000 ext 12"),
        ("020 7946 0000 (extn 12)", "020 7946 0000 ext 12"),
        ("020 7946 0000 #12", "020 7946 0000 ext 12"),
        ("020\N{NON-BREAKING HYPHEN}7946\N{NON-BREAKING HYPHEN}0000", "020 7946 0000"),
        ("Tel: 020 7946 0000", "020 7946 0000"),
        ("tel:+442079460000", "+442079460000"),
        ("Telephone 0161 496 0000", "0161 496 0000"),
    ],
)
def test_a_number_in_other_signs_is_told_how_to_be_written(number, better):
    assert phone_refused(number) == f"write it as {better}"
    assert phone_refused(better) == ""


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "ring me",
        "12",
        "7946 0000",
        "0756 97831",
        "07565 97831012",
        "0" * 11,
        "+0 1234 56789",
        "O20 7946 0000",
        "020 7946 0000 / 0001",
        "020 7946 0000 (mobile)",
        "04 1234 5678",
        "0800 1111",
    ],
)
def test_nonsense_is_refused_with_what_to_write(nonsense):
    assert phone_refused(nonsense) == HOW[:1].lower() + HOW[1:]


@pytest.mark.parametrize("number", ["999", "111", "112", "101", "119", "NHS 111", "116 123"])
def test_a_number_that_is_no_practice_s_is_refused(number):
    assert phone_refused(number) == f"{number} is not your own number: {HOW[:1].lower()}{HOW[1:]}"


def test_a_number_that_costs_patients_a_lot_is_refused():
    assert phone_refused("0906 123 4567").startswith("a number that begins 09 costs patients a lot")


@pytest.mark.parametrize(
    "number",
    """0207 946 0000|02079460000|0161 496 0000|01632 960001|016977 3100|01204 12345|013873 12345|029 2018 0000
028 9018 0000|024 7765 0000|0300 123 4567|0303 123 1113|0330 123 4567|0345 600 0000|0370 010 0222|055 1234 5678
056 1234 5678|070 1234 5678|07700900123|07624 123456|0800 123456|0808 800 4040|0843 557 5000|0844 411 1444
0871 977 4000|+442079460000|+353 1 234 5678|+33 1 23 45 67 89""".replace("\n", "|").split("|"),
)
def test_a_number_as_people_write_it_here_is_taken(number):
    assert phone_refused(number) == ""


SIGNS = st.sampled_from([" ", "-", ".", " - ", "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}", "/", "\N{NO-BREAK SPACE}"])


@given(AT_HOME, st.lists(SIGNS, min_size=2, max_size=2))
def test_a_number_in_any_signs_is_told_as_one_that_rings_the_same(digits, signs):
    typed = f"(0{digits[:3]}){signs[0]}{digits[3:6]}{signs[1]}{digits[6:]}"

    better = phone_refused(typed).removeprefix("write it as ")
    assert phone_refused(better) == ""
    assert ringing(better) == f"tel:+44{digits}"


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
