"""How each role of text looks: size, weight, colour and space. Named by role, not by look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from leaflet_app.domain.blocks import Tone
from leaflet_app.domain.look import Theme
from leaflet_app.domain.practice import Brand
from leaflet_app.domain.value import value
from leaflet_app.pdf.colours import INK, BoxLook, Shades, box_ink, box_look, shades_of
from leaflet_app.pdf.paper import SMALLEST, Paper

LEADING = 1.35

MIDDLE = 0.33
"""How far the middle of capital letters lies above the baseline, in ems of Source Sans 3."""


@value
class Style:
    """One role's type, in points; `before` and `after` are the space around it."""

    size: float
    is_bold: bool = False
    colour: str = INK
    leading: float = LEADING
    before: float = 0
    after: float = 0
    keeps_with_next: bool = False

    @property
    def line_height(self) -> float:
        """Return the distance from one baseline to the next."""
        return self.size * self.leading

    @property
    def drop(self) -> float:
        """Return how far the first baseline lies below the top: the middle of capitals is the middle of a line."""
        return self.line_height / 2 + MIDDLE * self.size


@dataclass(frozen=True)
class Styles:
    """All styles of one leaflet: the paper gives the sizes, the brand and the theme give the colours."""

    paper: Paper
    brand: Brand
    theme: Theme = Theme.STANDARD

    @cached_property
    def shades(self) -> Shades:
        """Return the shades of the theme."""
        return shades_of(self.theme)

    def heading(self, level: int) -> Style:
        """Return the style of a heading; 28, 20 and 16 points beside 14-point text."""
        scale = self.paper.body_size / 14
        size, before, after = {1: (28, 0, 4), 2: (20, 18, 6), 3: (16, 12, 4)}[level]
        return Style(
            size * scale,
            is_bold=True,
            colour=self.brand.band,
            leading=1.2,
            before=before * scale,
            after=after * scale,
            keeps_with_next=True,
        )

    @cached_property
    def body(self) -> Style:
        """Return the style of running text."""
        size = self.paper.body_size
        return Style(size, after=size * 0.55)

    @cached_property
    def lead(self) -> Style:
        """Return the style of a line that introduces a list."""
        return replace(self.body, after=self.body.size * 0.25, keeps_with_next=True)

    @cached_property
    def line(self) -> Style:
        """Return the style of one line of a list."""
        return replace(self.body, after=self.body.size * 0.3)

    @cached_property
    def row(self) -> Style:
        """Return the style of a table's cell."""
        return replace(self.body, after=0)

    @cached_property
    def caption(self) -> Style:
        """Return the style of a table's caption."""
        size = self.body.size * 16 / 14
        return Style(size, is_bold=True, colour=self.brand.band, leading=1.2, before=6, after=4, keeps_with_next=True)

    @cached_property
    def phone(self) -> Style:
        """Return the style of the practice's phone number."""
        return replace(self.body, size=self.body.size * 18 / 14)

    @cached_property
    def source(self) -> Style:
        """Return the style of a source: 12 points, or the body's size in large print."""
        size = self.body.size if self.paper.is_large_print else SMALLEST
        return Style(size, after=size * 0.3)

    def box(self, tone: Tone) -> BoxLook:
        """Return the look of a box."""
        return box_look(tone, self.brand, self.shades)

    def box_ink(self, tone: Tone) -> str:
        """Return the colour of a box's heading."""
        return box_ink(tone, self.brand)
