"""The line at the foot of the window: whose leaflets, and how the library stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStatusBar

from leaflet_app.domain.counted import counted
from leaflet_app.domain.library import Library
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line


class StatusLine(QStatusBar):
    """Practice on the left, library and review state on the right; each says its state in words.

    Whoever presses on the faults wants to see them.
    """

    faults_asked = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 12, 0)
        self._borne, self._topics, self._review = (line("", "soft") for _ in range(3))
        self._faults = QPushButton()
        self._faults.setToolTip("Show the texts of the library, those with faults first")
        self._faults.clicked.connect(lambda _checked: self.faults_asked.emit())
        self.addWidget(self._borne)
        for label in (self._borne, self._topics, self._review):
            label.setWordWrap(False)
        for label in (self._topics, self._review):
            label.setContentsMargins(16, 0, 0, 0)
        for part in (self._topics, self._faults, self._review):
            self.addPermanentWidget(part)
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
        listed = library.listed.values()
        waiting = sum(not line.is_approved for line in listed)
        faults = len(library.faults)
        self._borne.setText(f"Practice: {library.practices.get(self._practice, library.practice).publisher}")
        self._topics.setText(f"Library: {counted(len(listed), 'topic')}")
        told = f"⚠ {counted(faults, 'fault')} in the library" if faults else "✓ No faults"
        dress(self._faults, flat="true", light="urgent" if faults else "soft").setText(told)
        dress(self._review, tone="look").setText(f"⚠ {library.wording.draft_banner}: {counted(waiting, 'topic')}")
        self._review.setVisible(bool(waiting))
