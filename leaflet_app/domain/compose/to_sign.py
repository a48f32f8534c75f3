"""What a clinician signs on paper: the text as a leaflet reads, what changed in it marked, and room to sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Heading,
    InLanguage,
    Paragraph,
    Questions,
    Run,
    Text,
    Tone,
    words,
)
from leaflet_app.domain.compose.to_sign_marks import Marked, marked
from leaflet_app.domain.compose.to_sign_text import Shape, pieces
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.front_changes import with_facts
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.topic import SectionKey
from leaflet_app.domain.value import value

NOTHING = "No word has changed since it was approved."
NO_WORD = "No word has changed since it was approved, only what is in bold, a link, or a mark behind a heading."
ALL_NEW = "All of it is new."
TO_SIGN = ("Name and role", "Registration number", "Signature and date")


@value
class Signing:
    """What the pages say besides the text: parts are headings with lines below, left out where they have none.

    `lang` is the language of the text; `short_id` names its words in the foot. `is_first` where nothing was approved.
    """

    title: str
    about: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    lang: str
    short_id: str
    is_first: bool = False


def to_sign(frame: Leaflet, signing: Signing, before: str, now: str) -> Leaflet:
    """Return the pages in the frame of a leaflet: the practice's band, and a foot that no patient's leaflet has."""
    footer = f"For the reviewer, not for patients · {signing.title} · {signing.short_id} · page {{page}} of {{pages}}"
    return replace(
        frame,
        title=signing.title,
        purpose=signing.about,
        blocks=tuple(_blocks(frame, signing, before, now)),
        footer=footer,
        for_person="",
        needs_review=True,
        title_lang="",
        beside=None,
    )


def _blocks(frame: Leaflet, signing: Signing, before: str, now: str) -> Iterator[Block]:
    new = pieces(now)
    shown = marked(new if signing.is_first else pieces(before), new)
    said = words(ALL_NEW) if signing.is_first else _legend(shown, is_same=with_facts(before) == with_facts(now))
    yield Box(Tone.NOTE, (Paragraph(said),))
    text = tuple(_read(shown))
    yield from text if signing.lang == frame.lang else (InLanguage(signing.lang, text),)
    for number, (title, lines) in enumerate(signing.parts):
        if lines:
            yield Heading(title, 2, f"part-{number}")
            yield Bullets(tuple(words(line) for line in lines))
    yield Box(Tone.CONTACT, (Heading("Signed by", 2, "signed"), Questions(tuple(words(line) for line in TO_SIGN))))


def _legend(shown: Sequence[Marked], *, is_same: bool) -> Text:
    """Say how changes are marked, and below which headings they stand."""
    if not any(each.is_changed for each in shown):
        return words(NOTHING if is_same else NO_WORD)
    heading, places = "", dict[str, None]()
    for each in shown:
        heading = each.piece.said if each.piece.shape is Shape.HEADING else heading
        places |= {heading: None} if each.is_changed and heading else {}
    where = f" Changed: {' · '.join(places)}" if places else ""
    return (
        Run("Words "),
        Run("taken out", fate=Fate.TAKEN),
        Run(" are struck through, and "),
        Run("new", fate=Fate.PUT),
        Run(f" words underlined.{where}"),
    )


def _read(shown: Iterable[Marked]) -> Iterator[Block]:
    """Yield the text as a leaflet reads, the reasons to get help fast in their box."""
    for number, (is_urgent, group) in enumerate(groupby(shown, key=_is_urgent)):
        blocks = tuple(_told(group, f"text-{number}"))
        yield from (Box(Tone.URGENT, blocks),) if is_urgent else blocks


def _told(shown: Iterable[Marked], anchor: str) -> Iterator[Block]:
    for number, (shape, group) in enumerate(groupby(shown, key=lambda each: each.piece.shape)):
        if shape is Shape.BULLET:
            yield Bullets(tuple(_spaced(each.text) for each in group))
        elif shape is Shape.PARAGRAPH:
            yield from (Paragraph(_spaced(each.text)) for each in group)
        else:
            for place, each in enumerate(group):
                yield from _headed(each, f"{anchor}-{number}-{place}")


def _headed(each: Marked, anchor: str) -> Iterator[Block]:
    """Yield a heading, and where it changed what became of its words."""
    if not each.is_gone:
        yield Heading(each.piece.said, 2, anchor)
    if each.is_changed:
        yield Paragraph((Run("Heading: ", bold=True), *_spaced(each.text)))


def _spaced(text: Text) -> Text:
    """Return a text in which words taken out do not touch those that came for them."""
    found: list[Run] = []
    for run in text:
        if found and found[-1].fate is Fate.TAKEN and run.fate is Fate.PUT and not found[-1].text.endswith(" "):
            found.append(Run(" "))
        found.append(run)
    return tuple(found)


def _is_urgent(each: Marked) -> bool:
    return each.piece.section == SectionKey.URGENT.value
