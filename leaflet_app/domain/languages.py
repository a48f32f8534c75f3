"""The languages that a leaflet may be in, and which way they are written."""

from __future__ import annotations

import unicodedata

from leaflet_app.domain.value import value

ENGLISH = "en-GB"
"""The language that the library is written, checked and approved in; all others are translated from it."""

JOINERS = "\u200c\u200d"
"""What keeps letters apart or joins them in Arabic script (zero width non-joiner and joiner): part of the spelling."""

_WAYS = {"L": False, "R": True, "AL": True}
_RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"))


@value
class Language:
    """A language by its tag (BCP 47), by the name its speakers give it, and in English."""

    tag: str
    own_name: str
    english_name: str


LANGUAGES = (
    Language(ENGLISH, "English", "English"),
    Language("cy", "Cymraeg", "Welsh"),
    Language("pl", "Polski", "Polish"),
    Language("ar", "العربية", "Arabic"),
    Language("ur", "اردو", "Urdu"),
)
"""The languages that the program knows the name of, English first."""


@value
class Translated:
    """Which English text a translation is of, and which that is now: named by its content, a disclaimer by its version.

    `waived` is why a clinician lets it be used though the English text has changed; it holds for that text alone.
    """

    of: str
    newest: str
    waived: str = ""

    @property
    def is_stale(self) -> bool:
        """Tell whether the English text is another one now."""
        return self.of != self.newest

    @property
    def is_locked(self) -> bool:
        """Tell whether no leaflet may leave with it."""
        return self.is_stale and not self.waived


def language_of(tag: str) -> Language:
    """Return a language by its tag; one that the program has no name for is called by its tag."""
    return next((each for each in LANGUAGES if each.tag == tag), Language(tag, tag, tag))


def in_language(title: str, tag: str) -> str:
    """Return the title of a text with its language in words, where that is not English."""
    return title if tag == ENGLISH else f"{title} ({language_of(tag).english_name})"


def runs_right_to_left(text: str) -> bool | None:
    """Tell which way a text runs by its first letter (UAX 9, P2); None where it has none."""
    ways = (_WAYS.get(unicodedata.bidirectional(character)) for character in text)
    return next((way for way in ways if way is not None), None)


def is_right_to_left(tag: str) -> bool:
    """Tell whether a language is written from right to left."""
    return tag.partition("-")[0].lower() in _RIGHT_TO_LEFT
