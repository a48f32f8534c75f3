"""Words that someone points at."""

import pytest

from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.services.explain_word import explain, explain_at

HORMONE = Term("Hormone", "a message carried in the blood", ("hormones",))
SUGAR = Term("Blood sugar", "the sugar in the blood")
GLOSSARY = Glossary((HORMONE, SUGAR))


@pytest.mark.parametrize("words", ["hormone", "HORMONES", " hormones, ", "these hormones and blood sugar"])
def test_a_word_is_explained_in_any_form_and_among_others(words):
    assert explain(GLOSSARY, words) is HORMONE


def test_a_word_that_nobody_explained_has_no_meaning():
    assert explain(GLOSSARY, "zebra") is None
    assert explain(GLOSSARY, "") is None


@pytest.mark.parametrize(("at", "term"), [(0, None), (5, SUGAR), (11, SUGAR), (16, None), (20, HORMONE), (99, None)])
def test_a_term_of_two_words_is_found_at_either_of_them(at, term):
    assert explain_at(GLOSSARY, "Low blood sugar and hormones", at) is term
