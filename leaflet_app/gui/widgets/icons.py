"""The thin-line icons, drawn in the colour of the words beside them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton

from leaflet_app.paths import resources

DRAWN_IN = "#1B2733"
SCALES = (1, 2, 3)


def icon(name: str, palette: QPalette, side: int = 20) -> QIcon:
    """Draw an icon in the palette's ink, fainter where a control is disabled."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole.ButtonText
    built = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, group.Active), (QIcon.Mode.Disabled, group.Disabled)):
        for scale in SCALES:
            built.addPixmap(_drawn(name, palette.color(shade, role).name(), side, scale), mode)
    return built


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
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._name, self.palette(), self._side))


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(name: str, colour: str, side: int, scale: int) -> QPixmap:
    pixmap = QPixmap(side * scale, side * scale)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    drawing = QSvgRenderer(QByteArray(_source(name).replace(DRAWN_IN, colour).encode()))
    drawing.render(painter, QRectF(0, 0, side * scale, side * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
