"""What changed in a text since it was approved, on paper: each sentence before and now, and room to sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from leaflet_app.domain.blocks import Block, Bullets, Definitions, Heading, Paragraph, Questions, Run, words
from leaflet_app.domain.front_changes import read_out
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.sentences import sentence_spans
from leaflet_app.domain.value import value

_MARKS = re.compile(r"^#+ |\*\*| ?\{#[a-z0-9-]+\}")

NOTHING = "No word has changed since it was approved."
TO_SIGN = ("Name and role", "Registration number", "Signature and date")


@value
class Signing:
    """What the pages say besides the changes: each a heading with lines below it, left out where it has none."""

    title: str
    about: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def to_sign(frame: Leaflet, signing: Signing, before: str, now: str) -> Leaflet:
    """Return the pages in the frame of a leaflet: the practice's band, and a foot that no patient's leaflet has."""
    footer = f"For the reviewer, not for patients · {signing.title} · page {{page}} of {{pages}}"
    return replace(
        frame,
        title=signing.title,
        purpose=signing.about,
        blocks=tuple(_blocks(signing, before, now)),
        footer=footer,
        for_person="",
        needs_review=True,
        title_lang="",
        beside=None,
    )


def _blocks(signing: Signing, before: str, now: str) -> Iterator[Block]:
    yield Heading("What changed", 2, "changed")
    yield from _changes(before, now)
    for number, (title, lines) in enumerate(signing.parts):
        if lines:
            yield Heading(title, 2, f"part-{number}")
            yield Bullets(tuple(words(line) for line in lines))
    yield Heading("Signed by", 2, "signed")
    yield Questions(tuple(words(line) for line in TO_SIGN))


def _changes(before: str, now: str) -> Iterator[Block]:
    old, new = _units(read_out(before)), _units(read_out(now))
    steps = [step for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if step[0] != "equal"]
    if not steps:
        yield Paragraph(words(NOTHING))
    for _, start, end, new_start, new_end in steps:
        yield from _side("− Before", old[start:end])
        yield from _side("+ Now", new[new_start:new_end])


def _side(label: str, units: Sequence[str]) -> Iterator[Block]:
    """Say one side of a change: a sentence beside its label, several in a list below it."""
    if len(units) == 1:
        yield Definitions(((label, words(units[0])),))
    elif units:
        yield Paragraph((Run(f"{label}:", bold=True),))
        yield Bullets(tuple(words(unit) for unit in units))


def _units(text: str) -> list[str]:
    """Return the sentences of a text as it is written, line by line."""
    lines = map(_without_marks, text.splitlines())
    spans = ((line, span) for line in lines for span in sentence_spans(line))
    return [line[start:end].strip().removeprefix("- ") for line, (start, end) in spans]


def _without_marks(line: str) -> str:
    """Return a line without the marks that only the writer of a text needs."""
    return _MARKS.sub("", line)
