"""The thread on which a view opens, draws and reads PDFs: PDFium takes one caller, and lets the window go on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from leaflet_app.domain.value import value
from leaflet_app.gui.preview.layout import Size
from leaflet_app.gui.preview.lines import FOOTER_POINTS, Line

if TYPE_CHECKING:
    import pypdfium2

T = TypeVar("T")

_ONE_CALLER = Lock()
"""Held by the view whose thread is in PDFium: the window may show several."""


@value
class Wanted:
    """A page to draw: of which document, its number from 0, and how many pixels wide."""

    document: int
    page: int
    width: int


class Drawing(QObject):
    """Open documents by number, draw their pages and read their lines. Only what is still wanted is drawn."""

    opened = Signal(int, tuple)
    unreadable = Signal(int)
    drawn = Signal(object, QImage)
    read = Signal(int, tuple)

    def __init__(self) -> None:
        super().__init__()
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="drawing")
        self._documents: dict[int, pypdfium2.PdfDocument] = {}  # only the drawing thread touches it
        self._wanted: frozenset[Wanted] = frozenset()
        self._newest = 0
        self._is_stopped = False

    def warm(self) -> None:
        """Load PDFium, which the first document would wait for."""
        self._submit(import_module, "pypdfium2")

    def open(self, pdf: bytes) -> int:
        """Open a document and return its number; `opened` or `unreadable` follows, unless a newer one came."""
        self._newest += 1
        self._submit(self._open, self._newest, pdf)
        return self._newest

    def want(self, wanted: Iterable[Wanted]) -> None:
        """Draw these pages and no others; `drawn` follows for each."""
        ordered = tuple(wanted)
        fresh = [each for each in ordered if each not in self._wanted]
        self._wanted = frozenset(ordered)
        for each in fresh:
            self._submit(self._draw, each)

    def read_lines(self, document: int) -> None:
        """Read the lines of a document, between drawings; `read` follows, unless a newer document came."""
        self._submit(self._read_page, document, 0, ())

    def forget(self, document: int) -> None:
        """Close a document."""
        self._submit(self._close, document)

    def lend(self, work: Callable[[], T]) -> Future[T]:
        """Do a piece of work about PDFs on this thread, between drawings."""
        return self._executor.submit(_alone, work)

    def stop(self) -> None:
        """Close everything. Waits for the page being drawn, no longer."""
        if self._is_stopped:
            return
        self._is_stopped = True
        self._wanted = frozenset()
        with contextlib.suppress(RuntimeError):  # Python itself is ending and has stopped the thread already
            self._executor.submit(_alone, self._close_all)
        self._executor.shutdown(wait=True)

    def _submit(self, work: Callable[..., object], *arguments: object) -> None:
        if not self._is_stopped:
            self._executor.submit(_alone, work, *arguments)

    def _open(self, number: int, pdf: bytes) -> None:
        if number != self._newest or self._is_stopped:
            return
        import pypdfium2  # noqa: PLC0415 - late on purpose: the window opens without it

        try:
            document = pypdfium2.PdfDocument(pdf)
            sizes: tuple[Size, ...] = tuple(document.get_page_size(page) for page in range(len(document)))
        except pypdfium2.PdfiumError:
            self.unreadable.emit(number)
            return
        self._documents[number] = document
        self.opened.emit(number, sizes)

    def _draw(self, wanted: Wanted) -> None:
        document = self._documents.get(wanted.document)
        if document is None or wanted not in self._wanted:
            return
        page = document[wanted.page]
        bitmap = page.render(scale=wanted.width / page.get_width(), prefer_bgrx=True)
        shared = QImage(
            memoryview(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        self.drawn.emit(wanted, shared.copy())
        bitmap.close()
        page.close()

    def _read_page(self, number: int, page: int, before: tuple[Line, ...]) -> None:
        document = self._documents.get(number)
        if document is None or number != self._newest:
            return
        if page == len(document):
            self.read.emit(number, before)
            return
        self._submit(self._read_page, number, page + 1, (*before, *_lines(document[page], page)))

    def _close(self, number: int) -> None:
        document = self._documents.pop(number, None)
        if document is not None:
            document.close()

    def _close_all(self) -> None:
        for number in list(self._documents):
            self._close(number)


def _alone(work: Callable[..., T], *arguments: object) -> T:
    with _ONE_CALLER:
        return work(*arguments)


def _lines(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    width, height = page.get_size()
    fold = width / 2 if width > height else width
    reader = page.get_textpage()
    lines = []
    start = 0
    for piece in reader.get_text_range().split("\r\n"):
        text = piece.strip()
        if text:
            first = min(start + len(piece) - len(piece.lstrip()), reader.count_chars() - 1)
            left, bottom, _, top = reader.get_charbox(first, loose=True)
            edge = fold if left >= fold else 0.0
            lines.append(Line(text, number, height - top, height - bottom, top < FOOTER_POINTS, edge))
        start += len(piece) + 2
    reader.close()
    return lines
