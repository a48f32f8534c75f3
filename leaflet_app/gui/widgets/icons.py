"""The thin-line icons, drawn in the colour of the words beside them."""

from __future__ import annotations

from functools import cache
from math import ceil

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton

from leaflet_app.paths import resources

DRAWN_IN = "#1B2733"


def icon(name: str, palette: QPalette, side: int = 20) -> QIcon:
    """Return an icon in the palette's ink, fainter where a control is disabled."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole.ButtonText
    ink, faint = (palette.color(shade, role).name() for shade in (group.Active, group.Disabled))
    finest = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1)
    return _icon(name, ink, faint, side, ceil(finest))


class IconButton(QToolButton):
    """A button with an icon and a name that everyone can read: as words beside it, or on pointing and aloud."""

    def __init__(self, name: str, words: str, *, shown: bool = False, side: int = 20) -> None:
        super().__init__()
        self._name = name
        self._side = side
        self.setText(words)
        self.setToolTip("" if shown else words)
        self.setAccessibleName(words)
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)
        self.setIconSize(QSize(side, side))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icon: not earlier, before the colours it is drawn in are known."""
        super().showEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the colours change; one that nobody sees is drawn when it is shown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._name, self.palette(), self._side))


@cache
def _icon(name: str, ink: str, faint: str, side: int, scale: int) -> QIcon:
    built = QIcon()
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, faint)):
        built.addPixmap(_drawn(drawing.replace(DRAWN_IN, colour), side, scale), mode)
    return built


def _drawn(drawing: str, side: int, scale: int) -> QPixmap:
    pixmap = QPixmap(side * scale, side * scale)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side * scale, side * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
