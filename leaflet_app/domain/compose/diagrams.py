"""Drawings in a leaflet: those that topics name, and the body with the topics' places marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leaflet_app.domain.blocks import Block, Box, Drawing, Heading, Paragraph, Run, Text, Tone, words
from leaflet_app.domain.compose.languages import apart
from leaflet_app.domain.compose.phrasing import say_list
from leaflet_app.domain.diagrams import BODY, Diagram, Part
from leaflet_app.domain.languages import ENGLISH
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import Topic
from leaflet_app.domain.wording import Wording


def drawing(diagram: Diagram) -> Drawing:
    """Return a drawing with all its parts named."""
    return Drawing(diagram, diagram.alt, _labels(diagram, diagram.parts))


def body_map(library: Library, topics: Sequence[Topic], selection: Selection) -> Iterator[Block]:
    """Yield the body with the places of these topics marked and named; where they have none, all are named.

    The place that the clinician marks for this person has a ring too, and the words to this person at its label;
    without one they stand in a box, apart from the library's. Without a sound drawing, nothing prints.
    """
    body = library.diagrams.get(BODY)
    if body is None:
        return
    wording, note = library.worded_in(ENGLISH).wording, selection.body_note
    mark = selection.body_mark.value if selection.body_mark else ""
    sites = {topic.site.value for topic in topics} | {mark}
    marked = tuple(part for part in body.parts if part in sites)
    yield Heading(library.wording.body_map, 2, "body-map")
    alt = marked_alt([body.parts[part] for part in marked], wording) or body.alt
    drawn = Drawing(body.marking(marked), alt, _labels(body, marked or body.parts))
    if mark in body.parts:
        yield from apart(ENGLISH, (_ringed(drawn, mark, note, wording),), library.wording)
        return
    yield from apart(ENGLISH, (drawn,), library.wording)
    if note:
        yield Box(Tone.NOTE, (Paragraph((Run(f"{library.wording.note}: ", bold=True), *words(note))),))


def marked_alt(parts: Sequence[Part], wording: Wording) -> str:
    """Say which parts are marked: one with where it lies, several by name, none not at all."""
    if len(parts) == 1:
        return parts[0].marked
    named = say_list([_inside(part) for part in parts], wording)
    return wording.body_marked.format(places=named) if parts else ""


def _ringed(drawn: Drawing, mark: str, note: str, wording: Wording) -> Drawing:
    """Put a ring around a part, and the words to this person in place of those of its label."""
    part = drawn.diagram.parts[mark]
    own = (*_label(replace(part, place="")), Run(": "), *words(note)) if note else _label(part)
    labels = tuple((name, own if name == mark else text) for name, text in drawn.labels)
    alt = f"{drawn.alt} {wording.body_ringed.format(place=_inside(part))}"
    return Drawing(drawn.diagram.ringed(mark), alt, labels)


def _inside(part: Part) -> str:
    """Return a part's name as it reads inside a sentence."""
    return part.label[:1].lower() + part.label[1:]


def _labels(diagram: Diagram, parts: Iterable[str]) -> tuple[tuple[str, Text], ...]:
    """Name parts from top to bottom."""
    ordered = sorted(parts, key=lambda part: diagram.parts[part].at[1])
    return tuple((part, _label(diagram.parts[part])) for part in ordered)


def _label(part: Part) -> Text:
    name = Run(part.label, bold=True)
    return (name, Run(f": {part.place}")) if part.place else (name,)
