"""The logical structure of a leaflet, as a screen reader walks it."""

from __future__ import annotations

from collections.abc import Mapping


class Tag:
    """A structure element (ISO 32000-1 §14.7). Made with the story; a document's `Content` tells where it was drawn.

    `actual` is read out in place of the glyphs; it hides all tags below (§14.9.4). An inline tag has its place among
    its parent's text, any other among its parent's `kids`.
    """

    __slots__ = ("actual", "alt", "attributes", "is_inline", "kids", "lang", "parent", "role")

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
        self.attributes = attributes or {}
        self.is_inline = False
        self.kids: list[Tag] = []

    @property
    def tells(self) -> bool:
        """Tell whether it says more than its role."""
        return bool(self.lang or self.alt or self.actual or self.attributes)

    def add(self, role: str, *, alt: str = "", attributes: Mapping[str, str] | None = None, lang: str = "") -> Tag:
        """Add a child that stands in reading order after the children so far."""
        kid = Tag(role, self, alt=alt, attributes=attributes, lang=lang)
        self.kids.append(kid)
        return kid

    def inline(self, role: str, *, lang: str = "", actual: str = "") -> Tag:
        """Make a child that takes its place among this tag's text when it is first drawn: a link, a foreign word."""
        kid = Tag(role, self, lang=lang, actual=actual)
        kid.is_inline = True
        return kid
