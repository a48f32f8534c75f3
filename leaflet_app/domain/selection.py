"""What a clinician ticked and chose for one leaflet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum


class Format(Enum):
    """How the paper looks. The value is the name on the command line."""

    STANDARD = "standard"
    LARGE = "large"
    LETTER = "letter"

    @property
    def label(self) -> str:
        """Return the name a person reads."""
        return _LABELS[self]


_LABELS = {
    Format.STANDARD: "A4",
    Format.LARGE: "A4 large print",
    Format.LETTER: "US Letter",
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """The person a copy is for. Both parts are optional and go nowhere but on the page."""

    name: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """Topics in print order, and the choices about them.

    `without` holds section keys ("questions"), or one topic's section ("insulinoma/questions").
    """

    topics: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    note: str = ""
    recipient: Recipient = Recipient()
    format: Format = Format.STANDARD
    made_on: date = date.min

    def without_topic(self, topic_id: str) -> Selection:
        """Return the selection without a topic and without the choices about its sections."""
        return replace(
            self,
            topics=tuple(each for each in self.topics if each != topic_id),
            without=frozenset(key for key in self.without if not key.startswith(f"{topic_id}/")),
        )

    def leaves_out(self, topic_id: str, key: str) -> bool:
        """Tell whether a section of a topic is left out."""
        return key in self.without or f"{topic_id}/{key}" in self.without
