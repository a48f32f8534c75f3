"""The place Library: what it holds, and which files have faults."""

from __future__ import annotations

from leaflet_app.domain.library import Library
from leaflet_app.gui.widgets.coming import Coming

MOST_SHOWN = 8


class LibraryPlace(Coming):
    """Says what the library holds, and what can be edited here later."""

    def __init__(self, library: Library) -> None:
        waiting = sum(not topic.review.is_approved for topic in library.offered.values())
        super().__init__(
            "Library",
            f"{len(library.offered)} topics can be printed. {waiting} of them await clinical review.",
            "Editing, checking and approving texts will happen here. It is not part of this version yet.",
        )
        if library.faults:
            self.add("These files have faults. Topics in them cannot be printed until they are mended:", tone="look")
        for fault in library.faults[:MOST_SHOWN]:
            self.add(str(fault), tone="soft")
        if len(library.faults) > MOST_SHOWN:
            self.add(f"… and {len(library.faults) - MOST_SHOWN} more.", tone="soft")
