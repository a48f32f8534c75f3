"""What is written into the file of a practice is what is read from it."""

import tomllib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.practice import Brand, Practice
from leaflet_app.domain.practice_fields import FIELDS, with_words, words_of
from leaflet_app.library.practice_writing import written
from tests.builders import SHIPPED_LIBRARY, a_practice

SHIPPED = (SHIPPED_LIBRARY / "practice" / "practice.toml").read_text(encoding="utf-8")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


def read(text):
    table = tomllib.loads(text)
    brand = table.pop("brand", {})
    logo = brand.pop("logo", "")
    rows = {key: tuple(kept) if isinstance(kept, list) else kept for key, kept in table.items()}
    return Practice(**rows, brand=Brand(**brand)), logo


def test_a_file_in_which_nothing_changes_stays_as_it_is():
    practice, logo = read(SHIPPED)

    assert written(SHIPPED, practice, logo) == SHIPPED


def test_what_a_person_wrote_beside_the_details_stays():
    practice, logo = read(SHIPPED)
    text = written(SHIPPED, replace(practice, name="Hill Clinic", phone="020 7946 0000"), logo)

    assert text.startswith(SHIPPED.split("consultant_name")[0])
    assert read(text)[0].name == "Hill Clinic"


def test_what_is_emptied_goes_out_of_the_file():
    practice, logo = read(SHIPPED)
    with_more = written(SHIPPED, replace(practice, name="Hill Clinic", address=("1 High Street",)), logo)

    assert read(written(with_more, practice, logo)) == (practice, logo)
    assert "High Street" not in written(with_more, practice, logo)


def test_without_a_logo_there_are_no_words_for_one():
    assert "logo" not in tomllib.loads(written(SHIPPED, a_practice(brand=Brand(logo_alt="A leaf")), ""))["brand"]


@given(st.fixed_dictionaries({each.key: WORDS for each in FIELDS}))
def test_whatever_is_typed_is_read_again(typed):
    practice = with_words(a_practice(), {**typed, "emergency_note": typed["emergency_note"] or "Call 999."})
    practice = replace(practice, brand=Brand("#101010", "#202020"))

    for before in ("", SHIPPED):
        again, _ = read(written(before, practice, ""))
        assert replace(again, emergency_note=practice.emergency_note) == practice
        assert with_words(again, words_of(again)) == again
