"""On top of the list: what is wrong in files that no row of it can show."""

from __future__ import annotations

from leaflet_app.domain.faults import Fault
from leaflet_app.gui.widgets.strip import Strip

BROKEN = "In these files, which are no texts, something is wrong:"
MOST_SHOWN = 8


class BrokenFiles(Strip):
    """Shows itself only where there are any."""

    def __init__(self) -> None:
        super().__init__(ground="look")
        self.hide()

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Show these faults."""
        more = [f"… and {len(faults) - MOST_SHOWN} more."] if len(faults) > MOST_SHOWN else []
        self.say("\n".join((BROKEN, *map(str, faults[:MOST_SHOWN]), *more)))
        self.setVisible(bool(faults))
