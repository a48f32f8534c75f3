"""Read again only what has changed of a library, where nothing else can have changed with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from leaflet_app.domain.faults import Fault
from leaflet_app.domain.library import Library
from leaflet_app.domain.translations import Translations
from leaflet_app.library import where
from leaflet_app.library.files import Entry, Files
from leaflet_app.library.joined import joined, joined_topics
from leaflet_app.library.read import Beside, read_library

_ROOMS = (where.TOPICS, where.SHARED)
_TEXTS = (f"{where.TOPICS}/", f"{where.SHARED}/")


class Changed:
    """The topics and shared texts with a file that differs, by id."""

    def __init__(self, files: Iterable[str]) -> None:
        named = [file.split("/") for file in files]
        self.is_of_texts_alone = all(len(parts) > 2 and parts[0] in _ROOMS for parts in named)  # noqa: PLR2004
        self.topics = {parts[1] for parts in named if parts[0] == where.TOPICS and len(parts) > 1}
        self.shared = {parts[1] for parts in named if parts[0] == where.SHARED and len(parts) > 1}

    def has(self, fault: Fault) -> bool:
        """Tell whether a fault is of one of these texts."""
        room, _, rest = fault.file.partition("/")
        return rest.partition("/")[0] in {where.TOPICS: self.topics, where.SHARED: self.shared}.get(room, ())


class OnlyChanged:
    """Files of which no other topic or shared text can be seen."""

    def __init__(self, files: Files, changed: Changed) -> None:
        self._files = files
        self._seen = {where.TOPICS: changed.topics, where.SHARED: changed.shared}

    @property
    def name(self) -> str:
        """Return what a person would call the place."""
        return self._files.name

    def read(self, file: str, largest: int) -> bytes:
        """Return the bytes of a file, or at least one more than `largest`. Raises FileUnreadable."""
        return self._files.read(file, largest)

    def content(self, identity: str) -> bytes:
        """Return the bytes of an id, also of one that is not of these files. Raises FileUnreadable."""
        return self._files.content(identity)

    def entries(self, folder: str) -> Iterable[Entry]:
        """Return what stands in a folder and can be seen, by name. Raises FileUnreadable."""
        if folder not in self._seen:
            return self._files.entries(folder)
        entries = {entry.name: entry for entry in self._files.entries(folder)}
        return [entries[name] for name in sorted(self._seen[folder]) if name in entries]

    def holds(self, file: str) -> bool:
        """Tell whether something of this name is there, be it unreadable."""
        return self._files.holds(file)

    def ids(self) -> Mapping[str, str]:
        """Return for each file, by name, the id that its bytes alone decide."""
        return self._files.ids()


def reread(before: Library, files: Files, differing: Iterable[str]) -> Library:
    """Return the library of these files, of which only some differ from those of a library read before.

    Texts that come, go, break or are mended change what others may name, and so do the lists: then all is read.
    Raises LibraryUnreadable.
    """
    changed = Changed(differing)
    if not changed.is_of_texts_alone:
        return read_library(files)
    again = _read(before, files, changed)
    was_sound = changed.topics & set(before.topics), changed.shared & set(before.shared)
    is_sound = set(again.topics), set(again.shared)
    is_same = was_sound == is_sound and changed.topics & set(before.faulty) == set(again.faulty)
    return _joined(before, again, changed) if is_same else read_library(files)


def read_changed(before: Library, files: Files, differing: Iterable[str]) -> tuple[Library, Library]:
    """Return a library of the changed texts alone, and the one before with them in it, whatever else they break.

    Raises LibraryUnreadable.
    """
    changed = Changed(differing)
    if not changed.is_of_texts_alone:
        whole = read_library(files)
        return whole, whole
    again = _read(before, files, changed)
    return again, _joined(before, again, changed)


def _read(before: Library, files: Files, changed: Changed) -> Library:
    shared = {entry.name for entry in files.entries(where.SHARED) if entry.is_folder}
    beside = Beside(
        {*before.topics, *before.faulty} - changed.topics,
        set(before.topics) - changed.topics,
        shared - changed.shared,
        shared - changed.shared - set(before.shared),
    )
    return read_library(OnlyChanged(files, changed), beside=beside)


def _joined(before: Library, again: Library, changed: Changed) -> Library:
    others = (fault for fault in before.faults if fault.file.startswith(_TEXTS) and not changed.has(fault))
    return replace(
        again,
        topics=joined_topics(before.topics, again.topics, changed.topics),
        shared=joined(before.shared, again.shared, changed.shared),
        faults=tuple(sorted(chain(others, again.faults))),
        faulty=joined(before.faulty, again.faulty, changed.topics),
        translations=_translations(before.translations, again.translations, changed),
        diagrams=before.diagrams,
        practices=before.practices if before.practices == again.practices else again.practices,
    )


def _translations(
    before: Mapping[str, Translations], again: Mapping[str, Translations], changed: Changed
) -> Mapping[str, Translations]:
    now = {lang: _translation(before[lang], there, changed) for lang, there in again.items()}
    new = {lang: there for lang, there in now.items() if there is not before[lang]}
    return joined(before, new, new)


def _translation(before: Translations, again: Translations, changed: Changed) -> Translations:
    """Return what is there in a language; the very value from before where nothing of it has changed."""
    now = replace(
        again,
        topics=joined(before.topics, again.topics, changed.topics),
        shared=joined(before.shared, again.shared, changed.shared),
    )
    return before if now == before else now
