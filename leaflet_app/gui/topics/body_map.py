"""The body as a way to topics: one button for each place, joined by a line to where it lies."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaflet_app.domain.diagrams import Diagram, spread
from leaflet_app.domain.library import Library
from leaflet_app.gui.topics.body_map_button import OrganButton
from leaflet_app.gui.topics.body_map_drawing import BodyDrawing
from leaflet_app.gui.widgets.announce import announce

GAP = 10
EDGE = 2
HIGHEST = 264


class BodyMap(QWidget):
    """Choose a site by its organ; organs of ticked topics are marked. The list beside it shows the same."""

    site_chosen = Signal(str)

    def __init__(self, library: Library, diagram: Diagram) -> None:
        super().__init__()
        self._library = library
        self._drawing = BodyDrawing(diagram)
        self._anchors = {part: diagram.parts[part].at[1] / diagram.height for part in diagram.parts}
        self._topics = {
            site.value: tuple(topic.id for topic in topics)
            for site, topics in library.listed_by_site()
            if site.value in diagram.parts
        }
        self._chosen, self._pointed = "", ""
        self._marked: tuple[str, ...] = ()
        self._buttons: dict[str, OrganButton] = {}
        for site in sorted(self._topics, key=self._anchors.__getitem__):
            self._add(site)
        self.setAccessibleName("Body map")
        self.setAccessibleDescription("Each place shows its topics in the list below. Escape shows all again.")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    @property
    def chosen(self) -> str:
        """Return the site whose topics are shown; empty for all."""
        return self._chosen

    def topics_of(self, site: str) -> tuple[str, ...]:
        """Return the topics of a site on the map."""
        return self._topics.get(site, ())

    def show_ticked(self, topics: Collection[str]) -> None:
        """Mark the places of these topics."""
        counts = {site: len({*of_site} & {*topics}) for site, of_site in self._topics.items()}
        self._marked = tuple(site for site, count in counts.items() if count)
        for site, button in self._buttons.items():
            button.show_ticked(counts[site])
        self.update()

    def show_site(self, site: str) -> None:
        """Press the button of a site, or none, without telling anyone."""
        self._chosen = site
        for each, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(each == site)
            button.update()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of all buttons below each other."""
        height = sum(button.sizeHint().height() + 2 for button in self._buttons.values())
        return QSize(0, max(height, HIGHEST) + 2 * EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the body at the left and the buttons at the right, each near its organ."""
        super().resizeEvent(event)
        wide = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        left = self.width() - wide - EDGE
        room = QRectF(EDGE, EDGE, max(left - GAP - EDGE, 1), self.height() - 2 * EDGE)
        self._drawing.fit(room)
        heights = [button.sizeHint().height() + 2.0 for button in self._buttons.values()]
        wanted = [self._drawing.point_of(site).y() - EDGE for site in self._buttons]
        for button, top, height in zip(
            self._buttons.values(), spread(wanted, heights, room.height()), heights, strict=True
        ):
            button.setGeometry(left, round(top) + EDGE, wide, round(height) - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the body, and a fine line from each organ to its button."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.paint(painter, self.palette(), self._marked, self._pointed or self._chosen)
        for site, button in self._buttons.items():
            self._paint_line(painter, site, button)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which organ a click would choose."""
        self._point(self._drawing.part_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button of the organ that was clicked."""
        button = self._buttons.get(self._drawing.part_at(event.position()))
        if button is not None and event.button() is Qt.MouseButton.LeftButton:
            button.click()

    def choose(self, site: str) -> None:
        """Choose a site, or none, and tell of it."""
        self.show_site(site)
        self.site_chosen.emit(site)
        announce(self, f"{self._buttons[site].accessibleName()} in the list." if site else "All topics in the list.")

    def _add(self, site: str) -> None:
        button = OrganButton(self._library.wording.sites[site], len(self._topics[site]))
        button.setParent(self)
        button.toggled.connect(lambda is_on: self.choose(site if is_on else ""))
        button.entered.connect(lambda: self._point(site))
        button.left.connect(lambda: self._point(""))
        self._buttons[site] = button

    def _point(self, site: str) -> None:
        known = site if site in self._buttons else ""
        if known != self._pointed:
            self._pointed = known
            self.setCursor(Qt.CursorShape.PointingHandCursor if known else Qt.CursorShape.ArrowCursor)
            self.update()

    def _paint_line(self, painter: QPainter, site: str, button: OrganButton) -> None:
        """Draw over a wider line of the ground, so that it stands apart from what it crosses."""
        start, end = self._drawing.point_of(site), QPointF(button.x(), button.geometry().center().y() + 0.5)
        knee = QPointF(end.x() - GAP + 2, end.y())
        is_strong = site in (self._pointed, self._chosen)
        roles = self.palette().ColorRole
        ink = self.palette().color(roles.Link if is_strong else roles.Dark)
        for colour, line, dot in ((self.palette().color(roles.Base), 2.6, 5.0), (ink, 1.4 if is_strong else 1.0, 3.4)):
            painter.setPen(QPen(colour, line))
            painter.drawPolyline([start, knee, end])
            painter.setPen(QPen(colour, dot, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoint(start)
