"""Things side by side, over as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """A layout that fills lines like words; nothing is ever wider than the room there is."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self._places: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, place: QLayoutItem) -> None:  # noqa: N802  (Qt's own name)
        """Take one more at the end."""
        self._places.append(place)

    def count(self) -> int:
        """Count what is in it."""
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (None ends Qt's loops)
        """Return one of them."""
        return self._places[index] if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give one of them away."""
        return self._places.pop(index) if 0 <= index < len(self._places) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Say that a narrow room needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the lines in a room of this width."""
        return self._laid_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, room: QRect) -> None:  # noqa: N802
        """Put everything in its place."""
        super().setGeometry(room)
        self._laid_out(room, move=True)

    def sizeHint(self) -> QSize:
        """Ask for little; the width comes from the column."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the room of the one that needs most."""
        least = QSize()
        for place in self._places:
            least = least.expandedTo(place.minimumSize())
        return least

    def _laid_out(self, room: QRect, *, move: bool) -> int:
        """Fill line after line; return how high they are together."""
        at, line_height = room.topLeft(), 0
        for place in self._places:
            size = _size(place, room.width())
            if at.x() > room.x() and at.x() + size.width() > room.right() + 1:
                at, line_height = QPoint(room.x(), at.y() + line_height + self.spacing()), 0
            if move:
                place.setGeometry(QRect(at, size))
            at.setX(at.x() + size.width() + self.spacing())
            line_height = max(line_height, size.height())
        return at.y() + line_height - room.y()


def _size(place: QLayoutItem, widest: int) -> QSize:
    wanted = place.sizeHint()
    if wanted.width() <= widest:
        return wanted
    return QSize(widest, place.heightForWidth(widest) if place.hasHeightForWidth() else wanted.height())
