"""Check the spelling of a text, where this computer can: silent where it cannot."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet_app.domain.editing_words import spelt_words
from leaflet_app.domain.library import Library

# Imports inside functions are late on purpose: most desks print, and never edit.


class Spelling:
    """Remembers every word it was asked for; one thread at a time."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._known: dict[str, bool] = {}
        self._own: tuple[Library | None, frozenset[str]] = (None, frozenset())

    def misspelt(self, text: str, library: Library) -> tuple[tuple[int, int], ...]:
        """Return where a text has words that neither the dictionary nor the library knows."""
        from leaflet_app.library.hunspell import dictionary_for, unknown_words  # noqa: PLC0415

        dictionary = dictionary_for(self._lang)
        if not dictionary:
            return ()
        places = tuple(self._strange(text, library))
        asked = {word for _, _, word in places} - self._known.keys()
        if asked:
            unknown = unknown_words(sorted(asked), dictionary)
            self._known.update((word, word not in unknown) for word in asked)
        return tuple((start, end) for start, end, word in places if not self._known[word])

    def suggested(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant by a word, best first."""
        from leaflet_app.library.hunspell import dictionary_for, suggestions  # noqa: PLC0415

        dictionary = dictionary_for(self._lang)
        return suggestions(_plain(word), dictionary) if dictionary else ()

    def _strange(self, text: str, library: Library) -> Iterator[tuple[int, int, str]]:
        """Yield the words that the library itself does not teach, each as a dictionary has it."""
        from leaflet_app.library.word_list import own_words  # noqa: PLC0415

        if self._own[0] is not library:
            self._own = library, own_words(library)
        for start, end, word in spelt_words(text):
            plain = _plain(word)
            if not {plain.casefold(), plain.casefold().removesuffix("'s")} & self._own[1]:
                yield start, end, plain


def _plain(word: str) -> str:
    return word.replace("’", "'")
