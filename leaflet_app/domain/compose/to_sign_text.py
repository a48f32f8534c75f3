"""A text as its file has it, in the pieces that a reader sees: headings, paragraphs and lines of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from leaflet_app.domain.blocks import Run, Text, bare_address, plain
from leaflet_app.domain.front_changes import with_facts
from leaflet_app.domain.value import value

_HEADING = re.compile(r"#+\s+")
_BULLET = re.compile(r"[-*+]\s+")
_KEY = re.compile(r"\s*\{#([a-z0-9-]+)\}\s*$")
_BOLD = re.compile(r"\*\*")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^\s()]*)\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Shape(Enum):
    """What a piece is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"


@value
class Piece:
    """A heading, a paragraph or a line of a list. `section` is the key of the heading that it stands below."""

    shape: Shape
    text: Text
    section: str = ""

    @property
    def said(self) -> str:
        """Return its bare words."""
        return plain(self.text)


def pieces(text: str) -> tuple[Piece, ...]:
    """Return what is read of a text, the words of its facts in their places."""
    found, section = list[Piece](), ""
    for shape, line in _written(with_facts(text).splitlines()):
        key = _KEY.search(line)
        if shape is Shape.HEADING:
            section = key[1] if key else ""
        if said := tuple(_runs(_KEY.sub("", line))):
            found.append(Piece(shape, said, section))
    return tuple(found)


def _written(rows: list[str]) -> Iterator[tuple[Shape, str]]:
    """Yield each piece on one line, as it is written."""
    shape, said = Shape.PARAGRAPH, list[str]()
    for row in (*map(str.strip, rows), ""):
        begins = Shape.HEADING if _HEADING.match(row) else Shape.BULLET if _BULLET.match(row) else None
        if said and (begins or not row or shape is Shape.HEADING):
            yield shape, " ".join(said)
            shape, said = Shape.PARAGRAPH, []
        if row:
            shape = begins or shape
            marks = _HEADING if begins is Shape.HEADING else _BULLET
            said.append(marks.sub("", row, count=1) if begins else row)


def _runs(line: str) -> Iterator[Run]:
    """Yield the words of a line, without the marks that only its writer needs."""
    for number, words in enumerate(_BOLD.split(_LINK.sub(_link_said, line))):
        if words:
            yield Run(_ESCAPED.sub(r"\1", words), bold=number % 2 == 1)


def _link_said(link: re.Match[str]) -> str:
    """Return the words of a link, and the address that paper would show beside them."""
    address = bare_address(link[2])
    is_told = link[2].startswith("topic:") or address in link[1]
    return link[1] if is_told else f"{link[1]} ({address})"
