"""Translate a text, and check a translation whose English has changed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from leaflet_app.domain.errors import EditRefused
from leaflet_app.domain.facing import Facing, translates
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.file_text import text_shown
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.passages import Passage, passages
from leaflet_app.domain.sentence_marks import SentenceMark
from leaflet_app.domain.sentences import sentence
from leaflet_app.domain.untranslated import count_sentences
from leaflet_app.domain.value import value
from leaflet_app.services import library_store, text_drafts
from leaflet_app.services.desk import Desk
from leaflet_app.services.newest import Newest
from leaflet_app.services.text_drafts import TextDraft
from leaflet_app.services.text_titles import title_of

_ID = re.compile(r"[0-9a-f]{40}")

# Imports inside functions are late on purpose: most desks print, and never translate.


class OpenedFacing(NamedTuple):
    """A translation beside its English text, and what somebody left of it here."""

    facing: Facing
    draft: TextDraft | None


@value
class LookedFacing:
    """What is found in a translation as it is typed: what is to be checked or translated, in its order, and faults.

    `to_check` counts sentences that somebody translated, `to_translate` those of the English text without any words,
    `sentences` all that there are.
    """

    facing: Facing
    text: str
    marks: tuple[SentenceMark, ...]
    to_check: int
    to_translate: int
    sentences: int
    passages: tuple[Passage, ...]
    faults: tuple[Fault, ...]

    @property
    def is_of_today(self) -> bool:
        """Tell whether a save would make it a translation of today's English, with no word changed."""
        return not self.to_check and translates(self.text) != self.facing.english_id


def facing(desk: Desk, file: str) -> Facing:
    """Return a translation with its English text of today, and the one it was made from. Raises EditRefused."""
    from leaflet_app.library.besides_review import says_the_same  # noqa: PLC0415
    from leaflet_app.library.files import content_id  # noqa: PLC0415
    from leaflet_app.library.translated_from import english_file  # noqa: PLC0415

    now = library_store.newest(desk)
    content = _read(now, english_file(file))
    english, newest = text_shown(content), content_id(content)
    if not now.files.holds(file):
        return Facing(file, english, newest, newest, english, "", now.commit)
    text = text_shown(_read(now, file))
    translated = translates(text)
    before = _kept(desk, translated)
    if before is not None and says_the_same(before, content):
        newest = translated
    return Facing(file, english, newest, translated, _shown(before), text, now.commit)


def open_facing(desk: Desk, file: str) -> OpenedFacing:
    """Open a translation beside its English text, begun or not. Raises EditRefused."""
    opened, draft = facing(desk, file), text_drafts.left_of(desk.home, file)
    return OpenedFacing(opened, draft if draft is not None and draft.text != opened.text else None)


def begin_facing(desk: Desk, file: str) -> tuple[Facing, str]:
    """Return what stands beside a new translation, and that, with nothing said in it yet. Raises EditRefused."""
    return facing(desk, file), begin_text(desk, file)


def begin_text(desk: Desk, file: str) -> str:
    """Return a new translation with nothing said in it yet; it is kept nowhere. Raises EditRefused."""
    from leaflet_app.domain.new_translation import begun  # noqa: PLC0415
    from leaflet_app.library.files import content_id  # noqa: PLC0415
    from leaflet_app.library.sections import LEADS  # noqa: PLC0415
    from leaflet_app.library.translated import leads_of  # noqa: PLC0415
    from leaflet_app.library.translated_from import english_file  # noqa: PLC0415

    now = library_store.newest(desk)
    _, text_id, name = file.split("/")
    lang = name.removesuffix(".md")
    _check_new(now, text_id, lang, file)
    english = _read(now, english_file(file))
    own = {urgency: lead for lead, urgency in leads_of(now.library.translations[lang].wording).items()}
    leads = {lead: own[urgency] for lead, urgency in LEADS.items()}
    return begun(text_shown(english), content_id(english), lang, leads)


def begin(desk: Desk, text_id: str, lang: str) -> str:
    """Keep a new translation with nothing said in it yet, and return its file. Raises as change does."""
    from leaflet_app.library import where  # noqa: PLC0415

    now = library_store.newest(desk)
    file = where.text_file(where.TOPICS if text_id in now.library.topics else where.SHARED, text_id, lang)
    text = begin_text(desk, file)
    library_store.change(desk, {file: text.encode()}, f"Begin {text_id} in {lang}", base=now.commit)
    return file


def look_over(desk: Desk, opened: Facing, text: str) -> LookedFacing:
    """Find what is to be done in a translation as it is typed now, and what is wrong with it."""
    opened = _made_from(desk, opened, text)
    to_check = opened.marks(text)
    return LookedFacing(
        opened,
        text,
        tuple(sorted((*to_check, *opened.missing(text)), key=lambda mark: (mark.at, mark.english))),
        len(to_check),
        opened.to_translate(text),
        count_sentences(opened.english),
        passages(text),
        _problems(desk, opened.file, text),
    )


def save(desk: Desk, opened: Facing, text: str, author: str = "") -> Facing:
    """Keep a translation: as one of today's English where nothing is left to be checked. Raises what change does."""
    opened = _made_from(desk, opened, text)
    kept = opened.settled(text)
    left = ((len(opened.marks(kept)), "check"), (opened.to_translate(kept), "translate"))
    message = ", ".join(
        (
            f"Translate {title_of(desk.library, opened.file)}",
            *(f"{count} still to {act}" for count, act in left if count),
        )
    )
    library_store.change(desk, {opened.file: kept.encode()}, message, base=opened.base, author=author)
    return facing(desk, opened.file)


def _made_from(desk: Desk, opened: Facing, text: str) -> Facing:
    """Return a translation with the English text that its words, as they are now, say they were made from.

    While its front matter cannot be read, as in the middle of a word, they say nothing.
    """
    identity = translates(text)
    if identity in {"", opened.translated}:
        return opened
    return replace(opened, translated=identity, before=_shown(_kept(desk, identity)))


def _problems(desk: Desk, file: str, text: str) -> tuple[Fault, ...]:
    """Return what is wrong with a translation, before anybody keeps it."""
    from leaflet_app.library import where  # noqa: PLC0415
    from leaflet_app.library.changed_files import ChangedFiles  # noqa: PLC0415
    from leaflet_app.library.report import Report  # noqa: PLC0415
    from leaflet_app.library.translated import read_translated_shared, read_translated_topic  # noqa: PLC0415

    now = library_store.newest(desk)
    room, text_id, name = file.split("/")
    report, library = Report(file), now.library
    files = ChangedFiles(now.files, {file: text.encode()})
    if text_id not in (library.topics if room == where.TOPICS else library.shared):
        report.add(1, "the English text has a fault", "mend that one first: this one is read by it")
    elif room == where.TOPICS:
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


def _shown(content: bytes | None) -> str | None:
    return None if content is None else text_shown(content)


def _kept(desk: Desk, identity: str) -> bytes | None:
    """Return the English text of an id, None where this desk's library never held it."""
    from leaflet_app.library.files import FileUnreadable  # noqa: PLC0415

    if not _ID.fullmatch(identity):
        return None
    with library_store.opened(desk) as store:
        try:
            return store.content(identity)
        except FileUnreadable:
            return None


def _read(now: Newest, file: str) -> bytes:
    from leaflet_app.library.files import LARGEST_TOPIC, FileUnreadable  # noqa: PLC0415

    try:
        return now.files.read(file, LARGEST_TOPIC)
    except FileUnreadable as fault:
        raise EditRefused(f"{file} cannot be read: {fault.wrong}", sentence(fault.remedy)) from fault
