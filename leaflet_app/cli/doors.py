"""What the command line is handed: the two things it cannot build itself."""

from __future__ import annotations

from collections.abc import Callable

from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk


@value
class Doors:
    """Opens the desk when a command needs it, and the window on what a link asks for."""

    open_desk: Callable[[], Desk]
    open_window: Callable[[str], None]
