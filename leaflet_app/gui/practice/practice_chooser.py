"""Above the form: which practice is shown, a new one, those that were removed, and the first steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.days import written_day
from leaflet_app.gui.preview.bearer import Offered
from leaflet_app.gui.preview.chooser import Chooser
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.practice import Listed
from leaflet_app.services.practice_removing import Removed

CHOOSER_WIDTH = 320


class PracticeChooser(QWidget):
    """Lists the practices; one with faults is told of, and cannot be chosen."""

    chosen = Signal(str)
    new_asked = Signal()
    first_steps_asked = Signal()
    removed_asked = Signal()
    back_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._chooser = Chooser("Practice", (), "Whose details are shown")
        self._chooser.setMaximumWidth(CHOOSER_WIDTH)
        self._own = dress(QLabel(), tone="soft")
        self._broken = dress(QLabel(), tone="urgent")
        self._broken.setWordWrap(True)
        self._broken.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._chooser.label)
        row.addWidget(self._chooser, 100)
        row.addWidget(self._own)
        row.addStretch(1)
        self._bring_back = QPushButton("Removed practices …")
        for button, told in (
            (QPushButton("Another practice …"), self.new_asked),
            (self._bring_back, self.removed_asked),
            (QPushButton("First steps …"), self.first_steps_asked),
        ):
            button.clicked.connect(lambda _checked, told=told: told.emit())
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._broken)
        self._chooser.chosen.connect(lambda offered: self.chosen.emit(offered.id))

    def offer_back(self, those: Sequence[Removed]) -> None:
        """Offer practices that were removed, in a menu below the button that asked for them."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for each in those:
            words = f"{each.label}, removed {written_day(each.at.date())}".replace("&", "&&")
            menu.addAction(words, partial(self.back_asked.emit, each.id))
        menu.popup(self._bring_back.mapToGlobal(self._bring_back.rect().bottomLeft()))

    def show_practices(self, listed: Sequence[Listed], shown: str) -> None:
        """Show which there are, and which of them is on the form."""
        sound = [each for each in listed if not each.faults]
        self._chooser.clear()
        for each in sound:
            self._chooser.addItem(each.label, Offered(each.id, each.label))
        ids = [each.id for each in sound]
        if shown not in ids:
            self._chooser.addItem("A new practice", Offered(shown, "A new practice"))
            ids.append(shown)
        self._chooser.setCurrentIndex(ids.index(shown))
        is_own = any(each.is_own and each.id == shown for each in sound)
        self._own.setText("This desk's leaflets bear it." if is_own and len(sound) > 1 else "")
        faults = [str(fault) for each in listed for fault in each.faults]
        self._broken.setText("\n".join(faults))
        self._broken.setVisible(bool(faults))
