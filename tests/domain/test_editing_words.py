"""The words of a text that are spelt."""

import pytest

from leaflet_app.domain.editing_words import spelt_words

TEXT = """+++
id = "insulinoma"
title = "Insulinoma"
aliases = ["insulinnoma"]
[facts]
how_common = { text = "about three", sources = ["cruk"] }
+++

## What is it? {#what}

Don’t use {how_common}, [this link](topic:men1), 72h or MRI. See https://nhs.uk today.
"""


def words():
    return [word for _, _, word in spelt_words(TEXT)]


def test_only_what_people_read_is_spelt():
    assert words() == [
        "Insulinoma",
        "about",
        "three",
        "What",
        "is",
        "it",
        "Don’t",
        "use",
        "this",
        "link",
        "or",
        "See",
        "today",
    ]


def test_each_word_stands_where_it_is_said_to():
    assert all(TEXT[start:end] == word for start, end, word in spelt_words(TEXT))


def test_a_text_without_front_matter_is_spelt_from_its_first_word():
    assert [word for _, _, word in spelt_words("Plain words")] == ["Plain", "words"]


@pytest.mark.parametrize("piece", ["{", "](", "a.", "a@", "[a]("])
def test_no_text_keeps_the_spelling_waiting(piece):
    assert not [word for word in spelt_words(piece * 300_000) if len(word[2]) > 1]
