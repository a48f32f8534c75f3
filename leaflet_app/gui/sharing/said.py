"""What is said of sharing on the screen."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from leaflet_app.domain.errors import EditedMeanwhile
from leaflet_app.domain.sharing import said_place, said_standing
from leaflet_app.gui.sharing.background import Outcome

NOTHING_SHARED = "Not shared: this desk keeps the library for itself"
WORKS = "This desk and the others have the same library."
TO_SETTLE = (
    "Someone else changed a text that you have changed too. Both are kept. "
    "Until you have chosen, your changes wait here, and those of others there."
)
WAITS = "Your changes are kept on this desk and go out with the next sharing."
ALONE = "Name a folder that all desks can reach, or the address of a Git server. Until then nothing leaves this desk."


class Said(NamedTuple):
    """A few words with their tone, and what they mean."""

    words: str
    tone: str
    meaning: str


def said_outcome(outcome: Outcome, now: datetime) -> Said:
    """Say how sharing stands."""
    standing, fault = outcome.standing, outcome.fault
    if not standing.address:
        return Said(NOTHING_SHARED, "soft", ALONE)
    if standing.texts:
        return Said(f"⚠ {said_standing(standing, now)}", "look", TO_SETTLE)
    if outcome.is_away:
        words = said_standing(standing, now, said_place(standing.address))
        return Said(f"⚠ {words}", "look", str(fault))
    if fault is not None and not isinstance(fault, EditedMeanwhile):
        return Said("⚠ Not shared, working locally", "urgent", str(fault))
    words = said_standing(standing, now)
    is_good = not standing.to_send and standing.at is not None
    return Said(f"✓ {words}" if is_good else words, "good" if is_good else "soft", WORKS if is_good else WAITS)
