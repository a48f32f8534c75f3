"""What a clinician ticked and chose for one leaflet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import Enum

from leaflet_app.domain.look import Format, Look, Theme
from leaflet_app.domain.topic import Site
from leaflet_app.domain.value import value


class Detail(Enum):
    """How much a leaflet says in numbers. The value is the name on the command line."""

    WORDS = "words"
    FIGURES = "figures"
    PICTURES = "pictures"

    @property
    def label(self) -> str:
        """Return the name a person reads."""
        return _DETAIL_LABELS[self]


_DETAIL_LABELS = {
    Detail.WORDS: "Words only",
    Detail.FIGURES: "Figures",
    Detail.PICTURES: "Figures and pictures",
}


@value
class Recipient:
    """The person a copy is for, and the day it is for. All parts are optional and go nowhere but on the page."""

    name: str = ""
    reference: str = ""
    day: date | None = None


@value
class Selection:
    """Topics in print order, and the choices about them.

    `without_outlook` says chances of cancer, spread, cure or death in words only, whatever the `detail`.
    `without` holds section keys ("questions"), or one topic's section ("insulinoma/questions").
    `body_map` prints the body with the topics' places marked, and `body_note` a few words for this person below it.
    `language` is the tag of the language to print in (BCP 47); empty is the library's own.
    `beside` prints that language, which is English, side by side with the one to print in.
    `is_summary` prints one page of facts, help and contact; `tear_off` the questions on a sheet of their own.
    `body_mark` is the place that is ringed for this person, whatever the topics are; the words then stand at its label.
    `practice` and `disclaimer` name whose leaflet it is and the notice it bears; empty is the library's first, and the
    practice's own.
    `overdue_reason` says why it may leave although the review of a text is overdue. It is about the text, and noted.
    """

    topics: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    note: str = ""
    recipient: Recipient = Recipient()
    format: Format = Format.STANDARD
    theme: Theme = Theme.STANDARD
    language: str = ""
    is_summary: bool = False
    tear_off: bool = False
    detail: Detail = Detail.FIGURES
    without_outlook: bool = False
    made_on: date = date.min
    body_map: bool = False
    body_note: str = ""
    body_mark: Site | None = None
    practice: str = ""
    disclaimer: str = ""
    beside: str = ""
    overdue_reason: str = ""

    @property
    def look(self) -> Look:
        """Return how it looks on paper."""
        return Look(self.format, self.theme)

    def impersonal(self) -> Selection:
        """Return the selection without what is for one person only: note, recipient, and words and mark on the body."""
        return replace(self, note="", recipient=Recipient(), body_note="", body_mark=None)

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
