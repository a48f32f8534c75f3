"""Figures a leaflet may print, each with what it rests on."""

from __future__ import annotations

from datetime import date, timedelta

from leaflet_app.domain.value import value

CHECK_AGAIN_AFTER = timedelta(days=365)
"""How long a source or a phone number counts as checked."""


@value
class Source:
    """Where a figure comes from. `url` is empty where only paper exists."""

    id: str
    publisher: str
    title: str
    accessed: date
    url: str = ""
    published: str = ""
    note: str = ""


@value
class Fact:
    """A figure with its sources. `low` and `high` count people in `per` people; None where no source gives a number.

    `words` say the same without the figure. `is_outlook` marks a chance of cancer, spread, cure or death.
    `picture` is the sentence beside a picture of people; a fact without one is not drawn.
    """

    text: str
    sources: tuple[Source, ...] = ()
    low: float | None = None
    high: float | None = None
    per: int | None = None
    place: str = ""
    year: int | None = None
    words: str = ""
    is_outlook: bool = False
    picture: str = ""

    @property
    def is_chance(self) -> bool:
        """Tell whether the fact counts people in so many people."""
        return self.low is not None and self.per is not None

    def is_stale(self, on: date) -> bool:
        """Tell whether any source was last looked at more than a year before `on`."""
        return any(source.accessed + CHECK_AGAIN_AFTER < on for source in self.sources)

    def days_since_check(self, on: date) -> int | None:
        """Count the days from when its least recently read source was read until `on`; None without a source."""
        return max(((on - source.accessed).days for source in self.sources), default=None)
