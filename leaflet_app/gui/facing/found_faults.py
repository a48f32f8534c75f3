"""The first faults of a translation, each a press away from its line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaflet_app.domain.faults import Fault
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.reading import line
from leaflet_app.gui.widgets.wrapping import WrappingButton

MOST = 3


class FoundFaults(QWidget):
    """Says what is left out where there are many."""

    line_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[QWidget] = []
        self._shown: Sequence[Fault] = ()
        self._put(line("Opening …", "soft"))

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show the first of them, and how many more there are."""
        if faults == self._shown and faults:
            return
        self.clear()
        self._shown = faults
        for fault in faults[:MOST]:
            button = dress(
                WrappingButton(f"Line {fault.line}: {fault.wrong}, {fault.remedy}."), flat="true", light="soft"
            )
            button.clicked.connect(lambda _checked, number=fault.line: self.line_asked.emit(number))
            self._put(button)
        if not faults:
            self._put(line("No problems.", "soft"))
        elif len(faults) > MOST:
            self._put(line(f"… and {len(faults) - MOST} more.", "soft"))

    def clear(self) -> None:
        """Show none."""
        self._shown = ()
        for widget in self._lines:
            widget.hide()
            widget.deleteLater()
        self._lines = []

    def _put(self, widget: QWidget) -> None:
        self._lines.append(widget)
        self._column.addWidget(widget)
