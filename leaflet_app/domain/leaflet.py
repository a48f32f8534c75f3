"""The composed document: a tree of blocks, no layout. And what a renderer gives back."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Protocol

from leaflet_app.domain.blocks import Block
from leaflet_app.domain.look import Look
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.value import value


@value
class Band:
    """The words of the header band: the practice's name, and the consultant and role beside it."""

    name: str
    person: str
    brand: Brand


@value
class Frame:
    """What stands around the blocks in a second language: title and purpose, and the line at the foot of the page."""

    lang: str
    title: str
    purpose: str
    footer: str


@value
class Leaflet:
    """Everything that is printed. Equal inputs give an equal leaflet.

    `for_person` is the line with name and reference, empty when neither was given.
    `is_summary` asks for one page, in print a little smaller where it must be.
    `footer` holds `{page}` and `{pages}`; `page_reference` holds `{page}`; `left_blank` stands on empty pages.
    `title_lang` is the language of title and purpose where it is not the leaflet's.
    `beside` is what stands around it in a second language, where it is in two side by side.
    `edition` names the library that it was composed from.
    """

    title: str
    purpose: str
    for_person: str
    lang: str
    band: Band
    blocks: tuple[Block, ...]
    code: str
    version: str
    footer: str
    page_reference: str
    left_blank: str
    made_on: date
    needs_review: bool
    is_summary: bool = False
    title_lang: str = ""
    beside: Frame | None = None
    edition: str = field(default="", compare=False)


@value
class Place:
    """Where a heading came to stand.

    `page` is the page of the file, counted from 1: a side of a sheet, which in a booklet holds two of the leaflet's.
    `top_mm` is measured from its top edge; `pages_above` counts the pages of text before.
    """

    anchor: str
    page: int
    top_mm: float
    pages_above: float


@value
class Rendered:
    """A finished PDF, how many pages its leaflet has, and where its headings stand.

    `main_pages` counts the pages without a sheet to tear off; `body_points` is the size of running text.
    """

    pdf: bytes
    pages: int
    places: tuple[Place, ...]
    main_pages: int
    body_points: float


class Render(Protocol):
    """Turn a leaflet into a PDF. Raises MissingGlyph, LeafletTooLong, RenderingStopped."""

    def __call__(self, leaflet: Leaflet, look: Look) -> Rendered:
        """Render the leaflet in this look."""
        ...
