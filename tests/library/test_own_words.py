"""The library says things in its own words: never six in a row of the page it began from."""

import pytest

from leaflet_app.domain.blocks import texts
from leaflet_app.domain.compose import compose
from tests.builders import SHIPPED_LIBRARY, a_selection
from tests.library.seed import RUN, of_the_seed, shingles

TEXTS = sorted(path for path in SHIPPED_LIBRARY.rglob("*") if path.suffix in (".md", ".toml"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(SHIPPED_LIBRARY).as_posix())
def test_no_six_words_in_a_row_come_from_the_seed(path):
    said = shingles(path.read_text(encoding="utf-8"))

    assert sorted(said[each] for each in said.keys() & of_the_seed()) == []


def test_borrowed_words_would_be_known_again():
    assert len(of_the_seed()) > 1000
    borrowed = "Neuro means nerve and endocrine refers, to the NETWORK of"
    assert shingles(borrowed).keys() & of_the_seed()


def test_runs_are_six_words_long():
    assert [len(run.split()) for run in shingles("one two three four five six seven").values()] == [RUN, RUN]


def test_what_is_printed_is_in_our_own_words_too(library):
    whole = compose(library, a_selection(*library.topics))
    said = {each: run for line in texts(whole.blocks) for each, run in shingles(line).items()}

    assert sorted(said[each] for each in said.keys() & of_the_seed()) == []
