"""A square code, drawn as vectors in one Figure with alternative text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from leaflet_app.domain.blocks import QrCode
from leaflet_app.pdf.canvas import TaggedCanvas
from leaflet_app.pdf.colours import rgb
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flow import PageNumbers
from leaflet_app.pdf.flowables.whole import Whole
from leaflet_app.pdf.paper import MM
from leaflet_app.pdf.tags import Tag

SIDE = 28 * MM
QUIET = 4
"""Empty modules around the code (ISO/IEC 18004 §6.3.8)."""


class QrFlow(Whole):
    """A QR code, 28 mm wide with its quiet zone, at the edge where lines start."""

    before = 4.0
    after = 4.0

    def __init__(self, code: QrCode, reading: ReadingWidth, tag: Tag) -> None:
        self._start, self._tag = reading.start(SIDE), tag
        self._modules = _modules(code.opened, _mask(code.address))

    @property
    def height(self) -> float:
        """Return the code's side."""
        return SIDE

    def draw(self, canvas: TaggedCanvas, left: float, top: float, pages: PageNumbers) -> None:
        """Paint the dark modules, row by row, joined where they touch."""
        left += self._start
        canvas.bound(self._tag, (left, top - SIDE, left + SIDE, top))
        with canvas.element(self._tag):
            canvas.fill_rectangle((left, top - SIDE, SIDE, SIDE), "#FFFFFF")
            canvas.write((f"{rgb('#000000')} rg", *self._bars(left, top), "f"))

    def _bars(self, left: float, top: float) -> Iterator[str]:
        module = SIDE / (len(self._modules) + 2 * QUIET)
        for number, row in enumerate(self._modules):
            y = top - (number + QUIET + 1) * module
            for start, length in _runs(row):
                x = left + (start + QUIET) * module
                yield f"{x:.3f} {y:.3f} {length * module:.3f} {module:.3f} re"


@lru_cache(maxsize=8)
def _modules(address: str, mask: int) -> list[list[bool]]:
    code = _encoder(address)
    code.version = code.calculate_version()
    code.makeImpl(test=False, maskPattern=mask)
    modules: list[list[bool]] = code.modules
    return modules


@lru_cache(maxsize=8)
def _mask(address: str) -> int:
    """Return the pattern that suits an address best; with a few letters behind it, it does as well as any.

    Eight are weighed for this, in nine tenths of the time that a code takes; every reader reads every one.
    """
    code = _encoder(address)
    code.version = code.calculate_version()
    best: int = code.getBestMaskPattern()
    return best


def _encoder(address: str) -> Any:  # noqa: ANN401  (ReportLab tells no types)
    from reportlab.graphics.barcode.qrencoder import (  # noqa: PLC0415  its package brings all of Platypus
        QR8bitByte,
        QRCode,
        QRErrorCorrectLevel,
    )

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(address))
    return code


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for position, is_dark in enumerate([*row, False]):
        if is_dark and start is None:
            start = position
        elif not is_dark and start is not None:
            yield start, position - start
            start = None
