"""The document on the screen and the one on its way there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from leaflet_app.gui.preview.drawing import Drawing, Wanted
from leaflet_app.gui.preview.layout import Size

SETTLED_MS = 500
"""By then a new window is painted, and nobody has chosen anything yet."""


@dataclass(slots=True, eq=False)
class Document:
    """A document: the sizes of its pages once it is open, and pictures, each with the width it was drawn for."""

    number: int
    sizes: tuple[Size, ...] = ()
    pictures: dict[int, tuple[int, QImage]] = field(default_factory=dict)

    def has(self, page: int, width: int) -> bool:
        """Tell whether the picture of a page is there in this width."""
        return page in self.pictures and self.pictures[page][0] == width


Needs = Callable[[Document], Iterable[tuple[int, int]]]


class Stage(QObject):
    """Swap documents without a flash: the old one stays until every page that will be in view is drawn.

    `needs` names the pages a document must have, each with its width in pixels.
    """

    swapped = Signal()
    arrived = Signal()
    unreadable = Signal()
    lines_read = Signal(tuple)

    def __init__(self, needs: Needs, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: Document | None = None
        self._coming: Document | None = None
        self._needs = needs
        self._drawing = Drawing()
        self._drawing.opened.connect(self._open)
        self._drawing.unreadable.connect(self._refuse)
        self._drawing.drawn.connect(self._keep)
        self._drawing.read.connect(self._pass_on)
        parent.destroyed.connect(self._drawing.stop)
        if program := QCoreApplication.instance():
            program.aboutToQuit.connect(self._drawing.stop)
        self.lend = self._drawing.lend
        QTimer.singleShot(SETTLED_MS, self, self._drawing.warm)

    @property
    def is_waiting(self) -> bool:
        """Tell whether a document is on its way."""
        return self._coming is not None

    def bring(self, pdf: bytes) -> None:
        """Bring a document in place of the one shown; `swapped` or `unreadable` follows."""
        self._leave(self._coming)
        self._coming = Document(self._drawing.open(pdf))

    def clear(self) -> None:
        """Show nothing."""
        self._leave(self._coming)
        self._leave(self.shown)
        self.shown = self._coming = None
        self._drawing.want(())

    def refresh(self) -> None:
        """Draw what is needed and not there yet, and let go of what is not needed any more."""
        wanted: list[Wanted] = []
        for document in (self._coming, self.shown):
            if document is not None and document.sizes:
                needed = tuple(self._needs(document))
                pages = {page for page, _ in needed}
                document.pictures = {page: kept for page, kept in document.pictures.items() if page in pages}
                wanted += [Wanted(document.number, *need) for need in needed if not document.has(*need)]
        self._drawing.want(wanted)
        if self._coming is not None and self._coming.sizes and not self._is_missing(self._coming, wanted):
            self._swap(self._coming)

    @staticmethod
    def _is_missing(document: Document, wanted: list[Wanted]) -> bool:
        return any(each.document == document.number for each in wanted)

    def _swap(self, document: Document) -> None:
        self._leave(self.shown)
        self.shown, self._coming = document, None
        self.swapped.emit()
        self._drawing.read_lines(document.number)
        self.refresh()

    def _leave(self, document: Document | None) -> None:
        if document is not None:
            self._drawing.forget(document.number)

    def _open(self, number: int, sizes: tuple[Size, ...]) -> None:
        if self._coming is not None and self._coming.number == number:
            self._coming.sizes = sizes
            self.refresh()

    def _refuse(self, number: int) -> None:
        if self._coming is not None and self._coming.number == number:
            self._coming = None
            self.unreadable.emit()

    def _keep(self, drawn: Wanted, picture: QImage) -> None:
        for document in (self._coming, self.shown):
            if document is not None and document.number == drawn.document:
                document.pictures[drawn.page] = (drawn.width, picture)
                self.refresh()
                self.arrived.emit()
                return

    def _pass_on(self, number: int, lines: tuple[object, ...]) -> None:
        if self.shown is not None and self.shown.number == number:
            self.lines_read.emit(lines)
