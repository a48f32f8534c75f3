"""Translate a text, check a translation whose English has changed, and tell how all of them stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.facing import Facing, translates
from leaflet_app.domain.faults import Fault, Weight
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.services import library_store, text_drafts
from leaflet_app.services.desk import Desk
from leaflet_app.services.newest import Newest
from leaflet_app.services.text_drafts import TextDraft

# Imports inside functions are late on purpose: most desks print, and never translate.


class InLanguage(NamedTuple):
    """How one text stands in one language: its title there, and how many sentences are to be checked.

    `is_stale` where that number is not known: a disclaimer names the version it translates, not its words.
    """

    file: str
    english_title: str
    lang: str
    title: str
    is_there: bool
    to_check: int
    has_faults: bool
    is_stale: bool = False

    @property
    def said(self) -> str:
        """Say it in few words."""
        if not self.is_there:
            return "not translated"
        if self.has_faults:
            return "has faults"
        if self.to_check:
            return f"out of date: {self.to_check} to check"
        if self.is_stale:
            return "out of date"
        return "up to date"


class OpenedFacing(NamedTuple):
    """A translation beside its English text, None where nobody has begun it, and what somebody left of it here."""

    facing: Facing | None
    draft: TextDraft | None


def standing(desk: Desk) -> tuple[InLanguage, ...]:
    """Tell how each text, disclaimers too, stands in each language. Raises StoreUnusable, LibraryUnreadable."""
    now = library_store.newest(desk)
    return tuple(_standing(desk, now))


def facing(desk: Desk, file: str) -> Facing:
    """Return a translation with its English text of today, and the one it was made from. Raises EditRefused."""
    from leaflet_app.library.files import content_id  # noqa: PLC0415
    from leaflet_app.library.translated_from import english_file  # noqa: PLC0415

    now = library_store.newest(desk)
    english, text = _read(now, english_file(file)), _read(now, file)
    return Facing(
        file,
        english.decode("utf-8", "replace"),
        content_id(english),
        _kept(desk, translates(text.decode("utf-8", "replace"))),
        text.decode("utf-8", "replace"),
        now.commit,
    )


def open_facing(desk: Desk, file: str) -> OpenedFacing:
    """Open a translation beside its English text. Raises EditRefused."""
    if not library_store.newest(desk).files.holds(file):
        return OpenedFacing(None, None)
    opened, draft = facing(desk, file), text_drafts.left_of(desk.home, file)
    return OpenedFacing(opened, draft if draft is not None and draft.text != opened.text else None)


def begin_facing(desk: Desk, file: str) -> Facing:
    """Begin a translation by its file, and open it. Raises as begin does."""
    _, text_id, name = file.split("/")
    return facing(desk, begin(desk, text_id, name.removesuffix(".md")))


def begin(desk: Desk, text_id: str, lang: str) -> str:
    """Keep a new translation with nothing said in it yet, and return its file. Raises as change does."""
    from leaflet_app.domain.new_translation import begun  # noqa: PLC0415
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.library.files import content_id  # noqa: PLC0415

    now = library_store.newest(desk)
    room = where.TOPICS if text_id in now.library.topics else where.SHARED
    file = where.text_file(room, text_id, lang)
    _check_new(now, text_id, lang, file)
    english = _read(now, where.text_file(room, text_id))
    wording = now.library.translations[lang].wording
    text = begun(english.decode(), content_id(english), wording, now.library.wording)
    library_store.change(desk, {file: text.encode()}, f"Begin {text_id} in {lang}", base=now.commit)
    return file


def save(desk: Desk, opened: Facing, text: str, author: str = "") -> Facing:
    """Keep a translation: as one of today's English where nothing is left to be checked. Raises what change does."""
    kept = opened.settled(text)
    left = len(opened.marks(kept))
    message = f"Translate {opened.file}" + (f", {left} still to check" if left else "")
    library_store.change(desk, {opened.file: kept.encode()}, message, base=opened.base, author=author)
    return facing(desk, opened.file)


def problems(desk: Desk, opened: Facing, text: str) -> tuple[Fault, ...]:
    """Return what is wrong with a translation as it is typed now, before anybody keeps it."""
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415
    from leaflet_app.library.translated import read_translated_shared, read_translated_topic  # noqa: PLC0415

    now = library_store.newest(desk)
    room, text_id, name = opened.file.split("/")
    report, library = Report(opened.file), now.library
    files = ChangedFiles(now.files, {opened.file: text.encode()})
    if room == where.TOPICS:
        wording = library.translations[name.removesuffix(".md")].wording
        read_translated_topic(files, report, library.topics[text_id], wording, library.topics)
    else:
        read_translated_shared(files, report, library.shared[text_id], library.topics)
    return tuple(sorted(report.told))


def _check_new(now: Newest, text_id: str, lang: str, file: str) -> None:
    if text_id not in {**now.library.topics, **now.library.shared}:
        raise EditRefused(f"there is no sound text called “{text_id}”", "Choose a topic or a shared text by its id.")
    if lang == ENGLISH or lang not in now.library.translations:
        known = ", ".join(now.library.translations)
        raise EditRefused(f"the leaflet's own words are not in “{lang}” yet", f"Choose from: {known}.")
    if now.files.holds(file):
        raise EditRefused(f"{file} is there already", "Open it to work on it.")


def _standing(desk: Desk, now: Newest) -> Iterator[InLanguage]:
    from leaflet_app.library import where  # noqa: PLC0415

    library = now.library
    faulty = {fault.file for fault in library.faults if fault.weight is Weight.FAULT}
    for lang in library.translations:
        for room, texts in ((where.TOPICS, library.offered), (where.SHARED, library.shared)):
            for each, text in texts.items():
                file = where.text_file(room, each, lang)
                yield InLanguage(
                    file,
                    text.title,
                    lang,
                    _title(library, room == where.TOPICS, each, lang),
                    is_there=now.files.holds(file),
                    to_check=_to_check(desk, file) if now.files.holds(file) else 0,
                    has_faults=file in faulty,
                )
        yield from _of_disclaimers(now, lang, faulty)


def _of_disclaimers(now: Newest, lang: str, faulty: Collection[str]) -> Iterator[InLanguage]:
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.services.edit_text import title_of  # noqa: PLC0415

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
            has_faults=file in faulty,
            is_stale=held is not None and held.translated is not None and held.translated.is_stale,
        )


def _title(library: Library, is_topic: bool, text_id: str, lang: str) -> str:  # noqa: FBT001  (of two rooms)
    there = library.translations[lang]
    text = there.topics.get(text_id) if is_topic else there.shared.get(text_id)
    return text.title if text else ""


def _to_check(desk: Desk, file: str) -> int:
    opened = facing(desk, file)
    return len(opened.marks(opened.text))


def _kept(desk: Desk, identity: str) -> str | None:
    """Return the English text of an id, None where this desk's library never held it."""
    from leaflet_app.library.files import content_id  # noqa: PLC0415

    if len(identity) != len(content_id(b"")):
        return None
    with library_store.opened(desk) as store:
        try:
            return store.content(identity).decode("utf-8", "replace")
        except (KeyError, ValueError):
            return None


def _read(now: Newest, file: str) -> bytes:
    from leaflet_app.library.files import LARGEST_TOPIC, FileUnreadable  # noqa: PLC0415

    try:
        return now.files.read(file, LARGEST_TOPIC)
    except FileUnreadable as fault:
        raise EditRefused(f"{file} cannot be read: {fault.wrong}", f"{fault.remedy.capitalize()}.") from fault
