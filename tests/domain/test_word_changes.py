"""Where two texts differ, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.fate import Fate
from leaflet_app.domain.word_changes import WordChange, word_changes

TEXTS = st.text(st.sampled_from("ab .,\n"), max_size=60)


def said(changes, *fates):
    return "".join(change.text for change in changes if change.fate in fates)


@given(TEXTS, TEXTS)
def test_nothing_of_either_text_is_lost(before, after):
    changes = word_changes(before, after)

    assert said(changes, Fate.SAME, Fate.TAKEN) == before
    assert said(changes, Fate.SAME, Fate.PUT) == after


@given(TEXTS)
def test_equal_texts_differ_nowhere(text):
    assert {change.fate for change in word_changes(text, text)} <= {Fate.SAME}


def test_one_changed_word_is_one_word_taken_and_one_put():
    changes = word_changes("A small lump.\nSecond line.\n", "A little lump.\nSecond line.\n")

    assert changes == (
        WordChange(Fate.SAME, "A "),
        WordChange(Fate.TAKEN, "small"),
        WordChange(Fate.PUT, "little"),
        WordChange(Fate.SAME, " lump.\nSecond line.\n"),
    )
