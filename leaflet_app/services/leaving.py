"""The gate that every leaflet passes on its way out, whichever way that is."""

from __future__ import annotations

from leaflet_app.domain.errors import NotApproved, OverdueUnexplained
from leaflet_app.domain.leaving import check_may_leave, overdue_texts
from leaflet_app.domain.selection import Selection
from leaflet_app.services.desk import Desk
from leaflet_app.services.settings import load


def only_approved(desk: Desk) -> bool:
    """Tell whether this desk lets only approved leaflets out, whatever the practice says of all desks."""
    return load(desk).library.approved_only


def held_back(desk: Desk, selection: Selection) -> str:
    """Say why the leaflet of a selection may not leave this desk; nothing where it may. Raises as compose does."""
    try:
        see_off(desk, selection)
    except NotApproved as fault:
        return str(fault)
    except OverdueUnexplained:
        return ""  # it may, once somebody says why
    return ""


def overdue(desk: Desk, selection: Selection) -> tuple[str, ...]:
    """Name the texts for whose overdue reviews somebody has yet to say why they are given. Raises as see_off does."""
    try:
        see_off(desk, selection)
    except OverdueUnexplained:
        return overdue_texts(desk.library, selection, desk.today())
    return ()


def see_off(desk: Desk, selection: Selection) -> None:
    """See that the leaflet of a selection may leave this desk. Raises as check_may_leave does."""
    check_may_leave(desk.library, selection, desk.today(), approved_only=only_approved(desk))
