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


def test_two_sentences_that_have_little_in_common_change_whole():
    before = "It is rare. A healthy pancreas stops as soon as your blood sugar is low. Ask your team.\n"
    after = "It is rare. Who pays for my travel? Ask your team.\n"

    assert word_changes(before, after) == (
        WordChange(Fate.SAME, "It is rare. "),
        WordChange(Fate.TAKEN, "A healthy pancreas stops as soon as your blood sugar is low."),
        WordChange(Fate.PUT, "Who pays for my travel?"),
        WordChange(Fate.SAME, " Ask your team.\n"),
    )


def test_a_sentence_that_is_added_changes_none_beside_it():
    assert word_changes("It is rare.", "It is rare. Ask your team.") == (
        WordChange(Fate.SAME, "It is rare."),
        WordChange(Fate.PUT, " Ask your team."),
    )
