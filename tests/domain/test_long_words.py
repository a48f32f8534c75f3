"""Words that a reader may stumble over."""

import pytest

from leaflet_app.domain.glossary import Glossary, Term
from leaflet_app.domain.long_words import long_words

GLOSSARY = Glossary((Term("Embolisation", "blocking the blood supply"),))


def found(*texts, names=()):
    return list(long_words(texts, GLOSSARY, names))


def test_a_long_word_is_found_where_it_stands_first():
    assert found("It is rare.", "It causes hypercalcaemia.", "Hypercalcaemia hurts.") == [(1, "hypercalcaemia")]


@pytest.mark.parametrize(
    "said",
    [
        "Too much calcium in the blood (hypercalcaemia) makes you thirsty.",
        "Hypercalcaemia (too much calcium) makes you thirsty.",
        "This is called hypercalcaemia.",
        "You may take a medicine such as octreotide or lanreotide.",
        "Avoid metoclopramide, a medicine for feeling sick.",
        "You may need embolisation.",
        "Read about Recklinghausen and Zollinger-Ellison.",
        "You usually need an operation.",
        "It is slow-growing.",
    ],
)
def test_what_is_explained_or_named_or_known_passes(said):
    assert found(said) == []


def test_one_explanation_serves_the_whole_text():
    assert found("Paragangliomas are rare.", "It is a growth of nerve cells (paraganglioma).") == []


def test_a_topic_may_use_its_own_name():
    assert found("Insulinomas are small.", names=("Insulinoma",)) == []


def test_a_small_word_with_a_capital_at_the_start_is_no_name():
    assert found("Hypercalcaemia is bad.") == [(0, "Hypercalcaemia")]
