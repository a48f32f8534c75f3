"""The line that says whom a copy is for."""

from __future__ import annotations

from dataclasses import replace

from leaflet_app.domain.compose.phrasing import say_date
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.typed import typed_line
from leaflet_app.domain.wording import Wording


def fit_to_print(recipient: Recipient) -> Recipient:
    """Return the recipient without hidden characters, each part on one line."""
    return replace(recipient, name=typed_line(recipient.name), reference=typed_line(recipient.reference))


def for_person(recipient: Recipient, wording: Wording) -> str:
    """Say whom a copy is for; nothing where nobody is named."""
    day = say_date(recipient.day, wording) if recipient.day else ""
    person = " · ".join(filter(None, (recipient.name, recipient.reference, day)))
    return wording.for_person.format(person=person) if person else ""
