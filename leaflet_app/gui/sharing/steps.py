"""What may stand in the way at the shared place, and the step that only a person may take there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from leaflet_app.domain.errors import AnotherHistory, LeafletError, SharingStopped
from leaflet_app.domain.sharing import said_time
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.sheet import Sheet
from leaflet_app.services import settings, shared_place
from leaflet_app.services.desk import Desk

BEGIN, UNLOCK, TAKE_OVER = "begin", "unlock", "take over"
SETTING = "library.shared"
STEPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        BEGIN: ("This folder is empty. Make the shared library there from the one of this desk?", "&Begin there"),
        UNLOCK: (
            "A desk has kept the shared folder locked since {since}. If it was switched off while it shared, "
            "remove the lock.",
            "&Remove the lock",
        ),
        TAKE_OVER: ("The shared library does not go on from the one of this desk.", "&Take the shared one…"),
    }
)
OVER = (
    "The shared library takes the place of the one on this desk. What you have changed here leaves the library: "
    "export it first, and import what you still want. Until then it stays in the history of this desk."
)


@dataclass(frozen=True)
class Place:
    """Where the library is shared, and the step that is to be taken there, if any."""

    address: str
    is_locked: bool
    step: str = ""
    since: str = ""


def look_at(desk: Desk, fault: LeafletError | None) -> Place:
    """Return how things stand where the library is shared, after what hindered sharing the last time."""
    standing = next(each for each in settings.origins(desk) if each.name == SETTING)
    address = str(standing.value)
    if not address or fault is None:
        return Place(address, standing.is_locked)
    if isinstance(fault, AnotherHistory):
        return Place(address, standing.is_locked, TAKE_OVER)
    try:
        since = shared_place.locked_since(desk)
        if since is not None:
            return Place(address, standing.is_locked, UNLOCK, said_time(since, desk.now().astimezone()))
        return Place(address, standing.is_locked, BEGIN if shared_place.may_begin(desk) else "")
    except SharingStopped:
        return Place(address, standing.is_locked)


def confirm(parent: QWidget, name: str, act: Callable[[], object]) -> None:
    """Act; ask once more before what cannot simply be undone."""
    if name != TAKE_OVER:
        act()
        return
    sheet = Sheet(parent.window(), "Take over the shared library", "&Take it over")
    sheet.body.addWidget(line(OVER, ""))
    sheet.main.clicked.connect(lambda _checked: sheet.accept())
    sheet.ask_once(act)


def take_step(desk: Desk, name: str) -> None:
    """Do what a person wanted done. Raises SharingStopped, StoreUnusable."""
    steps: dict[str, Callable[[Desk], object]] = {
        BEGIN: shared_place.begin,
        UNLOCK: shared_place.unlock,
        TAKE_OVER: shared_place.take_over,
    }
    steps[name](desk)
