"""What the forms of the editor show and change: a text's facts, review and pictures, as they stand in its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leaflet_app.domain.sentences import sentence
from leaflet_app.domain.topic import SectionKey
from leaflet_app.domain.value import value

GLANCE = "At a glance"


@value
class FactFields:
    """One fact by its key; `sources` are ids. In a translation only the words are its own."""

    key: str
    text: str = ""
    words: str = ""
    low: float | None = None
    high: float | None = None
    per: int | None = None
    place: str = ""
    year: int | None = None
    is_outlook: bool = False
    picture: str = ""
    sources: tuple[str, ...] = ()

    @property
    def written(self) -> dict[str, Any]:
        """Return the fields as the file has them: what is empty is left out, whole numbers have no point."""
        fields: dict[str, Any] = {
            "text": self.text,
            "words": self.words,
            "low": _whole(self.low),
            "high": _whole(self.high),
            "per": self.per,
            "place": self.place,
            "year": self.year,
            "is_outlook": self.is_outlook or None,
            "picture": self.picture,
            "sources": list(self.sources),
        }
        return {name: each for name, each in fields.items() if name == "text" or each not in (None, "", [])}

    @property
    def figure(self) -> str:
        """Return the count of people as one reads it: 1 to 3 in 1,000,000; nothing where there is none."""
        if self.low is None or self.per is None:
            return ""
        ends = [f"{_whole(end):,}" for end in dict.fromkeys((self.low, self.high)) if end is not None]
        return f"{' to '.join(ends)} in {self.per:,}"


@value
class ReviewFields:
    """What an editor says of a text's review; who approved it stands elsewhere."""

    status: str = "draft"
    version: str = ""
    author: str = ""
    change_note: str = ""

    @property
    def written(self) -> dict[str, str | None]:
        """Return the fields as the file has them."""
        note = self.change_note or None
        return {"status": self.status, "version": self.version, "author": self.author, "change_note": note}


@value
class PictureFields:
    """One picture of a text: its file beside it, the section below which it stands, and its words."""

    file: str
    alt: str
    section: SectionKey
    caption: str = ""

    @property
    def written(self) -> dict[str, str | None]:
        """Return the fields that a form changes, as the file has them."""
        return {"alt": self.alt, "section": self.section.value, "caption": self.caption or None}


@value
class TextFields:
    """All that forms show of one text. `uses` names for each fact the headings below which prose prints it."""

    facts: tuple[FactFields, ...] = ()
    review: ReviewFields = ReviewFields()
    pictures: tuple[PictureFields, ...] = ()
    sections: tuple[tuple[SectionKey, str], ...] = ()
    uses: Mapping[str, tuple[str, ...]] | None = None
    is_translation: bool = False
    support: tuple[str, ...] = ()

    def used_in(self, key: str) -> tuple[str, ...]:
        """Return the headings below which a fact is printed."""
        return (self.uses or {}).get(key, ())


@value
class Unreadable:
    """Why forms cannot show a text, and the line of its file to mend."""

    line: int
    wrong: str
    remedy: str

    def __str__(self) -> str:
        """Say it to a person."""
        return f"Line {self.line}: {self.wrong}. {sentence(self.remedy)}"


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) else number
