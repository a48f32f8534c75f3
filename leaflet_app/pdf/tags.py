"""The logical structure of one PDF, as a screen reader walks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Mark(NamedTuple):
    """Marked content on a page: its page (from 1) and its number there."""

    page: int
    mcid: int


class Annotated(NamedTuple):
    """An annotation that belongs to a tag: its page and the number of its object."""

    page: int
    number: int


class Tag:
    """A structure element (ISO 32000-1 §14.7). Made with the story; drawing adds where its content came to stand.

    `actual` is read out in place of the glyphs; it hides all tags below (§14.9.4).
    """

    __slots__ = ("actual", "alt", "attributes", "is_drawn", "kids", "lang", "parent", "role")

    def __init__(
        self,
        role: str,
        parent: Tag | None = None,
        *,
        alt: str = "",
        attributes: Mapping[str, str] | None = None,
        lang: str = "",
        actual: str = "",
    ) -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.actual = actual
        self.lang = lang
        self.attributes = dict(attributes or {})
        self.kids: list[Tag | Mark | Annotated] = []
        self.is_drawn = False

    def add(self, role: str, *, alt: str = "", attributes: Mapping[str, str] | None = None, lang: str = "") -> Tag:
        """Add a child that stands in reading order after the children so far."""
        kid = Tag(role, self, alt=alt, attributes=attributes, lang=lang)
        self.kids.append(kid)
        return kid

    def inline(self, role: str, *, lang: str = "", actual: str = "") -> Tag:
        """Make a child that takes its place among this tag's text when it is first drawn: a link, a foreign word."""
        return Tag(role, self, lang=lang, actual=actual)

    def place(self, mark: Mark) -> None:
        """Note where a stretch of this tag's content was drawn."""
        self.kids.append(mark)
        drawn = self
        while not drawn.is_drawn:
            drawn.is_drawn = True
            if drawn.parent is None:
                break
            if drawn not in drawn.parent.kids:
                drawn.parent.kids.append(drawn)
            drawn = drawn.parent

    def bound(self, left: float, bottom: float, right: float, top: float) -> None:
        """Note the box of a figure (PDF/UA-1 7.3)."""
        box = f"[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
        self.attributes |= {"O": "/Layout", "BBox": box, "Placement": "/Block"}
