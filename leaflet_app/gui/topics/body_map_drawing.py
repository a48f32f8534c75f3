"""The body in the window: the shapes of the drawing as paths, in the colours of the palette."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QTransform

from leaflet_app.domain.diagrams import Diagram, Role, Shape

REACH = 10.0
"""How far beside a small organ a click still counts, in pixels."""


class BodyDrawing:
    """Paints a drawing into a rectangle, and finds the part under a point of it."""

    def __init__(self, diagram: Diagram) -> None:
        self._diagram = diagram
        self._paths = tuple((shape, path_of(shape)) for shape in diagram.shapes)
        self._room = QRectF()

    def fit(self, room: QRectF) -> None:
        """Take the middle of a room, as large as it goes."""
        scale = min(room.width() / self._diagram.width, room.height() / self._diagram.height)
        size = (self._diagram.width * scale, self._diagram.height * scale)
        self._room = QRectF(room.x(), room.y() + (room.height() - size[1]) / 2, *size)

    def point_of(self, part: str) -> QPointF:
        """Return where the line to a part's name begins."""
        return self._placing().map(QPointF(*self._diagram.parts[part].at))

    def part_at(self, point: QPointF) -> str:
        """Return the part at a point or close to it; the smallest where several are."""
        around = QRectF(point.x() - REACH, point.y() - REACH, 2 * REACH, 2 * REACH)
        named = [(shape.part, self._placing().map(path)) for shape, path in self._paths if shape.part]
        under = [(part, path) for part, path in named if path.contains(point)]
        near = under or [(part, path) for part, path in named if path.intersects(around)]
        return min(near, key=lambda each: _area(each[1]), default=("", QPainterPath()))[0]

    def paint(self, painter: QPainter, palette: QPalette, marked: Collection[str], shown: str) -> None:
        """Paint all shapes: these parts marked, and one of them (or none) with a strong edge."""
        painter.save()
        painter.setClipRect(self._room)
        placing = self._placing()
        for shape, path in self._paths:
            role = Role.MARKED if shape.part in marked else shape.role
            is_shown = bool(shape.part) and shape.part == shown
            painter.setPen(_pen(role, palette, is_shown=is_shown))
            painter.setBrush(Qt.BrushStyle.NoBrush if role is Role.ACCENT else _fill(role, palette))
            painter.drawPath(placing.map(path))
        painter.restore()

    def _placing(self) -> QTransform:
        scale = self._room.width() / self._diagram.width
        return QTransform.fromTranslate(self._room.x(), self._room.y()).scale(scale, scale)


def path_of(shape: Shape) -> QPainterPath:
    """Return a shape as a path, in the drawing's own units."""
    return reduce(_step, shape.steps, QPainterPath())


def _step(path: QPainterPath, step: tuple[str, tuple[float, ...]]) -> QPainterPath:
    letter, numbers = step
    points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    if letter == "M":
        path.moveTo(points[0])
    elif letter == "L":
        path.lineTo(points[0])
    elif letter == "C":
        path.cubicTo(points[0], points[1], points[2])
    else:
        path.closeSubpath()
    return path


def _fill(role: Role, palette: QPalette) -> QColor:
    panel, accent = palette.color(palette.ColorRole.Base), palette.color(palette.ColorRole.Link)
    return mixed(panel, accent, {Role.OUTLINE: 0.07, Role.ORGAN: 0.3}.get(role, 1.0))


def _pen(role: Role, palette: QPalette, *, is_shown: bool) -> QPen:
    if is_shown:
        return QPen(palette.color(palette.ColorRole.Text), 1.8)
    edge = palette.ColorRole.Link if role is Role.MARKED else palette.ColorRole.Dark
    return QPen(palette.color(edge), 0.9)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two."""
    red, green, blue = (
        first + (second - first) * share
        for first, second in ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    )
    return QColor.fromRgbF(red, green, blue)


def _area(path: QPainterPath) -> float:
    box = path.boundingRect()
    return box.width() * box.height()
