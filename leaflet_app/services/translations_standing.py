"""Tell how every text stands in every language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from leaflet_app.domain.faults import Weight
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.newest import Newest
from leaflet_app.services.translate_text import facing

# Imports inside functions are late on purpose: most desks print, and never translate.


class InLanguage(NamedTuple):
    """How one text stands in one language: its title there, and how many sentences are to be checked, or translated.

    `is_stale` where it names another English text than today's, though no sentence of that may have changed.
    """

    file: str
    english_title: str
    lang: str
    title: str
    is_there: bool
    to_check: int
    to_translate: int
    has_faults: bool
    is_stale: bool = False

    @property
    def said(self) -> str:
        """Say it in few words."""
        if not self.is_there:
            return "not translated"
        if self.to_translate:
            return f"{self.to_translate} left to translate"
        if self.has_faults:
            return "has faults"
        if self.to_check:
            return f"out of date: {self.to_check} to check"
        if self.is_stale:
            return "out of date"
        return "up to date"


def standing(desk: Desk) -> tuple[InLanguage, ...]:
    """Tell how each text, disclaimers too, stands in each language. Raises StoreUnusable, LibraryUnreadable."""
    now = library_store.newest(desk)
    return tuple(_standing(desk, now))


def _standing(desk: Desk, now: Newest) -> Iterator[InLanguage]:
    from leaflet_app.library import where  # noqa: PLC0415

    library = now.library
    faulty = {fault.file for fault in library.faults if fault.weight is Weight.FAULT}
    for lang in library.translations:
        for room, texts in ((where.TOPICS, library.offered), (where.SHARED, library.shared)):
            for each, text in texts.items():
                file = where.text_file(room, each, lang)
                is_there = now.files.holds(file)
                to_check, to_translate, is_stale = _left(desk, file) if is_there else (0, 0, False)
                yield InLanguage(
                    file,
                    text.title,
                    lang,
                    _title(library, room == where.TOPICS, each, lang),
                    is_there=is_there,
                    to_check=to_check,
                    to_translate=to_translate,
                    has_faults=file in faulty,
                    is_stale=is_stale,
                )
        yield from _of_disclaimers(now, lang, faulty)


def _of_disclaimers(now: Newest, lang: str, faulty: Collection[str]) -> Iterator[InLanguage]:
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.services.text_titles import title_of  # noqa: PLC0415

    for each in now.library.disclaimers:
        file = where.disclaimer_file(lang, each)
        held = now.library.translations[lang].disclaimers.get(each)
        yield InLanguage(
            file,
            title_of(now.library, where.disclaimer_file(ENGLISH, each)),
            lang,
            held.title if held else "",
            is_there=now.files.holds(file),
            to_check=0,
            to_translate=0,
            has_faults=file in faulty,
            is_stale=held is not None and held.translated is not None and held.translated.is_stale,
        )


def _title(library: Library, is_topic: bool, text_id: str, lang: str) -> str:  # noqa: FBT001  (of two rooms)
    there = library.translations[lang]
    text = there.topics.get(text_id) if is_topic else there.shared.get(text_id)
    return text.title if text else ""


def _left(desk: Desk, file: str) -> tuple[int, int, bool]:
    """Return how many sentences are to be checked and translated, and whether the file names another English text."""
    opened = facing(desk, file)
    is_stale = opened.translated != opened.english_id
    return len(opened.marks(opened.text)), opened.to_translate(opened.text), is_stale
