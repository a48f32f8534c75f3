"""Show topics and leaflets as text: panes of the window, web pages, plain text."""

from __future__ import annotations

from leaflet_app.domain.blocks import Block, Box, Bullets, Picture, texts
from leaflet_app.domain.compose.body import glance_table
from leaflet_app.domain.compose.opening import get_help_fast
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.topic import Section, SectionKey, Topic
from leaflet_app.html import fragment, leaflet_text, page


def pane_html(library: Library, topic: Topic, section: Section) -> str:
    """Return a section for a pane; words of the glossary are links to `word:WORD`."""
    return fragment(_pane_blocks(library, topic, section), library.glossary)


def glance_html(library: Library, topic: Topic) -> str:
    """Return the facts at a glance for a pane, or nothing for a topic without any."""
    return fragment((glance_table(topic, library.wording, {}),), library.glossary) if topic.glance else ""


def web_page(leaflet: Leaflet) -> str:
    """Return the whole leaflet as an accessible web page."""
    return page(leaflet)


def plain_text(leaflet: Leaflet) -> str:
    """Return the whole leaflet as plain text."""
    return leaflet_text(leaflet)


def words_in_order(leaflet: Leaflet) -> str:
    """Return the bare words of the leaflet as they are read, each piece a paragraph."""
    pieces = (leaflet.title, leaflet.purpose, leaflet.for_person, *texts(leaflet.blocks))
    return "\n\n".join(filter(None, pieces))


def _pane_blocks(library: Library, topic: Topic, section: Section) -> tuple[Block, ...]:
    """Return what a section says; urgent lines and questions stand apart from the other sections."""
    if section.key is SectionKey.URGENT:
        boxes = (block for block in get_help_fast((topic,), library) if isinstance(block, Box))
        return tuple(block for box in boxes for block in box.blocks[1:])
    if section.key is SectionKey.QUESTIONS:
        return (Bullets((*topic.questions, *(library.bank[each] for each in topic.bank))),)
    pictures = (each for each in topic.pictures if each.section is section.key)
    return (*section.blocks, *(Picture(each.content, each.alt, each.caption) for each in pictures))
