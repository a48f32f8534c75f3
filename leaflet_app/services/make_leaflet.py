"""Make a leaflet, and say what could be left out of a long one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from leaflet_app.domain.blocks import headings
from leaflet_app.domain.compose import GENERATED_PARTS, compose
from leaflet_app.domain.leaflet import Leaflet, Render, Rendered
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Format
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.topic import REQUIRED, SectionKey, Topic

LONG_PAGES, LONG_SMALL_PAGES = 6, 12
"""More pages than this, of A4 and of half of it, and a person is told what could be left out."""

MOST_OFFERED = 4
LEAST_PAGES = 0.3
LAST_PAGE_EMPTY = 0.5
"""How much of the last page is reckoned to be empty, for want of knowing better."""

_PARTS = (*GENERATED_PARTS, SectionKey.QUESTIONS.value)


class LeftOut(NamedTuple):
    """A part that could be left out: its heading, its key in a Selection, and about how many pages it takes."""

    title: str
    key: str
    pages: float


class Made(NamedTuple):
    """A leaflet and its PDF."""

    leaflet: Leaflet
    rendered: Rendered


def make_leaflet(library: Library, selection: Selection, render: Render) -> Made:
    """Compose the selection and render it as a tagged PDF.

    Raises NothingChosen, UnknownTopic, TopicHasFaults, UnknownSection, SectionMustStay and what a Render raises.
    """
    leaflet = compose(library, selection)
    return Made(leaflet, render(leaflet, selection.look))


def how_to_print(page_format: Format) -> str:
    """Say what a person must know to print this format; nothing where there is nothing to know."""
    return "Print it on both sides, flipped on the short edge." if page_format is Format.BOOKLET else ""


def could_leave_out(library: Library, made: Made, page_format: Format) -> tuple[LeftOut, ...]:
    """Return the largest parts that a long leaflet can do without, largest first; nothing for a short one."""
    is_small = page_format in {Format.A5, Format.BOOKLET}
    if made.leaflet.is_summary or made.rendered.pages <= (LONG_SMALL_PAGES if is_small else LONG_PAGES):
        return ()
    titles = _titles(made.leaflet, library)
    offers = (
        LeftOut(titles[anchor], anchor, round(pages, 1))
        for anchor, pages in _sizes(made.rendered)
        if anchor in titles and pages >= LEAST_PAGES
    )
    return tuple(sorted(offers, key=lambda offer: -offer.pages)[:MOST_OFFERED])


def _titles(leaflet: Leaflet, library: Library) -> dict[str, str]:
    """Name every part worth leaving out; a topic's section also by its topic where several share the leaflet."""
    said = {heading.anchor: heading.text for heading in headings(leaflet.blocks)}
    titles = {anchor: text for anchor, text in said.items() if anchor in _PARTS}
    for anchor, text in said.items():
        topic_id, _, section = anchor.partition("/")
        if topic_id in library.topics and section and not _is_required(library.topics[topic_id], section):
            titles[anchor] = f"{said[topic_id]}: {text}" if topic_id in said else text
    return titles


def _is_required(topic: Topic, section: str) -> bool:
    return any(section == key.value for key in REQUIRED.get(topic.kind, ()))


def _sizes(rendered: Rendered) -> Iterator[tuple[str, float]]:
    """Yield each part with its length in pages: from its heading to the next that is not inside it."""
    parts = [place for place in rendered.places if not place.anchor.startswith("more/")]
    edges = [*(place.pages_above for place in parts), rendered.pages - LAST_PAGE_EMPTY]
    for place, (above, until) in zip(parts, pairwise(edges), strict=True):
        yield place.anchor, until - above
