"""Make a leaflet that corrects one given earlier: today's text, below what has changed since."""

from __future__ import annotations

from dataclasses import replace

from leaflet_app.domain.compose import compose
from leaflet_app.domain.compose.changes import corrected
from leaflet_app.domain.errors import TopicRetired
from leaflet_app.domain.given import Given
from leaflet_app.domain.selection import Selection
from leaflet_app.services.desk import Desk
from leaflet_app.services.make_leaflet import Made
from leaflet_app.services.recreate_leaflet import kept_library


def correct(desk: Desk, given: Given) -> Made:
    """Make today's leaflet of an entry, with what has changed since at its head; note it as correcting that edition.

    Raises EditionUnreadable, TopicRetired, and as compose and a Render do.
    """
    selection = todays_selection(desk, given)
    check_offered(desk, selection)
    old = compose(kept_library(desk, given.edition), selection)
    wording = desk.library.in_language(selection.language).wording
    leaflet = corrected(old, compose(desk.library, selection), wording)
    return Made(leaflet, desk.render(leaflet, selection.look))


def check_offered(desk: Desk, selection: Selection) -> None:
    """Refuse what may not be given any more. Raises TopicRetired, UnknownTopic, TopicHasFaults."""
    for each in selection.topics:
        if not desk.library.is_offered(each):
            raise TopicRetired(desk.library.topic(each).title)


def todays_selection(desk: Desk, given: Given) -> Selection:
    """Return what an entry's leaflet was made of, as it would be chosen today; why it was given is asked anew."""
    return replace(given.selection, made_on=desk.today(), overdue_reason="")
