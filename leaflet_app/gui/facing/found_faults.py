"""The first faults of a translation, each with its line to go to."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from leaflet_app.domain.faults import Fault
from leaflet_app.gui.widgets.dress import dress

MOST = 4


class FoundFaults(QLabel):
    """Its words may be those of the text itself, and stand as they are."""

    line_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__("Opening …")
        dress(self, tone="soft")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAccessibleName("Problems of the translation")
        keys, mouse = Qt.TextInteractionFlag.LinksAccessibleByKeyboard, Qt.TextInteractionFlag.LinksAccessibleByMouse
        self.setTextInteractionFlags(keys | mouse)
        self.linkActivated.connect(lambda line: self.line_asked.emit(int(line)))

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show the first of them, and how many more there are."""
        shown = [
            f'<a href="{fault.line}">Line {fault.line}</a>: {escape(f"{fault.wrong}, {fault.remedy}.")}'
            for fault in faults[:MOST]
        ]
        more = [f"… and {len(faults) - MOST} more."] if len(faults) > MOST else []
        self.setText("<br>".join((*shown, *more)) or "No problems.")
