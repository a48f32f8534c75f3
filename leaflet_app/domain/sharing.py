"""How a desk stands with the library that it shares, and how that is said."""

from __future__ import annotations

from datetime import datetime

from leaflet_app.domain.counted import counted
from leaflet_app.domain.value import value


@value
class SharingStanding:
    """What a desk knows of it without asking anybody.

    `address` is empty where nothing is shared; `at` is when this desk and the others last had the same; `texts` were
    changed here and elsewhere, so that a person must choose.
    """

    address: str
    to_send: int = 0
    at: datetime | None = None
    texts: int = 0


@value
class Disagreement:
    """One text that was changed on two desks: as it was before, as it is here, and as others have shared it.

    None where a side has no such text. `by` is who changed it last among the others.
    """

    file: str
    base: bytes | None
    ours: bytes | None
    theirs: bytes | None
    by: str = ""


def said_standing(standing: SharingStanding, now: datetime, away: str = "") -> str:
    """Say it in a few words; nothing where nothing is shared. `away` names what does not answer."""
    if not standing.address:
        return ""
    if standing.texts:
        return f"{counted(standing.texts, 'text')} {'needs' if standing.texts == 1 else 'need'} you"
    if away:
        return f"{away} not reachable, working locally"
    if standing.to_send:
        return f"{counted(standing.to_send, 'change')} to send"
    return f"Up to date {said_time(standing.at, now)}" if standing.at else "Not shared yet"


def said_time(at: datetime, now: datetime) -> str:
    """Say when something was, on the clock of `now`: the hour today, the day before that."""
    here = at.astimezone(now.tzinfo)
    if here.date() == now.date():
        return f"{here:%H:%M}"
    return f"{here.day} {here:%B}" if here.year == now.year else f"{here.day} {here:%B %Y}"


def said_place(address: str) -> str:
    """Return what a person calls the place of an address."""
    return "Git server" if "://" in address else "Shared folder"
