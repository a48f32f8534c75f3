"""Groups that a leaflet points people to."""

from __future__ import annotations

from datetime import date

from leaflet_app.domain.facts import CHECK_AGAIN_AFTER
from leaflet_app.domain.value import value


@value
class Organisation:
    """A support organisation. `verified_on` is the day a person last rang or read the phone number at its source."""

    id: str
    name: str
    what: str
    url: str = ""
    phone: str = ""
    hours: str = ""
    former_names: tuple[str, ...] = ()
    verified_on: date | None = None
    note: str = ""

    def phone_on(self, day: date) -> str:
        """Return the phone number if it was checked within the year before `day`, else nothing."""
        if self.verified_on is None or self.verified_on + CHECK_AGAIN_AFTER < day:
            return ""
        return self.phone
