"""The last changes that came from others."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QVBoxLayout

from leaflet_app.domain.library import Library
from leaflet_app.domain.sharing import said_time
from leaflet_app.domain.versions import Version
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import ReadingPage, line
from leaflet_app.services.text_titles import title_of

NONE = "Nothing has come from others yet."
WAITS = "What others have changed comes in once you have chosen."
MOST_NAMED = 3


class OthersPanel(QFrame):
    """Who changed what, newest first."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._page = ReadingPage("Last changes of others")
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self._page)

    def show_changes(
        self, changes: tuple[Version, ...], library: Library, now: datetime, *, needs_choice: bool = False
    ) -> None:
        """List changes; `needs_choice` tells that some wait for a person to choose."""

        def fill(column: QVBoxLayout) -> None:
            column.addWidget(line("Last changes of others", "group"))
            if not changes:
                column.addWidget(line(WAITS if needs_choice else NONE, "soft"))
            for change in changes:
                column.addSpacing(8)
                column.addWidget(line(f"{change.author}  ·  {said_time(change.at, now)}", "soft"))
                column.addWidget(line(_said_change(change, library), ""))

        self._page.show_page(fill)


def _said_change(change: Version, library: Library) -> str:
    named = [title_of(library, file) for file in change.texts[:MOST_NAMED]]
    more = [f"and {len(change.texts) - MOST_NAMED} more"] if len(change.texts) > MOST_NAMED else []
    about = change.message.partition("\n")[0]
    return f"{about}: {', '.join((*named, *more))}" if named else about
