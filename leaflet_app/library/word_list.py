"""The words that the library itself teaches a spelling checker: its names, and what it explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflet_app.domain.library import Library

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def own_words(library: Library) -> frozenset[str]:
    """Return every word of titles, other names, organisations, practices and the glossary, in small letters."""
    return frozenset(word.casefold() for said in _said(library) for word in _WORD.findall(said))


def _said(library: Library) -> Iterator[str]:
    for topic in library.topics.values():
        yield from (topic.title, *topic.aliases)
    yield from (text.title for text in library.shared.values())
    for organisation in library.organisations.values():
        yield from (organisation.name, organisation.what)
    for term in library.glossary.terms:
        yield from (term.word, term.meaning, *term.forms)
    for practice in library.practices.values():
        yield from (practice.consultant_name, practice.name)
