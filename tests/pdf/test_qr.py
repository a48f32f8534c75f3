"""The square code, read back by a reader of our own (ISO/IEC 18004): the address with the passport of the leaflet."""

import pytest
from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

from leaflet_app.domain.blocks import QrCode
from leaflet_app.pdf.direction import ReadingWidth
from leaflet_app.pdf.flowables.qr import QUIET, SIDE, QrFlow
from leaflet_app.pdf.paper import MM
from leaflet_app.pdf.tags import Tag

PASSPORT = "CL-000001-12"
VERSION_3 = 29
"""Modules a side of the largest code whose bytes are not interleaved."""

MASKS = (
    lambda row, column: (row + column) % 2,
    lambda row, _: row % 2,
    lambda _, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)


def painted(*code) -> list[list[bool]]:
    """Return the modules that are painted of a code of 29 a side."""
    dark = [[False] * VERSION_3 for _ in range(VERSION_3)]
    module = SIDE / (VERSION_3 + 2 * QUIET)
    for bar in QrFlow(QrCode(*code), ReadingWidth(SIDE, is_right_to_left=False), Tag("Figure"))._bars(0.0, SIDE):
        x, y, width, _, _ = bar.split()
        row, column = VERSION_3 + QUIET - 1 - round(float(y) / module), round(float(x) / module) - QUIET
        for each in range(round(float(width) / module)):
            dark[row][column + each] = True
    return dark


def is_data(row, column) -> bool:
    """Tell whether a module holds data: no finder, timing, alignment or format."""
    edge = VERSION_3 - 8
    in_corner = (row <= 8 and (column <= 8 or column >= edge)) or (row >= edge and column <= 8)
    return not (in_corner or 6 in {row, column} or (20 <= row <= 24 and 20 <= column <= 24))


def read(dark) -> str:
    """Return the text of a code of 29 modules a side."""
    mask = (dark[8][2] << 2 | dark[8][3] << 1 | dark[8][4]) ^ 0b101
    pairs = [(right, right - 1) for right in (*range(VERSION_3 - 1, 6, -2), 5, 3, 1)]
    rows = range(VERSION_3)
    bits = [
        dark[row][column] ^ (MASKS[mask](row, column) == 0)
        for number, pair in enumerate(pairs)
        for row in (rows if number % 2 else reversed(rows))
        for column in pair
        if is_data(row, column)
    ]
    number = int("".join(str(int(bit)) for bit in bits[:352]), 2)
    length = number >> 340 & 255
    assert number >> 348 == 0b0100  # bytes
    return (number >> 340 - 8 * length & (1 << 8 * length) - 1).to_bytes(length, "big").decode()


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://example.org/", f"https://example.org/#{PASSPORT}"),
        ("https://e.org/clinic/a", f"https://e.org/clinic/a#{PASSPORT}"),
        ("https://e.org/a#contact", f"https://e.org/a#contact:~:{PASSPORT}"),
    ],
)
def test_a_reader_gets_the_address_with_the_passport(address, opened):
    assert read(painted(address, "", PASSPORT)) == opened


@pytest.mark.parametrize("length", [40, 80, 120])
def test_a_module_is_large_enough_for_any_phone(length):
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(QrCode("https://e.org/".ljust(length, "a"), "", PASSPORT).opened))
    code.make()

    assert SIDE / (code.getModuleCount() + 2 * QUIET) > 0.45 * MM
