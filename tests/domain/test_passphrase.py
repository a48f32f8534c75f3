"""Passphrases: long enough that nobody guesses them, plain enough to read out over the phone."""

import math
from itertools import combinations

from leaflet_app.domain.passphrase import CLEAR_DIGITS, DIGITS, WORDS, new_passphrase
from leaflet_app.domain.password import easy_to_guess, prepared
from leaflet_app.domain.plain_words import PLAIN_WORDS

BITS = 60


def test_there_are_enough_of_them_that_nobody_guesses_one():
    assert WORDS * math.log2(len(PLAIN_WORDS)) + DIGITS * math.log2(len(CLEAR_DIGITS)) >= BITS


def test_each_is_new_and_made_of_plain_words_and_clear_digits():
    made = {new_passphrase() for _ in range(200)}

    assert len(made) == 200
    for each in made:
        *words, digits = each.split(" ")
        assert len(words) == WORDS
        assert set(words) <= set(PLAIN_WORDS)
        assert len(digits) == DIGITS
        assert set(digits) <= set(CLEAR_DIGITS)


def test_every_reader_of_pdfs_takes_it_and_none_is_easy_to_guess():
    made = new_passphrase()

    assert prepared(made) == made
    assert not [word for word in PLAIN_WORDS if easy_to_guess(f"{word} and others")]


def test_words_are_short_plain_and_told_apart_by_their_first_letters():
    assert len(set(PLAIN_WORDS)) == len(PLAIN_WORDS)
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 7 for word in PLAIN_WORDS)
    assert not [pair for pair in combinations(PLAIN_WORDS, 2) if pair[0][:4] == pair[1][:4]]
