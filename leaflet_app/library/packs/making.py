"""Make a pack of topics: their texts in every language, what they share, and the entries of lists they draw on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.library import Library
from leaflet_app.domain.practice import PICTURE_ENDINGS
from leaflet_app.domain.review import Status
from leaflet_app.domain.topic import SharedBlock, Topic
from leaflet_app.library import where
from leaflet_app.library.files import LARGEST_LIST, Files
from leaflet_app.library.packs.entries import written_entries
from leaflet_app.library.packs.keys import public_half, signature
from leaflet_app.library.packs.layout import LARGEST_FILE, ORGANISATIONS, QUESTIONS, SOURCES, laid_out, manifest_of

_ENDINGS = (".md", *PICTURE_ENDINGS.values())


def pack_of(library: Library, files: Files, topics: Iterable[str], private: str) -> bytes:
    """Return a signed pack of these topics. Raises UnknownTopic, TopicHasFaults, EditRefused, ValueError."""
    chosen = tuple(library.topic(each) for each in dict.fromkeys(topics))
    for topic in chosen:
        if topic.review.status is Status.RETIRED:
            raise EditRefused(f"{topic.title} is retired", "Leave it out of the pack.")
    shared = tuple(library.shared[each] for each in dict.fromkeys(name for topic in chosen for name in topic.shared))
    lists = {name: entries for name, entries in _lists(files, chosen, shared) if entries}
    content = {**dict(_texts(files, chosen, shared)), **lists}
    manifest = manifest_of(library.practice.publisher, public_half(private), content)
    return laid_out(manifest, signature(private, manifest), content)


def _texts(files: Files, topics: Iterable[Topic], shared: Iterable[SharedBlock]) -> Iterator[tuple[str, bytes]]:
    """Yield the texts and pictures; approvals stay behind, for they are another practice's to give."""
    rooms = ((where.TOPICS, topics), (where.SHARED, shared))
    for folder in (f"{room}/{text.id}" for room, texts in rooms for text in texts):
        for entry in files.entries(folder):
            if not entry.is_folder and entry.name.endswith(_ENDINGS):
                yield f"{folder}/{entry.name}", files.read(f"{folder}/{entry.name}", LARGEST_FILE)


def _lists(files: Files, topics: tuple[Topic, ...], shared: tuple[SharedBlock, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the entries of each list that these texts name."""
    texts: tuple[Topic | SharedBlock, ...] = (*topics, *shared)
    sources = {source.id for text in texts for fact in text.facts.values() for source in fact.sources}
    support = {each for topic in topics for each in topic.support}
    bank = {each for topic in topics for each in topic.bank}
    for name, file, table, ids in (
        (SOURCES, where.SOURCES, "source", sources),
        (ORGANISATIONS, where.ORGANISATIONS, "organisation", support),
        (QUESTIONS, where.QUESTIONS, "question", bank),
    ):
        yield name, written_entries(files.read(file, LARGEST_LIST), table, ids)
