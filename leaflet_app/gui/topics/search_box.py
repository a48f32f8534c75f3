"""The search box above the topics."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from leaflet_app.gui.widgets.icons import IconButton, icon

GLASS = 16
CLEAR = 24


class SearchBox(QLineEdit):
    """Tell what is typed, and when the best match or the list below is wanted."""

    best_wanted = Signal()
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Find a topic")
        self.setAccessibleName("Find a topic")
        self.setAccessibleDescription("Enter ticks the first match. Down arrow goes to the list.")
        self._glass = QLabel(self)
        self._clear = IconButton("close", "Clear the search", side=12)
        self._clear.setParent(self)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does it
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.setTextMargins(GLASS + 4, 0, CLEAR, 0)
        self.returnPressed.connect(self.best_wanted)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list on the Down arrow, clear on Escape."""
        if event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the glass again when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass before the words, and the way to clear them after."""
        super().resizeEvent(event)
        self._clear.setGeometry(self.width() - CLEAR - 4, (self.height() - CLEAR) // 2, CLEAR, CLEAR)
        self._glass.setGeometry(8, (self.height() - GLASS) // 2, GLASS, GLASS)

    def _draw(self) -> None:
        self._glass.setPixmap(
            icon("search", self.palette(), side=GLASS).pixmap(QSize(GLASS, GLASS), self.devicePixelRatio())
        )
