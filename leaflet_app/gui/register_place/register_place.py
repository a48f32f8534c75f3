"""The place Register, until it can be read here."""

from __future__ import annotations

from leaflet_app.gui.widgets.coming import Coming
from leaflet_app.services.desk import Desk


class RegisterPlace(Coming):
    """Says what the register holds."""

    def __init__(self, desk: Desk) -> None:
        del desk
        super().__init__(
            "Register",
            "Each leaflet that is printed, saved or emailed is noted here: which one, when and how, never for whom.",
            "Reading the register in the window is not part of this version yet.",
        )

    def stop(self) -> None:
        """End nothing: no work is done here yet."""
