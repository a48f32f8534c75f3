"""The code on every page: what it catches, and what it forgives."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.errors import PassportMistyped
from leaflet_app.domain.passport import BITS, SYMBOLS, passport, read_passport

CODE = passport(123_456_789)
NUMBERS = st.integers(0, 2**BITS - 1)
DASHES = "-‐‑‒–—―−﹘－"


def is_read(text) -> bool:
    """Tell whether a text passes for a code."""
    try:
        read_passport(text)
    except PassportMistyped:
        return False
    return True


def with_symbols(code, changes) -> str:
    """Return a code with other symbols at places of the eight."""
    eight = list(code.replace("-", "")[2:])
    for place, symbol in changes.items():
        eight[place] = symbol
    return "CL-" + "".join(eight[:6]) + "-" + "".join(eight[6:])


def test_a_code_is_eight_symbols_of_which_the_last_two_check():
    assert passport(0) == "CL-000000-00"
    assert passport(1) == "CL-000001-12"
    assert passport(2**BITS + 1) == passport(1)


@given(NUMBERS)
def test_a_code_reads_back_as_it_was_written(number):
    assert read_passport(passport(number)) == passport(number)


@given(NUMBERS, NUMBERS)
def test_two_texts_have_two_codes(one, other):
    assert (passport(one) == passport(other)) is (one == other)


@pytest.mark.parametrize("place", range(8))
def test_every_single_wrong_symbol_is_caught(place):
    for code in (CODE, passport(0), passport(2**BITS - 1)):
        taken = code.replace("-", "")[2:][place]
        passing = [each for each in SYMBOLS if is_read(with_symbols(code, {place: each}))]

        assert passing == [taken]


def test_every_two_wrong_symbols_are_caught():
    eight = CODE.replace("-", "")[2:]
    for first, second in combinations(range(8), 2):
        wrong = ({first: one, second: other} for one in SYMBOLS for other in SYMBOLS)
        passing = [each for each in wrong if is_read(with_symbols(CODE, each))]

        assert passing == [{first: eight[first], second: eight[second]}]


def test_every_swap_of_neighbours_is_caught_whatever_they_are():
    for at, then in pairwise(range(8)):
        for one, other in combinations(SYMBOLS, 2):
            swapped = with_symbols(CODE, {at: one, then: other}), with_symbols(CODE, {at: other, then: one})

            assert not all(map(is_read, swapped))


@given(NUMBERS, st.integers(0, 6))
def test_a_swap_of_neighbours_is_caught_in_every_code(number, at):
    code = passport(number)
    eight = code.replace("-", "")[2:]
    swapped = with_symbols(code, {at: eight[at + 1], at + 1: eight[at]})

    assert is_read(swapped) is (eight[at] == eight[at + 1])


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        f"  {CODE}\r\n",
        CODE.replace("-", ""),
        CODE.removeprefix("CL-"),
        CODE.removeprefix("CL"),
        CODE.removeprefix("C"),
        CODE.replace("CL", "C"),
        CODE.replace("CL", "l"),
        CODE.replace("CL", "c1"),
        " ".join(CODE),
        *(CODE.replace("-", dash) for dash in DASHES),
        CODE.replace("-", "\u00ad").replace("C", "\u200bC"),
        f"#{CODE}",
        f"https://example.org/#{CODE}",
        f"HTTPS://EXAMPLE.ORG/CLINIC#{CODE}\n",
        f"https://example.org/£{CODE}",
        f"https://example.org/clinic#contact:~:{CODE}",
        CODE.translate({ord(letter): chr(ord(letter) + 0xFEE0) for letter in SYMBOLS}),
    ],
)
def test_a_code_is_read_however_it_was_typed(typed):
    assert read_passport(typed) == CODE


@pytest.mark.parametrize(("misread", "meant"), [("O", "0"), ("o", "0"), ("I", "1"), ("i", "1"), ("L", "1"), ("l", "1")])
def test_letters_that_no_code_has_are_read_as_the_digits_they_look_like(misread, meant):
    code = passport(0x2000_0421 if meant == "1" else 0x2F00_0000)

    assert meant in code
    assert read_passport(code.removeprefix("CL-").replace(meant, misread)) == code


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "it has 0 letters and digits"),
        ("CL-", "it has 0 letters and digits after CL, and a code has 8"),
        (CODE[:-1], "it has 7 letters and digits"),
        (CODE[:-3], "it has 6 letters and digits"),
        (CODE + "7", "it has 9 letters and digits"),
        (with_symbols(CODE, {0: "U"}), "no code has the sign “U” in it"),
        (with_symbols(CODE, {0: "é"}), "no code has the sign “É” in it"),
        ("\ue000" * 8, "it is damaged"),
        ("https://example.org/", "no code has the sign"),
        ("7" * 100_000, "it is far too long"),
        (with_symbols(CODE, {3: "Z"}), "one or more of its letters and digits are wrong"),
    ],
)
def test_what_is_no_code_is_told_in_words(typed, why):
    with pytest.raises(PassportMistyped, match=why):
        read_passport(typed)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    assert is_read(text) in {True, False}
