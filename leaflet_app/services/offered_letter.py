"""What the email sheet begins with: the practice's own words, and the ways that are open at this desk."""

from __future__ import annotations

from leaflet_app.domain.compose import compose, seen_by
from leaflet_app.domain.letters import body_of, fields_of, subject_of
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.settings import MailWay
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import see_off
from leaflet_app.services.settings import load, origins, sets_nothing


@value
class OfferedLetter:
    """The words to begin with, and what may be chosen. `can_send` tells whether a mail server is set up."""

    subject: str
    text: str
    way: MailWay
    is_protected: bool
    can_send: bool
    is_way_held: bool
    must_protect: bool


def offer_letter(desk: Desk, selection: Selection) -> OfferedLetter:
    """Fill in the words of the settings, but for the number of pages.

    Raises what compose raises, MailRefused, and as check_may_leave does.
    """
    see_off(desk, selection)
    settings = load(desk).mail
    leaflet, practice = compose(desk.library, selection), seen_by(desk.library, selection).practice
    fields = fields_of(practice, leaflet, 0, "") | {"pages": "{pages}"}
    held = _held(desk)
    return OfferedLetter(
        subject=subject_of(settings.subject, fields, ()),
        text=body_of(settings.body, fields, is_protected=False),
        way=settings.way,
        is_protected=settings.protect,
        can_send=bool(settings.server and settings.sender),
        is_way_held="mail.way" in held,
        must_protect="mail.protect" in held and settings.protect,
    )


def _held(desk: Desk) -> frozenset[str]:
    """Return the names of settings that nobody here may depart from."""
    if sets_nothing(desk):
        return frozenset()
    return frozenset(each.name for each in origins(desk) if each.is_locked or each.is_safe)
