"""The real pages of a leaflet, white under each other on the ground of the window, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from leaflet_app.gui.preview.drawn_pages import pages_to_draw
from leaflet_app.gui.preview.layout import GAP, Layout, Spot, lay_out
from leaflet_app.gui.preview.lines import Line
from leaflet_app.gui.preview.marks import Marks
from leaflet_app.gui.preview.paper import paint_marks, paint_sheet
from leaflet_app.gui.preview.stage import Document, Stage
from leaflet_app.gui.preview.zoom import Zoom, larger, smaller

SCROLL_STEP = 40
NO_PICTURE = (0, None)


class PageView(QAbstractScrollArea):
    """Show a PDF: its pages in view and one on either side are drawn, the old ones stay until the new are there."""

    page_changed = Signal(int, int)
    zoom_changed = Signal()
    zoom_chosen = Signal(Zoom)
    lines_read = Signal(tuple)
    unreadable = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked_spot: Spot | None = None
        self._zoom = Zoom()
        self._layout: Layout = lay_out((), self._zoom, (0, 0))
        self._named = (0, 0)
        self._marks = Marks(self)
        self._marks.changed.connect(self.viewport().update)
        self._stage = Stage(self._needs, self)
        self.lend = self._stage.lend
        self._stage.swapped.connect(self._take_over)
        self._stage.arrived.connect(self.viewport().update)
        self._stage.unreadable.connect(self.unreadable)
        self._stage.lines_read.connect(self._marks.read)
        self._stage.lines_read.connect(self.lines_read)
        self.setAccessibleName("The leaflet as it will print")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(SCROLL_STEP)
        self.horizontalScrollBar().setSingleStep(SCROLL_STEP)

    @property
    def page(self) -> int:
        """Return the number of the page in the middle of the view, from 1; 0 when there is none."""
        return self._named[0]

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return len(self._layout.sizes)

    @property
    def zoom(self) -> Zoom:
        """Return what the pages follow."""
        return self._zoom

    @property
    def percent(self) -> int:
        """Return how large the pages are shown, 100 being the paper's own size."""
        return round(self._layout.percent)

    @property
    def marked(self) -> tuple[Line, ...]:
        """Return the lines that are marked as new."""
        return self._marks.new

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document in place of the one before, at the same page and height."""
        self._stage.bring(pdf)

    def clear(self) -> None:
        """Show no document."""
        self._asked_spot = None
        self._marks.clear()
        self._stage.clear()
        self._settle(Spot())

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages at this zoom, with the same words at the top."""
        self._zoom_about(zoom, 0)

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self.set_zoom(larger(self._layout.percent))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        self.set_zoom(smaller(self._layout.percent))

    def go_to(self, page: int, points: float = 0.0) -> None:
        """Bring a height of a page, counted from 1, to the top of the view; also of a document on its way."""
        spot = Spot(max(page - 1, 0), points)
        if self._stage.is_waiting:
            self._asked_spot = spot
        self.verticalScrollBar().setValue(self._layout.height_of(spot) - GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, paper, pictures and marks."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = self.verticalScrollBar().value()
        for page in self._layout.pages_between(top, top + self.viewport().height()):
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            for inset in (0, 1):
                painter.drawRect(self.viewport().rect().adjusted(inset, inset, -1 - inset, -1 - inset))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new room, with the same words at the top."""
        super().resizeEvent(event)
        self._settle(self._spot())

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Draw what has come into view."""
        del dx, dy
        self._name_page()
        self._stage.refresh()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl held, zoom about the pointer."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        step = larger if event.angleDelta().y() > 0 else smaller
        if event.angleDelta().y():
            self._zoom_about(step(self._layout.percent), round(event.position().y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by key; Home and End go to the ends."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Draw again when the focus comes or goes, or when the screen's pixels are of another size."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.viewport().update()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._stage.refresh()
        return super().event(event)

    def _spot(self, y: int = 0) -> Spot:
        """Return what stands so many pixels below the top of the view."""
        return self._layout.spot_at(self.verticalScrollBar().value() + y) if self._layout.sizes else Spot()

    def _zoom_about(self, zoom: Zoom, y: int) -> None:
        spot = self._spot(y)
        self._zoom = zoom
        self._settle(spot, y)
        self.zoom_chosen.emit(zoom)

    def _take_over(self) -> None:
        spot = self._asked_spot or self._spot()
        lift = GAP if self._asked_spot else 0
        self._asked_spot = None
        self._settle(spot, lift)

    def _settle(self, spot: Spot, y: int = 0) -> None:
        """Lay out what is shown, with the spot `y` pixels below the top of the view."""
        room = self.viewport().size()
        self._layout = self._lay_out(self._stage.shown)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        down.setRange(0, max(self._layout.height - room.height(), 0))
        down.setPageStep(room.height())
        across.setRange(0, max(self._layout.width - room.width(), 0))
        across.setPageStep(room.width())
        down.setValue(self._layout.height_of(spot) - y)
        self._name_page()
        self._stage.refresh()
        self.viewport().update()
        self.zoom_changed.emit()

    def _lay_out(self, document: Document | None) -> Layout:
        room = self.viewport().size()
        return lay_out(document.sizes if document else (), self._zoom, (room.width(), room.height()))

    def _needs(self, document: Document) -> Iterator[tuple[int, int]]:
        """Name the pages that a document must have drawn before it is shown, and while it is."""
        is_shown = document is self._stage.shown
        layout = self._layout if is_shown else self._lay_out(document)
        spot = self._asked_spot or self._spot()
        top = self.verticalScrollBar().value() if is_shown else layout.height_of(spot)
        return pages_to_draw(layout, top, self.viewport().height(), self.devicePixelRatioF(), with_next=is_shown)

    def _name_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self._layout.page_at(middle) + 1 if self._layout.sizes else 0
        if (page, self.pages) == self._named:
            return
        self._named = (page, self.pages)
        self.setAccessibleDescription(f"Page {page} of {self.pages}" if page else "No pages yet")
        self.page_changed.emit(page, self.pages)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        width, height = self._layout.page_size(page)
        left = max((self.viewport().width() - width) // 2, GAP) - self.horizontalScrollBar().value()
        sheet = QRect(left, self._layout.tops[page] - self.verticalScrollBar().value(), width, height)
        _, picture = self._stage.shown.pictures.get(page, NO_PICTURE) if self._stage.shown else NO_PICTURE
        paint_sheet(painter, sheet, picture, self.palette().color(QPalette.ColorRole.Mid))
        marked = (line for line in self._marks.new if line.page == page)
        paint_marks(painter, sheet, marked, self._layout.scale)
