"""One section of a topic: printed or left out, and its text."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from leaflet_app.gui.panes.rich_text import RichText
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.wrapping import WrappingButton

ALWAYS_PRINTED = "Always printed"
INDENT = 32
FRAMED_INDENT = 8


class SectionView(QFrame):
    """A check box that prints the section, a heading that shows it in the leaflet, and the words."""

    printed_changed = Signal(bool)
    heading_chosen = Signal()
    link_chosen = Signal(str)
    word_asked = Signal(str, int)

    def __init__(self, heading: str, html: str, *, ground: str = "", locked_because: str = "") -> None:
        super().__init__()
        self._box = QCheckBox()
        self._box.setAccessibleName(f"Print “{heading}”")
        self._box.setFixedWidth(28)
        self._heading = dress(WrappingButton(heading), flat="true", heading="true")
        self._heading.setToolTip("Show this in the leaflet")
        self._heading.setAccessibleName(f"{heading}: show in the leaflet")
        self._state = dress(QLabel(), tone="soft")
        self.text = RichText(html)
        self.text.setContentsMargins(FRAMED_INDENT if ground else INDENT, 0, 0, 0)
        self._locked_because = locked_because
        dress(self, ground=ground)
        self._lay_out(framed=bool(ground))
        self.show_printed(printed=True, chosen=True)
        self._box.setEnabled(not locked_because)
        self._box.setToolTip(locked_because or "Print this section")
        self._box.toggled.connect(self.printed_changed)
        self._heading.clicked.connect(self.heading_chosen)
        self.text.link_chosen.connect(self.link_chosen)
        self.text.word_asked.connect(self.word_asked)

    def show_printed(self, *, printed: bool, chosen: bool) -> None:
        """Show whether the section is in the leaflet; what is left out stays readable."""
        with QSignalBlocker(self._box):
            self._box.setChecked(printed)
        self._box.setVisible(chosen)
        self._heading.setEnabled(printed or not chosen)
        self._state.setText(self._locked_because if printed else "Left out of the leaflet")
        self._state.setVisible(chosen)
        dress(self.text, tone="" if printed else "soft")

    def _lay_out(self, *, framed: bool) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self._box)
        head.addWidget(self._heading)
        head.addWidget(self._state)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((8, 8, 12, 8) if framed else (8, 8, 0, 0)))
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
