"""The place Settings, until they can be changed here."""

from __future__ import annotations

from leaflet_app.gui.widgets.coming import Coming
from leaflet_app.services.desk import Desk


class SettingsPlace(Coming):
    """Says what the settings are."""

    def __init__(self, desk: Desk) -> None:
        del desk
        super().__init__(
            "Settings",
            "How this practice prints and emails its leaflets will be set here.",
            "Changing settings in the window is not part of this version yet.",
        )

    def stop(self) -> None:
        """End nothing: no work is done here yet."""
