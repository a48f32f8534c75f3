"""One set of topics on offer, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from leaflet_app.domain.sets import TopicSet
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.gui.widgets.icons import IconButton


class SetRow(QWidget):
    """A button that chooses the set, the topics in it, and for the practice's own a way to rename and delete it."""

    chosen = Signal(TopicSet)
    rename_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, offered: TopicSet, titles: str, *, is_own: bool) -> None:
        super().__init__()
        choose = QPushButton(offered.name.replace("&", "&&"))
        choose.setAccessibleDescription(titles)
        choose.clicked.connect(lambda: self.chosen.emit(offered))
        said = dress(QLabel(titles), tone="soft")
        said.setWordWrap(True)
        said.setContentsMargins(4, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(choose)
        head.addStretch()
        for icon, does, asked in (("edit", "Rename", self.rename_asked), ("close", "Delete", self.delete_asked)):
            if is_own:
                button = IconButton(icon, f"{does} “{offered.name}”", side=16)
                button.clicked.connect(partial(asked.emit, offered.name))
                head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(said)
