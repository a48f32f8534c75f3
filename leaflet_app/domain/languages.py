"""The languages that a leaflet may be in, and which way they are written."""

from __future__ import annotations

from dataclasses import dataclass

ENGLISH = "en-GB"
"""The language that the library is written, checked and approved in; all others are translated from it."""

_RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"))


@dataclass(frozen=True, slots=True)
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


def language_of(tag: str) -> Language:
    """Return a language by its tag; one that the program has no name for is called by its tag."""
    return next((each for each in LANGUAGES if each.tag == tag), Language(tag, tag, tag))


def is_right_to_left(tag: str) -> bool:
    """Tell whether a language is written from right to left."""
    return tag.partition("-")[0].lower() in _RIGHT_TO_LEFT
