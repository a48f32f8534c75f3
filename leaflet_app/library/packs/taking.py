"""What a pack brings beside what is here, and the change that takes some of it in."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from leaflet_app.domain.errors import EditRefused, PackRefused
from leaflet_app.domain.errors.telling import shown
from leaflet_app.domain.file_text import text_of
from leaflet_app.domain.packs import Brought, Difference, ListChange, Pack
from leaflet_app.domain.review import Status
from leaflet_app.library import where
from leaflet_app.library.files import LARGEST_TOPIC, Files
from leaflet_app.library.packs.entries import taken_in
from leaflet_app.library.packs.layout import LARGEST_FILE, LISTS, ORGANISATIONS, QUESTIONS, SOURCES
from leaflet_app.library.packs.titles import title_of
from leaflet_app.library.writing import in_front_matter, with_fields

_MENDED = "Ask who sent it to mend that text, and to make the pack anew."
_PLACES = (
    (SOURCES, where.SOURCES, "source"),
    (ORGANISATIONS, where.ORGANISATIONS, "organisation"),
    (QUESTIONS, where.QUESTIONS, "question"),
)


def brought_by(pack: Pack, files: Files) -> tuple[Brought, ...]:
    """Return each text and picture of a pack, as a draft, beside what is here. Raises PackRefused."""
    return tuple(
        _beside(file, as_draft(file, content) if file.endswith(".md") else content, files)
        for file, content in pack.files.items()
        if file not in LISTS
    )


def list_changes(pack: Pack, files: Files) -> tuple[tuple[bytes, ListChange], ...]:
    """Return each list as it would be, and what the pack does to it. Raises PackRefused, FileUnreadable."""
    return tuple(_list_changes(pack, files))


def as_draft(file: str, content: bytes) -> bytes:
    """Return a text that nobody has checked here: whatever it was where it came from, it is a draft.

    Raises PackRefused for one of which that cannot be said for certain.
    """
    if len(content) > LARGEST_TOPIC:
        raise PackRefused(f"“{shown(file)}” is larger than {LARGEST_TOPIC // 1024} kB", _MENDED)
    try:
        text = text_of(content)
        drafted = in_front_matter(text, lambda front: with_fields(front, "review", {"status": Status.DRAFT.value}))
    except (EditRefused, UnicodeDecodeError) as fault:
        raise PackRefused(f"“{shown(file)}” cannot be made a draft", _MENDED) from fault
    return drafted.encode()


def change_of(pack: Pack, files: Files, chosen: Collection[str]) -> dict[str, bytes]:
    """Return the change that takes the chosen texts in, with what they need of the lists.

    Raises PackRefused, FileUnreadable.
    """
    texts = {each.file: each.theirs for each in brought_by(pack, files) if each.file in chosen}
    lists = {change.file: content for content, change in list_changes(pack, files) if change.added}
    return {**texts, **lists} if texts else {}


def _beside(file: str, theirs: bytes, files: Files) -> Brought:
    title = title_of(file, theirs)
    if not files.holds(file):
        return Brought(file, title, Difference.NEW, None, theirs)
    mine = files.read(file, LARGEST_FILE)
    return Brought(file, title, Difference.SAME if mine == theirs else Difference.CHANGED, mine, theirs)


def _list_changes(pack: Pack, files: Files) -> Iterator[tuple[bytes, ListChange]]:
    for name, file, table in _PLACES:
        if name in pack.files:
            yield taken_in(file, files.read(file, LARGEST_FILE), pack.files[name], table)
