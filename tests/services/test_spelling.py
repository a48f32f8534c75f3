"""Spelling: silent where no checker is, and the library teaches its own words."""

import shutil

import pytest

from leaflet_app.library import hunspell
from leaflet_app.services.spelling import Spelling


@pytest.fixture(autouse=True)
def asked_anew():
    hunspell.dictionary_for.cache_clear()
    yield
    hunspell.dictionary_for.cache_clear()


needs_hunspell = pytest.mark.skipif(
    shutil.which("hunspell") is None or not hunspell.dictionary_for("en-GB"),
    reason="this computer has no Hunspell with an English dictionary",
)


def wrong(text, library, lang="en-GB"):
    return [text[start:end] for start, end in Spelling(lang).misspelt(text, library)]


@needs_hunspell
def test_a_misspelt_word_is_found_and_mended(library):
    assert wrong("An opperation is rare.", library) == ["opperation"]
    assert "operation" in Spelling("en-GB").suggested("opperation")


@needs_hunspell
def test_words_of_the_library_are_known(library):
    assert wrong("Insulinoma and the insulinoma’s hormone.", library) == []


@needs_hunspell
def test_a_word_is_asked_for_once(library, monkeypatch):
    spelling = Spelling("en-GB")
    spelling.misspelt("An opperation.", library)
    monkeypatch.setattr(hunspell, "unknown_words", lambda *_: pytest.fail("asked again"))

    assert len(spelling.misspelt("An opperation. An opperation.", library)) == 2


def test_a_computer_without_a_checker_says_nothing(library, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)

    assert wrong("An opperation.", library) == []
    assert Spelling("en-GB").suggested("opperation") == ()


def test_a_language_without_a_dictionary_is_not_checked(library):
    assert wrong("Guz neuroendokrynny.", library, "xx") == []
