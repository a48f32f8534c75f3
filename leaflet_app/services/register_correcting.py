"""Correct a leaflet of the register: today's text with what has changed, saved and noted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leaflet_app.domain.given import Given, Way
from leaflet_app.services.correct_leaflet import correct, todays_selection
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import overdue, see_off
from leaflet_app.services.register import note_given
from leaflet_app.services.save_leaflet import save


def overdue_in_corrected(desk: Desk, given: Given) -> tuple[str, ...]:
    """Name the texts for which somebody has to say why today's leaflet of an entry is given. Raises as see_off does."""
    return overdue(desk, todays_selection(desk, given))


def save_corrected(desk: Desk, given: Given, path: Path, overdue_reason: str = "") -> None:
    """Save the leaflet that corrects an entry, and note which edition it corrects.

    Raises NotApproved, OverdueUnexplained, CannotSave, NotNoted (it is saved then), EditionUnreadable, TopicRetired,
    and as compose does.
    """
    selection = replace(todays_selection(desk, given), overdue_reason=overdue_reason)
    see_off(desk, selection)
    made = correct(desk, given)
    save(path, made.rendered.pdf)
    note_given(desk, Way.SAVE, made, selection, corrects=given.edition)
