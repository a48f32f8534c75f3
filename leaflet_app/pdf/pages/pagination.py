"""A leaflet set on its pages: which of them stay empty, and in what size of print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from leaflet_app.domain.bounds import Measured, check_bounds
from leaflet_app.domain.errors import LeafletTooLong
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.look import Format, Look
from leaflet_app.pdf.flow import NEARLY, Flowable, Placed, fill
from leaflet_app.pdf.flowables.leaf import NewLeaf, NewPage
from leaflet_app.pdf.flowables.slotted import Slotted
from leaflet_app.pdf.fonts.families import family_of
from leaflet_app.pdf.pages.bands import set_bands
from leaflet_app.pdf.pages.booklet import padded
from leaflet_app.pdf.pages.furniture import Furniture
from leaflet_app.pdf.paper import Paper, paper_of
from leaflet_app.pdf.story import PERSON, story
from leaflet_app.pdf.styles import Styles
from leaflet_app.pdf.tags import Tag
from leaflet_app.pdf.text.setting import PAGE_PLACE, Inks

SUMMARY_SIZES = (13.0, 12.0)
"""Body sizes that a summary may shrink to, in turn, where it is over a page in the size of its paper."""

LONE_LINES = 3
"""A last page of fewer lines than this is not worth turning to."""

Page = tuple[Placed, ...]
"""What stands on a page; nothing on one that is left blank."""


class Layout(NamedTuple):
    """A leaflet on its pages, and the tags and furniture that belong to them.

    `main` counts the pages before the first sheet to tear off, all where there is none.
    """

    paper: Paper
    root: Tag
    furniture: Furniture
    pages: tuple[Page, ...]
    main: int

    def anchors(self) -> Iterator[tuple[int, str, float]]:
        """Yield each heading's page, its anchor, and how far below the top of the text it stands."""
        for number, placed in enumerate(self.pages, 1):
            for flowable, offset in placed:
                for anchor, below in flowable.anchors():
                    yield number, anchor, offset + below


def lay_out(leaflet: Leaflet, look: Look, *, has_slot: bool = False) -> Layout:
    """Set a leaflet on its pages, with a slot for the line that says whom it is for. Raises as check_bounds does.

    A summary is wanted on one page: it takes as few as it can, in the largest print that does.
    """
    blocks, paper = check_bounds(leaflet), paper_of(look, is_for_two=leaflet.beside is not None)
    best = _laid_out(leaflet, blocks, look, paper, has_slot=has_slot)
    if leaflet.is_summary and not paper.is_large_print:
        for size in SUMMARY_SIZES:
            if best.main > 1:
                smaller = _laid_out(leaflet, blocks, look, replace(paper, body_size=size), has_slot=has_slot)
                best = min(best, smaller, key=lambda layout: layout.main)
    return best


def paginated(flowables: Sequence[Flowable], paper: Paper) -> tuple[list[Page], int]:
    """Fill page after page, and count those before the first new leaf.

    A new leaf starts on an odd page, the front of a sheet; the page before it may have to stay empty for that.
    """
    first, *leaves = [list(part) for is_leaf, part in groupby(flowables, key=_is_leaf) if not is_leaf]
    pages = _filled(first, paper, 0)
    main = len(pages)
    for leaf in leaves:
        pages += [()] * (len(pages) % 2)
        pages += _filled(leaf, paper, len(pages))
    return pages, main


def _laid_out(leaflet: Leaflet, blocks: Sequence[Measured], look: Look, paper: Paper, *, has_slot: bool) -> Layout:
    brand, root = leaflet.band.brand, Tag("Document")
    page_words = leaflet.page_reference.format(page=PAGE_PLACE)
    inks = Inks(family_of(look.theme, leaflet.lang), brand.accent, page_words, leaflet.lang)
    bands = set_bands(leaflet.band, paper, inks)
    styles = Styles(bands.paper, brand, look.theme)
    furniture = Furniture(leaflet, bands, styles, inks, root)
    flowables = story(leaflet, blocks, styles, inks, root)
    if has_slot:
        flowables[PERSON] = Slotted(flowables[PERSON])
    pages, main = paginated(flowables, bands.paper)
    if look.format is Format.BOOKLET:
        pages += [()] * (padded(len(pages)) - len(pages))
    return Layout(bands.paper, root, furniture, tuple(pages), main)


def _is_leaf(flowable: Flowable) -> bool:
    return isinstance(flowable, NewLeaf)


def _is_new_page(flowable: Flowable) -> bool:
    return isinstance(flowable, NewPage)


def _filled(flowables: Sequence[Flowable], paper: Paper, before: int) -> list[Page]:
    """Return the pages that flowables fill, after some `before` them."""
    pages: list[Page] = []
    for is_break, part in groupby(flowables, key=_is_new_page):
        if not is_break:
            pages += _run_on(list(part), paper, before + len(pages))
    return pages


def _run_on(flowables: Sequence[Flowable], paper: Paper, before: int) -> list[Page]:
    """Return the pages of flowables that follow each other."""
    pages: list[Page] = []
    rest = flowables
    while rest:
        room = paper.room(before + len(pages) + 1)
        placed, rest = fill(rest, room)
        last = placed[-1]
        if last.offset + last.flowable.height > room + NEARLY:
            raise LeafletTooLong("one question or fact fills more than a page")
        pages.append(tuple(placed))
    return _in_company(pages, flowables[-1], paper)


def _in_company(pages: list[Page], last: Flowable, paper: Paper) -> list[Page]:
    """Let a line that would stand alone on the last page bring along what stands before it."""
    if len(pages) == 1 or pages[-1][0].flowable is not last or last.height > LONE_LINES * paper.body_size:
        return pages
    page = pages[-2]
    kept = len(page) - 1
    while kept and page[kept - 1].flowable.keeps_with_next:
        kept -= 1
    together, rest = fill([*(placed.flowable for placed in page[kept:]), last], paper.room(2) / 2)
    return pages if rest or not kept else [*pages[:-2], page[:kept], tuple(together)]
