"""A short leaflet: when to get help, the facts at a glance, and whom to ask for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from leaflet_app.domain.blocks import Block, Bullets, Heading, Paragraph, lines_of
from leaflet_app.domain.compose.phrasing import separated
from leaflet_app.domain.glossary import Glossary
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import Topic


def in_short(library: Library, selection: Selection) -> Library:
    """Return the library as a summary lets it speak; whole for any other leaflet."""
    if not selection.is_summary:
        return library
    topics = {each: _short(library.topic(each), selection) for each in selection.topics}
    return replace(library, topics={**library.topics, **topics}, glossary=Glossary(()))


def in_one(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what paragraphs and bullets say as one paragraph, without their headings, then all else."""
    kept = [block for block in blocks if not isinstance(block, Heading)]
    said = tuple(lines_of(block for block in kept if isinstance(block, Paragraph | Bullets)))
    yield Paragraph(separated(said, " "))
    yield from (block for block in kept if not isinstance(block, Paragraph | Bullets))


def _short(topic: Topic, selection: Selection) -> Topic:
    """Keep facts and reasons to get help, no pictures; the questions where they have a sheet of their own."""
    bare = replace(topic, sections=(), shared=(), support=(), images=(), pictures=(), needs=())
    return bare if selection.tear_off else replace(bare, questions=(), bank=())
