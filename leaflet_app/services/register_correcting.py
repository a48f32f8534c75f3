"""Correct a leaflet of the register: today's text with what has changed, saved and noted."""

from __future__ import annotations

from pathlib import Path

from leaflet_app.domain.given import Given, Way
from leaflet_app.services.correct_leaflet import correct, todays_selection
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import see_off
from leaflet_app.services.register import note_given
from leaflet_app.services.save_leaflet import save


def save_corrected(desk: Desk, given: Given, path: Path) -> None:
    """Save the leaflet that corrects an entry, and note which edition it corrects.

    Raises NotApproved, CannotSave, NotNoted (it is saved then), EditionUnreadable, TopicRetired, and as compose does.
    """
    see_off(desk, todays_selection(desk, given))
    made = correct(desk, given)
    save(path, made.rendered.pdf)
    note_given(desk, Way.SAVE, made, todays_selection(desk, given), corrects=given.edition)
