"""The real leaflet as the practice on the form would hand it out, in any format."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.look import Format
from leaflet_app.domain.practice import Practice
from leaflet_app.gui.jobs import Jobs
from leaflet_app.gui.preview.format_bar import FormatBar
from leaflet_app.gui.preview.page_view import PageView
from leaflet_app.gui.widgets.dress import dress
from leaflet_app.services.desk import Desk
from leaflet_app.services.make_leaflet import Made
from leaflet_app.services.practice import sample

PAUSE_MS = 250


class SampleView(QFrame):
    """Makes the leaflet anew when something was typed, off the window's thread; the one before stays in view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        dress(self, ground="panel")
        self._desk = desk
        self._jobs = Jobs(self)
        self._wanted: tuple[str, Practice] | None = None
        self._format = Format.STANDARD
        self.view = PageView()
        self._formats = FormatBar(self.view)
        self._said = dress(QLabel(), tone="look")
        self._said.setWordWrap(True)
        self._said.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self._formats.format_chosen.connect(self._choose_format)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._formats)
        column.addWidget(self._said)
        column.addWidget(self.view, 1)

    def want(self, practice_id: str, practice: Practice) -> None:
        """Show this practice soon."""
        self._wanted = practice_id, practice
        self._pause.start()

    def clear(self) -> None:
        """Show no leaflet."""
        self._wanted = None
        self._pause.stop()
        self._jobs.drop()
        self.view.clear()

    def say(self, words: str) -> None:
        """Say why the leaflet is not as the form; nothing where it is."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def stop(self) -> None:
        """End all work."""
        self._jobs.close()

    def _choose_format(self, page_format: Format) -> None:
        self._format = page_format
        self._make()

    def _make(self) -> None:
        if self._wanted is not None:
            work = partial(sample, self._desk, *self._wanted, self._format)
            self._jobs.submit(work, self._show, self._refuse)

    def _show(self, made: Made) -> None:
        self.view.show_pdf(made.rendered.pdf)

    def _refuse(self, error: LeafletError) -> None:
        self.say(str(error))
