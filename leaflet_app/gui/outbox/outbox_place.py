"""The place Outbox, until leaflets can be emailed."""

from __future__ import annotations

from leaflet_app.gui.widgets.coming import Coming


class OutboxPlace(Coming):
    """Says what the outbox will hold."""

    def __init__(self) -> None:
        super().__init__(
            "Outbox",
            "Emails with leaflets will wait here until they are sent, and stay here until you know that they were.",
            "Sending by email is not part of this version yet. Save the leaflet as a PDF and attach it to an email.",
        )
