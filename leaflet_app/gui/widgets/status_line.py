"""The line at the foot of the window: whose leaflets, and how the library stands."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar

from leaflet_app.domain.counted import counted
from leaflet_app.domain.library import Library
from leaflet_app.gui.widgets.dress import dress


class StatusLine(QStatusBar):
    """Practice on the left, library and review state on the right; each says its state in words."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 12, 0)
        self._told: list[QLabel] = []
        self._library = library
        self._practice = ""
        self.take_library(library)

    def bear(self, practice: str) -> None:
        """Name another practice, by its id; nothing is the first."""
        if practice != self._practice:
            self._practice = practice
            self.take_library(self._library)

    def take_library(self, library: Library) -> None:
        """Say how another library stands."""
        self._library = library
        for label in self._told:
            self.removeWidget(label)
            label.deleteLater()
        self._told = []
        listed = library.listed.values()
        waiting = sum(not line.is_approved for line in listed)
        faults = len(library.faults)
        borne = library.practices.get(self._practice, library.practice)
        self._told.append(dress(QLabel(f"Practice: {borne.publisher}"), tone="soft"))
        self.insertWidget(0, self._told[0])
        self._tell(f"Library: {counted(len(listed), 'topic')}", "soft")
        if faults:
            self._tell(f"⚠ {counted(faults, 'fault')} in the library", "urgent")
        else:
            self._tell("✓ No faults", "soft")
        if waiting:
            self._tell(f"⚠ {library.wording.draft_banner}: {counted(waiting, 'topic')}", "look")

    def _tell(self, words: str, tone: str) -> None:
        label = dress(QLabel(words), tone=tone)
        label.setContentsMargins(16, 0, 0, 0)
        self.insertPermanentWidget(len(self._told), label)
        self._told.append(label)
