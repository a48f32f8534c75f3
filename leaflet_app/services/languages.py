"""Name the languages that leaflets can be made in."""

from __future__ import annotations

from leaflet_app.domain.languages import Language, language_of
from leaflet_app.domain.library import Library


def offered(library: Library) -> tuple[Language, ...]:
    """Return the languages that a library has its set words in, its own first."""
    english = library.english or library
    return tuple(map(language_of, (english.wording.lang, *english.translations)))


def translated_topics(library: Library, language: Language) -> tuple[str, ...]:
    """Return the ids of the topics to offer that are in a language, for a leaflet that is in it throughout."""
    return tuple(
        each for each, topic in library.in_language(language.tag).offered.items() if topic.lang == language.tag
    )
