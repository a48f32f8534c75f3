"""Stand-ins for the tools of a desk: they answer at once and remember what they were asked."""

import hashlib
from pathlib import Path
from typing import BinaryIO

from leaflet_app.domain.blocks import headings
from leaflet_app.domain.errors import MissingGlyph
from leaflet_app.domain.leaflet import Leaflet, Place, Rendered
from leaflet_app.domain.library import Library
from leaflet_app.domain.look import Look
from leaflet_app.services.desk import Desk
from tests.builders import MADE_ON, a_library


class FakeRender:
    """Renders in no time: `pages` pages, with the leaflet's headings standing evenly over them."""

    def __init__(self, pages: int = 2) -> None:
        self.pages = pages
        self.asked: list[tuple[Leaflet, Look]] = []

    def __call__(self, leaflet: Leaflet, look: Look) -> Rendered:
        self.asked.append((leaflet, look))
        anchors = [heading.anchor for heading in headings(leaflet.blocks)]
        step = self.pages / max(len(anchors), 1)
        places = tuple(
            Place(anchor, 1 + int(n * step), 20.0 + n * step % 1 * 257, n * step) for n, anchor in enumerate(anchors)
        )
        return Rendered(f"%PDF-fake {leaflet.title}".encode(), self.pages, places, self.pages, 14.0)


class FailingRender:
    """Fails with the given fault, whatever it is asked."""

    def __init__(self, fault: Exception) -> None:
        self._fault = fault

    def __call__(self, leaflet: Leaflet, look: Look) -> Rendered:
        raise self._fault


class FakeMaster:
    """Copies in no time: a copy is its line and its ID. Signs no font of the world has are refused."""

    pages = 2

    def __init__(self, leaflet: Leaflet, look: Look) -> None:
        self.leaflet, self.look = leaflet, look

    def copy_id(self, line: str) -> bytes:
        return hashlib.sha256(f"{self.leaflet.title} {line}".encode()).hexdigest()[:32].encode()

    def copy(self, line: str) -> bytes:
        if "漢" in line:
            raise MissingGlyph("漢", line)
        return b"%PDF-fake " + line.encode() + b" /ID[<" + self.copy_id(line) + b">]\n%%EOF\n"


class FakeOneFile:
    """Writes the line of each copy below the last."""

    def __init__(self, file: BinaryIO, master: FakeMaster) -> None:
        self.file, self.master = file, master

    def add(self, line: str, label: str) -> None:
        self.master.copy(line)
        self.file.write(f"{label}: {line}\n".encode())

    def close(self) -> None:
        self.file.write(b"%%EOF\n")


class FakeFinder:
    """Finds the topics whose title holds the text."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def find(self, text: str, limit: int = 20) -> tuple[str, ...]:
        found = (each.id for each in self._library.topics.values() if text.casefold() in each.title.casefold())
        return tuple(found)[:limit]


def a_desk(library: Library | None = None, render=None, home: Path = Path("unused-home")) -> Desk:
    """Return a desk on MADE_ON with fake tools."""
    kept = library or a_library()
    return Desk(kept, FakeFinder(kept), render or FakeRender(), home, lambda: MADE_ON, FakeMaster, FakeOneFile)
