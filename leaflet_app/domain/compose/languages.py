"""Parts of a leaflet that are not in its own language, and what it tells of its translations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from leaflet_app.domain.blocks import Block, Heading, InLanguage, Paragraph, words
from leaflet_app.domain.languages import ENGLISH, Translated, is_right_to_left, runs_right_to_left
from leaflet_app.domain.library import Library
from leaflet_app.domain.wording import Wording

_Part = TypeVar("_Part")


def english_in(wording: Wording) -> str:
    """Return the language of English words within a leaflet of this wording: nothing where it is the leaflet's own."""
    return "" if wording.lang == ENGLISH else ENGLISH


def apart(lang: str, blocks: Iterable[Block], wording: Wording, page_reference: str = "") -> tuple[Block, ...]:
    """Return blocks of a language as they stand in a leaflet of this wording."""
    held = tuple(blocks)
    return held if lang == wording.lang or not held else (InLanguage(lang, held, page_reference),)


def linked_apart(lang: str, blocks: Iterable[Block], library: Library) -> tuple[Block, ...]:
    """Return blocks of a language that lead to other pages, which they name in their own words."""
    return apart(lang, blocks, library.wording, library.worded_in(lang).wording.page_reference)


def told_apart(lang: str, blocks: Iterable[Block], library: Library) -> tuple[Block, ...]:
    """Return blocks of a language, below a sentence that says so where it is not the leaflet's own."""
    held = tuple(blocks)
    if lang == library.wording.lang or not held:
        return held
    heading = held[:1] if isinstance(held[0], Heading) else ()
    told = in_both(library, lambda wording: wording.not_translated)
    return (*apart(lang, heading, library.wording), *told, *linked_apart(lang, held[len(heading) :], library))


def in_both(library: Library, say: Callable[[Wording], str]) -> Iterator[Block]:
    """Yield a sentence in the leaflet's language, then in English where that is another."""
    yield Paragraph(words(say(library.wording)))
    if library.english:
        yield InLanguage(ENGLISH, (Paragraph(words(say(library.english.wording))),))


def by_language(parts: Iterable[tuple[str, _Part]], wording: Wording) -> tuple[tuple[str, tuple[_Part, ...]], ...]:
    """Return parts by their language, the leaflet's own first."""
    kept = tuple(parts)
    langs = dict.fromkeys((wording.lang, *(lang for lang, _ in kept)))
    grouped = ((lang, tuple(part for its, part in kept if its == lang)) for lang in langs)
    return tuple((lang, group) for lang, group in grouped if group)


def of_own_words(text: str, wording: Wording) -> str:
    """Return the language of words that somebody typed: English where they run the other way than the leaflet's."""
    return wording.lang if runs_right_to_left(text) in {None, is_right_to_left(wording.lang)} else ENGLISH


def stale(texts: Sequence[tuple[str, Translated | None]]) -> tuple[tuple[str, Translated], ...]:
    """Return the titles of translations whose English text has changed since."""
    return tuple((title, translated) for title, translated in texts if translated and translated.is_stale)
