"""Many copies of one leaflet, each with the line of another person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from leaflet_app.domain.faults import Fault
from leaflet_app.domain.leaflet import Leaflet
from leaflet_app.domain.look import Look

MOST_TOLD = 100
"""Rows told one by one; a list with more faults than this is a wrong list."""


class Master(Protocol):
    """A leaflet rendered once. It passes between processes as it stands."""

    @property
    def pages(self) -> int:
        """Return how many pages a copy has."""
        ...

    def copy_id(self, line: str) -> bytes:
        """Return what names the copy with this line, near the end of its file."""
        ...

    def copy(self, line: str) -> bytes:
        """Return the PDF with this line. Raises MissingGlyph, LeafletTooLong."""
        ...


class MakeMaster(Protocol):
    """Turn a leaflet into a master. Raises MissingGlyph, LeafletTooLong."""

    def __call__(self, leaflet: Leaflet, look: Look) -> Master:
        """Return the master of a leaflet in this look."""
        ...


class BeginFile(Protocol):
    """Begin one PDF of many copies."""

    def __call__(self, file: BinaryIO, master: Master) -> OneFile:
        """Return a file that takes copies of a master."""
        ...


class OneFile(Protocol):
    """Many copies in one PDF, written one behind the other."""

    def add(self, line: str, label: str) -> None:
        """Add the copy with this line, to be found by its label. Raises MissingGlyph, LeafletTooLong, TooManyCopies."""
        ...

    def close(self) -> None:
        """Finish the file: it holds at least one copy."""
        ...


@dataclass(slots=True)
class Tally:
    """What became of a list: copies `made` now, `kept` from before, and the rows that were `refused`.

    `faults` are the first of those rows; `strays` counts copies of the leaflet in the folder that belong to no row of
    the list; `is_stopped` tells that the rest was not made because someone stopped it.
    """

    made: int = 0
    kept: int = 0
    refused: int = 0
    strays: int = 0
    is_stopped: bool = False
    faults: list[Fault] = field(default_factory=list)

    @property
    def seen(self) -> int:
        """Return how many rows have been dealt with."""
        return self.made + self.kept + self.refused

    def refuse(self, fault: Fault) -> None:
        """Note a row that gets no copy."""
        self.refused += 1
        if len(self.faults) < MOST_TOLD:
            self.faults.append(fault)
