"""Edit one text of the library: open it, look it over as it is written, show its leaflet, and keep it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from leaflet_app.domain.completing import Known, Names, Offer
from leaflet_app.domain.errors import EditRefused, StoreUnusable
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.leaflet import Place
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Format
from leaflet_app.domain.new_topic import new_topic
from leaflet_app.domain.readability import Score, reading
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import Kind, Site
from leaflet_app.domain.value import value
from leaflet_app.services import library_store, settings, text_drafts
from leaflet_app.services.desk import Desk
from leaflet_app.services.files_beside import files_beside
from leaflet_app.services.make_leaflet import Made, make_leaflet
from leaflet_app.services.newest import Newest
from leaflet_app.services.text_drafts import TextDraft
from leaflet_app.services.text_titles import title_of

if TYPE_CHECKING:
    from leaflet_app.library.files import Files

BESIDE_DISCLAIMER, ROOM_OF_SHARED = "about", "more"
"""The part of a leaflet that a disclaimer stands in, and that of the texts which topics share."""

# Imports inside functions are late on purpose: most desks print, and never edit.


@value
class OpenedText:
    """A text as the newest library holds it. `known` is what it may name, `title` what people call it.

    `beside` are the files that its forms show; `draft` is what somebody left of it here.
    """

    file: str
    text: str
    base: str
    title: str
    lang: str
    known: Known
    beside: Mapping[str, bytes]
    draft: TextDraft | None


@value
class Looked:
    """What is found in a text as it stands. `score` is None while it cannot be read, or is in no English.

    `library` is the newest one with this text in its place.
    """

    text: str
    faults: tuple[Fault, ...]
    score: Score | None
    is_readable: bool
    library: Library


@value
class Theirs:
    """A text as somebody else has changed it meanwhile, and the files beside it."""

    text: str
    base: str
    beside: Mapping[str, bytes]


def open_text(desk: Desk, file: str) -> OpenedText:
    """Return a text as it was last kept. Raises EditRefused where there is none, StoreUnusable, LibraryUnreadable."""
    now = library_store.newest(desk)
    text, beside = words_of(now.files, file), files_beside(desk, file)
    draft = _draft_left(desk, file, text, beside)
    _read_for_forms(text or "", beside)
    if text is None and draft is None:
        raise EditRefused(f"there is no text {file}", "Choose another one from the list.")
    title = title_of(now.library, file, text or (draft.text if draft else ""))
    return OpenedText(file, text or "", now.commit, title, _lang(file), _known(now), beside, draft)


def begin_topic(desk: Desk, topic_id: str, title: str, kind: Kind, site: Site) -> str:
    """Leave a draft of a new topic for the editor, and return its file; one that was left before stays.

    Raises CannotSave, StoreUnusable.
    """
    from leaflet_app.library import where  # noqa: PLC0415

    file = where.text_file(where.TOPICS, topic_id)
    if text_drafts.left_of(desk.home, file) is not None:
        return file
    text = new_topic(topic_id, title, kind, site, settings.load(desk).library.editor)
    text_drafts.keep(desk.home, TextDraft(file, text, library_store.newest(desk).commit, desk.now()))
    return file


def look_at(desk: Desk, file: str, text: str, others: Mapping[str, bytes | None] | None = None) -> Looked:
    """Check a text as if it was kept, with the files that belong to it. Raises StoreUnusable, LibraryUnreadable."""
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415
    from leaflet_app.library.one_text import check_text  # noqa: PLC0415

    now = library_store.newest(desk)
    found = check_text(ChangedFiles(now.files, others or {}), file, text, now.library)
    is_english = found.text is not None and found.text.lang == ENGLISH
    score = reading(found.text).whole if found.text is not None and is_english else None
    return Looked(text, found.faults, score, is_readable=found.text is not None, library=found.library)


def leaflet_of(desk: Desk, file: str, looked: Looked, page_format: Format) -> Made | None:
    """Make the leaflet that prints a text; None where none does. Raises LeafletError."""
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.library.disclaimers import is_disclaimer  # noqa: PLC0415

    topic_id = _printing_topic(looked.library, file)
    if topic_id is None:
        return None
    language = "" if _lang(file) == ENGLISH else _lang(file)
    notice = where.disclaimer_id(file) if is_disclaimer(file) else ""
    selection = Selection((topic_id,), format=page_format, language=language, disclaimer=notice)
    return make_leaflet(looked.library, selection, desk.render)


def place_in(made: Made, file: str) -> Place | None:
    """Return where a text begins in a leaflet; None where that is the beginning of the leaflet."""
    from leaflet_app.library.disclaimers import is_disclaimer  # noqa: PLC0415

    anchor = BESIDE_DISCLAIMER if is_disclaimer(file) else f"{ROOM_OF_SHARED}/{PurePosixPath(file).parent.name}"
    return next((place for place in made.rendered.places if place.anchor == anchor), None)


def save_text(
    desk: Desk, file: str, text: str, message: str, *, base: str, others: Mapping[str, bytes | None] | None = None
) -> str:
    """Keep a text, and the files that belong to it, as one version; return that.

    Raises EditedMeanwhile, EditRefused, StoreUnusable.
    """
    return library_store.change(desk, {**(others or {}), file: text.encode()}, message.strip(), base=base)


def theirs_of(desk: Desk, file: str, kept: str) -> Theirs | None:
    """Return a text as it stands now where it is not as it was opened. Raises StoreUnusable, LibraryUnreadable."""
    now = library_store.newest(desk)
    text = words_of(now.files, file)
    return None if text in (kept, None) else Theirs(text or "", now.commit, files_beside(desk, file))


def suggested_message(title: str, before: str, after: str) -> str:
    """Say in a few words what was done to a text; whoever keeps it says it better."""
    kept, now = before.splitlines(), after.splitlines()
    changed = len({*now} - {*kept}) + len({*kept} - {*now})
    return f"Change {title}" if changed != 1 else f"Change a line of {title}"


def words_of(files: Files, file: str) -> str | None:
    """Return a text even where it is broken: the editor is where it is mended. None where there is none."""
    from leaflet_app.library.files import LARGEST_LIST, FileUnreadable  # noqa: PLC0415

    try:
        content = files.read(file, LARGEST_LIST)
    except FileUnreadable:
        return None
    return text_shown(content)


def _read_for_forms(text: str, beside: Mapping[str, bytes]) -> None:
    """Read what the forms will ask for: here nobody waits for it."""
    from leaflet_app.services import list_forms, text_forms  # noqa: PLC0415

    text_forms.read_forms(text)
    for file, read in (
        (list_forms.SOURCES, list_forms.read_sources),
        (list_forms.ORGANISATIONS, list_forms.read_organisations),
    ):
        read(text_shown(beside.get(file, b"")))


def _draft_left(desk: Desk, file: str, text: str | None, beside: Mapping[str, bytes]) -> TextDraft | None:
    """Return what was left of a text, unless the library holds all of it by now."""
    draft = text_drafts.left_of(desk.home, file)
    if draft is None:
        return None
    draft = replace(draft, beside=dict(_joined_lists(desk, draft, beside)))
    if draft.text != text:
        return draft
    return draft if any(beside.get(each) != content for each, content in draft.beside.items()) else None


def _joined_lists(desk: Desk, draft: TextDraft, beside: Mapping[str, bytes]) -> Iterator[tuple[str, bytes | None]]:
    """Yield the files of a draft, its lists as others have changed them since; a clash is left to whoever saves it."""
    from leaflet_app.services.list_forms import ORGANISATIONS, SOURCES, joined  # noqa: PLC0415

    for file, mine in draft.beside.items():
        yield file, mine
        if mine is not None and draft.base and file in {SOURCES, ORGANISATIONS}:
            with suppress(EditRefused, StoreUnusable):
                yield file, joined(file, library_store.bytes_at(desk, file, draft.base), mine, beside.get(file))


def _lang(file: str) -> str:
    return PurePosixPath(file).stem


def _printing_topic(library: Library, file: str) -> str | None:
    """Return the topic of a text, or the first that prints a text which topics share; any bears a disclaimer."""
    room, text_id, *_ = file.split("/")
    if room == "topics":
        return text_id if library.is_offered(text_id) else None
    if room == "practice":
        return next(iter(library.offered), None)
    return next((each for each in library.offered if text_id in library.topics[each].shared), None)


def _known(now: Newest) -> Known:
    library = now.library
    topics = tuple(Offer(each, line.title) for each, line in library.listed.items())
    return {
        Names.TOPICS: topics,
        Names.LINKS: tuple(Offer(f"{each.said}](topic:{each.put})", "a topic") for each in topics),
        Names.SHARED: tuple(Offer(each.id, each.title) for each in library.shared.values()),
        Names.ORGANISATIONS: tuple(Offer(each.id, each.name) for each in library.organisations.values()),
        Names.QUESTIONS: tuple(Offer(key, _plain(text)) for key, text in library.bank.items()),
        Names.SOURCES: _sources(now),
        Names.DRAWINGS: tuple(Offer(each) for each in library.diagrams),
        Names.WORDS: tuple(Offer(term.word, term.meaning) for term in library.glossary.terms),
    }


def _sources(now: Newest) -> tuple[Offer, ...]:
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.services.list_forms import read_sources  # noqa: PLC0415

    found = read_sources(words_of(now.files, where.SOURCES) or "")
    return (
        tuple(Offer(key, f"{each.publisher}: {each.title}") for key, each in found.items())
        if isinstance(found, dict)
        else ()
    )


def _plain(text: object) -> str:
    from leaflet_app.domain.blocks import plain  # noqa: PLC0415

    return plain(text)  # type: ignore[arg-type]
