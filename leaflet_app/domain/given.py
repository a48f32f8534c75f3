"""A leaflet that was given to someone: what it was, when, how and by whom; not to whom."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from leaflet_app.domain.selection import Selection
from leaflet_app.domain.value import value


class Way(Enum):
    """How a leaflet left the desk."""

    PRINT = "print"
    SAVE = "save"
    DRAFT = "draft"
    EMAIL = "email"

    @property
    def label(self) -> str:
        """Return what was done, as a person reads it."""
        return _WAY_LABELS[self]


_WAY_LABELS = {
    Way.PRINT: "Printed",
    Way.SAVE: "Saved as PDF",
    Way.DRAFT: "Drafted as email",
    Way.EMAIL: "Emailed",
}


@value
class GivenTopic:
    """A topic of a leaflet, and the version of its text."""

    id: str
    version: str


@value
class Given:
    """One entry of the register.

    `id` is a UUID in hexadecimal; `given_at` is UTC; `desk` and `user` name the place and who was at it. `passport` is
    printed on every page. `edition` names the content of the library, `program` the version of the program.
    `selection` holds no personal part. `digest` is the PDF's SHA-256 where it held none either. `corrects` is the
    edition whose leaflet this one corrects. `reference` is empty unless the practice keeps it.
    """

    id: str
    given_at: datetime
    desk: str
    user: str
    way: Way
    passport: str
    edition: str
    program: str
    topics: tuple[GivenTopic, ...]
    selection: Selection
    pages: int
    copies: int = 1
    digest: str = ""
    corrects: str = ""
    reference: str = ""
