"""The parts of a topic: sections by key, the reasons to get help fast, and its own questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from leaflet_app.domain.blocks import Bullets, Paragraph, Text, plain
from leaflet_app.domain.bounds import LONGEST_HEADING
from leaflet_app.domain.topic import Section, SectionKey, Urgency, UrgentLine
from leaflet_app.domain.value import value
from leaflet_app.library.body import Piece
from leaflet_app.library.report import Report

LEADS = {
    "Call 999 if:": Urgency.EMERGENCY,
    "Ring the same day if:": Urgency.SAME_DAY,
    "While you wait:": Urgency.ADVICE,
}
"""The three bold lines of a "Get help fast" section. A leaflet prints its own wording for them."""

_KEYS = {key.value: key for key in SectionKey}


@value
class _Part:
    """A heading with a known key and what stands below it."""

    key: SectionKey
    heading: str
    pieces: tuple[Piece, ...]
    number: int


@value
class Parts:
    """What the body of a topic holds."""

    sections: tuple[Section, ...]
    urgent: tuple[UrgentLine, ...]
    questions: tuple[Text, ...]


def read_parts(pieces: Sequence[Piece], report: Report, leads: Mapping[str, Urgency] = LEADS) -> Parts:
    """Return the parts of a topic's body, reporting headings without a known key and pieces in the wrong place."""
    sections: list[Section] = []
    urgent: tuple[UrgentLine, ...] = ()
    questions: tuple[Text, ...] = ()
    for part in _by_heading(pieces, report):
        if any(part.key is section.key for section in sections):
            report.add(part.number, f"there are two sections {{#{part.key.value}}}", "join them under one heading")
        sections.append(Section(part.key, part.heading, to_blocks(part.pieces)))
        if part.key is SectionKey.URGENT:
            urgent = tuple(_urgent_lines(part, report, leads))
            continue
        check_no_marks(part.pieces, report)
        if part.key is SectionKey.QUESTIONS:
            questions = tuple(_questions(part, report))
    return Parts(tuple(sections), urgent, questions)


def to_blocks(pieces: Iterable[Piece]) -> tuple[Paragraph | Bullets, ...]:
    """Return paragraphs and bullets as the leaflet's blocks."""
    return tuple(
        Bullets(tuple(line.text for line in piece.lines)) if piece.kind == "bullets" else Paragraph(piece.lines[0].text)
        for piece in pieces
    )


def check_no_marks(pieces: Iterable[Piece], report: Report) -> None:
    """Report a {#mark} where none belongs."""
    for line in (line for piece in pieces for line in piece.lines if line.mark):
        report.add(line.number, f"{{#{line.mark}}} does not belong here", "remove it")


def _by_heading(pieces: Sequence[Piece], report: Report) -> Iterator[_Part]:
    """Yield each heading with the pieces below it."""
    starts = [index for index, piece in enumerate(pieces) if piece.kind == "heading"]
    if pieces and (not starts or starts[0] > 0):
        report.add(
            pieces[0].number,
            "text stands before the first heading",
            "put a heading like “## What is it? {#what}” above it",
        )
    for start, end in pairwise((*starts, len(pieces))):
        line = pieces[start].lines[0]
        heading = plain(line.text)
        below = tuple(pieces[start + 1 : end])
        if line.mark not in _KEYS:
            found = f"{{#{line.mark}}} is not a section" if line.mark else "this heading has no {#section} at its end"
            report.add(line.number, found, f"use one of these: {', '.join(_KEYS)}")
            continue
        if not heading or any(run.bold or run.link or run.fact for run in line.text):
            report.add(line.number, "a heading is words only", "write plain words before the {#section}")
        if len(heading) > LONGEST_HEADING:
            report.add(line.number, f"a heading has more than {LONGEST_HEADING} letters", "shorten it")
        if not below:
            report.add(line.number, "nothing stands below this heading", "write the section or remove its heading")
        yield _Part(_KEYS[line.mark], heading, below, line.number)


def _urgent_lines(part: _Part, report: Report, leads: Mapping[str, Urgency]) -> Iterator[UrgentLine]:
    """Yield the bullets below the three bold leads."""
    remedy = f"use only bullets below these three bold lines: {'; '.join(list(leads)[-len(Urgency) :])}"
    urgency: Urgency | None = None
    for piece in part.pieces:
        first = piece.lines[0]
        if piece.kind == "bullets" and urgency is not None:
            yield from (UrgentLine(urgency, line.mark, line.text) for line in piece.lines)
            urgency = None
        elif piece.kind == "paragraph" and all(run.bold for run in first.text) and plain(first.text) in leads:
            urgency = leads[plain(first.text)]
        else:
            report.add(piece.number, "“Get help fast” holds something that the box cannot print", remedy)
    if urgency is not None:
        report.add(part.number, "one of the bold lines has no bullets below it", remedy)


def _questions(part: _Part, report: Report) -> Iterator[Text]:
    for piece in part.pieces:
        if piece.kind == "bullets":
            yield from (line.text for line in piece.lines)
        else:
            report.add(piece.number, "the questions hold a paragraph", "write each question as a bullet")
