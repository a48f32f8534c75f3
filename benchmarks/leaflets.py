"""The leaflets that are measured: of the shipped library, made on one day, each a little different from the last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from leaflet_app import paths
from leaflet_app.domain.blocks import (
    Block,
    Box,
    Bullets,
    Definitions,
    Drawing,
    Glance,
    Numbered,
    Paragraph,
    Questions,
    Text,
)
from leaflet_app.domain.compose import compose
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.library import Library
from leaflet_app.domain.selection import Selection
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.read import read_library

MADE_ON = date(2026, 11, 22)
MEASURED = "insulinoma"


def shipped() -> Library:
    """Read the shipped library; its leaflets get no square code, which the peers do not draw."""
    library = read_library(FolderFiles(paths.resources() / "library"))
    return replace(library, practice=replace(library.practice, website="", contact_form=""))


def leaflet_of(library: Library, *topics: str, note: str = "") -> Leaflet:
    """Compose the leaflet of these topics, without drawings: the peers draw none."""
    leaflet = compose(library, Selection(topics=topics, note=note, made_on=MADE_ON))
    return replace(leaflet, blocks=tuple(block for block in leaflet.blocks if not isinstance(block, Drawing)))


def fresh(leaflet: Leaflet) -> Iterator[Leaflet]:
    """Yield leaflets without end, none of which shares a line with one before: every text opens with a new word."""
    for number in count(1):
        yield replace(leaflet, blocks=tuple(_marked(block, f"n{number:04} ") for block in leaflet.blocks))


def one_changed(leaflet: Leaflet) -> Iterator[Leaflet]:
    """Yield leaflets without end that differ from the first in one paragraph, in the middle."""
    paragraphs = [place for place, block in enumerate(leaflet.blocks) if isinstance(block, Paragraph)]
    place = paragraphs[len(paragraphs) // 2]
    for number in count(1):
        changed = _marked(leaflet.blocks[place], f"n{number:04} ")
        yield replace(leaflet, blocks=(*leaflet.blocks[:place], changed, *leaflet.blocks[place + 1 :]))


def _marked(block: Block, mark: str) -> Block:
    match block:
        case Paragraph(text=text):
            return Paragraph(_opened(text, mark))
        case Bullets(lines=lines) | Numbered(lines=lines) | Questions(lines=lines):
            return replace(block, lines=tuple(_opened(line, mark) for line in lines))
        case Glance(rows=entries):
            return replace(block, rows=tuple((label, _opened(text, mark)) for label, text in entries))
        case Definitions(entries=entries):
            return replace(block, entries=tuple((word, _opened(text, mark)) for word, text in entries))
        case Box(blocks=inner):
            return replace(block, blocks=tuple(_marked(each, mark) for each in inner))
        case _:
            return block


def _opened(text: Text, mark: str) -> Text:
    return (replace(text[0], text=mark + text[0].text), *text[1:])
