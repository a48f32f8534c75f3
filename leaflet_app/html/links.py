"""Where links may lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

OpenLink = Callable[[str], str]
"""Turns the link of a Run into an address, or into nothing where it leads nowhere."""

_OUTSIDE = ("https://", "tel:", "mailto:")


def identifier(anchor: str) -> str:
    """Return an anchor as an HTML id, which may hold no white space."""
    return re.sub(r"\s", "-", anchor)


def links_within(anchors: Collection[str]) -> OpenLink:
    """Open links of one whole page: outside addresses, and places that the page itself holds."""

    def open_link(link: str) -> str:
        if link.startswith(_OUTSIDE):
            return link
        place = link.removeprefix("#")
        return f"#{identifier(place)}" if link.startswith("#") and place in anchors else ""

    return open_link


def links_of_pane(link: str) -> str:
    """Open links of a pane: outside addresses, and topics and places that the window finds."""
    return link if link.startswith((*_OUTSIDE, "topic:", "#")) else ""
