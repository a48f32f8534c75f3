"""The printed lines of a document, and which of them are new."""

from __future__ import annotations

from collections import Counter

from leaflet_app.domain.value import value

FOOTER_POINTS = 57
"""The bottom 20 mm hold the footer: its code changes with every leaflet and says nothing new."""

ALL_NEW = 0.6
"""From this share on nothing is marked: a bar beside everything says nothing."""


@value
class Line:
    """A line of text, and where it stands: page from 0, points below the page's top edge.

    `edge` is where its paper begins: points from the left, more than none on the right half of a folded sheet.
    """

    text: str
    page: int
    top: float
    bottom: float
    is_footer: bool = False
    edge: float = 0.0


def new_lines(before: tuple[Line, ...], now: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines that were not there before, wherever the others have moved to."""
    known = Counter(line.text for line in before)
    fresh = []
    for line in now:
        if line.is_footer:
            continue
        if known[line.text]:
            known[line.text] -= 1
        else:
            fresh.append(line)
    return tuple(fresh) if len(fresh) < ALL_NEW * len(now) else ()


def as_text(lines: tuple[Line, ...]) -> str:
    """Join the lines into a text to be read aloud, page by page."""
    pages: dict[int, list[str]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line.text)
    return "\n\n".join(f"Page {page + 1}\n\n" + "\n".join(texts) for page, texts in sorted(pages.items()))
