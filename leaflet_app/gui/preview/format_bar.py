"""Above the pages: the format of the paper, and how large it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from leaflet_app.domain.look import Format
from leaflet_app.gui.preview.chooser import Chooser
from leaflet_app.gui.preview.page_view import PageView
from leaflet_app.gui.preview.zoom import LEAST, MOST, Fit, Zoom
from leaflet_app.gui.widgets.icons import IconButton


class FormatBar(QWidget):
    """Choose the format; zoom the view."""

    format_chosen = Signal(Format)

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._formats = Chooser("&Format", Format, "Paper and size of print")
        self._formats.chosen.connect(self.format_chosen)
        self._smaller = IconButton("minus", "Smaller (Ctrl+−)")
        self._percent = QLabel()
        self._percent.setAccessibleName("Shown at")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("300 %") + 4)
        self._larger = IconButton("plus", "Larger (Ctrl++)")
        self._fits = {
            Fit.WIDTH: IconButton("fit-width", "Fit width (Ctrl+0)"),
            Fit.PAGE: IconButton("fit-page", "Fit page"),
        }
        self._smaller.clicked.connect(lambda _checked: view.zoom_out())
        self._larger.clicked.connect(lambda _checked: view.zoom_in())
        for fit, button in self._fits.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, fit=fit: view.set_zoom(Zoom(fit)))
        view.zoom_changed.connect(self._show_zoom)
        self._lay_out()
        self._show_zoom()

    @property
    def _zoom_controls(self) -> tuple[QWidget, ...]:
        return self._smaller, self._percent, self._larger, *self._fits.values()

    @property
    def format(self) -> Format:
        """Return the chosen format."""
        chosen: Format = self._formats.currentData()
        return chosen

    def set_format(self, page_format: Format) -> None:
        """Choose a format without telling anyone."""
        self._formats.show_choice(page_format)

    def focus_format(self) -> None:
        """Put the keyboard on the choice of the paper."""
        self._formats.setFocus()

    def offer_zoom(self, *, offered: bool) -> None:
        """Show the controls of the zoom only where there are pages to zoom."""
        for widget in self._zoom_controls:
            widget.setVisible(offered)

    def _show_zoom(self) -> None:
        self._percent.setText(f"{self._view.percent} %")
        self._larger.setEnabled(self._view.percent < MOST)
        self._smaller.setEnabled(self._view.percent > LEAST)
        for fit, button in self._fits.items():
            button.setChecked(self._view.zoom.fit is fit)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._formats.label)
        row.addSpacing(4)
        row.addWidget(self._formats)
        row.addStretch(1)
        for widget in self._zoom_controls:
            row.addWidget(widget)
