"""Finding the words that a leaflet explains."""

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.glossary import Glossary, Term

GLOSSARY = Glossary(
    (
        Term("Insulin", "a hormone that lowers blood sugar"),
        Term("Insulin test", "a blood test", ("insulin tests",)),
        Term("Ki-67", "a lab count"),
    )
)


def found(text):
    return [(part, term.word if term else None) for part, term in GLOSSARY.split(text)]


def test_the_longest_term_wins_in_any_case():
    assert found("INSULIN tests help") == [("INSULIN tests", "Insulin test"), (" help", None)]


def test_a_part_of_a_word_is_no_term():
    assert found("insulinoma") == [("insulinoma", None)]


def test_a_term_may_hold_a_hyphen_and_digits():
    assert found("(Ki-67)") == [("(", None), ("Ki-67", "Ki-67"), (")", None)]


def test_terms_used_are_told_once_by_word():
    assert [term.word for term in GLOSSARY.used_in(["ki-67", "insulin", "Insulin"])] == ["Insulin", "Ki-67"]


def test_letters_that_only_look_alike_do_no_harm():
    assert (
        "".join(part for part, _ in GLOSSARY.split("ınsulin and Kİ-67 and \u212ai-67"))
        == "ınsulin and Kİ-67 and \u212ai-67"
    )


@given(st.text())
def test_no_letter_is_lost(text):
    assert "".join(part for part, _ in GLOSSARY.split(text)) == text


@given(st.text())
def test_a_glossary_without_terms_finds_none(text):
    assert Glossary().used_in([text]) == ()
